/** One code in full: how its amount is made, what it asks for and who says so; and the two ways into the workbook. */
import { Button, Caption1, Combobox, Field, Input, makeStyles, Option, tokens } from '@fluentui/react-components';
import { AddRegular, MathFormulaRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Source } from '../../rates/book';
import type { Rate } from '../../rates/rate';
import { thresholdText, unitsText } from '../../rates/threshold';
import { rateFormula, type RateSettings } from '../../workbook';
import { centsText, changeText } from '../figures';
import { readPercent } from './percent';
import { hasGeography, yearlyChange, type RateChoices, type RateRow } from './rate-list';
import type { RatesSession } from './rates-session';

const useStyles = makeStyles({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  facts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS, margin: 0 },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  seen: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  action: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  payer: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    width: '100%',
  },
  field: { minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } },
  right: { textAlign: 'right' },
});

interface RateDetailProps {
  row: RateRow;
  choices: RateChoices;
  settings: RateSettings | null;
  session: RatesSession;
  canWrite: boolean;
}

export function RateDetail({ row, choices, settings, session, canWrite }: RateDetailProps) {
  const styles = useStyles();
  const formula = rateFormula({ ...choices, locality: hasGeography(choices) ? choices.locality : '', code: row.code });
  return (
    <div className={styles.detail}>
      {canWrite && (
        <div className={styles.action}>
          <Caption1 className={styles.formula}>{formula}</Caption1>
          <Button icon={<MathFormulaRegular />} onClick={() => void session.insert(formula)}>
            Insert in selected cell
          </Button>
        </div>
      )}
      {canWrite && settings && <PayerRowForm key={row.code} row={row} payers={settings.payers} session={session} />}
      <Facts row={row} rate={row.rate!} />
    </div>
  );
}

/** Medicare itself, as the rate book prices it; other payers pay a share of it. */
const DEFAULT_PAYER = 'Medicare FFS';

function PayerRowForm({ row, payers, session }: { row: RateRow; payers: readonly string[]; session: RatesSession }) {
  const styles = useStyles();
  const [payer, setPayer] = useState(DEFAULT_PAYER);
  const [percent, setPercent] = useState('100');
  const share = readPercent(percent);
  const found = payers.filter((name) => name.toLowerCase().includes(payer.trim().toLowerCase()));
  const { name: program } = row.program;
  return (
    <div className={styles.action}>
      <div className={styles.payer}>
        <Field label="Payer">
          <Combobox
            className={styles.field}
            freeform
            value={payer}
            onChange={({ target }) => setPayer(target.value)}
            onFocus={({ target }) => target.select()}
            onOptionSelect={(_, { optionText }) => optionText !== undefined && setPayer(optionText)}
          >
            {(found.length ? found : payers).map((name) => (
              <Option key={name}>{name}</Option>
            ))}
          </Combobox>
        </Field>
        <Field label="% of Medicare" validationState={share === null ? 'error' : 'none'}>
          <Input
            className={styles.field}
            input={{ className: styles.right, inputMode: 'decimal', size: 4 }}
            value={percent}
            contentAfter="%"
            onChange={(_, { value }) => setPercent(value)}
            autoComplete="off"
          />
        </Field>
      </div>
      <Button
        icon={<AddRegular />}
        disabledFocusable={share === null}
        onClick={() =>
          share !== null && void session.addPayerRow({ program, payer, code: row.code, percentOfMedicare: share })
        }
      >
        Add row to Payer Mix
      </Button>
    </div>
  );
}

function Facts({ row, rate }: { row: RateRow; rate: Rate }) {
  const styles = useStyles();
  const { rule, sources } = rate;
  const change = yearlyChange(row);
  return (
    <dl className={styles.facts}>
      <Fact name="In force">
        {dayText(rate.effectiveFrom)} to {dayText(rate.effectiveTo)}
        {row.before !== null && change !== null && `; ${centsText(row.before)} a year before (${changeText(change)})`}
      </Fact>
      {rule && (
        <Fact name="Asked for" source={rule.source}>
          {thresholdText(rule)}; {unitsText(rule)}
        </Fact>
      )}
      <Fact name="Relative value units (RVU) × geographic index (GPCI)" source={sources.rvus}>
        {PARTS.map(([key, name]) => `${name} ${rate.rvus[key].toFixed(2)} × ${rate.gpcis[key].toFixed(3)}`).join(' + ')}
      </Fact>
      {sources.gpcis && (
        <Fact name="Geographic index of" source={sources.gpcis}>
          {rate.locality}
        </Fact>
      )}
      <Fact
        name={`Conversion factor${rate.factorKind === 'all' ? '' : `, ${rate.factorKind}`}`}
        source={sources.factor}
      >
        ${rate.factor.toFixed(4)} a unit, so ${rate.unrounded.toFixed(4)}, rounded once to {centsText(rate.amount)}
      </Fact>
    </dl>
  );
}

const PARTS = [
  ['work', 'work'],
  ['practiceExpense', 'practice'],
  ['malpractice', 'malpractice'],
] as const;

function Fact({ name, source, children }: { name: string; source?: Source; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.fact}>
        {children}
        {source && (
          <Caption1 className={styles.seen}>
            Source: {source.text} ({source.confidence})
          </Caption1>
        )}
      </dd>
    </div>
  );
}

/** 2026-12-31 → Dec 31, 2026 */
const dayText = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

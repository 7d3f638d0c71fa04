/** One code in full: how its amount is made, what it asks for and who says so; and the two ways into the workbook. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { MathFormulaRegular } from '@fluentui/react-icons';
import type { Source } from '../../rates/book';
import type { Rate } from '../../rates/rate';
import { thresholdText, unitsText } from '../../rates/threshold';
import { rateFormula, type TablesNow } from '../../workbook';
import { centsText, changeText } from '../figures';
import { PayerRowForm } from './payer-row-form';
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
});

interface RateDetailProps {
  row: RateRow;
  choices: RateChoices;
  tables: TablesNow | null;
  session: RatesSession;
  canWrite: boolean;
}

export function RateDetail({ row, choices, tables, session, canWrite }: RateDetailProps) {
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
      {canWrite && tables && (
        <PayerRowForm key={row.code} row={row} choices={choices} tables={tables} session={session} />
      )}
      <Facts row={row} rate={row.rate!} />
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

/** Takes the amount shown into Payer Mix: for a payer and a program of the workbook, seen before it is written. */
import { Button, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { TablesNow } from '../../workbook';
import { hasRow, likelyShare, priceRow } from '../../workbook/edits/price-row';
import { refused } from '../../workbook/edits/edit';
import { payersOf, programsOf } from '../../workbook/edits/tables-now';
import { fold } from '../../tables/reading/nearest';
import { monthName } from '../figures';
import { NameField } from '../inputs/name-field';
import { ProposalView } from '../inputs/proposal-view';
import { NumberInput } from '../number-input';
import { typedPercent } from '../typed-number';
import { localityChoices } from './localities';
import { readPercent } from './percent';
import { dayOf, hasGeography, type RateChoices, type RateRow } from './rate-list';
import type { RatesSession } from './rates-session';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface PayerRowFormProps {
  row: RateRow;
  choices: RateChoices;
  tables: TablesNow;
  session: RatesSession;
}

export function PayerRowForm(props: PayerRowFormProps) {
  const [open, setOpen] = useState(false);
  if (open) return <OpenForm {...props} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button icon={<AddRegular />} onClick={() => setOpen(true)}>
        Put in Payer Mix…
      </Button>
    </div>
  );
}

function OpenForm({ row, choices, tables, session, onClose }: PayerRowFormProps & { onClose: () => void }) {
  const styles = useStyles();
  const programs = programsOf(tables);
  const payers = payersOf(tables);
  const [chosen, choose] = useState(programs.find((name) => fold(name) === fold(row.program.name)) ?? '');
  const [payer, setPayer] = useState(payers[0] ?? '');
  const [percent, setPercent] = useState('100');
  /** Null while nobody has typed one: what the payer usually has. */
  const [typed, setTyped] = useState<string | null>(null);
  const [rebalance, setRebalance] = useState(true);
  const isThere = hasRow(tables, chosen, payer);
  const shown = typed ?? String(Number((likelyShare(tables, payer) * 100).toPrecision(6)));
  const proposal = useMemo(() => {
    const share = readPercent(percent);
    if (share === null) return refused('Give the percentage of Medicare in digits, e.g. 110.');
    if (chosen === '') return refused('Choose the program that the code is billed for.');
    return priceRow(tables, {
      program: chosen,
      payer,
      percent: share,
      question: { ...choices, locality: hasGeography(choices) ? choices.locality : '', code: row.code },
      amount: row.rate!.amount,
      place: placeText(choices),
      share: typedPercent(shown) ?? Number.NaN,
      rebalance,
    });
  }, [tables, chosen, payer, percent, shown, rebalance, choices, row]);
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <Field label="Program">
          <Select value={chosen} onChange={(_, { value }) => choose(value)}>
            {chosen === '' && <option value="">Choose</option>}
            {programs.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <Field label="% of Medicare" validationState={readPercent(percent) === null ? 'error' : 'none'}>
          <NumberInput value={percent} contentAfter="%" onType={setPercent} />
        </Field>
      </div>
      <NameField label="Payer" value={payer} choices={payers.map((name) => ({ name }))} onChange={setPayer} />
      {!isThere && (
        <>
          <Field label="Share of panel">
            <NumberInput value={shown} contentAfter="%" onType={setTyped} />
          </Field>
          <Checkbox
            className={styles.check}
            checked={rebalance}
            onChange={(_, { checked }) => setRebalance(checked === true)}
            label="Scale the other payers down to make room"
          />
        </>
      )}
      <ProposalView
        proposal={proposal}
        isWriting={false}
        onDo={(edit) => {
          void session.edit(edit);
          onClose();
        }}
        onCancel={onClose}
      />
    </div>
  );
}

/** New York: Manhattan (NY-01), 2026 */
function placeText(choices: RateChoices): string {
  const { locality, month } = choices;
  const place = hasGeography(choices) ? localityChoices().find(({ key }) => key === locality) : undefined;
  const where = place?.key ? `${place.label} (${place.key})` : 'national';
  return `${where}, ${month === null ? dayOf(choices).slice(0, 4) : monthName(month)}`;
}

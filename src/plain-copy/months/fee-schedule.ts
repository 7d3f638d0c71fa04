/**
 * Amounts of payers priced by Codes. Medicare's fee schedule is in the add-in, not in a formula: what it gave for each
 * month when the copy was made stands here as values.
 */
import type { Inputs } from '../../tables/reading/read-model';
import { COLORS, TAB_COLORS } from '../../workbook/layout/look';
import { formula } from '../../workbook/plan/cells';
import type { InputSheets } from '../inputs/input-sheets';
import { SETTING } from '../inputs/setting-cells';
import type { TypedTables } from '../inputs/typed-tables';
import { COUNTED, MonthlySheet } from '../monthly-sheet';
import type { Given } from './drivers';

export const FEE_SCHEDULE = 'Fee Schedule';

/** A typed amount this close to what the codes give follows them. */
const SAME_AMOUNT = 0.005;

export interface FeeSchedule {
  /** Null where no payer is priced by Codes. */
  sheet: MonthlySheet | null;
  /** What stands in the place of typed cells, by the row of Payer mix counted from 0. */
  given: ReadonlyMap<number, { allowedPppm: Given; collectedRate: Given }>;
}

export function feeSchedule(
  { payers, schedule }: Inputs,
  { payerMix }: InputSheets,
  { payerMix: rows }: TypedTables,
  months: number,
): FeeSchedule {
  const given = new Map<number, { allowedPppm: Given; collectedRate: Given }>();
  if (schedule.length === 0) return { sheet: null, given };
  const sheet = new MonthlySheet(FEE_SCHEDULE, TAB_COLORS.inputs, months, {
    purpose: 'What Medicare’s fee schedule gives for the Codes of Payer Mix: values, as of when this copy was made',
    tip: 'Frozen: other codes, another percent of Medicare, another start month or other settings of the fee schedule need a new copy. An amount typed on Payer Mix stands in their place.',
    start: SETTING.start,
    third: 'In use',
  });
  payers.forEach(({ program, payer }, s) => {
    const own = schedule.filter((change) => change.program === program && change.payer === payer);
    const amounts = own.filter(({ driver }) => driver === 'allowedPppm').sort((a, b) => a.fromMonth - b.fromMonth);
    if (amounts.length === 0) return;
    sheet.title(
      formula(`${payerMix.cell('program', s)}&" × "&${payerMix.cell('payer', s)}`),
      `Frozen. ${amounts[0].origin}`,
    );
    const amount = sheet.row('Allowed PPPM by Codes', '$/patient/month');
    const collected = sheet.row('Of it paid, sequestration and coinsurance', '%');
    const factor = own.find(({ driver }) => driver === 'collectedRate')?.value ?? 1;
    const typed = payerMix.cell('allowedPppm', s);
    const same = [`SUMPRODUCT(1*(ABS(${amount.all}-N(${typed}))<${SAME_AMOUNT}))>0`];
    const shown = rows[s].cells['allowedPppm'];
    if (typeof shown === 'number') {
      // What Payer Mix showed is the published amount, before what the settings make of it.
      const published = sheet.row('On Payer Mix when this copy was made', '$/patient/month');
      sheet.one(published, shown, { color: COLORS.muted, italic: true });
      same.push(`ABS(${published.one}-N(${typed}))<${SAME_AMOUNT}`);
    }
    sheet
      .frozen(
        amount,
        Array.from({ length: months }, (_, t) => amounts.filter(({ fromMonth }) => fromMonth <= t + 1).at(-1)!.value),
      )
      .one(amount, `IF(OR(N(${typed})=0,${same.join(',')}),1,0)`, COUNTED)
      .frozen(collected, new Array<number>(months).fill(factor))
      .skip();
    given.set(s, {
      allowedPppm: { base: `IF(${amount.one}=1,${amount.now},${typed})` },
      collectedRate: { factor: `IF(${amount.one}=1,${collected.now},1)` },
    });
  });
  return { sheet, given };
}

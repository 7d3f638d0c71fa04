import { measure, type Measured } from '../actuals/measure/measure';
import { priorsOfTables } from '../actuals/measure/priors-of-tables';
import { readStacked } from '../actuals/reading/read-cells';
import { IN_WORDS } from '../actuals/reading/read-table';
import type { Rows } from '../actuals/rows';
import { monthIndexOfSerial } from '../tables/calendar';
import * as messages from '../tables/messages/estimates';
import * as exportMessages from '../tables/messages/exports';
import { InputError } from '../tables/messages/input-error';
import * as rateMessages from '../tables/messages/rates';
import { readDateCell } from '../tables/reading/date-cell';
import { driverName } from '../tables/schemas/driver-names';
import { asOfArgument } from './arguments/as-of';
import { pastedRows } from './arguments/pasted-rows';
import { tableOf } from './arguments/model-arguments';
import { isNotGiven, onlyCell } from './arguments/number-grid';
import { oneOf } from './arguments/text-argument';
import type { BillingBasis } from './enums';

const BASES = ['average', 'closing', 'retained'] as const;

const HEADER = [
  'Driver',
  'Program',
  'Payer',
  'Measured',
  'Low',
  'High',
  'Exposure',
  'Effective exposure',
  'Prior',
  'Source of the prior',
  'Weight',
  'Blended',
  'Note',
];

/**
 * Every driver that rows of exports tell of, measured by program and payer: with its 90% interval, what it was measured from, the prior, the weight against it, and the blended value.
 *
 * Give a roster, claims, minutes and a monthly summary, of which those stack with VSTACK, each with its header row. Where there is no roster or there are no claims, the monthly summary tells what it can.
 *
 * The interval is from the rows alone. Weight = effective exposure ÷ (effective exposure + strength of the prior); blended = weight × measured + (1 − weight) × prior. Without a prior what is measured stands alone. Months up to the first in which anybody left are not looked at, for an export may lack those who left before: from overrides it.
 *
 * @customfunction CALIBRATE
 * @category Actuals
 * @helpurl help/CALIBRATE.html
 * @param rows The pasted rows with their header row, or several kinds below each other; up to 400,000 cells.
 * @param [prior] What is taken so far: Panel or Payer mix with header row, or a table Driver, Program, Payer, Low, Likely, High, Source; several below each other. What it does not give is taken as published.
 * @param [asOf] The last day told, e.g. 2026-06-30; blank = that of the latest enrollment or decision. A month that has not ended is left out.
 * @param [from] The first month to look at, where the rows are known to be whole from then on; blank = the month after the first in which anybody left.
 * @param [basis] Active patients of a month: average of opening and closing, closing, or retained; blank = average.
 * @returns A header row, and a row a driver: program, payer, measured, low, high, exposure, effective exposure, prior, its source, weight, blended. Last what is odd about the rows.
 * @throws Rows that are none of the known kinds, or two of a kind; a prior that is no number.
 * @example
 * Two of four referrals enrolled, where 40% were assumed.
 * =PPPM.CALIBRATE({"Month","Program","Payer","New","Referrals";"2026-05","CCM","",2,4}, {"Program","Discharge rate","Conversion rate","Early drop-off rate";"CCM",2%,40%,10%})
 * → {"Driver","Program","Payer","Measured","Low","High","Exposure","Effective exposure","Prior","Source of the prior","Weight","Blended","Note";"Discharge rate","CCM","","","","",0,0,0.02,"present input",0,0.02,"";"Disengagement rate","CCM","","","","",0,0,"","",0,"","";"Benefit change rate","CCM","","","","",0,0,"","",0,"","";"Adverse event rate","CCM","","","","",0,0,"","",0,"","";"Early drop-off rate","CCM","","","","",0,0,0.1,"present input",0,0.1,"";"Conversion rate","CCM","",0.5,0.135,0.865,4,4,0.4,"present input",0.444,0.444,""} (rounded)
 */
export function calibrate(
  rows: unknown[][],
  prior?: unknown[][],
  asOf?: number,
  from?: number,
  basis?: BillingBasis,
): unknown[][] {
  if (isNotGiven(rows)) throw new InputError(messages.noRows('rows'));
  const readings = readStacked(pastedRows('rows', rows));
  for (const { refused } of readings) if (refused !== null) throw new InputError(refused);
  const kinds = readings.flatMap((reading) => reading.rows ?? []);
  requireOneOfAKind(kinds);
  const measurement = measure(kinds, priorsOfTables(tableOf(prior), oneOf('basis', basis, BASES, 'average')), {
    asOf: asOfArgument(asOf) ?? undefined,
    from: monthArgument('from', from),
  });
  if (!measurement) throw new InputError(messages.noMonths());
  const [aside, all] = [
    sum(readings.map(({ account }) => account.rowsAside)),
    sum(readings.map(({ account }) => account.rowsIn)),
  ];
  const notes = [
    ...(aside > 0 ? [{ program: '', payer: '', text: exportMessages.someSetAside(aside, all) }] : []),
    ...measurement.findings,
  ];
  return [
    HEADER,
    ...measurement.drivers.map(rowOf),
    ...notes.map(({ program, payer, text }) => [
      'Note',
      program,
      payer,
      ...Array<string>(HEADER.length - 4).fill(''),
      text,
    ]),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** @throws InputError: which of two rosters counts only their reader knows */
function requireOneOfAKind(rows: readonly Rows[]): void {
  const kinds = rows.map(({ kind }) => kind);
  const twice = kinds.find((kind, i) => kinds.indexOf(kind) < i);
  if (twice) throw new InputError(messages.twoOfAKind(IN_WORDS[twice]));
}

function monthArgument(name: string, argument: unknown): number | undefined {
  if (isNotGiven(argument)) return undefined;
  const date = readDateCell(onlyCell(argument));
  if (!date) throw new InputError(rateMessages.notADate(name, onlyCell(argument)));
  return monthIndexOfSerial(date.serial);
}

const nameOf = ({ driver, delay }: Measured): string =>
  driver === 'paymentPattern' ? `Payment pattern, month ${delay}` : driverName(driver);

function rowOf(measured: Measured): unknown[] {
  const { program, payer, low, high, exposure, effective, prior, source, weight, blended } = measured;
  return [
    nameOf(measured),
    program,
    payer,
    shown(measured.measured),
    shown(low),
    shown(high),
    exposure,
    effective,
    shown(prior),
    source,
    weight,
    shown(blended),
    '',
  ];
}

/** What is not known is blank. */
const shown = (figure: number | null): number | string => (figure === null || Number.isNaN(figure) ? '' : figure);

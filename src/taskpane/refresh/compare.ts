/** What was measured beside what is assumed, driver by driver, and the months as the table Actuals holds them. */
import { byMonthInSteps } from '../../actuals/by-month';
import { measure, type Measured, type Measurement } from '../../actuals/measure/measure';
import { priorsOfTables } from '../../actuals/measure/priors-of-tables';
import { COLUMNS } from '../../actuals/reading/kinds';
import type { Rows, SummaryFigure } from '../../actuals/rows';
import { driverName } from '../../tables/schemas/driver-names';
import type { TablesNow } from '../../workbook';
import type { ActualMonth } from '../../workbook/edits/actual-rows';
import { centsText } from '../figures';
import { driverPlace, figureText, standing } from '../../workbook/edits/accept-drivers';
import { settingsNow } from '../../workbook/edits/defaults';
import type { TableNow } from '../../workbook/edits/tables-now';

export interface Compared {
  /** Its place among the drivers, for ticking. */
  id: string;
  driver: string;
  /** Discharge rate */
  name: string;
  program: string;
  payer: string;
  /** As the workbook shows figures of the driver. */
  assumed: string;
  measured: string;
  /** null where one patient is all there is. */
  low: string | null;
  high: string | null;
  /** Of what is measured, in what is proposed. */
  weight: number;
  value: number;
  proposed: string;
  /** What is assumed lies outside the interval. */
  isOutside: boolean;
  /** What is proposed is what stands there. */
  isSame: boolean;
  /** It stands as a formula, which a value would replace. */
  isFormula: boolean;
}

export interface Comparison {
  asOf: number;
  drivers: readonly Compared[];
  /** What is odd about the rows, and what was measured but has no cell of its own. */
  notes: readonly string[];
  months: readonly ActualMonth[];
}

const cellsOf = ({ headers, rows }: TableNow) => [headers, ...rows.map(({ values }) => values)];

/** @returns null where the rows hold no month that is complete @throws InputError for a present input that is none */
export async function compare(
  rows: readonly Rows[],
  tables: TablesNow,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Comparison | null> {
  const { basis } = settingsNow(tables);
  const priors = priorsOfTables([...cellsOf(tables.panel), ...cellsOf(tables.payerMix)], basis);
  const measurement = measure(rows, priors);
  if (!measurement) return null;
  const drivers: Compared[] = [];
  const without = new Map<string, string>();
  for (const measured of measurement.drivers) {
    if (measured.measured === null || measured.driver === 'paymentPattern') continue;
    const place = driverPlace(tables, measured);
    if (place.problem !== null) without.set(`${measured.program} ${driverName(measured.driver)}`, place.problem);
    else drivers.push(comparedWith(measured, tables, place));
  }
  await pause();
  const grouped = await byMonthInSteps(rows, { asOf: measurement.asOf, basis }, pause);
  return {
    asOf: measurement.asOf,
    drivers,
    notes: [
      ...findingTexts(measurement),
      ...[...without].map(([name, problem]) => `${name} was measured, but ${problem}; it is not offered here.`),
    ],
    months: grouped.rows.map(({ month, program, payer, figures }) => ({
      month,
      program,
      payer,
      figures: Object.fromEntries(
        FIGURES.flatMap(({ key, header, holds }) => {
          const figure = figures[key as SummaryFigure];
          return figure === undefined ? [] : [[header, holds === 'money' ? figure / 100 : figure]];
        }),
      ),
    })),
  };
}

const FIGURES = COLUMNS.summary.filter(({ holds }) => holds === 'figure' || holds === 'money');

const findingTexts = ({ findings }: Measurement): string[] =>
  findings.map(({ program, payer, text }) =>
    [[program, payer].filter(Boolean).join(', '), text].filter(Boolean).join(': '),
  );

function comparedWith(
  { driver, program, payer, measured, low, high, weight, blended }: Measured,
  tables: TablesNow,
  place: Extract<ReturnType<typeof driverPlace>, { problem: null }>,
): Compared {
  const table = tables[place.table];
  const now = standing(tables, place);
  const text = (value: number) => shownText(figureText(table, place.column, value), value);
  return {
    id: [driver, program, payer].join('\n'),
    driver,
    name: place.header,
    program,
    payer,
    assumed: now.value === null ? `blank (${place.fallbackText})` : text(now.value),
    measured: text(measured!),
    low: low === null ? null : text(low),
    high: high === null ? null : text(high),
    weight,
    value: blended,
    proposed: text(blended),
    isOutside: now.value !== null && low !== null && high !== null && (now.value < low || now.value > high),
    isSame: now.value === blended,
    isFormula: now.isFormula,
  };
}

/** With as many digits as a reader compares: 2.64%, 19.5%, $64.84, 29.1. */
const shownText = (typed: string, value: number): string =>
  typed.endsWith('%')
    ? `${(100 * value).toFixed(Math.abs(value) < 0.1 ? 2 : 1)}%`
    : typed.startsWith('$')
      ? centsText(value)
      : Number(value.toPrecision(3)).toLocaleString('en-US');

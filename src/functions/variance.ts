import { BRIDGE_STEPS } from '../actuals/variance/steps';
import { variance as bridged, type Variance } from '../actuals/variance/variance';
import { monthText } from '../tables/calendar';
import * as messages from '../tables/messages/estimates';
import { InputError } from '../tables/messages/input-error';
import { MAX_MONTHS } from '../tables/schemas/settings';
import { monthlyTable } from './arguments/monthly-argument';

/**
 * Why revenue and cost came out otherwise than forecast, by program and in total: a bridge without a remainder.
 *
 * Revenue of a payer and month is panel × payer’s share of it × billable ÷ active × paid ÷ billable × allowed ÷ paid. Each factor has the part of the difference that it brings on average over all orders in which they can be read, so that the parts add up exactly and none is favored. Revenue that no factor carries, such as allowed without a paid claim, has a line of its own.
 *
 * Cost differs by volume (active patients) and by rate (cost per active patient). Allocated is the forecast’s cost per active patient.
 *
 * Compared are the months that both tables have. PPPM.MONTHLY gives the forecast in this shape.
 *
 * @customfunction VARIANCE
 * @category Actuals
 * @helpurl help/VARIANCE.html
 * @param forecast The forecast as a monthly table with its header row: Month, Program, Payer, Active, Billable, Claims paid, Allowed, Cost.
 * @param actual The actual months, a table of the same headers.
 * @returns A header row, and a row a step: name, unit, total, and each program. Last what was left out, and why.
 * @throws A missing column; a cell that is no number; no month in common; figures given both by payer and for the whole program.
 * @example
 * =PPPM.VARIANCE({"Month","Program","Payer","Active","Billable","Claims paid","Allowed","Cost";1,"CCM","Medicare",100,80,76,5000,4000}, {"Month","Program","Payer","Active","Billable","Claims paid","Allowed","Cost";1,"CCM","Medicare",110,88,83.6,5500,4400})
 * → {"Step","Unit","Total","CCM";"Forecast revenue","$",5000,5000;"Panel","$",500,500;"Payer mix","$",0,0;"Realization","$",0,0;"Claim success","$",0,0;"Allowed rate","$",0,0;"Revenue without claims","$",0,0;"Actual revenue","$",5500,5500;"Forecast cost","$",4000,4000;"Volume","$",400,400;"Cost rate","$",0,0;"Cost without patients","$",0,0;"Actual cost","$",4400,4400;"Cost PMPM allocated","$/patient/month",40,40;"Cost PMPM actual","$/patient/month",40,40} (rounded)
 */
export function variance(forecast: unknown[][], actual: unknown[][]): unknown[][] {
  const planned = monthlyTable('forecast', forecast);
  const happened = monthlyTable('actual', actual);
  const answer = bridged(planned.summary, happened.summary);
  requireComparable(answer);
  const bridges = [answer.total, ...answer.programs.map(({ bridge }) => bridge)];
  const rows: unknown[][] = [
    ['Step', 'Unit', 'Total', ...answer.programs.map(({ program }) => program)],
    ...BRIDGE_STEPS.map(({ name, unit, figure }) => [name, unit, ...bridges.map((bridge) => figure(bridge) ?? '')]),
  ];
  const blanks = Array<string>(bridges.length).fill('');
  for (const text of [...notesOf(answer), ...planned.notes, ...happened.notes]) rows.push(['Note', text, ...blanks]);
  return rows;
}

/** @throws InputError for tables that tell nothing of each other */
function requireComparable({ months, monthsApart: [forecast, actual], twice }: Variance): void {
  if (months.length === 0) throw new InputError(messages.noMonthInCommon(span(forecast), span(actual)));
  if (twice)
    throw new InputError(
      messages.givenTwice(twice.side === 0 ? 'forecast' : 'actual', twice.program, named(twice.month), twice.figure),
    );
}

const notesOf = ({ monthsApart: [forecast, actual], withoutPayers }: Variance): string[] => [
  ...(forecast.length ? [messages.monthsLeftOut('forecast', forecast.map(named), 'actual')] : []),
  ...(actual.length ? [messages.monthsLeftOut('actual', actual.map(named), 'forecast')] : []),
  ...withoutPayers.map(messages.payersNotTold),
];

/** Months of a calendar have far larger numbers than those that are only counted. */
const named = (month: number): string => (month <= MAX_MONTHS ? `month ${month}` : monthText(month));
const span = (months: readonly number[]): string =>
  months.length === 1 ? named(months[0]) : `${named(months[0])} to ${named(months.at(-1)!)}`;

/**
 * Months that are over, as the table Actuals gives them: values in the place of formulas. What the plan says of them (the
 * causes of loss, bad debt, when the rest of what is owed comes in) is of the scenario that the copy is made with.
 */
import { NOISE } from '../../engine/math/tolerances';
import type { ActualMonth } from '../../engine/model/model';
import type { PayerMonth } from '../../forecast/by-payer';
import type { Drivers } from '../../forecast/drivers';
import type { Forecast } from '../../forecast/forecast';
import type { MonthlySheet } from '../monthly-sheet';
import type { SegmentRow, StatementRow } from '../row-names';
import type { ProgramOf, SegmentOf, Who } from '../who';

export interface MonthsOver {
  programs: MonthlySheet;
  segments: MonthlySheet;
  statement: MonthlySheet;
}

export function freezeMonthsOver(forecast: Forecast, scenario: string | null, who: Who, sheets: MonthsOver): void {
  const drivers = forecast.drivers(scenario);
  if (drivers.monthsOver === 0) return;
  const byPayer = forecast.byPayer(scenario);
  for (const program of who.programs) {
    const p = drivers.programs.findIndex(({ name }) => name === program.name);
    freezeProgram(forecast, scenario, drivers, program, p, sheets);
    const first = drivers.firstActualMonth(p);
    if (first === Infinity) continue;
    for (const s of drivers.payersOf(p)) {
      const segment = program.segments.find(({ payer }) => payer === drivers.segments[s].payer)!;
      freezeSegment(drivers, segment, p, s, byPayer[s], sheets.segments);
    }
  }
}

const FROM_STATEMENT = [
  ['referrals', 'referrals'],
  ['newPatients', 'newPatients'],
  ['waiting', 'waitingPatients'],
] as const;
const COSTS = [
  'careTeamCost',
  'technologyCost',
  'overheadAndComplianceCost',
] as const satisfies readonly StatementRow[];

function freezeProgram(
  forecast: Forecast,
  scenario: string | null,
  drivers: Drivers,
  { name, rows, statement }: ProgramOf,
  p: number,
  sheets: MonthsOver,
): void {
  const over = drivers.monthsOver;
  const first = Math.min(drivers.firstActualMonth(p), over);
  const { series } = forecast.statement(scenario, name);
  const months = Array.from({ length: over }, (_, t) => t);
  let enrolled = 0;
  sheets.programs
    .frozen(
      rows.launched,
      months.map((t) => Number(t >= first)),
    )
    .frozen(
      rows.launches,
      months.map((t) => Number(t === first)),
    )
    .frozen(
      rows.enrolledBefore,
      months.map((t) => {
        if (t === first) enrolled = drivers.openingPatients(p);
        else if (t > first) enrolled += series.newPatients[t - 1];
        return enrolled;
      }),
    );
  for (const [row, line] of FROM_STATEMENT)
    sheets.programs.frozen(
      rows[row],
      months.map((t) => series[line][t]),
    );
  // Minutes and costs are the plan’s where the table does not tell them.
  for (const t of months) {
    const told = drivers.payersOf(p).flatMap((s) => drivers.actualMonth(s, t) ?? []);
    if (told.some(({ minutes }) => minutes !== null))
      sheets.programs.frozen(rows.minutesUsed, [series.minutesUsed[t]], t);
    if (told.some(({ cost }) => cost !== null))
      for (const key of COSTS) sheets.statement.frozen(statement[key], [series[key][t]], t);
  }
}

const AS_TOLD = [
  ['openingPatients', 'opening'],
  ['stayed', 'stayed'],
  ['newPatients', 'added'],
  ['activePatients', 'active'],
  ['realization', 'realizationRate'],
  ['billablePatients', 'billable'],
  ['claimSuccess', 'claimSuccessRate'],
  ['paidClaims', 'claims'],
  ['potentialRevenue', 'potential'],
  ['allowedRevenue', 'revenue'],
] as const satisfies readonly (readonly [SegmentRow, keyof PayerMonth])[];

function freezeSegment(
  drivers: Drivers,
  { rows }: SegmentOf,
  p: number,
  s: number,
  months: readonly PayerMonth[],
  sheet: MonthlySheet,
): void {
  const over = drivers.monthsOver;
  const first = drivers.firstActualMonth(p);
  const told = Array.from({ length: over - first }, (_, i) => drivers.actualMonth(s, first + i)!);
  const freeze = (key: SegmentRow, of: (row: ActualMonth, t: number) => number) =>
    sheet.frozen(
      rows[key],
      told.map((row, i) => of(row, first + i)),
      first,
    );
  for (const [row, key] of AS_TOLD) freeze(row, (_, t) => months[t][key]);
  freeze('closingPatients', (row) => row.closingPatients);
  const lost = told.map((row, i) => lostByCause(drivers, row, months[first + i], p, first + i));
  LOST.forEach((key, cause) => freeze(key, (_, t) => lost[t - first][cause]));
  const surplus = surplusOf(drivers, s, told, first);
  const owed = drivers.payer('openingReceivable', s, 0);
  freeze(
    'badDebt',
    (row, t) =>
      row.allowedRevenue * (1 - drivers.collectedShare(s, t)) +
      (t === 0 ? owed * (1 - drivers.collectedShare(s, 0)) : 0) -
      (t === over - 1 ? surplus : 0),
  );
  freeze('cashCollected', (row) => row.cashCollected);
  // What is still owed of these months comes in as below, not by each month’s terms.
  freeze('collectable', () => 0);
  freeze('cashOfOwed', () => 0);
  sheet.frozen(rows.cashOfOwed, [...drivers.owedAfterActual(p, s).due], over);
}

const LOST = [
  'lostToDischarge',
  'lostToDisengagement',
  'lostToBenefitChange',
  'lostToAdverseEvent',
  'lostToEarlyDropOff',
] as const satisfies readonly SegmentRow[];
const CAUSES = ['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'] as const;

/** In the proportions in which the rates in force would have lost them; to disengagement where these lose nobody. */
function lostByCause(drivers: Drivers, row: ActualMonth, month: PayerMonth, p: number, t: number): number[] {
  const expected = [
    ...CAUSES.map((cause) => row.openingPatients * month.attritionFactor * drivers.program(cause, p, t)),
    month.recent * month.earlyDropOffRate,
  ];
  const all = expected.reduce((sum, each) => sum + each, 0);
  if (all > 0) return expected.map((each) => (each / all) * row.lostPatients);
  return LOST.map((key) => (key === 'lostToDisengagement' ? row.lostPatients : 0));
}

/** What was paid beyond all that could be collected: it takes back bad debt. */
function surplusOf(drivers: Drivers, s: number, told: readonly ActualMonth[], first: number): number {
  const owed = drivers.payer('openingReceivable', s, 0) * drivers.collectedShare(s, 0);
  let collectable = owed,
    paid = 0;
  drivers.partsOfOwed(s).forEach((part, t) => (paid += t < first ? owed * part : 0));
  told.forEach((row, i) => {
    collectable += row.allowedRevenue * drivers.collectedShare(s, first + i);
    paid += row.cashCollected;
  });
  const open = collectable - paid;
  return open < 0 && -open >= NOISE * collectable ? -open : 0;
}

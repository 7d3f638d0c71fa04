/** Months that are over, in the second implementation: docs/model.md, “Months that are over”, one function a rule. */
import type { ActualMonth, Model } from '../../../src/engine/model/model';

/** Months that are over; 0 where all are forecast. */
export const monthsOver = (model: Model): number => model.actual?.months ?? 0;

/** What the table tells of a program's month, payer by payer in the order asked; null where it has no rows of it. */
export function told(model: Model, program: string, payers: readonly string[], month: number): ActualMonth[] | null {
  if (month > monthsOver(model)) return null;
  const rows = model.actual!.rows.filter((row) => row.program === program && row.month === month);
  return rows.length === 0 ? null : payers.map((payer) => rows.find((row) => row.payer === payer)!);
}

/** A figure of the whole program, which its rows give once or in parts; null where none gives it. */
export function ofProgram(
  rows: readonly ActualMonth[],
  figure: 'minutes' | 'cost' | 'referrals' | 'waitingPatients',
): number | null {
  let sum: number | null = null;
  for (const row of rows) if (row[figure] !== null) sum = (sum ?? 0) + row[figure]!;
  return sum;
}

/** Lost patients by cause, in the proportions of what the rates would have lost; to disengagement where that is nobody. */
export function lostAsTold<L extends { byCause: Record<string, number>; toEarlyDropOff: number; together: number }>(
  planned: L,
  lost: number,
): L {
  const byCause: Record<string, number> = {};
  for (const [cause, patients] of Object.entries(planned.byCause))
    byCause[cause] = planned.together > 0 ? (lost * patients) / planned.together : 0;
  if (planned.together === 0) byCause['disengagement'] = lost;
  const toEarlyDropOff = planned.together > 0 ? (lost * planned.toEarlyDropOff) / planned.together : 0;
  return { ...planned, byCause, toEarlyDropOff, together: lost };
}

/** What a claim was allowed; the rate in force where none was paid. */
export const allowedAsTold = ({ allowedRevenue, paidClaims }: ActualMonth, rate: number): number =>
  paidClaims > 0 ? allowedRevenue / paidClaims : rate;

/** Costs by category, in the proportions of what the items would have cost; overhead where they cost nothing. */
export function costsAsTold(
  figures: Record<'careTeamCost' | 'technologyCost' | 'overheadAndComplianceCost', number>,
  cost: number,
): void {
  const categories = ['careTeamCost', 'technologyCost', 'overheadAndComplianceCost'] as const;
  // What cash that was paid back would have brought is no cost.
  for (const category of categories) if (figures[category] < 0) figures[category] = 0;
  const planned = figures.careTeamCost + figures.technologyCost + figures.overheadAndComplianceCost;
  for (const category of categories) figures[category] = planned > 0 ? cost * (figures[category] / planned) : 0;
  if (planned === 0) figures.overheadAndComplianceCost = cost;
}

/**
 * At the end of the last month that is over: what the payer owes comes in as what is due after it would have, all in
 * one proportion. Gives the bad debt of the month that a surplus takes back.
 * @param cashDue by month, from month 1 on
 */
export function collectWhatIsOwed(cashDue: number[], months: number, owed: number): number {
  let due = 0;
  for (let t = months; t < cashDue.length; t++) due += cashDue[t];
  if (owed < 0) {
    for (let t = months; t < cashDue.length; t++) cashDue[t] = 0;
    return -owed;
  }
  if (due === 0) cashDue[months] = owed;
  else for (let t = months; t < cashDue.length; t++) cashDue[t] *= owed / due;
  return 0;
}

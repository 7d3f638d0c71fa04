/**
 * What one figure of a forecast is made of. Every row is an input with its cell, a figure of the forecast that can be
 * explained in turn, or made of the rows behind it: an explanation holds all it takes to work its figure out again.
 *
 * The figure first, then the lines of its recipe; of several programs each one's figure; then the parts of each.
 */
import { NOTHING } from '../../engine/math/tolerances';
import { lineByKey, type LineKey, type RuleKey, type SeriesKey } from '../../engine/model/lines';
import { list } from '../../tables/messages/wording';
import type { SourcedActual } from '../../tables/reading/read-actuals';
import { ACTUALS } from '../../tables/schemas/actuals';
import type { Forecast } from '../forecast';
import { causeRows, earlyDropOffRows } from './attrition';
import {
  badDebtRows,
  billableRows,
  paidClaimRows,
  potentialRows,
  pricedClaimRows,
  receivableRows,
  revenueRows,
} from './billing';
import { cashByOrigin, cashRows } from './cash';
import { newPatientRows, openingRows, referralRows, waitingRows } from './enrollment';
import { ExplainedMonth } from './explained-month';
import { careTeamUnitRows, costRows, minuteRows, utilizationRows } from './items';
import { row, type Row } from './row';

type ProgramRows = (m: ExplainedMonth, p: number) => Row[];

/** Lines that follow a rule in each program; the lines of their recipe stand among its rows. */
const BY_PROGRAM: Partial<Record<LineKey, ProgramRows>> = {
  referrals: referralRows,
  openingPatients: openingRows,
  newPatients: newPatientRows,
  waitingPatients: waitingRows,
  minutesUsed: (m, p) => [
    m.line('minutesAvailable', p),
    m.line('activePatients', p),
    m.inputs.ofProgram('serviceMinutes', p),
  ],
};

/** Lines that add up payers. */
const BY_PAYER: Partial<Record<LineKey, ProgramRows>> = {
  lostToDischarge: causeRows('lostToDischarge', 'dischargeRate'),
  lostToDisengagement: causeRows('lostToDisengagement', 'disengagementRate'),
  lostToBenefitChange: causeRows('lostToBenefitChange', 'benefitChangeRate'),
  lostToAdverseEvent: causeRows('lostToAdverseEvent', 'adverseEventRate'),
  lostToEarlyDropOff: earlyDropOffRows,
  realizationRate: billableRows,
  billablePatients: billableRows,
  claimSuccessRate: paidClaimRows,
  paidClaims: paidClaimRows,
  allowedPppm: pricedClaimRows,
  potentialRevenue: potentialRows,
  allowedRevenue: revenueRows,
  badDebt: badDebtRows,
  cashCollected: cashRows,
  receivable: receivableRows,
};

/** Lines that add up cost items, which may serve several programs. */
const BY_ITEM: Partial<Record<LineKey, (m: ExplainedMonth) => Row[]>> = {
  careTeamUnits: careTeamUnitRows,
  utilizationRate: utilizationRows,
  careTeamCost: costRows('careTeamCost', 'care team'),
  technologyCost: costRows('technologyCost', 'technology'),
  overheadAndComplianceCost: costRows('overheadAndComplianceCost', 'overhead and compliance'),
  minutesAvailable: minuteRows,
};

/**
 * @param program as the Panel writes it; null for all
 * @param month counted from 1
 */
export function explanation(
  forecast: Forecast,
  line: LineKey,
  month: number,
  scenario: string | null,
  program: string | null,
): Row[] {
  const m = new ExplainedMonth(forecast, scenario, program, month - 1);
  const { name, unit, kind, words, before, inputs } = lineByKey.get(line)!;
  if (m.isActual) return actualRows(m, line);
  const isSum = m.program === null && kind !== 'rate';
  const isOfLines = !(line in BY_PROGRAM) && !(line in BY_PAYER) && !(line in BY_ITEM);
  return withoutRepeats([
    row(name, m.figure(line, m.program), unit, isSum ? `${words}; the programs add up` : words),
    ...(line in BY_PROGRAM
      ? []
      : [
          ...factorsOf(m, line).map((factor) => m.line(factor, m.program)),
          ...(m.t > 0 ? before.map((factor) => m.line(factor, m.program, m.t - 1)) : []),
        ]),
    // Inputs of programs, payers and items stand with those; a line made of lines may still follow a rule of the model.
    ...(isOfLines ? inputs.map((rule) => m.inputs.rule(rule as RuleKey)) : []),
    ...(line === 'cashCollected' ? cashByOrigin(m) : []),
    ...(isSum ? m.programs.map((p) => m.line(line, p)) : []),
    ...(BY_ITEM[line]?.(m) ?? []),
    ...m.programs.flatMap((p) => (BY_PROGRAM[line] ?? BY_PAYER[line])?.(m, p) ?? []),
  ]);
}

/** Of a month that is over: the figure, what it is made of where that are lines, and the rows of the table that tell. */
function actualRows(m: ExplainedMonth, line: LineKey): Row[] {
  const { name, unit, made, before } = lineByKey.get(line)!;
  const rows = m.programs
    .flatMap((p) => m.drivers.payersOf(p))
    .flatMap((s) => m.drivers.actualMonth(s, m.t) ?? [])
    .map(({ row: number }: Partial<SourcedActual>) => number!)
    .sort((a, b) => a - b);
  const where = rows.length
    ? `actual, from ${ACTUALS.title} (${ACTUALS.name}) ${rows.length > 1 ? 'rows' : 'row'} ${list(rows.map(String), 12)}`
    : `a month that is over, of which ${ACTUALS.title} has no row`;
  return withoutRepeats([
    row(name, m.figure(line, m.program), unit, where),
    ...(made === 'by events' ? [] : factorsOf(m, line).map((factor) => m.line(factor, m.program))),
    ...(made !== 'by events' && m.t > 0 ? before.map((factor) => m.line(factor, m.program, m.t - 1)) : []),
    ...(m.program === null && made === 'by events' ? m.programs.map((p) => m.line(line, p)) : []),
  ]);
}

/** What a rate divides, and the panel that makes it nothing only where it does. */
function factorsOf(m: ExplainedMonth, line: LineKey): readonly SeriesKey[] {
  const { made, factors } = lineByKey.get(line)!;
  if (made !== 'as ratio') return factors;
  const [part, whole, panel] = factors;
  return panel && m.figure(panel, m.program) < NOTHING ? factors : [part, whole];
}

/** What several parts have in common is said once, with the first of them. */
function withoutRepeats(rows: Row[]): Row[] {
  const names = new Set<string>();
  return rows.filter(({ name }) => !names.has(name) && names.add(name));
}

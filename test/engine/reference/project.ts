/**
 * The second implementation: docs/model.md read aloud, one function an event, in the order of the events.
 *
 * It shares no arithmetic with the engine, only the names of drivers and lines. It is slow and says what it does:
 * a plain object for each program and payer of one month, a plain loop over months.
 */
import {
  COST_DRIVERS,
  PAYER_DRIVERS,
  PROGRAM_DRIVERS,
  upperBound,
  type Driver,
} from '../../../src/engine/model/drivers';
import { ALL_LINES, type LineKey } from '../../../src/engine/model/lines';
import type {
  ActualMonth,
  BillingBasis,
  Change,
  CostItem,
  Model,
  Payer,
  Program,
} from '../../../src/engine/model/model';
import {
  admit,
  hasTeam,
  isLimited,
  isRole,
  minutesAvailable,
  newRole,
  orderUnits,
  ownMonth,
  reportForDuty,
  staffUnlimited,
  type Role,
  type Served,
} from './team';
import { allowedAsTold, collectWhatIsOwed, costsAsTold, lostAsTold, monthsOver, ofProgram, told } from './actual';
import { tail } from '../math/tails';

export interface ReferenceStatement {
  /** A number a month for every line. */
  lines: Record<LineKey, number[]>;
  /** The Total column. */
  totals: Record<LineKey, number>;
}

/** An input of one month that was held at a bound, or a set of them that was scaled back together. */
export interface ReferenceFinding {
  what: string;
  program: string | null;
  payer: string | null;
  item: string | null;
  month: number;
  value: number;
  heldAt: number;
}

/** A month in which a rule of the page says that something is a finding, nothing having been held. */
export interface ReferenceNotice {
  what: 'no team' | 'one-off moved';
  program: string | null;
  item: string | null;
  month: number;
}

export interface Reference {
  total: ReferenceStatement;
  byProgram: Map<string, ReferenceStatement>;
  findings: ReferenceFinding[];
  notices: ReferenceNotice[];
  /** What the statements are made of: every program's patients, month by month. */
  months: readonly (readonly ProgramMonth[])[];
  /** … and every cost item, month by month. */
  costs: readonly (readonly CostMonth[])[];
}

/** A unit that is filled by less than this is not bought: it is the rounding of the numbers. */
const UNIT_NOISE = 1e-9;
/** Less than this of anything is nothing to divide by. */
export const NOTHING = 1e-9;
/** What is left of patients after a subtraction, when it is less than this part of them, is the rounding of the numbers: nobody. */
const PANEL_NOISE = 1e-12;

const CAUSES = ['discharge', 'disengagement', 'benefitChange', 'adverseEvent'] as const;
type Cause = (typeof CAUSES)[number];
type ByCause = Record<Cause, number>;

/** The figures of one program in one month that add up over programs; the lines of the statement follow from them. */
const SUMMABLE = [
  'referrals',
  'openingPatients',
  'lostToDischarge',
  'lostToDisengagement',
  'lostToBenefitChange',
  'lostToAdverseEvent',
  'lostToEarlyDropOff',
  'lostPatients',
  'newPatients',
  'closingPatients',
  'waitingPatients',
  'activePatients',
  'careTeamUnits',
  'servedPatients',
  'places',
  'billablePatients',
  'paidClaims',
  'potentialRevenue',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'receivable',
  'careTeamCost',
  'technologyCost',
  'overheadAndComplianceCost',
  'totalCost',
  'margin',
  'cumulativeCash',
  'minutesAvailable',
  'minutesUsed',
] as const;
type Figures = Record<(typeof SUMMABLE)[number], number>;

const noFigures = (): Figures => Object.fromEntries(SUMMABLE.map((key) => [key, 0])) as Figures;

/** One payer of one program: its inputs, its panel as last month left it, and the cash still to come, by month of arrival. */
interface Segment {
  typed: Payer;
  closing: number;
  newPatients: number;
  /** Behind the last month of the forecast, too. */
  cashDue: number[];
  /** At the end of the month before. */
  owed: number;
}

/** One program: its inputs, its payers, and what it remembers from last month. */
interface Panel {
  typed: Program;
  segments: Segment[];
  launched: boolean;
  openingAtLaunch: number;
  enrolledSince: number;
  waiting: number;
  receivable: number;
  cumulativeCash: number;
}

export function reference(typed: Model): Reference {
  const model: Model = {
    ...typed,
    schedule: inOrder(typed.schedule ?? []),
    changes: inOrder(typed.changes),
    adjustments: inOrder(typed.adjustments),
  };
  const findings: ReferenceFinding[] = [];
  const panels: Panel[] = model.programs.map((typed) => ({
    typed,
    segments: model.payers
      .filter((payer) => payer.program === typed.name)
      .map((payer) => ({
        typed: payer,
        closing: 0,
        newPatients: 0,
        cashDue: Array<number>(model.months + LONGEST_WAIT + 1).fill(0),
        owed: 0,
      })),
    launched: false,
    openingAtLaunch: 0,
    enrolledSince: 0,
    waiting: 0,
    receivable: 0,
    cumulativeCash: 0,
  }));

  const items = model.costs.map((typed): Item => ({
    typed,
    role: isRole(typed) ? newRole(typed) : null,
    increase: 1,
    paidWithStart: null,
  }));
  const team = items.flatMap(({ role }) => role ?? []);
  const history = new Map<string, Figures[]>(model.programs.map((program) => [program.name, []]));
  const together: Figures[] = [];
  const notices: ReferenceNotice[] = [];
  const months: ProgramMonth[][] = [];
  const costs: CostMonth[][] = [];
  for (let month = 1; month <= model.months; month++) {
    const begun = panels.map((panel) => beginMonth(model, panel, month, findings));
    const charged = items.map((item) => beginCost(model, item, month, findings));
    for (const { item, isThere, role } of charged) if (role) reportForDuty(model, role, item, isThere, month);
    // Who joined in a month that is over has joined.
    if (month > monthsOver(model)) admit(team, begun);
    for (const ofMonth of begun) close(model, ofMonth);
    noticeMissingTeams(team, begun, month, notices);
    staffUnlimited(team, begun, wholeUnits);
    const ofMonth = panels.map((panel, p) =>
      bill(model, panel, begun[p], hasTeam(model) ? minutesAvailable(team, begun[p], begun) : 0, month),
    );
    orderUnits(model, team, begun, month);
    items.forEach((item, i) => chargeCost(item, charged[i], panels, ofMonth, month, notices));
    const total = noFigures();
    panels.forEach((panel, p) => {
      const figures = ofMonth[p];
      const cost = begun[p].told && ofProgram(begun[p].told, 'cost');
      if (cost !== null) costsAsTold(figures, cost);
      keepAccounts(panel, begun[p], figures, month);
      history.get(panel.typed.name)!.push(figures);
      for (const key of SUMMABLE) total[key] += figures[key];
    });
    together.push(total);
    months.push(begun);
    costs.push(charged);
  }

  return {
    total: statement(together),
    byProgram: new Map([...history].map(([name, figures]) => [name, statement(figures)])),
    findings,
    notices,
    months,
    costs,
  };
}

/** One payer's patients in one month. */
export interface SegmentMonth {
  payer: Payer;
  share: number;
  opening: number;
  lost: ReturnType<typeof lostPatients>;
  stayed: number;
  added: number;
  closing: number;
  active: number;
  billable: number;
  claims: number;
  revenue: number;
  cash: number;
}

/** One program's month while it is worked out. */
export interface ProgramMonth extends Served {
  program: Program;
  launched: boolean;
  /** Before the month's enrollment. */
  eligibleLeft: number;
  waitingBefore: number;
  candidates: number;
  segments: SegmentMonth[];
  /** By payer, what is told of a month that is over. */
  told: ActualMonth[] | null;
}

/** Events 1, 2, 4 and what of 5 is the program's own: who would enroll if the care team had places for all. */
function beginMonth(model: Model, panel: Panel, month: number, findings: ReferenceFinding[]): ProgramMonth {
  const own = ownMonth(panel.typed, month);
  const program = programInForce(model, panel.typed, own, findings);
  const payers = panel.segments.map((segment) => payerInForce(model, segment.typed, month, findings));
  const shares = sharesOfPanel(payers, month, findings);
  const attrition = payers.map((payer) => attritionRates(program, payer, month, findings));

  const rows = told(
    model,
    panel.typed.name,
    panel.segments.map(({ typed }) => typed.payer),
    month,
  );
  const launchesNow =
    !panel.launched && (rows !== null || (month > monthsOver(model) && own >= 1 && program.launchMonth <= own));
  if (launchesNow) {
    panel.launched = true;
    panel.openingAtLaunch = rows ? add(rows.map((row) => row.openingPatients)) : program.openingPatients;
  }
  const segments = panel.segments.map((segment, s): SegmentMonth => {
    const opening = rows
      ? rows[s].openingPatients
      : launchesNow
        ? program.openingPatients * shares[s]
        : segment.closing;
    const planned = lostPatients(opening, segment.newPatients, attrition[s]);
    const lost = rows ? lostAsTold(planned, rows[s].lostPatients) : planned;
    return {
      payer: payers[s],
      share: shares[s],
      opening,
      lost,
      stayed: whatIsLeft(opening, lost.together),
      added: 0,
      closing: 0,
      active: 0,
      billable: 0,
      claims: 0,
      revenue: 0,
      cash: 0,
    };
  });
  const ofMonth: ProgramMonth = {
    name: panel.typed.name,
    program,
    launched: panel.launched,
    segments,
    stayed: add(segments.map(({ stayed }) => stayed)),
    eligibleLeft: 0,
    waitingBefore: panel.waiting,
    candidates: 0,
    enrolled: 0,
    active: 0,
    told: rows,
  };
  if (!panel.launched) return ofMonth;
  const demand = program.referrals * program.conversionRate + panel.waiting * (1 - model.waitingLossRate);
  ofMonth.eligibleLeft = whatIsLeft(program.eligiblePatients, panel.openingAtLaunch + panel.enrolledSince);
  if (rows) {
    ofMonth.enrolled = add(rows.map((row) => row.newPatients));
    ofMonth.candidates = ofMonth.enrolled + ofProgram(rows, 'waitingPatients')!;
    return ofMonth;
  }
  ofMonth.candidates = Math.min(demand, ofMonth.eligibleLeft);
  ofMonth.enrolled = Math.min(ofMonth.candidates, program.enrollmentLimit);
  return ofMonth;
}

/** Event 6: payers share the new patients. */
function close(model: Model, ofMonth: ProgramMonth): void {
  ofMonth.segments.forEach((segment, s) => {
    const row = ofMonth.told?.[s];
    segment.added = row ? row.newPatients : ofMonth.enrolled * segment.share;
    segment.closing = row ? row.closingPatients : segment.stayed + segment.added;
    segment.active =
      row?.activePatients ?? activePatients(model.basis, segment.opening, segment.stayed, segment.closing);
    ofMonth.active += segment.active;
  });
}

/** Events 7 to 10. */
function bill(
  model: Model,
  panel: Panel,
  { program, launched, segments, enrolled, candidates, active: everyone, told: rows }: ProgramMonth,
  minutes: number,
  month: number,
): Figures {
  const figures = noFigures();
  // A team may be on duty before its program is launched.
  figures.minutesAvailable = minutes;
  // What is owed at the start comes in even where there is no program yet.
  segments.forEach(({ payer }, s) => {
    const segment = panel.segments[s];
    if (month === 1) {
      const lost = oweAtStart(segment, payer);
      figures.badDebt += lost;
      segment.owed = payer.openingReceivable - lost;
    }
    if (launched) return;
    figures.cashCollected += segment.cashDue[month - 1];
    segment.owed -= segment.cashDue[month - 1];
  });
  if (!launched) return figures;
  const meanMinutes = everyone > 0 ? Math.min(minutes / everyone, program.serviceMinutes) : 0;
  figures.minutesUsed = (rows && ofProgram(rows, 'minutes')) ?? meanMinutes * everyone;
  panel.waiting = candidates - enrolled;
  panel.enrolledSince += enrolled;
  figures.referrals = rows ? ofProgram(rows, 'referrals')! : program.referrals;
  figures.waitingPatients = panel.waiting;
  segments.forEach((ofSegment, s) => {
    const { payer, opening, lost, added, closing, active } = ofSegment;
    const segment = panel.segments[s];
    const row = rows?.[s];
    const billable = (ofSegment.billable = row
      ? row.billablePatients
      : active * realizationRate(model, payer, meanMinutes));
    const claims = (ofSegment.claims = row ? row.paidClaims : billable * claimSuccess(payer));
    const revenue = (ofSegment.revenue = row ? row.allowedRevenue : claims * payer.allowedPppm);
    putCashWhereItIsDue(segment, month, revenue, payer);
    const cash = (ofSegment.cash = row ? row.cashCollected : segment.cashDue[month - 1]);
    let badDebt = revenue * (1 - collectedShare(payer));
    segment.owed += revenue - badDebt - cash;
    if (month === monthsOver(model)) badDebt -= collectWhatIsOwed(segment.cashDue, month, segment.owed);

    figures.openingPatients += opening;
    figures.lostToDischarge += lost.byCause.discharge;
    figures.lostToDisengagement += lost.byCause.disengagement;
    figures.lostToBenefitChange += lost.byCause.benefitChange;
    figures.lostToAdverseEvent += lost.byCause.adverseEvent;
    figures.lostToEarlyDropOff += lost.toEarlyDropOff;
    figures.lostPatients += lost.together;
    figures.newPatients += added;
    figures.closingPatients += closing;
    figures.activePatients += active;
    figures.billablePatients += billable;
    figures.paidClaims += claims;
    figures.potentialRevenue += active * (row ? allowedAsTold(row, payer.allowedPppm) : payer.allowedPppm);
    figures.allowedRevenue += revenue;
    figures.badDebt += badDebt;
    figures.cashCollected += cash;

    segment.closing = closing;
    segment.newPatients = added;
  });
  return figures;
}

// 1. Planned changes, then the scenario

/** Who a driver belongs to; what it has no name for is null. */
interface Owner {
  program: string | null;
  payer: string | null;
  item: string | null;
}

const KIND_ORDER = ['set', 'multiply', 'add'];
const namesGiven = (change: Change) =>
  [change.program, change.payer, change.item].filter((name) => name !== null).length;

/** The order in which the rows of one stage are worked through. */
function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort(
    (a, b) =>
      a.fromMonth - b.fromMonth ||
      KIND_ORDER.indexOf(a.change) - KIND_ORDER.indexOf(b.change) ||
      namesGiven(a) - namesGiven(b),
  );
}

/** A name given must be the owner's own; a payer driver has no item, a program driver neither payer nor item. */
function touches(change: Change, driver: Driver, owner: Owner): boolean {
  return (
    change.driver === driver.key &&
    (change.program === null || change.program === owner.program) &&
    (change.payer === null || change.payer === owner.payer) &&
    (change.item === null || change.item === owner.item)
  );
}

function apply(change: Change, value: number): number {
  if (change.change === 'set') return change.value;
  if (value === Infinity) return Infinity;
  return change.change === 'multiply' ? value * change.value : value + change.value;
}

/** A driver's value in a month: typed, changed, adjusted, by rows in their order. */
function changed(model: Model, driver: Driver, owner: Owner, typed: number, month: number): number {
  let value = typed;
  for (const stage of [model.schedule!, model.changes]) {
    for (const change of stage) {
      if (touches(change, driver, owner) && change.fromMonth <= month && month <= change.toMonth)
        value = apply(change, value);
    }
  }
  for (const adjustment of model.adjustments) {
    if (touches(adjustment, driver, owner)) value = apply(adjustment, value);
  }
  return value;
}

/** … and clipped. */
function driverInForce(
  model: Model,
  driver: Driver,
  owner: Owner,
  typed: number,
  month: number,
  findings: ReferenceFinding[],
  upper = driver.upper,
): number {
  const value = changed(model, driver, owner, typed, month);
  const clipped = Math.min(upper, Math.max(driver.lower, value));
  if (clipped !== value) findings.push({ what: driver.key, ...owner, month, value, heldAt: clipped });
  return clipped;
}

function inForce<T extends object>(
  model: Model,
  drivers: readonly Driver[],
  owner: Owner,
  typed: T,
  month: number,
  findings: ReferenceFinding[],
): T {
  const values = { ...typed } as Record<string, unknown>;
  for (const driver of drivers) {
    values[driver.key] = driverInForce(model, driver, owner, values[driver.key] as number, month, findings);
  }
  return values as T;
}

const programInForce = (model: Model, program: Program, month: number, findings: ReferenceFinding[]): Program =>
  inForce(model, PROGRAM_DRIVERS, { program: program.name, payer: null, item: null }, program, month, findings);

const payerInForce = (model: Model, payer: Payer, month: number, findings: ReferenceFinding[]): Payer =>
  inForce(model, PAYER_DRIVERS, { program: payer.program, payer: payer.payer, item: null }, payer, month, findings);

/** Of a cost item the annual increase keeps the calendar, and its patients per unit are nobody's before it is charged. */
function costInForce(model: Model, cost: CostItem, month: number, findings: ReferenceFinding[]): CostItem {
  const owner = { program: cost.program, payer: null, item: cost.item };
  const own = ownMonth(cost, month);
  const values = { ...cost } as unknown as Record<string, number>;
  for (const driver of COST_DRIVERS) {
    const typed = values[driver.key];
    values[driver.key] =
      driver.key === 'patientsPerUnit'
        ? changed(model, driver, owner, typed, own)
        : driverInForce(
            model,
            driver,
            owner,
            typed,
            driver.key === 'annualIncrease' ? month : own,
            findings,
            upperBound(driver, cost.basis),
          );
  }
  return values as unknown as CostItem;
}

/** Payer shares of one program, scaled to 1; evenly where all are 0. */
function sharesOfPanel(payers: readonly Payer[], month: number, findings: ReferenceFinding[]): number[] {
  const together = add(payers.map((payer) => payer.shareOfPanel));
  if (payers.length && Math.abs(together - 1) > 1e-6) {
    findings.push({
      what: 'shareOfPanel',
      program: payers[0].program,
      payer: null,
      item: null,
      month,
      value: together,
      heldAt: 1,
    });
  }
  return payers.map((payer) => (together === 0 ? 1 / payers.length : payer.shareOfPanel / together));
}

interface AttritionRates {
  causes: ByCause;
  earlyDropOff: number;
}

/** The cause rates of a segment and its early drop-off, held so that nobody is lost twice. */
function attritionRates(program: Program, payer: Payer, month: number, findings: ReferenceFinding[]): AttritionRates {
  const owner = { program: payer.program, payer: payer.payer, item: null };
  const causes: ByCause = {
    discharge: program.dischargeRate * payer.attritionMultiplier,
    disengagement: program.disengagementRate * payer.attritionMultiplier,
    benefitChange: program.benefitChangeRate * payer.attritionMultiplier,
    adverseEvent: program.adverseEventRate * payer.attritionMultiplier,
  };
  let together = add(CAUSES.map((cause) => causes[cause]));
  if (together > 1) {
    findings.push({ what: 'causeRates', ...owner, month, value: together, heldAt: 1 });
    for (const cause of CAUSES) causes[cause] /= together;
    together = 1;
  }
  let earlyDropOff = program.earlyDropOffRate;
  if (together + earlyDropOff > 1) {
    findings.push({ what: 'earlyDropOffRate', ...owner, month, value: earlyDropOff, heldAt: 1 - together });
    earlyDropOff = 1 - together;
  }
  return { causes, earlyDropOff };
}

// 2. Attrition

function lostPatients(opening: number, newLastMonth: number, rates: AttritionRates) {
  const byCause: ByCause = {
    discharge: opening * rates.causes.discharge,
    disengagement: opening * rates.causes.disengagement,
    benefitChange: opening * rates.causes.benefitChange,
    adverseEvent: opening * rates.causes.adverseEvent,
  };
  const toEarlyDropOff = newLastMonth * rates.earlyDropOff;
  return { byCause, toEarlyDropOff, together: add(CAUSES.map((cause) => byCause[cause])) + toEarlyDropOff };
}

/** Never below nobody. */
function whatIsLeft(patients: number, gone: number): number {
  const left = patients - gone;
  return left < PANEL_NOISE * patients ? 0 : left;
}

// 6. Active patients, and 7. what of them is billable

function activePatients(basis: BillingBasis, opening: number, stayed: number, closing: number): number {
  if (basis === 'average') return (opening + closing) / 2;
  if (basis === 'closing') return closing;
  return stayed;
}

/** As typed, or of those with consent and documentation the share that reaches the threshold. */
function realizationRate(model: Model, payer: Payer, meanMinutes: number): number {
  if (payer.thresholdMinutes === 0) return payer.realizationRate;
  return (
    payer.consentRate *
    payer.documentationRate *
    tail(meanMinutes, payer.minutesCv, payer.thresholdMinutes, model.minutesDistribution)
  );
}

// 8. Claims

function claimSuccess(payer: Payer): number {
  return payer.cleanClaimRate + (1 - payer.cleanClaimRate) * payer.appealRate * payer.overturnRate;
}

// 10. Cash

export const collectedShare = (payer: Payer): number =>
  payer.paymentPattern === null ? payer.collectedRate : payer.collectedRate * add(payer.paymentPattern);

/** The share of a collected dollar that comes in so many months later. */
export function partAfter(payer: Payer, months: number): number {
  if (payer.paymentPattern !== null) return (payer.paymentPattern[months] ?? 0) / add(payer.paymentPattern);
  const monthsToPay = payer.daysToPay / 30;
  const whole = Math.floor(monthsToPay);
  if (months === whole) return 1 - (monthsToPay - whole);
  return months === whole + 1 ? monthsToPay - whole : 0;
}

/** More months than any payer takes. */
export const LONGEST_WAIT = 125;

/** Puts the collected share of the month's revenue where it is due. */
function putCashWhereItIsDue(segment: Segment, month: number, revenue: number, payer: Payer): void {
  for (let wait = 0; wait <= LONGEST_WAIT && month + wait <= segment.cashDue.length; wait++)
    segment.cashDue[month + wait - 1] += revenue * collectedShare(payer) * partAfter(payer, wait);
}

/**
 * Revenue of a dollar a month has been earned for ever: what of it is open at the start, and when it comes in, is how
 * what is owed comes in. Gives what of it is bad debt.
 */
function oweAtStart(segment: Segment, payer: Payer): number {
  const collectable = payer.openingReceivable * collectedShare(payer);
  const comesIn: number[] = [];
  for (let earnedBefore = 1; earnedBefore <= LONGEST_WAIT; earnedBefore++)
    for (let wait = earnedBefore; wait <= LONGEST_WAIT; wait++) {
      // Earned in month 1 − earnedBefore.
      const month = 1 - earnedBefore + wait;
      comesIn[month] = (comesIn[month] ?? 0) + partAfter(payer, wait);
    }
  const open = add(comesIn.slice(1));
  if (open === 0) segment.cashDue[0] += collectable;
  else
    for (let month = 1; month <= segment.cashDue.length && month < comesIn.length; month++)
      segment.cashDue[month - 1] += (collectable * comesIn[month]) / open;
  return payer.openingReceivable - collectable;
}

// 11. Costs

/** One cost item and what it remembers. */
interface Item {
  typed: CostItem;
  role: Role | null;
  /** What the anniversaries so far have made of each dollar. */
  increase: number;
  /** Of a one-off that has been charged: the start month it then had. */
  paidWithStart: number | null;
}

/** One cost item in one month: its inputs in force, and what became of them. */
export interface CostMonth {
  item: CostItem;
  isThere: boolean;
  role: Role | null;
  /** The amount after all increases. */
  amount: number;
  /** Of an item bought by the unit. */
  units: number;
  /** What each program bears, in the model's order. */
  charges: number[];
}

function beginCost(model: Model, of: Item, month: number, findings: ReferenceFinding[]): CostMonth {
  const item = costInForce(model, of.typed, month, findings);
  const own = ownMonth(of.typed, month);
  const isThere = own >= 1 && item.startMonth <= own && own <= item.endMonth;
  if (isThere && item.basis === 'per unit' && item.patientsPerUnit <= 0)
    throw new Error(`Patients per unit of ${item.item} are ${item.patientsPerUnit} in month ${month}.`);
  if (month > 1 && (month - 1) % 12 === 0) of.increase *= 1 + item.annualIncrease;
  const amount = item.basis === 'percent of cash' ? item.amount : item.amount * of.increase;
  return { item, isThere, role: of.role, amount, units: 0, charges: model.programs.map(() => 0) };
}

/** Adds an item's charge of the month to the programs that bear it. */
function chargeCost(
  of: Item,
  cost: CostMonth,
  panels: readonly Panel[],
  ofMonth: readonly Figures[],
  month: number,
  notices: ReferenceNotice[],
): void {
  const { item, isThere, role } = cost;
  if (of.paidWithStart !== null && item.startMonth !== of.paidWithStart)
    notices.push({ what: 'one-off moved', program: item.program, item: item.item, month });
  if (!isThere) return;
  if (item.basis === 'one-off' && of.paidWithStart !== null) return;

  const everyone = add(ofMonth.map((figures) => figures.activePatients));
  panels.forEach((panel, p) => {
    // The share of the item that this program bears, and the programs whose figures drive it.
    let portion: number;
    let driving: readonly Figures[];
    if (item.program === null) {
      portion = everyone > 0 ? ofMonth[p].activePatients / everyone : 1 / panels.length;
      driving = ofMonth;
    } else {
      portion = item.program === panel.typed.name ? 1 : 0;
      driving = [ofMonth[p]];
    }
    if (portion === 0) return;

    const figures = ofMonth[p];
    const active = add(driving.map((each) => each.activePatients));
    if (item.basis === 'per unit') cost.units = role ? role.units : wholeUnits(active, item);
    const dollars = portion * charge(cost, active, driving);
    cost.charges[p] = dollars;
    if (item.category === 'care team') figures.careTeamCost += dollars;
    if (item.category === 'technology') figures.technologyCost += dollars;
    if (item.category === 'overhead and compliance') figures.overheadAndComplianceCost += dollars;
    if (role) {
      figures.careTeamUnits += portion * cost.units;
      figures.servedPatients += portion * active;
      figures.places += portion * cost.units * item.patientsPerUnit;
    }
  });
  if (item.basis === 'one-off') of.paidWithStart = item.startMonth;
}

function charge({ item, amount, units }: CostMonth, active: number, driving: readonly Figures[]): number {
  switch (item.basis) {
    case 'per month':
    case 'one-off':
      return amount;
    case 'per active patient':
      return amount * active;
    case 'per new patient':
      return amount * add(driving.map((figures) => figures.newPatients));
    case 'per unit':
      return amount * units;
    case 'percent of cash':
      return amount * add(driving.map((figures) => figures.cashCollected));
  }
}

/** Patients whom a limited team should serve, in a month in which none is there. */
function noticeMissingTeams(
  team: readonly Role[],
  programs: readonly ProgramMonth[],
  month: number,
  notices: ReferenceNotice[],
): void {
  for (const { name, active } of programs) {
    const limiting = team.filter(({ typed }) => isLimited(typed) && (typed.program === null || typed.program === name));
    if (active >= NOTHING && limiting.length && !limiting.some(({ isThere }) => isThere))
      notices.push({ what: 'no team', program: name, item: null, month });
  }
}

/** The larger of the minimum and the units that the patients fill, whole, a rounding residue not counted. */
export function wholeUnits(active: number, cost: CostItem): number {
  const filled = active / cost.patientsPerUnit;
  return Math.max(cost.minimumUnits, Math.ceil(filled - UNIT_NOISE * Math.max(1, filled)));
}

// 12. Margin, and what carries over to the next month

function keepAccounts(panel: Panel, ofMonth: ProgramMonth, figures: Figures, month: number): void {
  if (month === 1) panel.receivable = add(ofMonth.segments.map(({ payer }) => payer.openingReceivable));
  panel.receivable += figures.allowedRevenue - figures.badDebt - figures.cashCollected;
  figures.receivable = panel.receivable;
  figures.totalCost = figures.careTeamCost + figures.technologyCost + figures.overheadAndComplianceCost;
  figures.margin = figures.allowedRevenue - figures.badDebt - figures.totalCost;
  panel.cumulativeCash += figures.cashCollected - figures.totalCost;
  figures.cumulativeCash = panel.cumulativeCash;
}

// Rates and totals

/** What each rate divides by what. */
const RATIOS: Partial<Record<LineKey, [keyof Figures, keyof Figures]>> = {
  utilizationRate: ['servedPatients', 'places'],
  realizationRate: ['billablePatients', 'activePatients'],
  claimSuccessRate: ['paidClaims', 'billablePatients'],
  allowedPppm: ['allowedRevenue', 'paidClaims'],
  marginRate: ['margin', 'allowedRevenue'],
  revenuePppm: ['allowedRevenue', 'activePatients'],
  expensePmpm: ['totalCost', 'activePatients'],
  marginPppm: ['margin', 'activePatients'],
};

function ratio(key: LineKey, figures: Figures): number {
  const [part, whole] = RATIOS[key]!;
  const hasNothing = figures[whole] < NOTHING || (whole === 'allowedRevenue' && figures.activePatients < NOTHING);
  return hasNothing ? 0 : figures[part] / figures[whole];
}

function statement(history: readonly Figures[]): ReferenceStatement {
  const sums = noFigures();
  for (const figures of history) for (const key of SUMMABLE) sums[key] += figures[key];
  const lines = {} as Record<LineKey, number[]>;
  const totals = {} as Record<LineKey, number>;
  for (const { key, kind } of ALL_LINES) {
    if (RATIOS[key]) {
      lines[key] = history.map((figures) => ratio(key, figures));
      totals[key] = ratio(key, sums);
    } else {
      lines[key] = history.map((figures) => figures[key as keyof Figures]);
      totals[key] = kind === 'flow' ? sums[key as keyof Figures] : lines[key][lines[key].length - 1];
    }
  }
  return { lines, totals };
}

function add(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

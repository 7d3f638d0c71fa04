/**
 * Makes a model ready for its months: rows in their fixed order, every driver's value period by period, and what the
 * month as a whole makes of them. Nothing after this looks at a planned change.
 */
import { careTeamMatters } from '../model/care-team';
import {
  COST_DRIVERS,
  PAYER_DRIVERS,
  PROGRAM_DRIVERS,
  placeOfDriver,
  type CostDriver,
  type PayerDriver,
  type ProgramDriver,
} from '../model/drivers';
import type { BillingBasis, Change, CostItem, Model, Payer, Program } from '../model/model';
import { actualMonths, type ActualMonths } from './actual-months';
import { byDriver, type Moves } from './changes';
import { adjustPlan, cellsOf, movePlan, valuesOf, type Clip, type Expanded, type InputRow, Level } from './expansion';
import { inFixedOrder, SEGMENT_FIELDS, type Rows } from './layout';
import { putOff, scaleShares, setLaunches, setSegmentRates } from './month-rates';
import { periodsOf, standStill, type Periods } from './periods';
import { refuseUnitsForNobody } from './units-for-nobody';

/** How much of opening, stayed and closing patients is active: the billing basis. */
export interface ActiveWeights {
  readonly openingWeight: number;
  readonly stayedWeight: number;
  readonly closingWeight: number;
}

/** What an opening, a staying and a closing patient count for. */
export const ACTIVE_WEIGHTS: Readonly<Record<BillingBasis, ActiveWeights>> = {
  average: { openingWeight: 0.5, stayedWeight: 0, closingWeight: 0.5 },
  closing: { openingWeight: 0, stayedWeight: 0, closingWeight: 1 },
  retained: { openingWeight: 0, stayedWeight: 1, closingWeight: 0 },
};

/** What the months of a model read. A row's value in a period is at period × cellsPerPeriod + row. */
export interface Inputs extends Rows, Cells {
  model: Model;
  readonly months: number;
  readonly periods: Periods;
  readonly activeWeights: ActiveWeights;
  /** Whether the care team limits enrollment, or its minutes decide what is billable. */
  hasCareTeam: boolean;
  /** Inputs that changes or the scenario pushed out of bounds. */
  clips: readonly Clip[];
  readonly plan: Plan;
  /** The adjustments of the scenario, by driver. */
  adjusting: Moves;
  /** The months that are over; null where all are forecast. */
  readonly actual: ActualMonths | null;
}

/** The figures among the inputs. */
interface Cells {
  readonly program: Expanded<ProgramDriver>;
  readonly payer: Expanded<PayerDriver>;
  readonly cost: Expanded<CostDriver>;
  /** Records of SEGMENT. */
  readonly segmentRates: Float64Array;
  /** By program: the month of launch, counted from 0 (months = never), and the panel it opens with. */
  readonly launch: Int32Array;
  readonly openingPatients: Float64Array;
  /** The values of programs, payers and cost items, period by period: as planned, and, those above, as adjusted. */
  readonly planned: Float64Array;
  readonly adjusted: Float64Array;
  readonly cellsPerPeriod: number;
}

/** What stays as it is when other adjustments are looked at. */
interface Plan {
  readonly moves: Moves;
  readonly delays: readonly number[];
  /** Of programs, payers and cost items. */
  readonly levels: readonly Level[];
}

const NO_CHANGES: readonly Change[] = [];
const THRESHOLD = placeOfDriver.get('thresholdMinutes')!;

/**
 * @param model checked: names that exist, values within bounds, payer shares of a program that add to 1
 * @param old inputs that nobody needs any more, of a model whose rows were not written to since: of the same plan they
 * are adjusted, of the same size their cells are used again
 */
export function prepare(model: Model, old: Inputs | null = null): Inputs {
  if (old && isSamePlan(old.model, model) && standStill(old.periods, model.adjustments, old.plan.delays)) {
    old.model = model;
    adjust(old, model.adjustments);
    return old;
  }
  return prepareAnew(model, old);
}

/** Nothing but the adjustments tells them apart: a scenario beside another one of the same tables. */
const isSamePlan = (one: Model, other: Model): boolean =>
  (Object.keys({ ...one, ...other }) as (keyof Model)[]).every(
    (key) => key === 'adjustments' || one[key] === other[key],
  );

function prepareAnew(model: Model, old: Inputs | null): Inputs {
  const { months, schedule = NO_CHANGES, changes, adjustments } = model;
  const { programs, segments, costItems, firstSegment, paymentParts, bearer, careUnits } = inFixedOrder(model);
  const delays = delaysOf(model);
  const periods = periodsOf([schedule, changes, adjustments], months, delays);
  const moves = byDriver([schedule, changes]);
  const levels: Level[] = [
    new Level(PROGRAM_DRIVERS, programs.map(rowOfProgram)),
    new Level(PAYER_DRIVERS, segments.map(rowOfPayer)),
    new Level(COST_DRIVERS, costItems.map(rowOfCost)),
  ];
  const isOfSameSize =
    old !== null &&
    old.periods.count === periods.count &&
    old.plan.levels.every(({ rows }, l) => rows.length === levels[l].rows.length);
  const cells = isOfSameSize ? old : allocateCells(levels, periods);
  const firstPayer = cellsOf([levels[0]]),
    firstCost = firstPayer + cellsOf([levels[1]]);
  layPrograms(programs, cells.planned, 0);
  layPayers(segments, cells.planned, firstPayer);
  layCosts(costItems, cells.planned, firstCost);
  movePlan(levels, moves, periods, cells.planned);
  const { program, payer, cost, segmentRates, launch, openingPatients, planned, adjusted, cellsPerPeriod } = cells;
  // Every field by name: all inputs are of one shape then, and are read fast.
  const inputs: Inputs = {
    programs,
    segments,
    costItems,
    firstSegment,
    paymentParts,
    bearer,
    careUnits,
    program,
    payer,
    cost,
    segmentRates,
    launch,
    openingPatients,
    planned,
    adjusted,
    cellsPerPeriod,
    model,
    months,
    periods,
    activeWeights: ACTIVE_WEIGHTS[model.basis],
    hasCareTeam: false,
    clips: [],
    plan: { moves, delays, levels },
    adjusting: byDriver([adjustments]),
    actual: model.actual ? actualMonths(model.actual, programs, segments, firstSegment) : null,
  };
  putAdjustments(inputs);
  return inputs;
}

function allocateCells(levels: readonly Level[], periods: Periods): Cells {
  const [programs, payers, costs] = levels;
  const cellsPerPeriod = cellsOf(levels);
  const planned = new Float64Array(periods.count * cellsPerPeriod);
  const adjusted = new Float64Array(planned.length);
  return {
    program: valuesOf<ProgramDriver>(programs, adjusted, 0),
    payer: valuesOf<PayerDriver>(payers, adjusted, cellsOf([programs])),
    cost: valuesOf<CostDriver>(costs, adjusted, cellsOf([programs, payers])),
    segmentRates: new Float64Array(periods.count * payers.rows.length * SEGMENT_FIELDS),
    launch: new Int32Array(programs.rows.length),
    openingPatients: new Float64Array(programs.rows.length),
    planned,
    adjusted,
    cellsPerPeriod,
  };
}

/**
 * Puts other adjustments in the place of a model's own, in the memory of its inputs: what if this driver were higher?
 * @throws UnitsForNobody
 * @param adjustments in force in every month, as a scenario's are; or from and to months at which the model's own
 * changes and adjustments begin and end
 * @example
 * const inputs = prepare(model);
 * const memory = allocate(inputs);
 * for (const adjustments of trials) {
 *   adjust(inputs, adjustments);
 *   run(inputs, memory);
 *   // memory holds the months of this trial
 * }
 */
export function adjust(inputs: Inputs, adjustments: readonly Change[]): void {
  if (!standStill(inputs.periods, adjustments, inputs.plan.delays))
    throw new RangeError('These adjustments begin or end within a period of the model: prepare a model that has them.');
  inputs.adjusting = byDriver([adjustments]);
  putAdjustments(inputs);
}

function putAdjustments(inputs: Inputs): void {
  const { programs, costItems, periods, cellsPerPeriod, program, payer, cost, plan, adjusting } = inputs;
  const clips: Clip[] = [];
  inputs.adjusted.set(inputs.planned);
  adjustPlan(plan.levels, plan.moves, adjusting, periods, inputs.adjusted, clips);
  putOff(program.launchMonth, programs, 1, cellsPerPeriod);
  putOff(cost.startMonth, costItems, 1, cellsPerPeriod);
  putOff(cost.endMonth, costItems, -Infinity, cellsPerPeriod);
  scaleShares(payer.shareOfPanel, inputs, periods, cellsPerPeriod, clips);
  setLaunches(inputs.launch, inputs.openingPatients, program, periods, cellsPerPeriod, inputs.actual);
  setSegmentRates(inputs.segmentRates, program, payer, inputs, periods, cellsPerPeriod, clips);
  inputs.hasCareTeam = careTeamMatters(inputs.model, adjusting[THRESHOLD] ?? NO_CHANGES);
  inputs.clips = clips;
  refuseUnitsForNobody(inputs, plan.moves, adjusting);
}

const rowOfProgram = ({ name, delayMonths }: Program): InputRow => ({
  program: name,
  payer: null,
  item: null,
  delayMonths,
  basis: null,
});

const rowOfPayer = ({ program, payer }: Payer): InputRow => ({
  program,
  payer,
  item: null,
  delayMonths: undefined,
  basis: null,
});

const rowOfCost = ({ program, item, delayMonths, basis }: CostItem): InputRow => ({
  program,
  payer: null,
  item,
  delayMonths,
  basis,
});

/** Typed values driver after driver, in the order of the catalogue. */
function layPrograms(rows: readonly Program[], cells: Float64Array, first: number): void {
  const count = rows.length;
  for (let r = 0; r < count; r++) {
    const row = rows[r];
    let i = first + r;
    cells[i] = row.eligiblePatients;
    cells[(i += count)] = row.openingPatients;
    cells[(i += count)] = row.referrals;
    cells[(i += count)] = row.conversionRate;
    cells[(i += count)] = row.enrollmentLimit;
    cells[(i += count)] = row.dischargeRate;
    cells[(i += count)] = row.disengagementRate;
    cells[(i += count)] = row.benefitChangeRate;
    cells[(i += count)] = row.adverseEventRate;
    cells[(i += count)] = row.earlyDropOffRate;
    cells[(i += count)] = row.launchMonth;
    cells[(i += count)] = row.serviceMinutes;
  }
}

function layPayers(rows: readonly Payer[], cells: Float64Array, first: number): void {
  const count = rows.length;
  for (let r = 0; r < count; r++) {
    const row = rows[r];
    let i = first + r;
    cells[i] = row.shareOfPanel;
    cells[(i += count)] = row.allowedPppm;
    cells[(i += count)] = row.realizationRate;
    cells[(i += count)] = row.cleanClaimRate;
    cells[(i += count)] = row.appealRate;
    cells[(i += count)] = row.overturnRate;
    cells[(i += count)] = row.daysToPay;
    cells[(i += count)] = row.collectedRate;
    cells[(i += count)] = row.openingReceivable;
    cells[(i += count)] = row.attritionMultiplier;
    cells[(i += count)] = row.thresholdMinutes;
    cells[(i += count)] = row.minutesCv;
    cells[(i += count)] = row.consentRate;
    cells[(i += count)] = row.documentationRate;
  }
}

function layCosts(rows: readonly CostItem[], cells: Float64Array, first: number): void {
  const count = rows.length;
  for (let r = 0; r < count; r++) {
    const row = rows[r];
    let i = first + r;
    cells[i] = row.amount;
    cells[(i += count)] = row.patientsPerUnit;
    cells[(i += count)] = row.minimumUnits;
    cells[(i += count)] = row.startMonth;
    cells[(i += count)] = row.endMonth;
    cells[(i += count)] = row.annualIncrease;
    cells[(i += count)] = row.unitsOnDuty;
    cells[(i += count)] = row.minutesPerUnit;
    cells[(i += count)] = row.productiveRate;
  }
}

/** By how many months rows are late, none among them. */
function delaysOf({ programs, costs }: Model): number[] {
  const delays = [0];
  const add = ({ delayMonths = 0 }: { delayMonths?: number }) => {
    if (!delays.includes(delayMonths)) delays.push(delayMonths);
  };
  programs.forEach(add);
  costs.forEach(add);
  return delays;
}

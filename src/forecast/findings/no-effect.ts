/** Notes on inputs that are in order but change nothing: what is typed should not be ignored without a word. */
import { driverByKey, type DriverKey, type ProgramDriver } from '../../engine/model/drivers';
import { isInScope, touches, type Scope } from '../../engine/inputs/changes';
import type { CostItem, Payer } from '../../engine/model/model';
import { monthOfForecast } from '../../tables/calendar';
import { CHANGES } from '../../tables/schemas/changes';
import { COSTS } from '../../tables/schemas/costs';
import { driverName } from '../../tables/schemas/driver-names';
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf, type Place } from '../../tables/messages/place';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { SourcedChange } from '../../tables/reading/read-changes';
import type { Inputs } from '../../tables/reading/read-model';
import { SCENARIOS } from '../../tables/schemas/scenarios';

/** What was read, before it is judged, and what moves it. */
interface ReadInputs extends Omit<Inputs, 'errors' | 'findings'> {
  /** Planned changes, and what any scenario adjusts. */
  moves: Moves;
}

/** By driver: a large table has a thousand rows, and as many changes. */
type Moves = ReadonlyMap<string, readonly SourcedChange[]>;

function byDriver(...stages: readonly (readonly SourcedChange[])[]): Moves {
  const moves = new Map<string, SourcedChange[]>();
  for (const change of stages.flat()) {
    const others = moves.get(change.driver);
    if (others) others.push(change);
    else moves.set(change.driver, [change]);
  }
  return moves;
}

/** Drivers that only items bought by the unit have. */
const UNIT_DRIVERS: readonly string[] = ['patientsPerUnit', 'minimumUnits'] satisfies DriverKey[];

export function inputsWithoutEffect(read: Omit<ReadInputs, 'moves'>): Finding[] {
  const inputs = { ...read, moves: byDriver(read.changes, ...read.scenarios.map(({ adjustments }) => adjustments)) };
  return [
    ...programNotes(inputs),
    ...payerNotes(inputs),
    ...costNotes(inputs),
    ...teamNotes(inputs),
    ...changeNotes(inputs),
  ];
}

/** A month of the forecast as its user counts it. */
const monthName = ({ settings: { startMonth } }: Pick<ReadInputs, 'settings'>, month: number): string =>
  monthOfForecast(startMonth, month);

/** Whether a planned change or a scenario moves the driver, so that its typed value is not the last word. */
const isMoved = ({ moves }: Pick<ReadInputs, 'moves'>, key: DriverKey, row: Scope): boolean =>
  moves.get(key)?.some((change) => isInScope(change, row)) ?? false;

function programNotes(inputs: ReadInputs): Finding[] {
  return inputs.programs.flatMap(({ name, row, launchMonth, openingPatients, referrals, conversionRate }) => {
    const scope = { program: name, payer: null, item: null };
    const fixed = (...keys: DriverKey[]) => keys.every((key) => !isMoved(inputs, key, scope));
    const cell = cellsOf(PANEL, row, name);
    const { months } = inputs.settings;
    if (launchMonth > months && fixed('launchMonth'))
      return [
        note(cell('launchMonth'), messages.launchesTooLate, monthName(inputs, launchMonth), monthName(inputs, months)),
      ];
    if (referrals > 0 && conversionRate === 0 && fixed('conversionRate'))
      return [note(cell('conversionRate'), messages.nobodyConverts)];
    if (referrals === 0 && openingPatients === 0 && fixed('referrals', 'openingPatients'))
      return [note(cell('openingPatients'), messages.staysEmpty)];
    if (referrals === 0 && conversionRate > 0 && fixed('referrals'))
      return [note(cell('referrals'), messages.nobodyToConvert)];
    return [];
  });
}

function payerNotes(inputs: ReadInputs): Finding[] {
  return inputs.payers.flatMap(({ program, payer, row, appealRate, overturnRate, paymentPattern, daysToPay }) => {
    const days =
      paymentPattern !== null && daysToPay > 0
        ? [note(cellsOf(PAYER_MIX, row, `${program}, ${payer}`)('daysToPay'), messages.daysToPayIgnored)]
        : [];
    if (appealRate > 0 === overturnRate > 0) return days;
    const [given, missing] =
      appealRate > 0 ? (['appealRate', 'overturnRate'] as const) : (['overturnRate', 'appealRate'] as const);
    if (isMoved(inputs, missing, { program, payer, item: null })) return days;
    const cell = cellsOf(PAYER_MIX, row, `${program}, ${payer}`);
    return [...days, note(cell(missing), messages.appealsWithoutEffect, driverName(given))];
  });
}

function costNotes(inputs: ReadInputs): Finding[] {
  return inputs.costs.flatMap((cost) => {
    const { row, item, program, basis, startMonth, patientsPerUnit, minimumUnits } = cost;
    const found: Finding[] = [];
    const cell = cellsOf(COSTS, row, item);
    const { months } = inputs.settings;
    if (startMonth > months && !isMoved(inputs, 'startMonth', { program, payer: null, item }))
      found.push(
        note(cell('startMonth'), messages.startsTooLate, monthName(inputs, startMonth), monthName(inputs, months)),
      );
    // An item without a size has 1.
    if (basis !== 'per unit' && (patientsPerUnit !== 1 || minimumUnits > 0))
      found.push(note(cell(patientsPerUnit !== 1 ? 'patientsPerUnit' : 'minimumUnits'), messages.unitsIgnored, basis));
    if (basis === 'percent of cash' && cost.annualIncrease !== 0)
      found.push(note(cell('annualIncrease'), messages.increaseIgnored));
    const twin = inputs.costs.find((other) => other.row < row && isSameCharge(other, cost));
    if (twin) found.push(note(cell('item'), messages.chargedTwice, twin.row));
    return found;
  });
}

const isSameCharge = (one: CostItem, other: CostItem): boolean =>
  one.item === other.item &&
  COSTS.columns.every(({ key }) => one[key as keyof CostItem] === other[key as keyof CostItem]);

/** Units and minutes that no capacity or threshold asks for. */
function teamNotes(inputs: ReadInputs): Finding[] {
  const thresholds = inputs.payers.filter(
    ({ program, payer, thresholdMinutes }) =>
      thresholdMinutes > 0 || isMoved(inputs, 'thresholdMinutes', { program, payer, item: null }),
  );
  const counted = new Set(thresholds.map(({ program }) => program));
  const minutesCount = (program: string | null) => (program === null ? counted.size > 0 : counted.has(program));

  const programs = inputs.programs.flatMap(({ name, row, serviceMinutes }) =>
    Number.isFinite(serviceMinutes) && !minutesCount(name)
      ? [note(cellsOf(PANEL, row, name)('serviceMinutes'), messages.serviceMinutesIgnored)]
      : [],
  );
  const payers = inputs.payers.flatMap((payer) => {
    const cell = cellsOf(PAYER_MIX, payer.row, `${payer.program}, ${payer.payer}`);
    const unused = thresholds.includes(payer)
      ? undefined
      : THRESHOLD_KEYS.find((key) => payer[key] !== PAYER_MIX.column[key].fallback);
    return unused ? [note(cell(unused), messages.withoutThreshold)] : [];
  });
  const costs = inputs.costs.flatMap((cost) => {
    const { row, item, program, staffing, unitsOnDuty, minimumUnits, minutesPerUnit, productiveRate } = cost;
    const cell = cellsOf(COSTS, row, item);
    if (staffing === 'unlimited' && unitsOnDuty > 0) return [note(cell('unitsOnDuty'), messages.unitsOnDutyIgnored)];
    const isFixed =
      !isMoved(inputs, 'unitsOnDuty', { program, payer: null, item }) &&
      !isMoved(inputs, 'minimumUnits', { program, payer: null, item });
    if (staffing === 'planned' && unitsOnDuty === 0 && minimumUnits === 0 && isFixed)
      return [note(cell('unitsOnDuty'), messages.nobodyOnDuty)];
    if (minutesPerUnit > 0 && !minutesCount(program)) return [note(cell('minutesPerUnit'), messages.minutesIgnored)];
    if (
      minutesPerUnit === 0 &&
      productiveRate !== 1 &&
      !isMoved(inputs, 'minutesPerUnit', { program, payer: null, item })
    )
      return [note(cell('productiveRate'), messages.productiveShareIgnored)];
    return [];
  });
  return [...programs, ...payers, ...costs];
}

/** Columns of Payer mix that matter only where minutes decide what is billed. */
const THRESHOLD_KEYS = ['minutesCv', 'consentRate', 'documentationRate'] as const;

function changeNotes(inputs: ReadInputs): Finding[] {
  const planned = byDriver(inputs.changes);
  const ofPlan = inputs.changes.flatMap((change) => {
    const cell = cellsOf(CHANGES, change.row, driverName(change.driver));
    const { months } = inputs.settings;
    if (change.fromMonth > months)
      return [
        note(
          cell('fromMonth'),
          messages.changesTooLate,
          monthName(inputs, change.fromMonth),
          monthName(inputs, months),
        ),
      ];
    if (change.driver === ('openingReceivable' satisfies DriverKey) && change.fromMonth > 1)
      return [note(cell('fromMonth'), messages.receivableIsOfTheStart)];
    return moveNotes(inputs, cell('value'), change, planned);
  });
  const assumed = inputs.scenarios.flatMap(({ name, adjustments }) => {
    const moves = byDriver(inputs.changes, adjustments);
    return adjustments.flatMap((change) => {
      const place = { table: SCENARIOS.title, row: change.row, label: driverName(change.driver), column: name };
      return moveNotes(inputs, place, change, moves);
    });
  });
  return [...ofPlan, ...assumed];
}

/** What a change in force does not do, because of the values it acts on. */
function moveNotes(inputs: ReadInputs, place: Place, change: SourcedChange, moves: Moves): Finding[] {
  const key = change.driver as DriverKey;
  const driver = driverName(key);
  if (UNIT_DRIVERS.includes(key) && !inputs.costs.some((cost) => cost.basis === 'per unit' && movesCost(change, cost)))
    return [note(place, messages.noUnitsToMove, driver)];
  if (inputs.costs.length === 0 && driverByKey.get(key)!.level === 'cost')
    return [note(place, messages.nothingToMove, driver)];
  if (key === 'unitsOnDuty' && !inputs.costs.some((cost) => cost.staffing !== 'unlimited' && movesCost(change, cost)))
    return [note(place, messages.unitsNotPlanned, driver)];
  // Asked only of the few drivers that it matters to: a large table has a thousand payers, and as many changes.
  const meant = () =>
    inputs.payers.filter(({ program, payer }) => touches(change, key, { program, payer, item: null }));
  const isTimed = ({ program, payer, thresholdMinutes }: Payer) =>
    thresholdMinutes > 0 || isMoved(inputs, 'thresholdMinutes', { program, payer, item: null });
  const isAlwaysTimed = ({ program, payer, thresholdMinutes }: Payer) =>
    thresholdMinutes > 0 && !isMoved(inputs, 'thresholdMinutes', { program, payer, item: null });
  if (key === 'daysToPay' && meant().every(({ paymentPattern }) => paymentPattern !== null))
    return [note(place, messages.patternDecides)];
  if (key === 'realizationRate' && meant().every(isAlwaysTimed)) return [note(place, messages.realizationFromMinutes)];
  if (THRESHOLD_KEYS.some((threshold) => threshold === key) && !meant().some(isTimed))
    return [note(place, messages.noThresholdToMeet)];
  if (
    change.change !== 'set' &&
    staysUnlimited(inputs, change) &&
    !moves.get(key)?.some((other) => other.change === 'set')
  )
    return [note(place, messages.limitStays, driver)];
  return [];
}

const movesCost = (change: SourcedChange, { program, item }: CostItem): boolean =>
  touches(change, change.driver as DriverKey, { program, payer: null, item });

/** No limit stays no limit, whatever is added to it or multiplied. */
function staysUnlimited({ programs, costs }: ReadInputs, change: SourcedChange): boolean {
  const key = change.driver as DriverKey;
  if (key === 'endMonth') return costs.every((cost) => cost.endMonth === Infinity || !movesCost(change, cost));
  if (driverByKey.get(key)!.level !== 'program') return false;
  const touched = programs.filter(({ name }) => touches(change, key, { program: name, payer: null, item: null }));
  return touched.every((program) => program[key as ProgramDriver] === Infinity);
}

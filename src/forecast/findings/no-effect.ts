/** Notes on inputs that are in order but change nothing: what is typed should not be ignored without a word. */
import { driverByKey, type DriverKey, type ProgramDriver } from '../../engine/model/drivers';
import { touches, type Scope } from '../../engine/inputs/expand';
import type { CostItem, Payer } from '../../engine/model/model';
import { monthText } from '../../tables/calendar';
import { CHANGES } from '../../tables/schemas/changes';
import { COSTS } from '../../tables/schemas/costs';
import { driverName } from '../../tables/schemas/driver-names';
import type { Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/messages';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { SourcedChange } from '../../tables/reading/read-changes';
import type { Inputs } from '../../tables/reading/read-model';
import { SCENARIOS } from '../../tables/schemas/scenarios';

/** What was read, before it is judged. */
type ReadInputs = Omit<Inputs, 'errors' | 'findings'>;

/** Drivers that only items bought by the unit have. */
const UNIT_DRIVERS: readonly string[] = ['patientsPerUnit', 'minimumUnits'] satisfies DriverKey[];

export function inputsWithoutEffect(inputs: ReadInputs): Finding[] {
  return [
    ...programNotes(inputs),
    ...payerNotes(inputs),
    ...costNotes(inputs),
    ...teamNotes(inputs),
    ...changeNotes(inputs),
  ];
}

const note = (table: string, row: number, column: string, text: string): Finding => ({
  severity: 'note',
  table,
  row,
  column,
  text,
});

/** A month of the forecast as its user counts it. */
const monthName = ({ settings: { startMonth } }: Pick<ReadInputs, 'settings'>, month: number): string =>
  startMonth === null ? `month ${month}` : monthText(startMonth + month - 1);

/** Whether a planned change or a scenario moves the driver, so that its typed value is not the last word. */
const isMoved = (
  { changes, scenarios }: Pick<ReadInputs, 'changes' | 'scenarios'>,
  key: DriverKey,
  row: Scope,
): boolean =>
  [changes, ...scenarios.map(({ adjustments }) => adjustments)].some((moves) =>
    moves.some((change) => touches(change, key, row)),
  );

function programNotes(inputs: ReadInputs): Finding[] {
  return inputs.programs.flatMap(({ name, row, launchMonth, openingPatients, referrals, conversionRate }) => {
    const scope = { program: name, payer: null, item: null };
    const fixed = (...keys: DriverKey[]) => keys.every((key) => !isMoved(inputs, key, scope));
    if (launchMonth > inputs.settings.months && fixed('launchMonth'))
      return [
        note(
          PANEL.title,
          row,
          'Launch month',
          messages.launchesTooLate(
            row,
            name,
            monthName(inputs, launchMonth),
            monthName(inputs, inputs.settings.months),
          ),
        ),
      ];
    if (referrals > 0 && conversionRate === 0 && fixed('conversionRate'))
      return [note(PANEL.title, row, 'Conversion rate', messages.nobodyConverts(row, name))];
    if (referrals === 0 && openingPatients === 0 && fixed('referrals', 'openingPatients'))
      return [note(PANEL.title, row, 'Opening patients', messages.staysEmpty(row, name))];
    if (referrals === 0 && conversionRate > 0 && fixed('referrals'))
      return [note(PANEL.title, row, 'Referrals per month', messages.nobodyToConvert(row, name))];
    return [];
  });
}

function payerNotes(inputs: ReadInputs): Finding[] {
  return inputs.payers.flatMap(({ program, payer, row, appealRate, overturnRate }) => {
    if (appealRate > 0 === overturnRate > 0) return [];
    const [given, missing] =
      appealRate > 0 ? (['appealRate', 'overturnRate'] as const) : (['overturnRate', 'appealRate'] as const);
    if (isMoved(inputs, missing, { program, payer, item: null })) return [];
    return [
      note(
        PAYER_MIX.title,
        row,
        driverName(missing),
        messages.appealsWithoutEffect(row, `${program}, ${payer}`, driverName(given), driverName(missing)),
      ),
    ];
  });
}

function costNotes(inputs: ReadInputs): Finding[] {
  return inputs.costs.flatMap((cost) => {
    const { row, item, program, basis, startMonth, patientsPerUnit, minimumUnits } = cost;
    const found: Finding[] = [];
    if (startMonth > inputs.settings.months && !isMoved(inputs, 'startMonth', { program, payer: null, item }))
      found.push(
        note(
          COSTS.title,
          row,
          'Starts',
          messages.startsTooLate(row, item, monthName(inputs, startMonth), monthName(inputs, inputs.settings.months)),
        ),
      );
    // An item without a size has 1.
    if (basis !== 'per unit' && (patientsPerUnit !== 1 || minimumUnits > 0))
      found.push(
        note(
          COSTS.title,
          row,
          patientsPerUnit !== 1 ? 'Patients per unit' : 'Minimum units',
          messages.unitsIgnored(row, item, basis),
        ),
      );
    if (basis === 'percent of cash' && cost.annualIncrease !== 0)
      found.push(note(COSTS.title, row, 'Annual increase', messages.increaseIgnored(row, item)));
    const twin = inputs.costs.find((other) => other.row < row && isSameCharge(other, cost));
    if (twin) found.push(note(COSTS.title, row, 'Item', messages.chargedTwice(row, item, twin.row)));
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
      ? [note(PANEL.title, row, 'Service minutes', messages.serviceMinutesIgnored(row, name))]
      : [],
  );
  const payers = inputs.payers.flatMap((payer) => {
    const unused = thresholds.includes(payer)
      ? undefined
      : THRESHOLD_COLUMNS.find(({ key, fallback }) => payer[key as keyof Payer] !== fallback);
    return unused
      ? [
          note(
            PAYER_MIX.title,
            payer.row,
            unused.header,
            messages.withoutThreshold(payer.row, `${payer.program}, ${payer.payer}`, unused.header),
          ),
        ]
      : [];
  });
  const costs = inputs.costs.flatMap((cost) => {
    const { row, item, program, staffing, unitsOnDuty, minimumUnits, minutesPerUnit, productiveRate } = cost;
    if (staffing === 'unlimited' && unitsOnDuty > 0)
      return [note(COSTS.title, row, 'Units on duty', messages.unitsOnDutyIgnored(row, item))];
    const isFixed =
      !isMoved(inputs, 'unitsOnDuty', { program, payer: null, item }) &&
      !isMoved(inputs, 'minimumUnits', { program, payer: null, item });
    if (staffing === 'planned' && unitsOnDuty === 0 && minimumUnits === 0 && isFixed)
      return [note(COSTS.title, row, 'Units on duty', messages.nobodyOnDuty(row, item))];
    if (minutesPerUnit > 0 && !minutesCount(program))
      return [note(COSTS.title, row, 'Minutes per unit', messages.minutesIgnored(row, item))];
    if (
      minutesPerUnit === 0 &&
      productiveRate !== 1 &&
      !isMoved(inputs, 'minutesPerUnit', { program, payer: null, item })
    )
      return [note(COSTS.title, row, 'Productive share', messages.productiveShareIgnored(row, item))];
    return [];
  });
  return [...programs, ...payers, ...costs];
}

/** Columns of Payer mix that matter only where minutes decide what is billed. */
const THRESHOLD_COLUMNS = PAYER_MIX.columns.filter(({ key }) =>
  ['minutesCv', 'consentRate', 'documentationRate'].includes(key),
);

function changeNotes(inputs: ReadInputs): Finding[] {
  const planned = inputs.changes.flatMap((change) => {
    if (change.fromMonth > inputs.settings.months)
      return [
        note(
          CHANGES.title,
          change.row,
          'From month',
          messages.changesTooLate(
            CHANGES.title,
            change.row,
            driverName(change.driver),
            monthName(inputs, change.fromMonth),
            monthName(inputs, inputs.settings.months),
          ),
        ),
      ];
    return moveNotes(inputs, CHANGES.title, 'Value', change, inputs.changes);
  });
  const assumed = inputs.scenarios.flatMap(({ name, adjustments }) =>
    adjustments.flatMap((change) =>
      moveNotes(inputs, SCENARIOS.title, name, change, [...inputs.changes, ...adjustments]),
    ),
  );
  return [...planned, ...assumed];
}

/** What a change in force does not do, because of the values it acts on. */
function moveNotes(
  inputs: ReadInputs,
  table: string,
  column: string,
  change: SourcedChange,
  moves: readonly SourcedChange[],
): Finding[] {
  const { row, driver: key } = change;
  const driver = driverName(key);
  if (UNIT_DRIVERS.includes(key) && !inputs.costs.some((cost) => cost.basis === 'per unit' && movesCost(change, cost)))
    return [note(table, row, column, messages.noUnitsToMove(table, row, driver))];
  if (inputs.costs.length === 0 && driverByKey.get(key)!.level === 'cost')
    return [note(table, row, column, messages.nothingToMove(table, row, driver))];
  if (key === 'unitsOnDuty' && !inputs.costs.some((cost) => cost.staffing !== 'unlimited' && movesCost(change, cost)))
    return [note(table, row, column, messages.unitsNotPlanned(table, row, driver))];
  const meant = inputs.payers.filter(({ program, payer }) =>
    touches(change, key as DriverKey, { program, payer, item: null }),
  );
  const isTimed = ({ program, payer, thresholdMinutes }: Payer) =>
    thresholdMinutes > 0 || isMoved(inputs, 'thresholdMinutes', { program, payer, item: null });
  const isAlwaysTimed = ({ program, payer, thresholdMinutes }: Payer) =>
    thresholdMinutes > 0 && !isMoved(inputs, 'thresholdMinutes', { program, payer, item: null });
  if (key === 'realizationRate' && meant.every(isAlwaysTimed))
    return [note(table, row, column, messages.realizationFromMinutes(table, row, driver))];
  if (THRESHOLD_COLUMNS.some((threshold) => threshold.key === key) && !meant.some(isTimed))
    return [note(table, row, column, messages.noThresholdToMeet(table, row, driver))];
  if (
    change.change !== 'set' &&
    staysUnlimited(inputs, change) &&
    !moves.some((other) => other.driver === key && other.change === 'set')
  )
    return [note(table, row, column, messages.limitStays(table, row, driver))];
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

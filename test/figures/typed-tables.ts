/**
 * A model as somebody would type it into the six tables: blanks where the default is meant, the word zero for a true
 * zero, months as dates or numbers, amounts by Codes, scenarios as columns. What the tables refuse of a random model
 * (patients lost twice over, changes of nothing) is bent until they take it.
 */
import { DRIVERS, type Driver } from '../../src/engine/model/drivers';
import type { Change, CostItem, Model, Payer, Program } from '../../src/engine/model/model';
import { monthIndexOfSerial, monthStartSerial } from '../../src/tables/calendar';
import { CHANGES } from '../../src/tables/schemas/changes';
import type { Column, TableSchema } from '../../src/tables/schemas/column';
import { COSTS } from '../../src/tables/schemas/costs';
import { driverName } from '../../src/tables/schemas/driver-names';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';

export type Cell = string | number | boolean | null;
export type Cells = Cell[][];

/** The six tables by the names of the functions' arguments. */
export type Tables = Record<'panel' | 'payerMix' | 'costs' | 'settings' | 'scenarios' | 'changes', Cells>;

/** What a model does not say about the person who types it. */
export interface Typist {
  /** What the platform hands over for a blank cell. */
  blank: Cell;
  /** Serial of the first month; null counts months 1, 2, 3. */
  start: number | null;
  /** Codes of each row of Payer mix, and the percentage of Medicare; null = a typed amount. */
  codes: readonly (readonly [codes: string, percent: number | null] | null)[];
  /** Settings that the engine's model knows nothing of: guardrails, and how codes are priced. */
  settings: readonly (readonly [name: string, value: Cell])[];
}

/** The scenario of the model's adjustments, and one that takes every other of them. */
export const SCENARIO_NAMES = ['Adjusted', 'Half of it'] as const;

export function typedTables(random: Model, typist: Typist): Tables {
  const model = typeable(random);
  const { blank, start } = typist;
  const monthCell = (month: number): Cell =>
    start === null || month % 2 ? month : monthStartSerial(monthIndexOfSerial(start) + month - 1) + (month % 28);
  const table = (schema: TableSchema, rows: readonly object[]): Cells => {
    const cell = (column: Column, value: unknown): Cell => {
      if (value === undefined || value === null || value === column.fallback || value === Infinity) return blank;
      if (typeof value === 'number' && column.type === 'month') return monthCell(value);
      if (Array.isArray(value))
        return value.map((share: number) => `${Number((100 * share).toPrecision(12))}%`).join(' ');
      return value === 0 ? 'zero' : (value as Cell);
    };
    return [
      schema.columns.map(({ header }) => header),
      ...rows.map((row) => schema.columns.map((column) => cell(column, (row as Record<string, unknown>)[column.key]))),
    ];
  };
  const settings: [string, Cell][] = [
    ['Start month', start ?? blank],
    ['Months', model.months],
    ['Billing basis', model.basis],
    ['Waiting loss rate', model.waitingLossRate || 'zero'],
    ['Hire at utilization', model.hireAtUtilization],
    ['Hire lead time', model.hireLeadMonths || 'zero'],
    ['Training time', model.trainingMonths || blank],
    ['Minutes distribution', model.minutesDistribution],
    ...typist.settings.map(([name, value]): [string, Cell] => [name, value ?? blank]),
  ];
  const changeValue = ({ driver, change, value }: Change): Cell =>
    change === 'set' && driverNamed(driver).isMonth ? monthCell(value) : value === 0 ? 'zero' : value;
  const changes = table(CHANGES, model.changes.map(named));
  const valueAt = changes[0].indexOf('Value');
  model.changes.forEach((change, i) => (changes[i + 1][valueAt] = changeValue(change)));
  const scenarios = table(SCENARIOS, model.adjustments.map(named));
  scenarios[0].push(...SCENARIO_NAMES);
  model.adjustments.forEach((change, i) =>
    scenarios[i + 1].push(changeValue(change), i % 2 ? blank : changeValue(change)),
  );
  return {
    panel: table(PANEL, model.programs),
    payerMix: table(
      PAYER_MIX,
      model.payers.map((payer, i) => {
        const [codes, percentOfMedicare] = typist.codes[i] ?? [null, null];
        return {
          ...payer,
          codes,
          percentOfMedicare,
          ...(codes && { allowedPppm: null }),
          // Realization from minutes: typed beside them now and then, which is a note.
          ...(payer.thresholdMinutes > 0 && i % 3 > 0 && { realizationRate: null }),
        };
      }),
    ),
    costs: table(COSTS, model.costs),
    settings: [['Setting', 'Value'], ...settings],
    scenarios,
    changes,
  };
}

const named = (change: Change) => ({ ...change, driver: driverName(change.driver) });

const driverNamed = (key: string): Driver => DRIVERS.find((driver) => driver.key === key)!;

function typeable(model: Model): Model {
  const costs = model.costs.map(typeableCost);
  const payers = model.payers.map((payer) => typeablePayer(payer, costs));
  const names: Names = { programs: model.programs, payers, costs };
  return {
    ...model,
    programs: model.programs.map(typeableProgram),
    payers,
    costs,
    changes: typeableChanges(model.changes, names),
    adjustments: typeableChanges(model.adjustments, names),
  };
}

function typeableProgram(program: Program): Program {
  const { dischargeRate, disengagementRate, benefitChangeRate, adverseEventRate } = program;
  const causes = dischargeRate + disengagementRate + benefitChangeRate + adverseEventRate;
  const scale = causes > 1 ? 0.999 / causes : 1;
  return {
    ...program,
    openingPatients: Math.min(program.openingPatients, program.eligiblePatients),
    dischargeRate: dischargeRate * scale,
    disengagementRate: disengagementRate * scale,
    benefitChangeRate: benefitChangeRate * scale,
    adverseEventRate: adverseEventRate * scale,
    launchMonth: Math.max(1, program.launchMonth),
  };
}

function typeablePayer(payer: Payer, costs: readonly CostItem[]): Payer {
  const hasMinutes = costs.some(
    ({ category, basis, minutesPerUnit, program }) =>
      category === 'care team' &&
      basis === 'per unit' &&
      minutesPerUnit > 0 &&
      (program === null || program === payer.program),
  );
  return hasMinutes ? payer : { ...payer, thresholdMinutes: 0 };
}

function typeableCost(cost: CostItem): CostItem {
  const startMonth = Math.max(1, cost.startMonth);
  return { ...cost, startMonth, endMonth: cost.endMonth < startMonth ? Infinity : cost.endMonth };
}

interface Names {
  programs: readonly Program[];
  payers: readonly Payer[];
  costs: readonly CostItem[];
}

function typeableChanges(changes: readonly Change[], names: Names): Change[] {
  const kept: Change[] = [];
  for (const change of changes.map((row) => typeableChange(row, names))) {
    const givenNames = ({ program, payer, item }: Change) => [program, payer, item].filter(Boolean).length;
    const contradicts = kept.some(
      (earlier) =>
        earlier.change === 'set' &&
        change.change === 'set' &&
        earlier.driver === change.driver &&
        earlier.fromMonth === change.fromMonth &&
        givenNames(earlier) === givenNames(change),
    );
    if (!contradicts) kept.push(change);
  }
  return kept;
}

function typeableChange(change: Change, { programs, payers, costs }: Names): Change {
  const driver = driverNamed(change.driver);
  const { lower, upper } = [PANEL, PAYER_MIX, COSTS]
    .flatMap(({ columns }): readonly Column[] => columns)
    .find(({ key }) => key === change.driver)!;
  const clipped = (least: number, most: number) => Math.min(Math.max(change.value, least), most);
  const value = driver.isMonth
    ? change.change === 'set'
      ? Math.max(1, change.value)
      : change.value
    : change.change === 'set'
      ? clipped(lower, Math.min(upper, 5_000))
      : change.change === 'multiply'
        ? Math.abs(change.value)
        : upper === 1
          ? clipped(-1, 1)
          : change.value;
  const scope = {
    program: change.program,
    payer: driver.level === 'payer' ? change.payer : null,
    item: driver.level === 'cost' ? change.item : null,
  };
  const rows: readonly { program: string | null; payer?: string; item?: string }[] =
    driver.level === 'program'
      ? programs.map(({ name }) => ({ program: name }))
      : driver.level === 'payer'
        ? payers
        : costs;
  const touched = rows.some(
    (row) =>
      (scope.program === null || scope.program === row.program) &&
      (scope.payer === null || scope.payer === row.payer) &&
      (scope.item === null || scope.item === row.item),
  );
  const fromMonth = Math.max(1, change.fromMonth);
  return {
    ...change,
    ...(touched ? scope : { program: null, payer: null, item: null }),
    value,
    fromMonth,
    toMonth: Math.max(fromMonth, change.toMonth),
  };
}

/** A model as the tables a workbook holds: what tables refuse is put right first, rows of changes they refuse are left out. */
import type { Change, CostItem, Model, Payer, Program } from '../../src/engine/model/model';
import { readModel, type ModelTables } from '../../src/tables/reading/read-model';
import type { Cell } from '../../src/tables/reading/cell';
import { patternText } from '../../src/tables/reading/payment-pattern';
import { ACTUALS } from '../../src/tables/schemas/actuals';
import { CHANGES } from '../../src/tables/schemas/changes';
import type { Column, TableSchema } from '../../src/tables/schemas/column';
import { COSTS } from '../../src/tables/schemas/costs';
import { driverName } from '../../src/tables/schemas/driver-names';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SETTING_COLUMNS } from '../../src/tables/schemas/settings';

/** The scenario that holds the model's adjustments. */
export const SCENARIO = 'Adjusted';

export function tablesOf(model: Model): Required<ModelTables> {
  let { changes, adjustments } = model;
  for (;;) {
    const tables = written(model, changes, adjustments);
    const { errors } = readModel(tables);
    const refused = (title: string) => new Set(errors.flatMap(({ table, row }) => (table === title ? [row] : [])));
    const [badChanges, badAdjustments] = [refused('Changes'), refused('Scenarios')];
    if (badChanges.size + badAdjustments.size === 0) return tables;
    // A name that nobody knows is refused once, in the first of its rows: the others come to light without that one.
    changes = changes.filter((_, i) => !badChanges.has(i + 1));
    adjustments = adjustments.filter((_, i) => !badAdjustments.has(i + 1));
  }
}

function written(model: Model, changes: readonly Change[], adjustments: readonly Change[]): Required<ModelTables> {
  return {
    panel: table(PANEL, model.programs.map(asPanelTakesIt)),
    payerMix: table(
      PAYER_MIX,
      model.payers.map((payer) => asPayerMixTakesIt(payer, model.costs)),
    ),
    costs: table(COSTS, model.costs.map(asCostsTakeIt)),
    settings: [
      ['Setting', 'Value'],
      ...SETTING_COLUMNS.filter(({ key }) => key in model).map(({ key, header }): Cell[] => [
        header,
        cell(model[key as keyof Model]),
      ]),
    ],
    scenarios: [
      ['Driver', 'Program', 'Payer', 'Item', 'Change', SCENARIO],
      ...adjustments.map((row): Cell[] => [
        driverName(row.driver),
        row.program,
        row.payer,
        row.item,
        row.change,
        cell(row.value),
      ]),
    ],
    changes: table(
      CHANGES,
      changes.map((row) => ({
        ...row,
        driver: driverName(row.driver),
        fromMonth: Math.max(1, row.fromMonth),
        toMonth: Math.max(1, row.fromMonth, row.toMonth),
      })),
    ),
    actuals: model.actual ? table(ACTUALS, model.actual.rows) : null,
  };
}

const table = ({ columns }: TableSchema, rows: readonly object[]): Cell[][] => [
  columns.map(({ header }) => header),
  ...rows.map((row) => columns.map(({ key }: Column) => cell((row as Record<string, unknown>)[key]))),
];

/** Nothing and no limit are blank; a true zero is the word. */
const cell = (value: unknown): Cell =>
  Array.isArray(value)
    ? patternText(value as number[])
    : value === 0
      ? 'zero'
      : value === Infinity || value === undefined
        ? null
        : (value as Cell);

function asPanelTakesIt(program: Program): Program {
  const { dischargeRate, disengagementRate, benefitChangeRate, adverseEventRate } = program;
  const most = Math.max(1, 1.001 * (dischargeRate + disengagementRate + benefitChangeRate + adverseEventRate));
  return {
    ...program,
    eligiblePatients: Math.max(program.eligiblePatients, program.openingPatients),
    dischargeRate: dischargeRate / most,
    disengagementRate: disengagementRate / most,
    benefitChangeRate: benefitChangeRate / most,
    adverseEventRate: adverseEventRate / most,
    launchMonth: Math.max(1, program.launchMonth),
  };
}

/** A threshold wants somebody who brings minutes. */
function asPayerMixTakesIt(payer: Payer, costs: readonly CostItem[]): Payer {
  const hasMinutes = costs.some(
    ({ category, basis, minutesPerUnit, program }) =>
      category === 'care team' &&
      basis === 'per unit' &&
      minutesPerUnit > 0 &&
      (program === null || program === payer.program),
  );
  return hasMinutes ? payer : { ...payer, thresholdMinutes: 0 };
}

function asCostsTakeIt(cost: CostItem): CostItem {
  const startMonth = Math.max(1, cost.startMonth);
  return { ...cost, startMonth, endMonth: Math.max(startMonth, cost.endMonth) };
}

/** The sheets with the inputs, as in the live workbook: the same tables, hints and bounds; and where each cell stands. */
import { CHANGES } from '../../tables/schemas/changes';
import type { Capability, TableSchema } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTING_COLUMNS, SETTINGS } from '../../tables/schemas/settings';
import { drawTable, schemaColumns, type InputTable, type SheetColumn } from '../../workbook/layout/input-table';
import { FORMATS, formatOfInput, TAB_COLORS } from '../../workbook/layout/look';
import { RowStack } from '../../workbook/layout/row-stack';
import { HEADER_ROW, SheetDraft } from '../../workbook/layout/sheet-draft';
import { area, onSheet, type Area } from '../../workbook/plan/cells';
import type { SheetPlan, ValidationRule } from '../../workbook/plan/plan';
import type { InputRow } from '../../workbook/practice/sample-tables';
import { range } from '../reading';
import { DRIVER_LIST } from './setting-cells';
import { scenarioKey, SOURCE, type TypedTables } from './typed-tables';

/** Where a table's cells stand, as formulas of other sheets name them. */
export interface Placed {
  rows: number;
  /** A cell of a row counted from 0. */
  cell(key: string, row: number): string;
  /** All cells of a column below its header. */
  column(key: string): string;
  /** Its header. */
  header(key: string): string;
  /** Cells below the table, in which somebody may have typed more rows. */
  below: string;
}

export interface InputSheets {
  sheets: readonly SheetPlan[];
  panel: Placed;
  payerMix: Placed;
  costs: Placed;
  settings: Placed;
  scenarios: Placed;
  changes: Placed;
  /** Headers of the scenarios, and the cells of a row in all of them; null where there is none. */
  scenarioHeaders: Area | null;
  scenarioValues(row: number): string;
}

export const SCENARIO_SHEET = 'Scenarios';
const BLANK_ROW: InputRow = { cells: {}, source: '' };
const SOURCE_COLUMN: SheetColumn = {
  header: 'Source',
  unit: '',
  key: SOURCE,
  column: null,
  prompt: 'Where the figures of this row come from.',
};

/** Rows looked at below a table for more that somebody typed. */
const LOOKED_BELOW = 50;
/** Blank rows between tables below each other, in which rows may be typed. */
const GAP = 4;

export function inputSheets(tables: TypedTables): InputSheets {
  const panel = onePage('Panel', 'Who can join, who joins and who leaves', PANEL, tables.panel, [26], 1);
  const programs = listOf(panel, 'name');
  const payerMix = onePage(
    'Payer Mix',
    'Who pays how much, how surely and how soon',
    PAYER_MIX,
    tables.payerMix,
    [24, 24],
    2,
    { program: programs },
  );
  const costs = onePage('Costs', 'What it costs to serve the panel', COSTS, tables.costs, [30, 26], 1, {
    program: programs,
  });
  const lists = {
    driver: { kind: 'list', source: DRIVER_LIST } as ValidationRule,
    program: programs,
    item: listOf(costs, 'item'),
  };
  const assumptions = scenarioSheet(tables, lists);
  return {
    sheets: [panel.plan, payerMix.plan, costs.plan, assumptions.plan],
    panel: panel.placed,
    payerMix: payerMix.placed,
    costs: costs.placed,
    settings: assumptions.settings,
    scenarios: assumptions.scenarios,
    changes: assumptions.changes,
    scenarioHeaders: assumptions.headers,
    scenarioValues: assumptions.values,
  };
}

interface Page {
  name: string;
  plan: SheetPlan;
  placed: Placed;
  table: InputTable;
}

const listOf = ({ name, table }: Page, key: string): ValidationRule => ({
  kind: 'list',
  source: { sheet: name, area: dataOf(table, key) },
});

const dataOf = ({ row, column, rows, columns }: InputTable, key: string): Area =>
  area(row + 1, column + columns.findIndex((each) => each.key === key), rows.length, 1);

const placed = (sheet: string, table: InputTable, rows: number, room = LOOKED_BELOW): Placed => {
  const at = (key: string) => dataOf(table, key);
  return {
    rows,
    cell: (key, row) => onSheet(sheet, area(at(key).row + row, at(key).column)),
    column: (key) => range(sheet, at(key)),
    header: (key) => onSheet(sheet, area(table.row, at(key).column)),
    below: onSheet(sheet, area(table.row + 1 + table.rows.length, table.column, room, 1)),
  };
};

/** At least a row, if a blank one: a table in Excel has one. */
const filled = (rows: readonly InputRow[]): readonly InputRow[] => (rows.length > 0 ? rows : [BLANK_ROW]);

const withSource = (schema: TableSchema, rows: readonly InputRow[]): readonly SheetColumn[] => [
  ...schemaColumns(schema),
  ...(rows.some(({ cells }) => cells[SOURCE]) ? [SOURCE_COLUMN] : []),
];

const NARROW = 16;
const WIDE = 26;

function onePage(
  name: string,
  purpose: string,
  schema: TableSchema,
  rows: readonly InputRow[],
  firstWidths: readonly number[],
  frozenColumns: number,
  lists: Readonly<Record<string, ValidationRule>> = {},
): Page {
  const sheet = new SheetDraft(name, TAB_COLORS.inputs);
  const table: InputTable = {
    schema,
    columns: withSource(schema, rows),
    rows: filled(rows),
    row: HEADER_ROW,
    column: 0,
    lists,
  };
  sheet
    .widths([
      ...firstWidths,
      ...table.columns
        .slice(firstWidths.length)
        .map(({ header, unit, column }) =>
          Math.max(
            column?.type === 'text' || !column ? WIDE : NARROW,
            unit.length,
            ...header.split(' ').map((word) => word.length + 5),
          ),
        ),
    ])
    .heading(name, purpose, {
      tip: 'Yellow cells are inputs and may be typed over. A row that is added, or a name that is changed, needs a new copy: see Checks.',
      frozenColumns,
    })
    .freeze(HEADER_ROW + 1, frozenColumns)
    .print({ titleRows: HEADER_ROW + 1, titleColumns: frozenColumns });
  drawTable(sheet, table);
  hideUnused(sheet, table, frozenColumns);
  return { name, plan: sheet.plan(), placed: placed(name, table, rows.length), table };
}

/** Below the light. */
const HIDDEN_ROW = 3;

/** Columns of what no row uses are hidden, and named. */
function hideUnused(sheet: SheetDraft, { columns, rows }: InputTable, column: number): void {
  const used = new Set<Capability | ''>(['']);
  for (const { column: schema, key } of columns)
    if (schema && rows.some(({ cells }) => (cells[key] ?? null) !== null)) used.add(schema.capability);
  const hidden = columns.flatMap(({ column: schema }, i) => (schema && !used.has(schema.capability) ? [i] : []));
  if (hidden.length === 0) return;
  for (const position of hidden) sheet.hide(position);
  sheet
    .put(HIDDEN_ROW, column, [
      [
        `Not used, and hidden: ${hidden.map((position) => columns[position].header).join(', ')}. To see them: select all cells, right-click a column letter, Unhide.`,
      ],
    ])
    .format(area(HIDDEN_ROW, column), FORMATS.units);
}

/** Points; a header of one line. */
const HEADER_HEIGHT = 20;
const ABOVE = 2;
const SCENARIO_UNIT = 'as the driver';

function scenarioSheet(tables: TypedTables, lists: Readonly<Record<string, ValidationRule>>) {
  const sheet = new SheetDraft(SCENARIO_SHEET, TAB_COLORS.inputs);
  const rows = new RowStack(HEADER_ROW - 1);
  const { scenarioNames } = tables;
  const scenarioColumns = scenarioNames.map((name): SheetColumn => ({
    header: name,
    unit: SCENARIO_UNIT,
    key: scenarioKey(name),
    column: null,
    isNumeric: true,
    prompt: 'The value of the driver in this scenario. Blank changes nothing.',
  }));
  const shared = { column: 0, headerHeight: HEADER_HEIGHT, lists };
  const [scenarioRows, changeRows] = [filled(tables.scenarios), filled(tables.changes)];
  const keyed = (schema: TableSchema, keys: readonly string[]) =>
    keys.map((key) => schemaColumns(schema).find((column) => column.key === key)!);
  const scenarios: InputTable = {
    ...shared,
    schema: SCENARIOS,
    columns: [
      ...keyed(SCENARIOS, ['driver', 'program', 'payer', 'item', 'change']),
      ...scenarioColumns,
      ...keyed(SCENARIOS, ['unit', 'why']),
    ],
    rows: scenarioRows,
    row: rows.table(scenarioRows.length, ABOVE),
  };
  const changes: InputTable = {
    ...shared,
    schema: CHANGES,
    columns: keyed(CHANGES, [
      'driver',
      'program',
      'payer',
      'item',
      'change',
      'value',
      'fromMonth',
      'toMonth',
      'reason',
    ]),
    rows: changeRows,
    row: rows.gap(GAP).table(changeRows.length, ABOVE),
  };
  const settings: InputTable = {
    ...shared,
    lists: {},
    schema: SETTINGS,
    columns: keyed(SETTINGS, ['setting', 'value', 'unit', 'note']).map((column) =>
      column.key === 'value' ? { ...column, isNumeric: true } : column,
    ),
    rows: tables.settings,
    row: rows.gap(GAP).table(tables.settings.length, ABOVE),
    labels: ['setting', 'unit', 'note'],
  };
  sheet
    .widths([30, 20, 20, 24, 14, ...scenarioNames.map(() => 18)])
    .widths([18, 16, 16, 40], 5)
    .heading(SCENARIO_SHEET, 'Scenarios, planned changes and settings', {
      tip: 'What each scenario assumes, what is planned to change and when, and the settings of the forecast.',
      frozenColumns: 1,
    })
    .freeze(HEADING_FROZEN, 1)
    .print({ titleColumns: 1 });
  for (const [title, table] of [
    ['Scenarios', scenarios],
    ['Planned changes', changes],
    ['Settings', settings],
  ] as const) {
    sheet.section(table.row - ABOVE, 0, scenarios.columns.length, title);
    drawTable(sheet, table);
  }
  if (scenarioNames.length > 0)
    sheet.format(area(scenarios.row + 1, FIRST_SCENARIO, scenarioRows.length, scenarioNames.length), FORMATS.input, {
      align: 'Right',
      numberFormat: '#,##0.####',
    });
  SETTING_COLUMNS.forEach((setting, i) =>
    sheet.format(area(settings.row + 1 + i, 1), { numberFormat: formatOfInput(setting), align: 'Right' }),
  );
  const at = (table: InputTable, count: number) => placed(SCENARIO_SHEET, table, count, GAP);
  return {
    plan: sheet.plan(),
    scenarios: at(scenarios, tables.scenarios.length),
    changes: at(changes, tables.changes.length),
    settings: at(settings, tables.settings.length),
    headers: scenarioNames.length > 0 ? area(scenarios.row, FIRST_SCENARIO, 1, scenarioNames.length) : null,
    values: (row: number) =>
      range(SCENARIO_SHEET, area(scenarios.row + 1 + row, FIRST_SCENARIO, 1, Math.max(1, scenarioNames.length))),
  };
}

/** Driver, program, payer, item and change stand before the scenarios. */
const FIRST_SCENARIO = 5;
const HEADING_FROZEN = 3;

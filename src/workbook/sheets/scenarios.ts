/** Scenarios: the scenarios, the settings and the planned changes, one table below the other with room to grow. */
import { CHANGES } from '../../tables/schemas/changes';
import type { TableSchema } from '../../tables/schemas/column';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTING_COLUMNS, SETTINGS } from '../../tables/schemas/settings';
import { area, relative, type Area } from '../plan/cells';
import { HEADER_ROW, type SheetDraft } from '../layout/sheet-draft';
import {
  cut,
  drawTable,
  placeTable,
  schemaColumns,
  sourceColumn,
  TITLE_LIMIT,
  validationOf,
  type InputTable,
  type SheetColumn,
} from '../layout/input-table';
import { FORMATS, formatOfInput, NUMBER_FORMATS } from '../layout/look';
import { SOURCE_WIDTH } from '../layout/source-text';
import { ROOM } from '../layout/room';
import { RowStack } from '../layout/row-stack';
import type { ValidationPlan, ValidationRule } from '../plan/plan';
import type { InputRow } from '../practice/sample-tables';
import { findDriver } from '../../tables/schemas/driver-names';
import { scenarioNames } from './checks/names-as-read';
import { itemList } from './costs';
import { driverList } from './log';
import { programList } from './panel';
import type { Book, Sheet } from './sheet';

const NAME = 'Scenarios';

/** Columns that the three tables share, so that they line up: what moves, where, how, and why. */
const columnsOf = (keys: readonly string[], schema: TableSchema): SheetColumn[] => {
  const known = schemaColumns(schema);
  return keys.map((key) => known.find((column) => column.key === key)!);
};

/** Values are in the driver's own unit. */
export const SCENARIO_UNIT = 'as the driver';

const scenarioColumn = (name: string): SheetColumn => ({
  header: name,
  unit: SCENARIO_UNIT,
  key: name,
  column: null,
  isNumeric: true,
  prompt: 'The value of the driver in this scenario. Blank changes nothing.',
});

/** Headers here fit one line. */
const HEADER_HEIGHT = 20;
const BLANK_ROW: InputRow = { cells: {}, source: '' };
/** Rows above a header: the title, the units. */
const ABOVE = 2;
/**
 * Blank rows in which the scenarios may grow by typing; a row inserted pushes what is below down, since no table there
 * is wider. Settings do not grow.
 */
const ROOM_TO_GROW = 4;
const GAP = 3;
const FROZEN_COLUMNS = 1;

/** The three tables below each other. */
function tablesOf({ tables, scenarios }: Book): Record<'scenarios' | 'settings' | 'changes', InputTable> {
  const changes = tables.changes.length > 0 ? tables.changes : [BLANK_ROW];
  const lists = { driver: driverList, program: programList(tables), item: itemList(tables) };
  const shared = { column: 0, headerHeight: HEADER_HEIGHT };
  const rows = new RowStack(HEADER_ROW - 1);
  return {
    scenarios: {
      ...shared,
      schema: SCENARIOS,
      columns: [
        ...columnsOf(['driver', 'program', 'payer', 'item', 'change', 'unit'], SCENARIOS),
        ...scenarios.map(scenarioColumn),
        ...columnsOf(['why'], SCENARIOS),
        sourceColumn,
      ],
      rows: tables.scenarios,
      row: rows.table(tables.scenarios.length, ABOVE),
      lists,
      labels: ['unit'],
    },
    settings: {
      ...shared,
      schema: SETTINGS,
      // The note stands last, where a long text has room.
      columns: [
        ...columnsOf(['setting'], SETTINGS),
        ...columnsOf(['value'], SETTINGS).map((value) => ({ ...value, isNumeric: true })),
        ...columnsOf(['unit'], SETTINGS),
        sourceColumn,
        ...columnsOf(['note'], SETTINGS),
      ],
      rows: tables.settings,
      row: rows.gap(ROOM_TO_GROW).table(tables.settings.length, ABOVE),
      labels: ['setting', 'unit', 'note'],
    },
    changes: {
      ...shared,
      schema: CHANGES,
      columns: [
        // A change has no unit of its own to read; it is there for people.
        ...columnsOf(['driver', 'program', 'payer', 'item', 'change'], CHANGES),
        ...columnsOf(['unit'], SCENARIOS),
        ...columnsOf(['value', 'fromMonth', 'toMonth', 'reason'], CHANGES),
        sourceColumn,
      ],
      rows: changes,
      row: rows.gap(GAP).table(changes.length, ABOVE),
      lists,
      labels: ['unit'],
    },
  };
}

/** A cell in which one of the scenarios is chosen, as many as are shown. */
export const scenarioChoice = (cell: Area, title: string, message: string): ValidationPlan => ({
  area: cell,
  rule: { kind: 'list', source: scenarioNames },
  prompt: { title, message },
  alert: { title, message: 'Choose one of the scenarios on Scenarios.', style: 'Stop' },
});

export const scenariosSheet: Sheet = {
  name: NAME,
  kind: 'inputs',
  tables: [SCENARIOS.name, SETTINGS.name, CHANGES.name],
  draw(sheet, book) {
    sheet.widths([26, 18, 20, SOURCE_WIDTH, 14, 16, 17, 17, 17, 70, SOURCE_WIDTH]);
    sheet.heading(NAME, 'Scenarios, settings and planned changes', {
      tip: 'What each scenario assumes about operations, the settings of the forecast, and what is planned to change and when.',
      frozenColumns: FROZEN_COLUMNS,
    });
    const { scenarios, settings, changes } = tablesOf(book);
    const drawBelow = (title: string, table: InputTable) => {
      sheet.section(table.row - ABOVE, 0, scenarios.columns.length, title);
      drawTable(sheet, table);
    };
    drawBelow('Scenarios', scenarios);
    sheet.remark(
      scenarios.row - ABOVE,
      FROZEN_COLUMNS,
      `A blank cell changes nothing. Add a scenario as a column, anywhere in the table or right of it; Compare shows up to ${ROOM.scenarios}.`,
    );
    drawScenarioValues(sheet, scenarios, book.scenarios);
    drawBelow('Settings', settings);
    drawSettingValues(sheet, settings);
    drawBelow('Planned changes', changes);
    sheet.remark(changes.row - ABOVE, FROZEN_COLUMNS, 'In force from a month on, whatever the scenario.');
    const { row, column } = placeTable(changes).data('value');
    changes.rows.forEach(({ cells }, i) => formatByDriver(sheet, cells, area(row + i, column)));

    sheet.freeze(HEADER_ROW - 1, FROZEN_COLUMNS);
    sheet.print({ titleRows: HEADER_ROW - 1, titleColumns: FROZEN_COLUMNS });
  },
};

/** Values are typed in the driver's own unit; a factor shows as 1.25×. */
function formatByDriver(sheet: SheetDraft, cells: InputRow['cells'], place: Area): void {
  if (cells.change === 'multiply') sheet.format(place, { numberFormat: '0.00"×"' });
  else {
    const named = findDriver(String(cells.driver));
    if (named) sheet.format(place, { numberFormat: formatOfInput(named.column) });
  }
}

function drawScenarioValues(sheet: SheetDraft, table: InputTable, scenarios: readonly string[]): void {
  const placed = placeTable(table);
  for (const name of scenarios) {
    const { row, column, rows } = placed.data(name);
    const values = area(row, column, rows, 1);
    sheet.format(values, FORMATS.input, {
      numberFormat: NUMBER_FORMATS.plain,
      size: 11,
      align: 'Right',
      vertical: 'Center',
    });
    sheet.validate(scenarioValidation(name, values));
    table.rows.forEach(({ cells }, i) => formatByDriver(sheet, cells, area(row + i, column)));
  }
}

/** What may be typed into a scenario's column. */
export function scenarioValidation(name: string, values: Area): ValidationPlan {
  const first = relative(values.row, values.column);
  return {
    area: values,
    rule: { kind: 'custom', formula: `=OR(${first}="",${first}="zero",ISNUMBER(${first}))` },
    prompt: {
      title: cut(`${name} (as the driver)`, TITLE_LIMIT),
      message:
        'The value the driver is set to, or what it is multiplied by or added to. Blank = no change. Write the word zero to set to nothing.',
    },
    alert: {
      title: cut(name, TITLE_LIMIT),
      message:
        'Give a number in the driver’s unit, e.g. 85%; or leave it blank: no change. Write the word zero for a true zero.',
      style: 'Stop',
    },
  };
}

/** Each setting is validated by its own description. */
function drawSettingValues(sheet: SheetDraft, table: InputTable): void {
  const { row, column } = placeTable(table).data('value');
  SETTING_COLUMNS.forEach((setting, i) => {
    const place = area(row + i, column);
    sheet.format(place, { numberFormat: formatOfInput(setting), align: 'Right' });
    sheet.validate(
      validationOf(
        { header: setting.header, unit: setting.unit, key: setting.key, column: setting, prompt: setting.note },
        place,
        undefined as ValidationRule | undefined,
      ),
    );
  });
}

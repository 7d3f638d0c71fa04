/** Scenarios: the scenarios, the settings and the planned changes, one table below the other with room to grow. */
import { CHANGES } from '../../tables/schemas/changes';
import { SCENARIOS } from '../../tables/schemas/scenarios';
import { SETTING_COLUMNS, SETTINGS } from '../../tables/schemas/settings';
import { area, relative, type Area } from '../plan/cells';
import { SheetDraft } from '../layout/sheet-draft';
import {
  drawTable,
  placeTable,
  schemaColumns,
  sourceColumn,
  validationOf,
  type InputTable,
  type SheetColumn,
} from '../layout/input-table';
import { FORMATS, formatOfInput, NUMBER_FORMATS, TAB_COLORS } from '../layout/look';
import { HEADER_ROW, SHEETS } from '../layout/places';
import type { SheetPlan, ValidationRule } from '../plan/plan';
import { SCENARIO_NAMES, type InputRow, type SampleTables } from '../practice/sample-tables';
import { findDriver } from '../../tables/schemas/driver-names';
import { itemList, programList } from './inputs';
import { driverList } from './log';

/** Columns that the three tables share, so that they line up: what moves, where, how, and why. */
const columnsOf = (keys: readonly string[], schema: typeof SCENARIOS): SheetColumn[] => {
  const known = schemaColumns(schema);
  return keys.map((key) => known.find((column) => column.key === key)!);
};

const scenarioColumn = (name: string): SheetColumn => ({
  header: name,
  unit: 'as the driver',
  key: name,
  column: null,
  isNumeric: true,
  prompt: 'The value of the driver in this scenario. Blank changes nothing.',
});

/** Headers here fit one line. */
const HEADER_HEIGHT = 20;
/** Rows left free below a table before the next one. */
const ROOM = 12;
const BLANK_ROW: InputRow = { cells: {}, source: '' };
/** Rows between a section's title and its header: the units. */
const TITLE_ROWS = 2;

const scenariosTable = (sample: SampleTables): InputTable => ({
  schema: SCENARIOS,
  columns: [
    ...columnsOf(['driver', 'program', 'payer', 'item', 'change', 'unit'], SCENARIOS),
    ...SCENARIO_NAMES.map(scenarioColumn),
    ...columnsOf(['why'], SCENARIOS),
    sourceColumn,
  ],
  rows: sample.scenarios,
  row: HEADER_ROW + 1,
  column: 0,
  lists: { driver: driverList, program: programList(sample), item: itemList(sample) },
  headerHeight: HEADER_HEIGHT,
  labels: ['unit'],
});

const settingsTable = (sample: SampleTables): InputTable => {
  const above = scenariosTable(sample);
  return {
    schema: SETTINGS,
    // The note stands last, where a long text has room.
    columns: [
      ...columnsOf(['setting'], SETTINGS),
      ...columnsOf(['value'], SETTINGS).map((value) => ({ ...value, isNumeric: true })),
      ...columnsOf(['unit'], SETTINGS),
      sourceColumn,
      ...columnsOf(['note'], SETTINGS),
    ],
    rows: sample.settings,
    headerHeight: HEADER_HEIGHT,
    labels: ['setting', 'unit', 'note'],
    row: above.row + above.rows.length + ROOM + TITLE_ROWS,
    column: 0,
  };
};

const changesTable = (sample: SampleTables): InputTable => {
  const above = settingsTable(sample);
  return {
    schema: CHANGES,
    columns: [
      // A change has no unit of its own to read; it is there for people.
      ...columnsOf(['driver', 'program', 'payer', 'item', 'change'], CHANGES),
      ...columnsOf(['unit'], SCENARIOS),
      ...columnsOf(['value', 'fromMonth', 'toMonth', 'reason'], CHANGES),
      sourceColumn,
    ],
    rows: sample.changes.length > 0 ? sample.changes : [BLANK_ROW],
    row: above.row + above.rows.length + 4 + TITLE_ROWS,
    column: 0,
    lists: { driver: driverList, program: programList(sample), item: itemList(sample) },
    headerHeight: HEADER_HEIGHT,
    labels: ['unit'],
  };
};

/** The scenarios' names in the header, for the drop-downs. */
export function scenarioHeaderCells(sample: SampleTables): Area {
  const { row, column } = placeTable(scenariosTable(sample)).header(SCENARIO_NAMES[0]);
  return area(row, column, 1, SCENARIO_NAMES.length);
}

/** The whole header row of the scenarios' table, which a new scenario widens. */
export function scenarioHeaderRow(sample: SampleTables): Area {
  const { row, column, columns } = placeTable(scenariosTable(sample)).area;
  return area(row, column, 1, columns);
}

/** The cell with a setting's value. */
export function settingCell(sample: SampleTables, key: string): Area {
  const values = placeTable(settingsTable(sample)).data('value');
  const at = SETTING_COLUMNS.findIndex((setting) => setting.key === key);
  if (at < 0) throw new Error(`no setting is called ${key}`);
  return area(values.row + at, values.column);
}

export function scenariosSheet(sample: SampleTables): SheetPlan {
  const sheet = new SheetDraft(SHEETS.scenarios, TAB_COLORS.inputs, [26, 18, 20, 32, 14, 16, 17, 17, 17, 70, 70]);
  sheet.heading(
    SHEETS.scenarios,
    'What each scenario assumes about operations, the settings of the forecast, and what is planned to change and when.',
  );

  const scenarios = scenariosTable(sample);
  const settings = settingsTable(sample);
  const changes = changesTable(sample);
  const width = scenarios.columns.length;

  sheet.section(
    scenarios.row - TITLE_ROWS,
    0,
    width,
    'Scenarios: a blank cell changes nothing. Add a scenario by inserting a column between two of them',
  );
  drawTable(sheet, scenarios);
  drawScenarioValues(sheet, scenarios);

  sheet.section(settings.row - TITLE_ROWS, 0, width, 'Settings');
  drawTable(sheet, settings);
  drawSettingValues(sheet, settings);

  sheet.section(changes.row - TITLE_ROWS, 0, width, 'Planned changes: in force from a month on, whatever the scenario');
  drawTable(sheet, changes);
  changes.rows.forEach(({ cells }, i) =>
    formatByDriver(
      sheet,
      cells,
      area(placeTable(changes).data('value').row + i, placeTable(changes).data('value').column),
    ),
  );

  sheet.freeze(HEADER_ROW - 1, 1);
  sheet.print({ titleRows: HEADER_ROW - 1, titleColumns: 1 });
  return sheet.plan();
}

/** Values are typed in the driver's own unit; a factor shows as 1.25×. */
function formatByDriver(sheet: SheetDraft, cells: InputRow['cells'], place: Area): void {
  if (cells.change === 'multiply') sheet.format(place, { numberFormat: '0.00"×"' });
  else {
    const named = findDriver(String(cells.driver));
    if (named) sheet.format(place, { numberFormat: formatOfInput(named.column) });
  }
}

function drawScenarioValues(sheet: SheetDraft, table: InputTable): void {
  const placed = placeTable(table);
  for (const name of SCENARIO_NAMES) {
    const { row, column, rows } = placed.data(name);
    const values = area(row, column, rows, 1);
    sheet.format(values, FORMATS.input, {
      numberFormat: NUMBER_FORMATS.plain,
      size: 11,
      align: 'Right',
      vertical: 'Center',
    });
    const first = relative(row, column);
    sheet.validate({
      area: values,
      rule: { kind: 'custom', formula: `=OR(${first}="",${first}="zero",ISNUMBER(${first}))` },
      prompt: {
        title: `${name} (as the driver)`,
        message:
          'The value the driver is set to, or what it is multiplied by or added to. Blank = no change. Write the word zero to set to nothing.',
      },
      alert: {
        title: name,
        message:
          'Give a number in the driver’s unit, e.g. 85%; or leave it blank: no change. Write the word zero for a true zero.',
        style: 'Stop',
      },
    });
    table.rows.forEach(({ cells }, i) => formatByDriver(sheet, cells, area(row + i, column)));
  }
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

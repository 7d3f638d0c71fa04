/** Right of the table on Uncertainty: what there is to choose from, and between which bounds each driver stays. */
import { LINES } from '../../../engine/model/lines';
import { DRIVER_NAMES, findDriver } from '../../../tables/schemas/driver-names';
import { PANEL } from '../../../tables/schemas/panel';
import { UNCERTAINTY } from '../../../tables/schemas/uncertainty';
import { FORMATS } from '../../layout/look';
import { NAMES } from '../../layout/names';
import { drawResults, placeResults, type ResultColumn, type ResultTable } from '../../layout/result-table';
import { places, ROOM } from '../../layout/room';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { formula, inQuotes, type Place } from '../../plan/cells';

/** A column between, behind the table’s source. */
const COLUMN = UNCERTAINTY.columns.length + 2;
const look = { row: HEADER_ROW, header: FORMATS.quietHeader, format: FORMATS.muted } as const;

/** Months are not drawn. */
const DRAWABLE = DRIVER_NAMES.filter((name) => !findDriver(name)!.driver.isMonth);
const driverOf = (name: string) => findDriver(name)!.driver;

const drivers: ResultTable<string> = {
  ...look,
  column: COLUMN,
  columns: [
    { key: 'driver', header: 'Drivers', width: 26, cell: (name) => name },
    { key: 'unit', header: 'Unit', width: 18, format: FORMATS.unit, cell: (name) => findDriver(name)!.column.unit },
    { key: 'lowest', header: 'Lowest', width: 10, align: 'Right', cell: (name) => driverOf(name).lower },
    {
      key: 'highest',
      header: 'Highest',
      width: 10,
      align: 'Right',
      cell: (name) => (Number.isFinite(driverOf(name).upper) ? driverOf(name).upper : 'no limit'),
    },
  ],
  rows: DRAWABLE,
};
const placedDrivers = placeResults(drivers);

const names = <Row>(column: number, rows: readonly Row[], list: ResultColumn<Row>): ResultTable<Row> => ({
  ...look,
  column,
  columns: [{ width: 20, ...list }],
  rows,
});

const programs = names(COLUMN + 5, places(ROOM.programs), {
  key: 'name',
  header: 'Programs',
  cell: (place) => {
    const at = `MATCH(${inQuotes(PANEL.header.name)},INDEX(${PANEL.name}[#All],1,0),0)`;
    return formula(`IFERROR(INDEX(${PANEL.name}[#All],${place + 2},${at})&"","")`);
  },
});
const scenarios = names(COLUMN + 6, places(ROOM.scenarios), {
  key: 'name',
  header: 'Scenarios',
  cell: (place) => formula(`IFERROR(INDEX(${NAMES.scenarioHeaders},${place + 1})&"","")`),
});
/** Lines in dollars: what Risk shows is formatted so. */
const lines = names(
  COLUMN + 7,
  LINES.filter(({ unit }) => unit === '$'),
  { key: 'name', header: 'Lines in $', width: 26, cell: ({ name }) => name },
);

const listOf = <Row>(table: ResultTable<Row>, key: string): Place => ({
  sheet: UNCERTAINTY.title,
  area: placeResults(table).data(key),
});
export const driverList = listOf(drivers, 'driver');
export const programList = listOf(programs, 'name');
export const scenarioList = listOf(scenarios, 'name');
export const lineList = listOf(lines, 'name');

export function drawChoices(sheet: SheetDraft): void {
  drawResults(sheet, drivers);
  drawResults(sheet, programs);
  drawResults(sheet, scenarios);
  drawResults(sheet, lines);
}

/** Name, unit, lowest and highest value of each driver. */
export const DRIVER_BOUNDS = { name: 'DriverBounds', area: placedDrivers.body } as const;

/** A value below and above another by a share of it, within the driver’s bounds. @param driver the cell of its name */
export function within(driver: string, now: string, share: string): { low: string; high: string } {
  const { name } = DRIVER_BOUNDS;
  const bound = (column: 3 | 4) => `INDEX(${name},MATCH(${driver},INDEX(${name},0,1),0),${column})`;
  // A text, “no limit”, is no bound to MIN.
  return {
    low: `IF(ISNUMBER(${now}),MAX(${now}*(1-${share}),${bound(3)}),"")`,
    high: `IF(ISNUMBER(${now}),MIN(${now}*(1+${share}),${bound(4)}),"")`,
  };
}

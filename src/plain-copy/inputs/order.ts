/**
 * Planned changes and the scenario in the order in which they are worked through, whatever order they are typed in:
 * earlier months first, then set, multiply, add, then who names fewer of program, payer and item.
 */
import { driverByKey } from '../../engine/model/drivers';
import { DRIVER_NAMES, findDriver } from '../../tables/schemas/driver-names';
import { FORMATS, TAB_COLORS } from '../../workbook/layout/look';
import { HEADER_ROW, SheetDraft } from '../../workbook/layout/sheet-draft';
import { area, columnName, formula, onSheet, type Content } from '../../workbook/plan/cells';
import type { SheetPlan } from '../../workbook/plan/plan';
import type { InputRow } from '../../workbook/practice/sample-tables';
import { monthOf, range } from '../reading';
import type { InputSheets } from './input-sheets';
import { SETTING } from './setting-cells';
import type { TypedTables } from './typed-tables';

export const ORDER = 'Order';

/** Places in working order: what moves a driver there, in cells as formulas of other sheets name them. */
export interface Move {
  driver: string;
  /** Its row on the sheet. */
  row: number;
  /** Conversion rate 2, planned change */
  label: string;
  stage: 'planned change' | 'scenario';
  program: string;
  payer: string;
  item: string;
  kind: string;
  value: string;
  from: string;
  to: string;
}

export interface Order {
  /** @param steps labels of rows that say of a change whether it moves an input, and what they say */
  plan(steps: { labels: string; flags: string }): SheetPlan;
  /** By driver, planned changes before the scenario’s adjustments. */
  moves: ReadonlyMap<string, readonly Move[]>;
  stages: readonly StageCells[];
}

/** Columns of what is typed, for checks. */
export interface StageCells {
  stage: Move['stage'];
  columns: Readonly<Record<(typeof AS_TYPED)[number], string>>;
  /** Of the places that there are: the row that stands in each, 0 for none, and how many inputs it moves. */
  placedRows: string;
  moved: string;
}

const AS_TYPED = [
  'row',
  'driver',
  'program',
  'payer',
  'item',
  'change',
  'typed',
  'value',
  'from',
  'to',
  'key',
  'place',
  'contradicts',
] as const;
const HEADERS = [
  'Row',
  'Driver',
  'Program',
  'Payer',
  'Item',
  'Change',
  'As typed',
  'Value',
  'From month',
  'To month',
  'Order',
  'Place',
  'Contradicts',
];
const MOVED_COLUMN = 9;
const IN_ORDER = ['place', 'row', 'program', 'payer', 'item', 'change', 'value', 'from', 'to'] as const;
const ORDER_HEADERS = [
  'Place',
  'Row',
  'Program',
  'Payer',
  'Item',
  'Change',
  'Value',
  'From month',
  'To month',
  'Inputs moved',
];

const MONTH_DRIVERS = DRIVER_NAMES.filter((name) => driverByKey.get(findDriver(name)!.driver.key)!.isMonth);

export function workingOrder(tables: TypedTables, inputs: InputSheets): Order {
  const sheet = new SheetDraft(ORDER, TAB_COLORS.results);
  sheet
    .widths([30, 26, 20, 20, 24, 12, 14, 14, 12, 12, 16, 30])
    .heading(ORDER, 'Planned changes and the scenario, in working order', {
      tip: 'From-month first; then set, multiply, add; then the row that names fewer of program, payer and item.',
    });
  const moves = new Map<string, Move[]>();
  let next = HEADER_ROW;
  const stages = (['planned change', 'scenario'] as const).flatMap((stage): StageCells[] => {
    const rows = stage === 'planned change' ? tables.changes : tables.scenarios;
    if (rows.length === 0) return [];
    const first = next + 2;
    drawTyped(sheet, first, rows.length, stage, inputs);
    const column = (key: (typeof AS_TYPED)[number]) => area(first, AS_TYPED.indexOf(key), rows.length, 1);
    next = drawPlaces(sheet, first + rows.length + 2, stage, rows, column, moves) + 2;
    return [
      {
        stage,
        columns: Object.fromEntries(AS_TYPED.map((key) => [key, range(ORDER, column(key))])) as StageCells['columns'],
        placedRows: range(ORDER, area(first + rows.length + 3, 1, rows.length, 1)),
        moved: range(ORDER, area(first + rows.length + 3, MOVED_COLUMN, rows.length, 1)),
      },
    ];
  });
  if (stages.length === 0)
    sheet.put(HEADER_ROW, 0, [['No planned changes and no scenarios were typed when this copy was made.']]);
  return {
    plan({ labels, flags }) {
      for (const { row, label } of [...moves.values()].flat())
        sheet.put(row, MOVED_COLUMN, [[formula(`SUMIFS(${flags},${labels},"${label}")`)]]);
      return sheet.freeze(HEADER_ROW, 1).plan();
    },
    moves,
    stages,
  };
}

function drawTyped(sheet: SheetDraft, first: number, count: number, stage: Move['stage'], inputs: InputSheets): void {
  const table = stage === 'planned change' ? inputs.changes : inputs.scenarios;
  const title = stage === 'planned change' ? 'Planned changes as typed' : 'The scenario as typed';
  heading(sheet, first - 2, title, HEADERS);
  const keys = (key: (typeof AS_TYPED)[number]) => {
    const name = columnName(AS_TYPED.indexOf(key));
    return `$${name}$${first + 1}:$${name}$${first + count}`;
  };
  const contents = Array.from({ length: count }, (_, i): Content[] => {
    const own = (key: (typeof AS_TYPED)[number]) => `${columnName(AS_TYPED.indexOf(key))}${first + i + 1}`;
    const name = (key: string) => formula(`IF(TRIM(${table.cell(key, i)})="all","",TRIM(${table.cell(key, i)}))`);
    const isMonth = `AND(${own('change')}="set",OR(${MONTH_DRIVERS.map((driver) => `${own('driver')}="${driver}"`).join(',')}))`;
    const month = (key: string) => monthOf(table.cell(key, i), SETTING.start);
    const names = `(${own('program')}<>"")+(${own('payer')}<>"")+(${own('item')}<>"")`;
    const meets = (key: 'program' | 'payer' | 'item') =>
      `(((${keys(key)}="")+(${keys(key)}=${own(key)})+(${own(key)}=""))>0)`;
    const given = (of: (key: 'program' | 'payer' | 'item') => string) =>
      `((${of('program')}<>"")+(${of('payer')}<>"")+(${of('item')}<>""))`;
    const contradicting = [
      `(${keys('driver')}=${own('driver')})`,
      `(${keys('change')}="set")`,
      `(${keys('key')}<>"")`,
      `(${keys('from')}=${own('from')})`,
      `(${keys('value')}<>${own('value')})`,
      `(${given(keys)}=${given(own)})`,
      ...(['program', 'payer', 'item'] as const).map(meets),
    ].join('*');
    return [
      i + 1,
      formula(`TRIM(${table.cell('driver', i)})`),
      name('program'),
      name('payer'),
      name('item'),
      formula(`LOWER(TRIM(${table.cell('change', i)}))`),
      stage === 'planned change'
        ? formula(`IF(${table.cell('value', i)}="","",${table.cell('value', i)})`)
        : formula(`IF(${SETTING.scenarioColumn}=0,"",INDEX(${inputs.scenarioValues(i)},${SETTING.scenarioColumn}))`),
      formula(
        `IF(${own('typed')}="zero",0,IF(N(${own('typed')})=0,"",IF(${isMonth},${monthOf(own('typed'), SETTING.start)},${own('typed')})))`,
      ),
      stage === 'planned change' ? formula(`IF(N(${table.cell('fromMonth', i)})=0,1,${month('fromMonth')})`) : 1,
      stage === 'planned change'
        ? formula(`IF(N(${table.cell('toMonth', i)})=0,"",${month('toMonth')})`)
        : formula('""'),
      formula(
        `IF(OR(${own('driver')}="",${own('value')}=""),"",${own('from')}*1000000+IF(${own('change')}="set",0,IF(${own('change')}="multiply",1,2))*100000+(${names})*10000+${own('row')})`,
      ),
      formula(
        `IF(${own('key')}="","",${own('driver')}&" "&COUNTIFS(${keys('driver')},${own('driver')},${keys('key')},"<="&${own('key')}))`,
      ),
      formula(`IF(AND(${own('change')}="set",${own('key')}<>""),SUMPRODUCT(${contradicting}),0)`),
    ];
  });
  sheet.put(first, 0, contents).format(area(first, 6, count, 5), { align: 'Right', numberFormat: '#,##0.######' });
}

/** As many places for a driver as rows name it: what no scenario or no value uses stays empty. */
function drawPlaces(
  sheet: SheetDraft,
  row: number,
  stage: Move['stage'],
  rows: readonly InputRow[],
  column: (key: (typeof AS_TYPED)[number]) => ReturnType<typeof area>,
  moves: Map<string, Move[]>,
): number {
  heading(sheet, row - 1, 'In working order', ORDER_HEADERS);
  const counted = new Map<string, number>();
  const drivers = rows.map(({ cells }) => String(cells['driver'] ?? '')).sort((a, b) => place(a) - place(b));
  const local = (key: (typeof AS_TYPED)[number]) => range(ORDER, column(key)).replace(`${ORDER}!`, '');
  const contents = drivers.map((driver, i): Content[] => {
    const nth = (counted.get(driver) ?? 0) + 1;
    counted.set(driver, nth);
    const at = row + 1 + i;
    const cell = (key: (typeof IN_ORDER)[number]) => onSheet(ORDER, area(at, IN_ORDER.indexOf(key)));
    const move: Move = {
      driver,
      row: at,
      label: `${driver} ${nth}, ${stage}`,
      stage,
      program: cell('program'),
      payer: cell('payer'),
      item: cell('item'),
      kind: cell('change'),
      value: cell('value'),
      from: cell('from'),
      to: cell('to'),
    };
    const own = moves.get(driver);
    if (own) own.push(move);
    else moves.set(driver, [move]);
    const fetched = (key: (typeof AS_TYPED)[number]) =>
      formula(`IF($B${at + 1}=0,"",INDEX(${local(key)},$B${at + 1}))`);
    return [
      `${driver} ${nth}`,
      formula(`IFERROR(MATCH($A${at + 1},${local('place')},0),0)`),
      ...(['program', 'payer', 'item', 'change', 'value', 'from', 'to'] as const).map(fetched),
    ];
  });
  sheet
    .put(row + 1, 0, contents)
    .format(area(row + 1, 6, rows.length, 3), { align: 'Right', numberFormat: '#,##0.######' });
  return row + 1 + rows.length;
}

const place = (driver: string): number => DRIVER_NAMES.indexOf(driver);

function heading(sheet: SheetDraft, row: number, title: string, headers: readonly string[]): void {
  sheet
    .section(row, 0, headers.length, title)
    .put(row + 1, 0, [headers])
    .format(area(row + 1, 0, 1, headers.length), FORMATS.band);
}

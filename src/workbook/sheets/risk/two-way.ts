/** On Risk: what the line comes to for pairs of values of any two drivers. */
import { area, columnFixed, fixed, formula, type Area, type Content } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import type { SheetDraft } from '../../layout/sheet-draft';
import type { Assumed } from './assumed';
import { asked, GRID_INPUTS_ROW, GRID_ROW, VALUES_ACROSS, VALUES_DOWN } from './layout';
import { nowFormula } from './now';
import { ANY_DRIVER } from './tornado';
import { driverList, programList, within } from './choices';
import { drawFormulas } from './uncertainty';

const HEADERS = ['', 'Driver', 'Program', 'Payer', 'Item', 'Now', 'From', 'To', 'Values'] as const;
const [DRIVER, PROGRAM, PAYER, ITEM, NOW, FROM, TO, FIRST_VALUE] = [1, 2, 3, 4, 5, 6, 7, 8];

const named = (row: number): Area => area(row, DRIVER, 1, 4);
const values = (row: number, count: number): Area => area(row, FIRST_VALUE, 1, count);

const grid = (): string =>
  `PPPM.GRID(${[
    MODEL_ARGUMENTS,
    asked('line'),
    ...[named(DOWN_ROW), values(DOWN_ROW, VALUES_DOWN), named(ACROSS_ROW), values(ACROSS_ROW, VALUES_ACROSS)].map(
      fixed,
    ),
    ...[NAMES.scenario, asked('program')],
  ].join(',')})`;

const DOWN_ROW = GRID_INPUTS_ROW + 1;
const ACROSS_ROW = DOWN_ROW + 1;

/** @param assumed what is uncertain: the first two drivers of one program are tried */
export function drawTwoWay(sheet: SheetDraft, assumed: readonly Assumed[]): void {
  const first = assumed.at(0);
  const second = assumed.find(({ driver, program }) => driver !== first?.driver && program === first?.program);
  sheet.section(
    GRID_INPUTS_ROW - 1,
    0,
    FIRST_VALUE + 1,
    'Two-way table: the line asked about, for pairs of values of two drivers',
  );
  sheet.put(GRID_INPUTS_ROW, 0, [HEADERS]);
  sheet.format(area(GRID_INPUTS_ROW, 0, 1, FIRST_VALUE + VALUES_DOWN), FORMATS.quietHeader);
  sheet.format(area(GRID_INPUTS_ROW, NOW, 1, FIRST_VALUE + VALUES_DOWN - NOW), { align: 'Right' });
  drawDriver(sheet, DOWN_ROW, 'Down the side', first, VALUES_DOWN);
  drawDriver(sheet, ACROSS_ROW, 'Across the top', second ?? assumed.at(1), VALUES_ACROSS);

  sheet.put(GRID_ROW, 0, [[formula(grid())]]);
  const whole = area(GRID_ROW, 0, 1 + VALUES_DOWN, 1 + VALUES_ACROSS);
  sheet.format(whole, { numberFormat: NUMBER_FORMATS.dollars, align: 'Right' });
  sheet.format(area(GRID_ROW, 0, 1, 1 + VALUES_ACROSS), FORMATS.header, { numberFormat: ANY_DRIVER, align: 'Right' });
  sheet.format(area(GRID_ROW + 1, 0, VALUES_DOWN), FORMATS.band, { numberFormat: ANY_DRIVER });
}

function drawDriver(sheet: SheetDraft, row: number, label: string, of: Assumed | undefined, count: number): void {
  const cell = (column: number): string => columnFixed(row, column);
  const refs = { driver: cell(DRIVER), program: cell(PROGRAM), payer: cell(PAYER), item: cell(ITEM) };
  const { low, high } = within(cell(DRIVER), cell(NOW), `2*${asked('change')}`);
  const evenly = Array.from({ length: count }, (_, i): Content =>
    formula(`${cell(FROM)}+(${cell(TO)}-${cell(FROM)})*${i}/${count - 1}`),
  );
  sheet.put(row, 0, [
    [
      label,
      ...[of?.driver ?? null, of?.program ?? null, null, of?.item ?? null],
      ...[nowFormula(refs), low, high].map((text) => formula(text)),
      ...evenly,
    ],
  ]);
  sheet.format(named(row), FORMATS.input);
  drawFormulas(sheet, area(row, FROM, 1, FIRST_VALUE + count - FROM));
  sheet.format(area(row, NOW, 1, FIRST_VALUE + count - NOW), { numberFormat: ANY_DRIVER, align: 'Right' });
  for (const [column, source, what] of [
    [DRIVER, driverList, 'A column of Panel, Payer Mix or Costs; From and To follow.'],
    [PROGRAM, programList, 'The program it is of; blank = all.'],
  ] as const)
    sheet.validate({
      area: area(row, column),
      rule: { kind: 'list', source },
      prompt: { title: HEADERS[column], message: what },
      alert: {
        title: HEADERS[column],
        message: 'This name is not in the list. Keep it all the same?',
        style: 'Warning',
      },
    });
}

/**
 * Adds a row to Payer mix that is priced by a code, and takes it away again. Its share of the panel is the user's
 * to give: until then a finding asks for it. How claims fare and are paid is as in the program's first row.
 */
import { fold } from '../../tables/reading/nearest';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { formula, isFormula, type Content } from '../plan/cells';
import { sourceColumn } from '../layout/input-table';
import { AMOUNT_OR_CODES, FORMATS } from '../layout/look';
import { nameProblem } from '../practice/practice';
import { Refusal } from './refusal';
import { asTyped } from '../practice/sample-prices';
import { columnPosition } from './column-position';
import { typed } from './write';

export interface PayerRow {
  program: string;
  payer: string;
  code: string;
  percentOfMedicare: number;
}

export interface AddedPayerRow extends PayerRow {
  /** Counted from 1 below the header, as findings count. */
  row: number;
  /** The cell that waits for the share: 'Payer Mix'!C23 */
  shareAddress: string;
  /** The payer whose claim rates were taken; null where the program had no row. */
  like: string | null;
}

/** What one payer of a program has in common with another, until somebody knows better. */
const ALIKE = (
  [
    'realizationRate',
    'cleanClaimRate',
    'appealRate',
    'overturnRate',
    'daysToPay',
    'collectedRate',
    'attritionMultiplier',
    'thresholdMinutes',
    'minutesCv',
    'consentRate',
    'documentationRate',
  ] as const
).map((key) => PAYER_MIX.header[key]);

/** Leads to the cell of the missing share. */
export async function addPayerRow(given: PayerRow): Promise<AddedPayerRow> {
  const added = { ...given, payer: given.payer.trim() };
  const problem = nameProblem(added.payer, 'Type the name of the payer.');
  if (problem) throw new Refusal(problem);
  return Excel.run(async (context) => {
    const { table, headers, body, formulas } = await load(context);
    const at = (header: string): number => columnPosition(PAYER_MIX, header, headers);
    const lacking = ['Program', 'Payer', 'Share of panel', 'Codes', 'Percent of Medicare'].find(
      (header) => at(header) < 0,
    );
    if (lacking) throw new Refusal(`Payer mix lacks the column ${lacking}.`);

    const ofProgram = (cells: readonly unknown[]) => isSame(cells[at('Program')], added.program);
    const same = body.findIndex((cells) => ofProgram(cells) && isSame(cells[at('Payer')], added.payer));
    if (same >= 0)
      throw new Refusal(
        `Payer mix has ${added.program}, ${added.payer} already, in row ${same + 1}. Name another payer, or change the Codes of that row.`,
      );

    const model = body.find(ofProgram);
    const like = model ? String(model[at('Payer')]) : null;
    const contents = new Map<string, Content>([
      ...ALIKE.map((header) => [header, (model?.[at(header)] ?? null) as Content] as const),
      ['Program', added.program],
      ['Payer', added.payer],
      ['Codes', asTyped(added.code)],
      ['Allowed PPPM', amountByCodes(formulas.map((row) => row[at('Allowed PPPM')]))],
      ['Percent of Medicare', added.percentOfMedicare],
      [sourceColumn.header, source(added.code, like)],
    ]);
    const cells: unknown[] = headers.map(() => '');
    for (const [header, content] of contents) if (at(header) >= 0) cells[at(header)] = typed(content);

    // A table without contents has one blank row, which is the one to fill.
    const isEmpty = body.length === 1 && body[0].every((cell) => cell === '');
    const row = isEmpty ? 0 : body.length;
    if (isEmpty) table.getDataBodyRange().values = [cells];
    else table.rows.add(undefined, [cells as string[]]);
    if (isFormula(contents.get('Allowed PPPM') ?? null))
      drawCalculated(table.getDataBodyRange().getCell(row, at('Allowed PPPM')));
    const share = table.getDataBodyRange().getCell(row, at('Share of panel'));
    share.load('address');
    share.select();
    await context.sync();
    return { ...added, row: row + 1, shareAddress: share.address, like };
  });
}

/** The row above may hold a typed amount, and lend its looks. */
function drawCalculated(cell: Excel.Range): void {
  cell.numberFormat = [[AMOUNT_OR_CODES]];
  cell.format.fill.color = FORMATS.calculated.fill;
  cell.format.font.color = FORMATS.calculated.color;
}

/** Takes the row away wherever it stands by now, unless somebody has renamed it. */
export async function removePayerRow({ program, payer, code }: AddedPayerRow): Promise<void> {
  await Excel.run(async (context) => {
    const { table, headers, body } = await load(context);
    const own: [string, string][] = [
      ['Program', program],
      ['Payer', payer],
      ['Codes', code],
    ];
    const row = body.findIndex((cells) =>
      own.every(([header, content]) => isSame(cells[columnPosition(PAYER_MIX, header, headers)], content)),
    );
    if (row < 0) throw new Refusal(`The row ${program}, ${payer} with ${code} is not in Payer mix any more.`);
    table.rows.getItemAt(row).delete();
    await context.sync();
  });
}

interface Loaded {
  table: Excel.Table;
  headers: readonly unknown[];
  body: readonly (readonly unknown[])[];
  formulas: readonly (readonly unknown[])[];
}

async function load(context: Excel.RequestContext): Promise<Loaded> {
  const table = context.workbook.tables.getItemOrNullObject(PAYER_MIX.name);
  await context.sync();
  if (table.isNullObject) throw new Refusal('The table of Payer mix is not in this workbook any more.');
  const headers = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  headers.load('values');
  body.load('values,formulas');
  await context.sync();
  return { table, headers: headers.values[0], body: body.values, formulas: body.formulas };
}

/** The formula that shows what codes give: one that is the same text in every row that has one holds in any row. */
function amountByCodes(column: readonly unknown[]): Content {
  const texts = column.filter((content): content is string => typeof content === 'string' && content.startsWith('='));
  return texts.length > 1 && texts.every((text) => text === texts[0]) ? formula(texts[0].slice(1)) : null;
}

/** A code may be a number on the sheet. */
const isSame = (cell: unknown, name: string): boolean => fold(String(cell)) === fold(name);

const source = (code: string, like: string | null): string =>
  `Allowed: Medicare physician fee schedule, ${code}; ${like === null ? 'the rest is still to be given' : `the rest as ${like}: assumption`}`;

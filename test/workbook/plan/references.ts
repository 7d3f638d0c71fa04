/** What the formulas of a plan refer to: which cells wait for which, across sheets, names, tables and spills. */
import type { Area, Place } from '../../../src/workbook/plan/cells';
import { isFormula } from '../../../src/workbook/plan/cells';
import type { SheetPlan, WorkbookPlan } from '../../../src/workbook/plan/plan';
import { contentAt } from './planned-cells';

/** A formula with the cells that show its answer. */
export interface Node {
  /** Forecast!A6 */
  at: string;
  place: Place;
  text: string;
}

const SHEET = String.raw`(?:(?:'((?:[^']|'')+)'|([A-Za-z]\w*))!)?`;
const CELL = String.raw`\$?([A-Z]{1,3})\$?(\d{1,7})`;
const REFERENCE = new RegExp(
  String.raw`${SHEET}${CELL}(?::${CELL})?#?(?![\w(])|(tbl\w+)\[([^\]]*(?:\[[^\]]*\][^\]]*)*)\]|([A-Za-z_]\w*)(?![\w(!\[.])`,
  'g',
);

/** A→0, Z→25, AA→26 */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The cells that a formula of the sheet refers to. @throws for a sheet or a table column that the plan does not have. */
export function referencesOf(plan: WorkbookPlan, sheet: string, text: string): Place[] {
  const places: Place[] = [];
  // A column with its header is the column: where the header stands no formula does.
  const plain = text.replace(/"(?:[^"]|"")*"/g, '""').replace(/\[\[#All\],(\[[^\]]*\])\]/g, '$1');
  for (const match of plain.matchAll(REFERENCE)) {
    const [, quoted, bare, column, row, lastColumn = column, lastRow = row, table, part, name] = match;
    if (column !== undefined) {
      const on = quoted?.replaceAll("''", "'") ?? bare ?? sheet;
      if (!plan.sheets.some((candidate) => candidate.name === on)) throw new Error(`${text}: there is no sheet ${on}`);
      const [first, last] = [columnOf(column), columnOf(lastColumn)];
      places.push({
        sheet: on,
        area: {
          row: Number(row) - 1,
          column: first,
          rows: Number(lastRow) - Number(row) + 1,
          columns: last - first + 1,
        },
      });
    } else if (table !== undefined) places.push(tablePlace(plan, table, part));
    else {
      const named = plan.names.find((candidate) => candidate.name === name);
      if (named) places.push({ sheet: named.sheet, area: named.area });
    }
  }
  return places;
}

/** tblPanel[#All], tblPayerMix[Codes] */
function tablePlace(plan: WorkbookPlan, name: string, part: string): Place {
  for (const sheet of plan.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name === name);
    if (!table) continue;
    if (part.startsWith('#')) return { sheet: sheet.name, area: table.area };
    const { row, column, rows, columns } = table.area;
    const header = part.replace(/^@?\[?|\]$/g, '');
    const at = Array.from({ length: columns }, (_, c) => contentAt(sheet, row, column + c)).indexOf(header);
    if (at < 0) throw new Error(`${name} has no column ${header}`);
    return { sheet: sheet.name, area: { row: row + 1, column: column + at, rows: rows - 1, columns: 1 } };
  }
  throw new Error(`There is no table ${name}`);
}

/** Every formula of the plan; one that spills shows its answer up to the next cell that holds something. */
export const nodesOf = (plan: WorkbookPlan): Node[] =>
  plan.sheets.flatMap((sheet) =>
    sheet.blocks.flatMap(({ row, column, contents }) =>
      contents.flatMap((cells, r) =>
        cells.flatMap((content, c): Node[] => {
          if (!isFormula(content)) return [];
          const [first, left] = [row + r, column + c];
          const area = /PPPM\.|TRANSPOSE\(/.test(content.formula)
            ? spillFrom(sheet, first, left)
            : { row: first, column: left, rows: 1, columns: 1 };
          return [
            {
              at: `${sheet.name} row ${first + 1}, column ${left + 1}`,
              place: { sheet: sheet.name, area },
              text: content.formula,
            },
          ];
        }),
      ),
    ),
  );

const WIDEST = 130;
const DEEPEST = 300;

function spillFrom(sheet: SheetPlan, row: number, column: number): Area {
  let columns = 1,
    rows = 1;
  while (columns < WIDEST && contentAt(sheet, row, column + columns) === null) columns++;
  while (rows < DEEPEST && contentAt(sheet, row + rows, column) === null) rows++;
  return { row, column, rows, columns };
}

const meets = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** A circle among the formulas, as the places it goes through; null where each formula can be worked out before those that need it. */
export function circleIn(plan: WorkbookPlan): string[] | null {
  const nodes = nodesOf(plan);
  const bySheet = new Map<string, Node[]>();
  for (const node of nodes) bySheet.set(node.place.sheet, [...(bySheet.get(node.place.sheet) ?? []), node]);
  const needs = new Map<Node, Node[]>(
    nodes.map((node) => [
      node,
      referencesOf(plan, node.place.sheet, node.text).flatMap(({ sheet, area }) =>
        (bySheet.get(sheet) ?? []).filter((other) => meets(other.place.area, area)),
      ),
    ]),
  );
  const done = new Set<Node>();
  for (const start of nodes) {
    // The way from the start to the node at hand, and what of each node on it is still to be looked at.
    const way: { node: Node; open: Node[] }[] = [{ node: start, open: [...needs.get(start)!] }];
    while (way.length) {
      const here = way[way.length - 1];
      const next = here.open.pop();
      if (!next) {
        done.add(here.node);
        way.pop();
      } else if (!done.has(next)) {
        const back = way.findIndex(({ node }) => node === next);
        if (back >= 0) return [...way.slice(back).map(({ node }) => `${node.at}: ${node.text}`), next.at];
        way.push({ node: next, open: [...needs.get(next)!] });
      }
    }
  }
  return null;
}

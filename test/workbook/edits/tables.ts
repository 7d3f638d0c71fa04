/** Tables without a spreadsheet: as planned, and as an edit leaves them. */
import { isFormula, type Content } from '../../../src/workbook/plan/cells';
import type { Edit, Step } from '../../../src/workbook/edits/edit';
import { TABLE_KEYS } from '../../../src/tables/schemas/model-tables';
import {
  EDITED_KEYS,
  EDITED_SCHEMAS,
  isEmpty,
  type EditedKey,
  type RowNow,
  type TableNow,
  type TablesNow,
} from '../../../src/workbook/edits/tables-now';
import type { WorkbookPlan } from '../../../src/workbook/plan/plan';
import { planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE, type Practice } from '../../../src/workbook/practice/practice';
import type { ModelTables } from '../../../src/tables/reading/read-model';
import { contentAt } from '../plan/planned-cells';

/** What the amounts of codes show does not matter here: blank, the codes decide. */
const valueOf = (content: Content) => (isFormula(content) ? null : content);
/** An empty text is a blank cell. */
const blankAsNull = (content: Content): Content => (content === '' ? null : content);
const rowOf = (contents: readonly Content[], formats: readonly string[]): RowNow => ({
  contents,
  values: contents.map(valueOf),
  formats,
});

export const plannedTables = (change: Partial<Practice> = {}): TablesNow =>
  tablesOfPlan(planWorkbook({ ...SAMPLE_PRACTICE, ...change }));

export function tablesOfPlan({ sheets }: Pick<WorkbookPlan, 'sheets'>): TablesNow {
  const tableOf = (key: EditedKey): TableNow => {
    const sheet = sheets.find(({ tables }) => tables.some(({ name }) => name === EDITED_SCHEMAS[key].name))!;
    const { row, column, rows, columns } = sheet.tables.find(({ name }) => name === EDITED_SCHEMAS[key].name)!.area;
    const cells = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => blankAsNull(contentAt(sheet, row + r, column + c))),
    );
    return {
      schema: EDITED_SCHEMAS[key],
      sheet: sheet.name,
      headerRow: row + 1,
      firstColumn: column,
      headers: cells[0].map(String),
      rows: cells.slice(1).map((contents) =>
        rowOf(
          contents,
          contents.map(() => 'General'),
        ),
      ),
    };
  };
  return Object.fromEntries(EDITED_KEYS.map((key) => [key, tableOf(key)])) as unknown as TablesNow;
}

/** Places count in the table before the edit. */
export function edited(tables: TablesNow, steps: readonly Step[]): TablesNow {
  const tableOf = (key: EditedKey): TableNow | null => {
    const own = steps.filter(({ table }) => table === key);
    const now = tables[key];
    if (!now) return null;
    const { rows, headers } = now;
    let cells: { contents: Content[]; formats: string[] }[][] = rows.map(({ contents, formats }) => [
      { contents: [...contents], formats: [...formats] },
    ]);
    let titles = [...headers];
    for (const step of own) if (step.what === 'set') cells[step.at][0].contents[step.column] = step.content;
    for (const step of own) if (step.what === 'delete row') cells[step.at] = [];
    const coming = own.filter((step) => step.what === 'insert row');
    const groups = Array.from({ length: rows.length + 1 }, (_, i) => [
      ...coming
        .filter(({ at }) => Math.min(at, rows.length) === i)
        .map(({ contents, formats }) => ({ contents: [...contents], formats: [...formats] })),
      ...(cells[i] ?? []),
    ]);
    // The one blank row of a table without contents gives its place to those that come.
    if (coming.length > 0 && rows.length === 1 && isEmpty(now)) groups[0].pop();
    cells = groups;
    for (const step of own) {
      if (step.what !== 'insert column' && step.what !== 'delete column') continue;
      const less = step.what === 'delete column' ? 1 : 0;
      const spliced = <T>(list: T[], ...items: T[]) => [
        ...list.slice(0, step.at),
        ...items,
        ...list.slice(step.at + less),
      ];
      titles = step.what === 'insert column' ? spliced(titles, step.header) : spliced(titles);
      cells.flat().forEach((row, i) => {
        row.contents = step.what === 'insert column' ? spliced(row.contents, step.contents[i]) : spliced(row.contents);
        row.formats = step.what === 'insert column' ? spliced(row.formats, step.formats[i]) : spliced(row.formats);
      });
    }
    const left = cells.flat().map(({ contents, formats }) => rowOf(contents, formats));
    return {
      ...now,
      headers: titles,
      rows: left.length
        ? left
        : [
            rowOf(
              titles.map(() => null),
              [],
            ),
          ],
    };
  };
  return Object.fromEntries(EDITED_KEYS.map((key) => [key, tableOf(key)])) as unknown as TablesNow;
}

export const done = (tables: TablesNow, edit: Edit) => ({ edit, before: tables, after: edited(tables, edit.steps) });

/** As the model reads them. */
export const modelTables = (tables: TablesNow): ModelTables =>
  Object.fromEntries(
    TABLE_KEYS.map((key) => [key, [tables[key].headers, ...tables[key].rows.map(({ values }) => values)]]),
  ) as unknown as ModelTables;

/** What is typed, for comparing. */
export const contentsOf = (tables: TablesNow) =>
  Object.fromEntries(
    EDITED_KEYS.map((key) => [
      key,
      tables[key] && [tables[key].headers, ...tables[key].rows.map(({ contents }) => contents)],
    ]),
  );

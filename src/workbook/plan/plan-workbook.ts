/** The whole workbook of a practice, planned. */
import type { ModelTables } from '../../tables/reading/read-model';
import { TAB_COLORS } from '../layout/look';
import { SheetDraft } from '../layout/sheet-draft';
import type { Practice } from '../practice/practice';
import { sampleTables, SCENARIO_NAMES, type SampleTables } from '../practice/sample-tables';
import { errorsOnSheet } from '../sheets/checks/added-answers';
import { CATALOGUE } from '../sheets/catalogue';
import type { AddedSheet, Book } from '../sheets/sheet';
import type { SheetPlan, SheetsPlan, WorkbookPlan } from './plan';

/**
 * Pure: the same practice gives the same workbook.
 * @param tables rows that stand in place of the sample's
 */
export function planWorkbook(
  typed: Practice,
  { version = __VERSION__, tables = {} }: { version?: string; tables?: Partial<SampleTables> } = {},
): WorkbookPlan {
  const practice = trimmed(typed);
  const book: Book = {
    practice,
    version,
    tables: { ...sampleTables(practice), ...tables },
    programs: practice.programs.map(({ name }) => name),
    scenarios: SCENARIO_NAMES,
  };
  return {
    practice,
    version: book.version,
    names: CATALOGUE.flatMap(({ name: sheet, names = [] }) =>
      names.map(({ name, comment, area }) => ({ name, sheet, area: area(book), comment })),
    ),
    sheets: CATALOGUE.map(({ draw, ...sheet }) => planSheet(sheet, (draft) => draw(draft, book))),
  };
}

/** What is added to a workbook that stands. @param tables its input tables */
export const planAddition = (sheets: readonly AddedSheet[], tables: ModelTables): SheetsPlan => ({
  names: sheets.flatMap(({ name: sheet, names = [] }) =>
    names.map(({ name, comment, area }) => ({ name, sheet, area, comment })),
  ),
  sheets: sheets.map(({ draw, ...sheet }) => planSheet(sheet, (draft) => draw(draft, tables))),
  answers: sheets.flatMap(({ name: sheet, answers = [] }) =>
    answers.length > 0 ? [{ sheet, errors: errorsOnSheet(sheet, answers) }] : [],
  ),
});

function planSheet(
  { name, kind }: { name: string; kind: keyof typeof TAB_COLORS },
  draw: (draft: SheetDraft) => void,
): SheetPlan {
  const draft = new SheetDraft(name, TAB_COLORS[kind]);
  draw(draft);
  return draft.plan();
}

const trimmed = (practice: Practice): Practice => ({
  ...practice,
  name: practice.name.trim(),
  programs: practice.programs.map((program) => ({ ...program, name: program.name.trim() })),
  payers: practice.payers.map((payer) => payer.trim()),
});

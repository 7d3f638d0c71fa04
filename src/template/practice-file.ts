/** A practice as a file tells it, and the workbook that is planned for it. */
import { ACTUALS } from '../tables/schemas/actuals';
import { monthStartSerial } from '../tables/calendar';
import { checkPractice, PROGRAMS, SAMPLE_PRACTICE, type Practice, type PracticeProgram } from '../workbook';
import type { WorkbookPlan } from '../workbook';
import { planTables } from '../workbook/plan/plan-tables';
import { planAddition, planWorkbook } from '../workbook/plan/plan-workbook';
import type { InputRow } from '../workbook/practice/sample-tables';
import { CAPABILITY_KEYS, type CapabilityKey } from '../workbook/sheets/capabilities';
import { DRAWN } from '../workbook/sheets/drawn-capabilities';

/** What stands in the file; whatever is left out is as in the sample that the pane shows first. */
export interface PracticeFile {
  name?: string;
  /** First month of the forecast: 2027-01. */
  start?: string;
  months?: number;
  /** By name as the pane offers them, or with the panel they have. */
  programs?: readonly (string | PracticeProgram)[];
  distinctPatients?: number | null;
  payers?: readonly string[];
  /** Rows of Actuals by the headers of that sheet; months as 2027-01. */
  actuals?: readonly Readonly<Record<string, string | number>>[];
  /** Sheets beyond the first ones: variance. */
  add?: readonly string[];
}

const KEYS = ['name', 'start', 'months', 'programs', 'distinctPatients', 'payers', 'actuals', 'add'];

/** @throws with a text that names the key and what to write */
export function planOfFile(file: PracticeFile, version: string): WorkbookPlan {
  for (const key of Object.keys(file))
    if (!KEYS.includes(key)) throw new Error(`The practice has a key “${key}”; known are ${KEYS.join(', ')}.`);
  const practice = practiceOf(file);
  const [problem] = checkPractice(practice);
  if (problem) throw new Error(`The practice’s ${problem.field}: ${problem.text}`);
  const plan = planWorkbook(practice, { version, tables: { actuals: (file.actuals ?? []).map(actualsRow) } });
  return (file.add ?? []).map(capability).reduce(withSheets, plan);
}

function practiceOf({ name, start, months, programs, distinctPatients, payers }: PracticeFile): Practice {
  return {
    name: name ?? SAMPLE_PRACTICE.name,
    startMonth: start === undefined ? SAMPLE_PRACTICE.startMonth : monthIndex(start, 'start'),
    months: months ?? SAMPLE_PRACTICE.months,
    programs: programs?.map(programOf) ?? SAMPLE_PRACTICE.programs,
    distinctPatients: distinctPatients === undefined ? SAMPLE_PRACTICE.distinctPatients : distinctPatients,
    payers: payers ?? SAMPLE_PRACTICE.payers,
  };
}

function programOf(program: string | PracticeProgram): PracticeProgram {
  if (typeof program !== 'string') return program;
  const known = PROGRAMS.find(({ name }) => name === program);
  if (!known)
    throw new Error(`No program “${program}”; known by name are ${PROGRAMS.map(({ name }) => name).join(', ')}.`);
  const { name, eligiblePatients, openingPatients } = known;
  return { name, eligiblePatients, openingPatients };
}

function monthIndex(text: string, where: string): number {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (!month) throw new Error(`Write ${where} as year and month, 2027-01; it is “${text}”.`);
  return Number(year) * 12 + Number(month) - 1;
}

function actualsRow(row: Readonly<Record<string, string | number>>, i: number): InputRow {
  const cells = Object.entries(row).map(([header, value]) => {
    const column = ACTUALS.columns.find((candidate) => candidate.header.toLowerCase() === header.toLowerCase());
    if (!column)
      throw new Error(
        `Row ${i + 1} of actuals has a column “${header}”; Actuals has ${ACTUALS.columns.map((known) => known.header).join(', ')}.`,
      );
    const isMonth = column.type === 'month' && typeof value === 'string';
    return [column.key, isMonth ? monthStartSerial(monthIndex(value, `Month in row ${i + 1} of actuals`)) : value];
  });
  return { cells: Object.fromEntries(cells) as InputRow['cells'], source: '' };
}

function capability(key: string): CapabilityKey {
  const known = CAPABILITY_KEYS.find((candidate) => candidate === key);
  if (!known) throw new Error(`Nothing called “${key}” can be added; there are ${CAPABILITY_KEYS.join(', ')}.`);
  return known;
}

/** Where the pane would put them: before Checks. */
function withSheets(plan: WorkbookPlan, key: CapabilityKey): WorkbookPlan {
  const added = planAddition(DRAWN[key], planTables(plan));
  const at = plan.sheets.findIndex(({ name }) => name === 'Checks');
  return {
    ...plan,
    names: [...plan.names, ...added.names],
    sheets: [...plan.sheets.slice(0, at), ...added.sheets, ...plan.sheets.slice(at)],
  };
}

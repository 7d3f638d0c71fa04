/** What the workbook says about itself, for the pane: read from the cells that its names point at. */
import type { Finding } from '../../tables/messages/finding';
import { nearestNames } from '../../tables/reading/nearest';
import { failedChecks, loadChecks, type FailedCheck } from './failed-checks';
import { placeFindings, type PlacedFinding } from './finding-places';
import { loadMark, readMark } from './mark';
import { NAMES } from '../layout/names';
import type { Practice } from '../practice/practice';
import { Refusal } from './refusal';
import { typed } from './write';

export type Light = 'ok' | 'review' | 'error';

export interface HeadlineFigure {
  label: string;
  value: number | string;
  unit: string;
  /** As the cell shows it. */
  text: string;
}

/** A limit set on Scenarios, and the worst month against it, as the cells show them. */
export interface GuardrailLight {
  name: string;
  light: Light | null;
  worst: string;
  limit: string;
  month: string;
  advice: string;
}

/** Units that join the care team. */
export interface Hire {
  month: string;
  role: string;
  joining: number;
  onDuty: number;
}

export interface Status {
  /** As it was when the workbook was built. */
  practice: Practice;
  /** Version of the add-in that built the workbook. */
  version: string;
  scenarios: readonly string[];
  scenario: string;
  headline: readonly HeadlineFigure[];
  guardrails: readonly GuardrailLight[];
  hires: readonly Hire[];
  findings: readonly PlacedFinding[];
  /** Checks that do not pass. */
  failed: readonly FailedCheck[];
  light: Light;
  lightText: string;
}

const READ = [
  NAMES.scenario,
  NAMES.scenarioHeaders,
  NAMES.headline,
  NAMES.guardrails,
  NAMES.hires,
  NAMES.findings,
  NAMES.light,
  NAMES.lightText,
] as const;

/** The state of the workbook we built; null when there is none. One sync. */
export async function readStatus(): Promise<Status | null> {
  return Excel.run(async (context) => {
    const setting = loadMark(context);
    const ranges = new Map(
      READ.map((name) => {
        const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
        range.load('values,text');
        return [name, range] as const;
      }),
    );
    const checks = loadChecks(context);
    await context.sync();
    const mark = readMark(setting);
    // Compare may have been deleted by hand: the rest is a forecast all the same.
    const isGone = (name: (typeof READ)[number]): boolean => ranges.get(name)!.isNullObject;
    if (!mark || READ.some((name) => name !== NAMES.hires && isGone(name))) return null;
    const values = (name: (typeof READ)[number]): unknown[][] => ranges.get(name)!.values;
    const texts = (name: (typeof READ)[number]): string[][] => ranges.get(name)!.text;
    return {
      practice: mark.practice,
      version: mark.version,
      scenario: String(values(NAMES.scenario)[0][0]),
      scenarios: namesIn(values(NAMES.scenarioHeaders)),
      headline: values(NAMES.headline).map(([label, value, unit], row) => ({
        label: String(label),
        value: typeof value === 'number' ? value : String(value),
        unit: String(unit),
        text: texts(NAMES.headline)[row][1].trim(),
      })),
      guardrails: values(NAMES.guardrails).map(([name, verdict], row) => {
        const [, , worst, limit, advice, month] = texts(NAMES.guardrails)[row].map((text) => text.trim());
        return {
          name: String(name),
          light: verdict === 'OK' || verdict === 'REVIEW' ? lightOf(verdict) : null,
          worst,
          limit,
          month,
          advice,
        };
      }),
      hires: isGone(NAMES.hires) ? [] : readHires(values(NAMES.hires), texts(NAMES.hires)),
      findings: await placeFindings(context, values(NAMES.findings).flatMap(readFinding)),
      failed: failedChecks(checks),
      light: lightOf(values(NAMES.light)[0][0]),
      lightText: String(values(NAMES.lightText)[0][0]),
    };
  });
}

const fold = (name: string): string => name.trim().toLowerCase();

/** The names in a list with room for more. */
const namesIn = (cells: readonly unknown[][]): string[] =>
  cells
    .flat()
    .map(String)
    .filter((name) => name.trim() !== '');

/** PPPM.HIREPLAN lists every change; a hire is a row with more on duty than the role's row before, the first of which stands in the first month. */
function readHires(values: readonly unknown[][], texts: readonly string[][]): Hire[] {
  const before = new Map<string, number>();
  const start = values[0]?.[0];
  return values.flatMap(([month, role, program, , units], row): Hire[] => {
    if (typeof units !== 'number' || typeof month !== 'number') return [];
    const key = `${String(role)} × ${String(program)}`;
    const joining = units - (before.get(key) ?? (month === start ? units : 0));
    before.set(key, units);
    return joining > 0 ? [{ month: texts[row][0].trim(), role: String(role), joining, onDuty: units }] : [];
  });
}

const NOTE = /^Note: /;

/** A row that PPPM.CHECKMODEL spilled; blank rows and “No findings” have no text in the last column. */
function readFinding([table, row, column, text]: unknown[]): Finding[] {
  if (typeof text !== 'string' || text === '') return [];
  return [
    {
      severity: NOTE.test(text) ? 'note' : 'error',
      table: String(table),
      row: typeof row === 'number' && row > 0 ? row : null,
      column: typeof column === 'string' && column !== '' ? column : null,
      text: text.replace(NOTE, ''),
    },
  ];
}

const lightOf = (verdict: unknown): Light => (verdict === 'OK' ? 'ok' : verdict === 'REVIEW' ? 'review' : 'error');

/** Makes a scenario the active one; refuses a name that is not a scenario. */
export async function setScenario(name: string): Promise<void> {
  await Excel.run(async (context) => {
    const cell = context.workbook.names.getItem(NAMES.scenario).getRange();
    const headers = context.workbook.names.getItem(NAMES.scenarioHeaders).getRange();
    headers.load('values');
    await context.sync();
    const scenarios = namesIn(headers.values);
    const scenario = scenarios.find((candidate) => fold(candidate) === fold(name));
    if (scenario === undefined)
      throw new Refusal(`There is no scenario “${name}”; did you mean ${nearestNames(name, scenarios).join(', ')}?`);
    cell.values = [[typed(scenario)]];
    await context.sync();
  });
}

/** What the workbook says about itself, for the pane: read from the cells that its names point at. */
import { originOf } from '../../forecast/fingerprint';
import { forecastOf } from '../../forecast/forecast';
import { nearestNames } from '../../tables/reading/nearest';
import { changeExcel, readExcel } from './door';
import { failedChecks, loadChecks, type FailedCheck } from './failed-checks';
import { placed, type PlacedFinding } from './finding-places';
import type { Present } from './added-findings';
import { NAMES } from '../layout/names';
import { ADDED_SHEETS } from '../sheets/capabilities';
import { versionOf } from '../sheets/log';
import { loadTables } from './read-tables';
import { Refusal } from './refusal';
import { headerRowsOf, loadTablesOnSheets, strayFindings, type StrayFinding } from './stray-cells';
import { followPrintAreas, loadPrintAreas, type Outgrown } from './follow-print';
import { showUsedColumns, usedColumns, type UsedColumn } from './follow-use';
import { isErrorText, PASSING } from './error-texts';
import type { Trouble } from './trouble';
import { typed } from './typed';
import { loadCalculation } from './calculation';

export type Light = 'ok' | 'review' | 'error' | 'calculating';

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
  practice: string;
  /** Version of the add-in that built the workbook. */
  version: string;
  scenarios: readonly string[];
  scenario: string;
  headline: readonly HeadlineFigure[];
  guardrails: readonly GuardrailLight[];
  hires: readonly Hire[];
  /** Of the model, and of data that no table covers. */
  findings: readonly (PlacedFinding | StrayFinding)[];
  /** Checks that do not pass. */
  failed: readonly FailedCheck[];
  light: Light;
  lightText: string;
  /** Whether the figures are of the inputs as they are now; old ones are on their way to be replaced. */
  isCurrent: boolean;
  /** Excel calculates only when asked. */
  byHand: boolean;
  /** What keeps Excel from calculating them, beside findings in the inputs. */
  trouble: Trouble | null;
}

const READ = [
  NAMES.practice,
  NAMES.version,
  NAMES.scenario,
  NAMES.scenarioHeaders,
  NAMES.headline,
  NAMES.guardrails,
  NAMES.hires,
  NAMES.stamp,
  NAMES.origin,
  NAMES.light,
  NAMES.lightText,
] as const;

/** On sheets that nothing else rests on. */
const DELETABLE: ReadonlySet<string> = new Set([NAMES.hires, NAMES.version]);

/**
 * The state of the workbook we built; null when there is none. One sync, and more where something is wrong. Findings
 * are worked out from the tables as they are now, since PPPM.CHECKMODEL may be late or have no room.
 */
export async function readStatus(): Promise<Status | null> {
  const read = await readExcel(readCells);
  if (!read) return null;
  const { mayBeTrouble, months, outgrown, used, beside } = read;
  const added = beside === null ? [] : await addedFindings(beside);
  const status = { ...read.status, findings: [...read.status.findings, ...added] };
  // What is printed follows figures that are there; where it cannot, the sheet says so.
  if (status.isCurrent) await followPrintAreas(outgrown).catch(() => undefined);
  // Above the table it is said, too, which columns are in use.
  await showUsedColumns(used).catch(() => undefined);
  if (!mayBeTrouble) return status;
  const trouble = await (await import(/* webpackChunkName: "later" */ './for-later-pages')).findTrouble(months);
  // What an added sheet answers to inputs that it cannot use is told as findings.
  return { ...status, trouble: trouble && added.length > 0 && REFUSALS.has(trouble.error) ? null : trouble };
}

async function addedFindings(beside: Present): Promise<StrayFinding[]> {
  const chunk = await import(/* webpackChunkName: "added-findings" */ './added-findings');
  return chunk.addedFindings(beside);
}

interface Read {
  status: Status;
  mayBeTrouble: boolean;
  months: number;
  outgrown: readonly Outgrown[];
  used: readonly UsedColumn[];
  /** What tables of added sheets are read beside; null where there are none. */
  beside: Present | null;
}

/** Tables that sheets bring which are added later. */
const ADDED_TABLES = ADDED_SHEETS.flatMap(({ tables = [] }) => tables);

async function readCells(context: Excel.RequestContext): Promise<Read | null> {
  const tablesOf = loadTables(context);
  const tablesOnSheets = loadTablesOnSheets(context);
  const ranges = new Map(
    READ.map((name) => {
      const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
      range.load('values,text');
      return [name, range] as const;
    }),
  );
  const checks = loadChecks(context);
  const printAreas = loadPrintAreas(context);
  const calculation = loadCalculation(context);
  const added = ADDED_TABLES.map((name) => context.workbook.tables.getItemOrNullObject(name));
  await context.sync();
  const tables = tablesOf();
  // Compare and Log may have been deleted by hand: the rest is a forecast all the same.
  const isGone = (name: (typeof READ)[number]): boolean => ranges.get(name)!.isNullObject;
  if (!tables || READ.some((name) => !DELETABLE.has(name) && isGone(name))) return null;
  const values = (name: (typeof READ)[number]): unknown[][] => ranges.get(name)!.values;
  const texts = (name: (typeof READ)[number]): string[][] => ranges.get(name)!.text;
  const text = (name: (typeof READ)[number]): string => String(values(name)[0][0]).trim();

  const onSheets = tablesOnSheets();
  const forecast = forecastOf(tables);
  const { findings } = forecast;
  const light = lightOf(values(NAMES.light)[0][0]);
  const origin = values(NAMES.origin)[0][0];
  const scenario = text(NAMES.scenario);
  const { byHand, isWaiting } = calculation();
  const isThere = origin === originOf(scenario || null, forecast.fingerprint, text(NAMES.stamp));
  // A finding is the answer to inputs that cannot be used: no other will come.
  const isRefused =
    isErrorText(origin) && REFUSALS.has(origin) && findings.some(({ severity }) => severity === 'error');
  return {
    status: {
      practice: text(NAMES.practice),
      version: isGone(NAMES.version) ? '' : versionOf(text(NAMES.version)),
      scenario,
      scenarios: namesIn(values(NAMES.scenarioHeaders)),
      headline: values(NAMES.headline).map(([label, value, unit], row) => ({
        label: String(label),
        value: typeof value === 'number' ? value : String(value),
        unit: String(unit),
        text: texts(NAMES.headline)[row][1].trim(),
      })),
      guardrails: values(NAMES.guardrails).map(([name, verdict], row) => {
        const [, , worst, limit, advice, month] = texts(NAMES.guardrails)[row].map((cell) => cell.trim());
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
      findings: [...findings.map((finding) => placed(finding, headerRowsOf(onSheets))), ...strayFindings(onSheets)],
      failed: failedChecks(checks),
      light,
      lightText: text(NAMES.lightText),
      isCurrent: (isThere || isRefused) && light !== 'calculating' && !isWaiting,
      byHand,
      trouble: null,
    },
    mayBeTrouble: isErrorText(origin) ? !isRefused && !PASSING.has(origin) : light === 'error',
    months: forecast.inputs.settings.months,
    outgrown: printAreas(),
    used: usedColumns(tables),
    beside: added.every((table) => table.isNullObject)
      ? null
      : { settings: tables.settings ?? null, forecast, scenario },
  };
}

/** What a function of ours answers to inputs that it cannot use. */
const REFUSALS: ReadonlySet<string> = new Set(['#VALUE!', '#N/A']);

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

const LIGHTS: Readonly<Record<string, Light>> = { OK: 'ok', REVIEW: 'review', CALCULATING: 'calculating' };
const lightOf = (verdict: unknown): Light => LIGHTS[String(verdict)] ?? 'error';

/** Makes a scenario the active one; refuses a name that is not a scenario. */
export async function setScenario(name: string): Promise<void> {
  await changeExcel(async (context) => {
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

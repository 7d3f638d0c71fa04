/**
 * Looks at pane and sheets of a workbench many times a second, and keeps what the pane showed as current while the
 * inputs had been the same for a while.
 */
import { forecastOf } from '../../src/forecast/forecast';
import { outlook } from '../../src/forecast/outlook';
import type { ModelTables } from '../../src/tables/reading/read-model';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { NAMES } from '../../src/workbook/layout/names';
import { relative } from '../../src/workbook/plan/cells';
import type { Workbench } from '../../src/workbench/driver/workbench';

/** As long as an event may take to reach the pane of a busy machine. */
const UNCHANGED = 2000;
const OFTEN = 150;

const TABLES = {
  panel: 'tblPanel',
  payerMix: 'tblPayerMix',
  costs: 'tblCosts',
  settings: 'tblSettings',
  scenarios: 'tblScenarios',
  changes: 'tblChanges',
} as const;
/** Not in every workbook. */
const ADDED = { actuals: 'tblActuals' } as const;

const { area: active } = planWorkbook(SAMPLE_PRACTICE).names.find(({ name }) => name === NAMES.scenario)!;
export const SCENARIO_CELL = `Start!${relative(active.row, active.column)}`;

type Inputs = Record<keyof typeof TABLES, unknown[][]> & Partial<Record<keyof typeof ADDED, unknown[][]>>;

interface Look {
  inputs: Inputs;
  scenario: string;
  /** Revenue of the whole forecast, under the name of its scenario. */
  shown: { scenario: string; figure: string };
}

interface Watch {
  looks: Look[];
  read(): Inputs | null;
}

export const startWatching = ({ page }: Workbench): Promise<void> =>
  page.evaluate(
    ([names, added, scenarioCell, unchanged, often]) => {
      const valuesAt = (address: string): unknown[][] =>
        window.workbench
          .cells(address)
          .map((row) => row.map(({ value }) => (/^#[A-Z]/.test(String(value)) ? { error: value } : value)));
      const read = (): Inputs | null => {
        const places = window.workbench.tables();
        if (Object.values(names).some((name) => !places[name])) return null;
        return Object.fromEntries(
          Object.entries({ ...names, ...added })
            .filter(([, name]) => places[name])
            .map(([key, name]) => [key, valuesAt(places[name])]),
        ) as unknown as Inputs;
      };
      const shown = (): Look['shown'] | null => {
        const pane = document.querySelector('iframe')?.contentDocument;
        for (const card of pane?.querySelectorAll('section') ?? []) {
          const title = card.querySelector('h2')?.textContent ?? '';
          const term = [...card.querySelectorAll('dl:not([aria-busy="true"]) dt')].find(
            ({ textContent }) => textContent?.trim() === 'Revenue, whole forecast',
          );
          const figure = term?.parentElement?.parentElement?.querySelector('dd')?.textContent?.trim();
          if (title.endsWith(' scenario') && figure) return { scenario: title.replace(/ scenario$/, ''), figure };
        }
        return null;
      };
      const seen = new Set<string>();
      let [before, since] = ['', 0];
      const watch: Watch = { looks: [], read };
      Object.assign(window, { watch });
      setInterval(() => {
        try {
          const current = shown();
          const inputs = read();
          const scenario = inputs ? String(window.workbench.cell(scenarioCell).value) : '';
          const now = JSON.stringify([inputs, scenario]);
          if (now !== before) [before, since] = [now, performance.now()];
          if (!current || !inputs || performance.now() - since < unchanged) return;
          const key = now + JSON.stringify(current);
          if (seen.has(key)) return;
          seen.add(key);
          watch.looks.push({ inputs, scenario, shown: current });
        } catch {
          // A sheet is being taken away.
        }
      }, often);
    },
    [TABLES, ADDED, SCENARIO_CELL, UNCHANGED, OFTEN] as const,
  );

export const readInputs = async ({ page }: Workbench): Promise<ModelTables | null> =>
  (await page.evaluate(() => (window as unknown as { watch: Watch }).watch.read())) as ModelTables | null;

/** What was shown as current and was not, in words; forgets what was seen. */
export async function wrongFigures({ page }: Workbench): Promise<string[]> {
  const looks = await page.evaluate(() => (window as unknown as { watch: Watch }).watch.looks.splice(0));
  return looks.flatMap(({ inputs, scenario, shown }) => {
    if (shown.scenario !== scenario) return [`${shown.scenario} is shown, ${scenario} is active`];
    const now = outlook(inputs as unknown as ModelTables, scenario);
    if (!now)
      return [
        `${shown.figure} is shown, with ${forecastOf(inputs as unknown as ModelTables).inputs.errors.length} errors`,
      ];
    const figure = Number(/-?[\d,]+(\.\d+)?/.exec(shown.figure)?.[0].replaceAll(',', ''));
    return Math.abs(figure - now.allowedRevenue) <= 0.51
      ? []
      : [`${shown.figure} is shown, it is ${now.allowedRevenue}`];
  });
}

/** Workbooks of released versions with the figures they gave: whatever the add-in becomes, they give them still. */
import { forecastOf } from '../../src/forecast/forecast';
import { LINES } from '../../src/engine/model/lines';
import type { ModelTables, Range } from '../../src/tables/reading/read-model';
import { MODEL_SCHEMAS, TABLE_KEYS } from '../../src/tables/schemas/model-tables';
import { scenariosOf } from '../../src/workbook/edits/tables-now';
import { PAYERS, PROGRAMS, SAMPLE_PRACTICE, type Practice } from '../../src/workbook/practice/practice';
import { modelTables, plannedTables } from '../workbook/edits/tables';

export interface GoldenWorkbook {
  name: string;
  /** As they stand on the sheets, headers first, by the tables’ names. */
  tables: Readonly<Record<string, Range>>;
  /** By scenario. */
  figures: Readonly<Record<string, GoldenFigures>>;
}

export interface GoldenFigures {
  /** Of every line of the statement, by its name. */
  totals: Readonly<Record<string, number | null>>;
  /** Month by month, of those that others follow from. */
  months: Readonly<Record<string, readonly number[]>>;
  /** Allowed revenue of each program. */
  programs: Readonly<Record<string, number>>;
}

const MONTHLY = ['closingPatients', 'billablePatients', 'allowedRevenue', 'totalCost', 'cashCollected'] as const;

const PRACTICES: Readonly<Record<string, Practice>> = {
  'the sample': SAMPLE_PRACTICE,
  'every program and payer, 60 months': {
    ...SAMPLE_PRACTICE,
    months: 60,
    programs: PROGRAMS.map(({ name, eligiblePatients, openingPatients }) => ({
      name,
      eligiblePatients,
      openingPatients,
    })),
    payers: PAYERS.map(({ name }) => name),
  },
};

/** The workbooks of the present version. */
export const goldenWorkbooks = (): GoldenWorkbook[] =>
  Object.entries(PRACTICES).map(([name, practice]) => {
    const now = plannedTables(practice);
    const tables = Object.fromEntries(TABLE_KEYS.map((key) => [MODEL_SCHEMAS[key].name, modelTables(now)[key] ?? []]));
    return { name, tables, figures: figuresOf(tables, scenariosOf(now)) };
  });

export function figuresOf(tables: GoldenWorkbook['tables'], scenarios: readonly string[]): GoldenWorkbook['figures'] {
  // A version that had fewer tables has none of the later ones.
  const given = Object.fromEntries(
    TABLE_KEYS.map((key) => [key, tables[MODEL_SCHEMAS[key].name] ?? null]),
  ) as unknown as ModelTables;
  const forecast = forecastOf(given);
  return Object.fromEntries(
    scenarios.map((scenario) => {
      const { total, byProgram } = forecast.projection(scenario);
      return [
        scenario,
        {
          totals: Object.fromEntries(LINES.map(({ key, name }) => [name, finite(total.totals[key])])),
          months: Object.fromEntries(
            LINES.filter(({ key }) => (MONTHLY as readonly string[]).includes(key)).map(({ key, name }) => [
              name,
              [...total.series[key]],
            ]),
          ),
          programs: Object.fromEntries([...byProgram].map(([name, { totals }]) => [name, totals.allowedRevenue])),
        },
      ];
    }),
  );
}

/** A ratio of nothing is no number, which JSON has no word for. */
const finite = (figure: number): number | null => (Number.isFinite(figure) ? figure : null);

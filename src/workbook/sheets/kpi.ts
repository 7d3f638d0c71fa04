/**
 * KPI: what the months that are over came to, beside what was forecast of them and the limits set, and the same
 * figures month by month, actual and then forecast. Cost PMPM comes first: what an arrangement per member is held to.
 */
import { lineByKey, type LineKey } from '../../engine/model/lines';
import { MAX_MONTHS } from '../../tables/schemas/settings';
import { GUARDRAILS } from '../../tables/schemas/guardrails';
import { area, fixed, formula, inQuotes, rowFixed, type Area } from '../plan/cells';
import { COLORS, FORMATS, formatOfUnit } from '../layout/look';
import { MODEL_ARGUMENTS, NAMES, TYPED_TABLES } from '../layout/names';
import { drawResults, placeResults, type ResultTable } from '../layout/result-table';
import { RowStack } from '../layout/row-stack';
import { HEADER_ROW } from '../layout/sheet-draft';
import { FIRST_MONTH_COLUMN, monthCells, statementTable } from '../layout/statement-table';
import type { AddedSheet } from './sheet';

const KPI = 'KPI';

/** Lines of the statement: rates first, then what they are made of. */
const KPIS = [
  'expensePmpm',
  'revenuePppm',
  'marginPppm',
  'marginRate',
  'realizationRate',
  'claimSuccessRate',
  'allowedPppm',
  'utilizationRate',
  'newPatients',
  'lostPatients',
  'closingPatients',
  'activePatients',
  'waitingPatients',
  'billablePatients',
  'paidClaims',
  'allowedRevenue',
  'cashCollected',
  'receivable',
  'totalCost',
  'margin',
] as const satisfies readonly LineKey[];
type Kpi = (typeof KPIS)[number];

/** First of the rates, patients and dollars. */
const PARTS: ReadonlySet<Kpi> = new Set<Kpi>(['newPatients', 'allowedRevenue']);

const rows = new RowStack(HEADER_ROW + 1);
const SUMMARY_ROW = rows.table(KPIS.length, 0);
const KINDS_ROW = rows.gap().gap().take();
const MONTHS_ROW = rows.table(KPIS.length, 0);
const TYPED_ROW = rows.gap().gap().table(KPIS.length, 0);

/** Actual or forecast, above each month. */
const kinds = monthCells(KINDS_ROW);
const months = (of: 'actual' | 'typed', key: Kpi): Area =>
  monthCells((of === 'actual' ? MONTHS_ROW : TYPED_ROW) + 1 + KPIS.indexOf(key));
const isKpi = (key: string): key is Kpi => (KPIS as readonly string[]).includes(key);
/** Where they spill from. */
const KINDS = { ...kinds, columns: 1 };
/** The months that are over. */
const COUNT = fixed(area(HEADER_ROW - 1, 2));

/** Of the months that are over alone: a sum, the last of them, or the ratio of two sums. */
function taken(of: 'actual' | 'typed', key: Kpi): { formula: string; words: string } {
  const sum = (line: Kpi) => `SUMIFS(${fixed(months(of, line))},${fixed(kinds)},"actual")`;
  const { kind, factors } = lineByKey.get(key)!;
  if (kind === 'flow') return { formula: sum(key), words: 'Sum of the months' };
  const [part, whole] = factors;
  if (kind === 'rate' && isKpi(part) && isKpi(whole))
    return {
      formula: `IF(${sum(whole)}=0,"",${sum(part)}/${sum(whole)})`,
      words: `${lineByKey.get(part)!.name} ÷ ${lineByKey.get(whole)!.name}, sums of the months`,
    };
  return { formula: `INDEX(${fixed(months(of, key))},${COUNT})`, words: 'Last of the months' };
}

const ofMonthsOver = (of: 'actual' | 'typed', key: Kpi) => formula(`IF(N(${COUNT})=0,"",${taken(of, key).formula})`);

/** As Checks reads it; a KPI without a limit has none to keep. */
function limit(key: Kpi) {
  const guardrail = GUARDRAILS.find(({ line }) => line === key);
  if (!guardrail) return null;
  const row = `MATCH(${inQuotes(guardrail.header)},INDEX(${NAMES.guardrails},0,1),0)`;
  return { ...guardrail, formula: `INDEX(${NAMES.guardrails},${row},4)` };
}

const numberFormat = (key: Kpi): string => formatOfUnit(lineByKey.get(key)!.unit);
/** Changed figures are changed inputs or other months, never rounding. */
const ROUNDING = '0.000000001';

const summary: ResultTable<Kpi> = {
  row: SUMMARY_ROW,
  header: FORMATS.header,
  columns: [
    { key: 'kpi', header: 'KPI', cell: (key) => lineByKey.get(key)!.name },
    { key: 'unit', header: 'Unit', format: FORMATS.unit, cell: (key) => lineByKey.get(key)!.unit },
    { key: 'typed', header: 'As forecast', align: 'Right', numberFormat, cell: (key) => ofMonthsOver('typed', key) },
    {
      key: 'actual',
      header: 'Actual',
      align: 'Right',
      numberFormat,
      format: { fill: COLORS.band },
      cell: (key) => ofMonthsOver('actual', key),
    },
    {
      key: 'difference',
      header: 'Difference',
      align: 'Right',
      numberFormat,
      cell: (_, { at }) =>
        formula(`IF(AND(ISNUMBER(${at('actual')}),ISNUMBER(${at('typed')})),${at('actual')}-${at('typed')},"")`),
    },
    {
      key: 'limit',
      header: 'Limit',
      align: 'Right',
      numberFormat,
      cell: (key) => {
        const set = limit(key);
        return set ? formula(set.formula) : '–';
      },
    },
    {
      key: 'verdict',
      header: 'Verdict',
      light: true,
      cell(key, { at }) {
        const set = limit(key);
        if (!set) return '–';
        const [actual, most] = [at('actual'), at('limit')];
        const crossed = set.bound === 'least' ? `${actual}<${most}-${ROUNDING}` : `${actual}>${most}+${ROUNDING}`;
        return formula(`IF(AND(ISNUMBER(${actual}),ISNUMBER(${most})),IF(${crossed},"REVIEW","OK"),"–")`);
      },
    },
    { key: 'taken', header: 'Taken as', indent: 1, format: FORMATS.muted, cell: (key) => taken('actual', key).words },
  ],
  rows: KPIS,
  isTotal: (key) => key === 'expensePmpm',
  startsPart: (key) => PARTS.has(key),
};
const placed = placeResults(summary);

/** What PPPM.FORECAST is asked for. */
const LINE_NAMES = fixed(placed.data('kpi'));
const asked = (tables: string, actuals: string): string =>
  `PPPM.FORECAST(${tables},${actuals}${NAMES.scenario},,${LINE_NAMES},TRUE)`;

export const kpiSheet: AddedSheet = {
  name: KPI,
  kind: 'results',
  names: [
    {
      name: 'Kpis',
      comment: 'KPI, unit, as forecast, actual, difference, limit, verdict, and what is taken of the months.',
      area: placed.body,
    },
  ],
  answers: [KINDS, area(MONTHS_ROW, 0), area(TYPED_ROW, 0)],
  draw(sheet) {
    sheet.heading(KPI, 'What the months that are over came to, beside what was forecast of them', {
      tip: 'Cost PMPM, as forecast, is what was allocated per active patient.',
      frozenColumns: FIRST_MONTH_COLUMN,
    });
    sheet.put(HEADER_ROW - 1, 0, [
      ['Active scenario; months that are over', formula(NAMES.scenario), formula(`COUNTIF(${fixed(kinds)},"actual")`)],
    ]);
    sheet.format(area(HEADER_ROW - 1, 0, 1, 3), FORMATS.label).format(area(HEADER_ROW - 1, 1), { align: 'Center' });
    sheet.put(HEADER_ROW, 0, [
      [
        formula(
          `IF(ISERROR(${fixed(KINDS)}),"There is no forecast: see Checks.",IF(${COUNT}=0,"Actuals holds no month yet: all months below are forecast.",""))`,
        ),
      ],
    ]);
    sheet.format(area(HEADER_ROW, 0), FORMATS.units);
    drawResults(sheet, summary);

    sheet.section(KINDS_ROW - 1, 0, FIRST_MONTH_COLUMN, 'Month by month: actual, then forecast');
    sheet.put(KINDS_ROW, FIRST_MONTH_COLUMN, [
      [formula(`PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,"Month kind")`)],
    ]);
    sheet.format(kinds, FORMATS.units, { align: 'Right' });
    sheet.highlight({
      area: area(KINDS_ROW, FIRST_MONTH_COLUMN, 2 + KPIS.length, MAX_MONTHS),
      formula: `=${rowFixed(KINDS_ROW, FIRST_MONTH_COLUMN)}="actual"`,
      fill: COLORS.band,
      color: COLORS.ink,
    });
    drawResults(sheet, statementTable(MONTHS_ROW, KPIS, asked(MODEL_ARGUMENTS, ''), FORMATS.header));
    sheet.section(TYPED_ROW - 1, 0, FIRST_MONTH_COLUMN, 'As it was forecast, without the months that are over');
    drawResults(sheet, statementTable(TYPED_ROW, KPIS, asked(TYPED_TABLES, ','), FORMATS.header));

    sheet.freeze(HEADER_ROW - 1, FIRST_MONTH_COLUMN);
    // The months are printed on Forecast.
    sheet.print({ titleRows: HEADER_ROW - 1, area: area(0, 0, KINDS_ROW - 2, placed.area.columns) });
  },
};

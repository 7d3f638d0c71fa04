/** ROI: what better outcomes are worth beside what care management costs, and its own staff beside a vendor. */
import { DOMAINS } from '../../../contracts/outcomes';
import { OUTCOMES } from '../../../tables/schemas/outcomes';
import { area, fixed, formula, inQuotes, type Area, type Place } from '../../plan/cells';
import { AXIS_FORMATS, COLORS, FORMATS, formatOfUnit, NUMBER_FORMATS, SERIES_COLORS } from '../../layout/look';
import { CHART_ROWS } from '../../layout/monthly-chart';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { blankRows, drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import type { AddedSheet } from '../sheet';
import { drawVendor, VENDOR_ROWS } from './vendor';

const NAME = 'ROI';
/** Domains, stakeholders, composite, and then a row a measure, with its evidence: as many as are formatted. */
const LISTED = 60;
const MONTHS_OF_YEAR = 12;

const rows = new RowStack(HEADER_ROW - 1);
const COST_ROW = rows.take();
const START_ROW = rows.take();
const EVIDENCE_ROW = rows.take();
const HEADLINE_ROW = rows.gap().table(6);
const CHART_ROW = rows.gap().take(CHART_ROWS);
const VENDOR_ROW = rows.gap().take(VENDOR_ROWS);
const CARE_ROW = rows.gap().table(3);
const LIST_ROW = rows.gap().table(LISTED);

const input = (row: number): Area => area(row, 2);

/** Lines of the forecast, with the first month in the fourth column. */
const CARE_LINES = ['Allowed revenue', 'Total cost', 'Active patients'] as const;
const firstYear = (line: (typeof CARE_LINES)[number]): string =>
  `SUM(${fixed(area(CARE_ROW + 1 + CARE_LINES.indexOf(line), 3, 1, MONTHS_OF_YEAR))})`;

type Column = 'section' | 'name' | 'low' | 'expected' | 'high' | 'unit' | 'remark';
const WIDTHS: Record<Column, number> = { section: 18, name: 38, low: 16, expected: 16, high: 16, unit: 20, remark: 60 };
const list: ResultTable<null> = {
  row: LIST_ROW,
  title: 'By domain and stakeholder, and what it rests on',
  header: FORMATS.header,
  columns: (Object.keys(WIDTHS) as Column[]).map((key) => ({
    key,
    width: WIDTHS[key],
    ...(key === 'unit' && { format: FORMATS.unit, indent: 1 }),
    ...(key === 'remark' && { format: FORMATS.muted }),
    ...(['low', 'expected', 'high'].includes(key) && {
      align: 'Right' as const,
      numberFormat: '#,##0.00_);(#,##0.00);"–"_)',
    }),
  })),
  rows: blankRows(LISTED),
  spill: `PPPM.ROI(${OUTCOMES.name}[#All],${fixed(input(COST_ROW))},${fixed(input(START_ROW))},${fixed(input(EVIDENCE_ROW))})`,
};
const placed = placeResults(list);

interface Headline {
  name: string;
  unit: string;
  /** Of the list's row. */
  row: string;
}
const HEADLINES: readonly Headline[] = [
  { name: 'Value of better outcomes', unit: '$', row: 'Value' },
  { name: 'of which the practice’s own', unit: '$', row: 'practice' },
  { name: 'Cost of care management', unit: '$', row: 'Cost' },
  { name: 'Return, whoever has the value', unit: '%', row: 'Return' },
  { name: 'Return of the practice', unit: '%', row: 'Return of the practice' },
  { name: 'Payback', unit: 'months', row: 'Payback' },
];
const ENDS = ['low', 'expected', 'high'] as const;

const headline: ResultTable<Headline> = {
  row: HEADLINE_ROW,
  title: 'A year of care management',
  titleColumns: 7,
  header: FORMATS.header,
  columns: [
    { key: 'name', header: '', cell: ({ name }) => name },
    { key: 'room' },
    ...ENDS.map((end) => ({
      key: end,
      // The header that the list has says which end counts.
      header: formula(fixed(placed.header(end))),
      align: 'Right' as const,
      numberFormat: ({ unit }: Headline) => (unit === 'months' ? '0.0' : formatOfUnit(unit)),
      cell: ({ row }: Headline) =>
        formula(
          `IFERROR(INDEX(${fixed(placed.data(end))},MATCH(${inQuotes(row)},${fixed(placed.data('name'))},0)),"–")`,
        ),
    })),
    { key: 'unit', header: 'Unit', indent: 1, format: FORMATS.unit, cell: ({ unit }) => unit },
  ],
  rows: HEADLINES,
  isTotal: ({ row }) => row === 'Value' || row === 'Return',
  startsPart: ({ row }) => row === 'Return',
};

const place = (cells: Area): Place => ({ sheet: NAME, area: cells });

function drawChart(sheet: SheetDraft): void {
  const byDomain = (key: Column): Place => place({ ...placed.data(key), rows: DOMAINS.length });
  sheet.chart({
    name: 'ValueByDomain',
    title: 'Value by domain: low, expected and high end of the evidence',
    kind: 'ColumnClustered',
    categories: byDomain('name'),
    series: [
      { name: 'Low', color: SERIES_COLORS[0], ...byDomain('low') },
      { name: 'Expected', color: SERIES_COLORS[1], ...byDomain('expected') },
      { name: 'High', color: SERIES_COLORS[4], ...byDomain('high') },
    ],
    axis: 'steps',
    legend: 'Bottom',
    valueFormat: AXIS_FORMATS.dollars,
    categoryFormat: NUMBER_FORMATS.plain,
    at: area(CHART_ROW, 0, CHART_ROWS, 6),
  });
}

function drawCare(sheet: SheetDraft): void {
  sheet.section(
    CARE_ROW - 1,
    0,
    7,
    'Care management, from the forecast of the active scenario: line, unit, total, months',
  );
  sheet.put(CARE_ROW, 0, [
    [formula(`PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,{"${CARE_LINES.join('";"')}"},TRUE)`)],
  ]);
  sheet.format(area(CARE_ROW, 0, 1 + CARE_LINES.length, 3 + MONTHS_OF_YEAR), FORMATS.remark, {
    numberFormat: NUMBER_FORMATS.whole,
  });
  sheet.format(area(CARE_ROW, 3, 1, MONTHS_OF_YEAR), { numberFormat: NUMBER_FORMATS.month, align: 'Right' });
}

export const roiSheet: AddedSheet = {
  name: NAME,
  kind: 'results',
  names: [
    {
      name: 'ReturnOnCare',
      comment: 'Value, cost, return and payback of care management: low, expected and high.',
      area: placeResults(headline).body,
    },
  ],
  answers: [area(LIST_ROW, 0)],
  draw(sheet) {
    sheet.heading(
      NAME,
      'What better outcomes are worth beside what care management costs. The low end of the evidence counts.',
    );
    sheet.put(COST_ROW, 0, [
      ['Cost of care management a year', null, formula(firstYear('Total cost'))],
      ['Cost of its start, once', null, null],
      ['End of the evidence that counts', null, 'low'],
    ]);
    sheet.format(area(COST_ROW, 2), FORMATS.calculated, {
      numberFormat: NUMBER_FORMATS.dollars,
      fill: COLORS.inputFill,
    });
    sheet.format(area(START_ROW, 2), FORMATS.input, { numberFormat: NUMBER_FORMATS.dollars });
    sheet.format(area(EVIDENCE_ROW, 2), FORMATS.input, { align: 'Right' });
    sheet.remark(COST_ROW, 3, 'Total cost of the first twelve months on Forecast; type yours over it.');
    sheet.remark(
      EVIDENCE_ROW,
      3,
      'Low is the cautious reading: a randomized trial of nurse care management found no savings.',
    );
    sheet.validate({
      area: area(EVIDENCE_ROW, 2),
      rule: { kind: 'list', source: ENDS },
      prompt: { title: 'Evidence', message: 'Which end of the evidence counts: low, expected or high.' },
      alert: { title: 'Evidence', message: 'Choose low, expected or high.', style: 'Stop' },
    });
    drawResults(sheet, headline);
    drawChart(sheet);
    drawVendor(sheet, VENDOR_ROW, {
      revenue: firstYear('Allowed revenue'),
      cost: firstYear('Total cost'),
      patientMonths: firstYear('Active patients'),
    });
    drawCare(sheet);
    drawResults(sheet, list);
    sheet.freeze(HEADER_ROW - 1, 0);
    sheet.print({ titleRows: HEADER_ROW - 1, area: area(0, 0, LIST_ROW + 1 + LISTED, 7) });
  },
};

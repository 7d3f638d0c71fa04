/** How the workbook looks: colors, number formats by unit, and the formats that repeat. Color never says anything alone. */
import type { Column } from '../../tables/schemas/column';
import type { CellFormat, Rule } from '../plan/plan';

export const COLORS = {
  ink: '#1B2733',
  muted: '#5A6675',
  navy: '#1F3A5F',
  band: '#E8EEF5',
  line: '#C5CFDB',
  white: '#FFFFFF',
  inputFill: '#FFF9DB',
  inputInk: '#0000FF',
  okFill: '#DDF3E4',
  okInk: '#14532D',
  reviewFill: '#FFEFC7',
  reviewInk: '#6B4300',
  errorFill: '#FBDADA',
  errorInk: '#8B1A1A',
} as const;

/** Its own header is white on a color, as ours is, so that what Excel draws into headers shows there: filter arrows. */
export const TABLE_STYLE = 'TableStyleLight9';

export const THIN_LINE: Rule = { color: COLORS.line, weight: 'Thin' };

/** Colors of chart series in order, as many as a chart has series, neighbors told apart by lightness too. */
export const SERIES_COLORS = [
  ...['#1F3A5F', '#2A9D8F', '#E09F3E', '#7B5EA7', '#8FB8DE', '#9C3D2E'],
  ...['#A3B84C', '#5A6675', '#D98FA8', '#3F7D3A', '#B98B5E', '#4FB3D9'],
] as const;

export const TAB_COLORS = { overview: '#1F3A5F', inputs: '#E0B84C', results: '#2A9D8F', assurance: '#7A8794' } as const;

/**
 * Zero is a dash, a negative amount stands in brackets. Patients are whole wherever they are shown; a month is written
 * like the day that it has.
 */
export const NUMBER_FORMATS = {
  dollars: '$#,##0_);($#,##0);"–"_)',
  dollarsAndCents: '$#,##0.00_);($#,##0.00);"–"_)',
  whole: '#,##0_);(#,##0);"–"_)',
  percent: '0.0%_);(0.0%);"–"_)',
  month: 'mmm-yy',
  date: 'd-mmm-yy',
  residual: '0.000000;-0.000000;0',
  plain: 'General',
} as const;

/** Along the axis of a chart; months without dates are counted: Y00 M1 is the first. */
export const MONTH_AXIS_FORMAT = '[<36526]"Y"yy" M"m;mmm-yy';
/** Along the axis of a chart. */
export const AXIS_FORMATS = { dollars: '$#,##0', patients: '#,##0' } as const;

/** An amount, or the words for 0, which means on Payer Mix that the codes decide. */
export const AMOUNT_OR_CODES = '$#,##0.00;-$#,##0.00;"from Codes"';

/** Number format of a result by its unit. */
export function formatOfUnit(unit: string): string {
  switch (unit) {
    case '$':
      return NUMBER_FORMATS.dollars;
    case '$/patient/month':
      return NUMBER_FORMATS.dollarsAndCents;
    case '%':
      return NUMBER_FORMATS.percent;
    default:
      return NUMBER_FORMATS.whole;
  }
}

/** Inputs show a little more than results do: what was typed should be seen. */
export function formatOfInput({ type, unit, upper }: Column): string {
  if (type === 'month') return NUMBER_FORMATS.month;
  if (type === 'share' || unit === '%') return '0.0%';
  if (type !== 'number') return NUMBER_FORMATS.plain;
  if (unit === '$/patient/month') return '$#,##0.00';
  if (unit.startsWith('$')) return '$#,##0.00';
  if (unit === '×') return '0.00';
  return upper <= 1 ? '0.0%' : '#,##0';
}

export const FORMATS = {
  title: { size: 18, bold: true, color: COLORS.navy },
  label: { bold: true },
  section: { size: 12, bold: true, color: COLORS.navy, bottom: { color: COLORS.navy, weight: 'Medium' } },
  header: { bold: true, color: COLORS.white, fill: COLORS.navy, vertical: 'Center' },
  /** Header of a table further down the sheet. */
  band: { bold: true, fill: COLORS.band },
  /** Header of a block among others like it, and the line with the block's name above. */
  quietHeader: { bold: true, color: COLORS.muted, bottom: THIN_LINE },
  blockName: { bold: true, fill: COLORS.band, color: COLORS.navy },
  muted: { color: COLORS.muted },
  /** A unit beside its figure. */
  unit: { color: COLORS.muted, size: 9 },
  /** What is there to help reading a figure. */
  remark: { italic: true, color: COLORS.muted },
  units: { italic: true, color: COLORS.muted, size: 9 },
  input: { color: COLORS.inputInk, fill: COLORS.inputFill },
  /** A formula among inputs, which may be typed over. */
  calculated: { color: COLORS.ink, fill: COLORS.white },
  /** Where a figure comes from. */
  source: { color: COLORS.muted, fill: COLORS.white, size: 9 },
  readOnly: { color: COLORS.muted, fill: COLORS.white },
  light: { bold: true, align: 'Center' },
} as const satisfies Record<string, CellFormat>;

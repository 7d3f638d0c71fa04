/** Excel's table styles, by Excel's names, as Univer's range themes. Accents follow the Office theme. */
import { BorderStyleTypes } from '@univerjs/core';
import type { IRangeThemeStyleJSON } from '@univerjs/sheets';

interface TableStyle {
  name: string;
  style: Omit<IRangeThemeStyleJSON, 'name'>;
}

interface Accent {
  full: string;
  half: string;
  pale: string;
}

const NEUTRAL: Accent = { full: '#404040', half: '#A6A6A6', pale: '#F2F2F2' };
const ACCENTS: Accent[] = [
  { full: '#4472C4', half: '#8EA9DB', pale: '#D9E1F2' },
  { full: '#ED7D31', half: '#F4B084', pale: '#FCE4D6' },
  { full: '#7F7F7F', half: '#C9C9C9', pale: '#EDEDED' },
  { full: '#BF9000', half: '#FFD966', pale: '#FFF2CC' },
  { full: '#5B9BD5', half: '#9BC2E6', pale: '#DDEBF7' },
  { full: '#548235', half: '#A9D08E', pale: '#E2EFDA' },
];
const VARIANTS = [NEUTRAL, ...ACCENTS];

const line = (color: string) => ({ s: BorderStyleTypes.THIN, cl: { rgb: color } });

/** TableStyleMedium1 to 7: a solid header, pale bands. */
function medium(accent: Accent): TableStyle['style'] {
  return {
    wholeStyle: { bd: { t: line(accent.half), b: line(accent.half) } },
    headerRowStyle: { bg: { rgb: accent.full }, cl: { rgb: '#FFFFFF' }, bl: 1 },
    headerColumnStyle: { bd: { l: line(accent.half) } },
    lastColumnStyle: { bd: { r: line(accent.half) } },
    firstRowStyle: { bg: { rgb: accent.pale }, bd: { b: line(accent.half) } },
    secondRowStyle: { bg: { rgb: '#FFFFFF' }, bd: { b: line(accent.half) } },
    lastRowStyle: { bd: { b: line(accent.half) } },
  };
}

/** TableStyleLight8 to 14: a solid header, an outline, and lines between the rows. */
function outlined(accent: Accent): TableStyle['style'] {
  return {
    wholeStyle: { bd: { t: line(accent.full), b: line(accent.full), l: line(accent.full), r: line(accent.full) } },
    headerRowStyle: { bg: { rgb: accent.full }, cl: { rgb: '#FFFFFF' }, bl: 1 },
    firstRowStyle: { bd: { b: line(accent.full) } },
    secondRowStyle: { bd: { b: line(accent.full) } },
    lastRowStyle: { bd: { b: line(accent.full) } },
  };
}

/** TableStyleLight1 to 7: a ruled header, pale bands or none. */
function light(accent: Accent): TableStyle['style'] {
  return {
    headerRowStyle: { cl: { rgb: accent.full }, bl: 1, bd: { t: line(accent.full), b: line(accent.full) } },
    firstRowStyle: { bg: { rgb: accent.pale } },
    secondRowStyle: { bg: { rgb: '#FFFFFF' } },
    lastRowStyle: { bd: { b: line(accent.full) } },
  };
}

function numbered(prefix: string, first: number, style: (accent: Accent) => TableStyle['style']): TableStyle[] {
  return VARIANTS.map((accent, index) => ({ name: `${prefix}${first + index}`, style: style(accent) }));
}

/** Excel's own default comes first, because Univer falls back on the first. */
export const DEFAULT_TABLE_STYLE = 'TableStyleMedium2';

export const excelTableStyles: TableStyle[] = [
  ...numbered('TableStyleMedium', 1, medium),
  ...numbered('TableStyleLight', 1, light),
  ...numbered('TableStyleLight', 8, outlined),
].sort((a, b) => Number(b.name === DEFAULT_TABLE_STYLE) - Number(a.name === DEFAULT_TABLE_STYLE));

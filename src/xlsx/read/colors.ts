/** Colors as a file names them: outright, by the theme and a tint, or by their place in Excel’s old palette. */
import { attribute, child, numberOf, type Element } from './xml-tree';

/** Office’s own theme, where a file brings none. */
const OFFICE_THEME = '#FFFFFF #000000 #E7E6E6 #44546A #4472C4 #ED7D31 #A5A5A5 #FFC000 #5B9BD5 #70AD47 #0563C1 #954F72';
const THEME_NAMES = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333';

export type ColorOf = (element: Element | undefined) => string | null;

export function colorsOf(theme: Element | undefined): ColorOf {
  const scheme = child(theme, 'themeElements', 'clrScheme');
  const office = OFFICE_THEME.split(' ');
  const themed = THEME_NAMES.map((name, i) => {
    const color = child(scheme, name)?.children[0];
    const value = attribute(color, 'lastClr') ?? attribute(color, 'val');
    return value && /^[0-9A-F]{6}$/i.test(value) ? `#${value.toUpperCase()}` : office[i];
  });
  const palette = PALETTE.split(' ');
  return (element) => {
    if (!element) return null;
    const rgb = attribute(element, 'rgb');
    if (rgb && /^[0-9A-F]{6,8}$/i.test(rgb)) return `#${rgb.slice(-6).toUpperCase()}`;
    const place = numberOf(element, 'theme');
    if (place !== null && themed[place]) return tinted(themed[place], numberOf(element, 'tint') ?? 0);
    const index = numberOf(element, 'indexed');
    return index !== null && palette[index] ? `#${palette[index]}` : null;
  };
}

/** Lighter for a tint above 0, darker below: the lightness of the color moves so far towards its end. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (high + low) / 2;
  const aimed = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const scale = spread === 0 ? 0 : (saturation * (1 - Math.abs(2 * aimed - 1))) / spread;
  const hex = (part: number): string =>
    Math.round(Math.min(1, Math.max(0, aimed + (part - lightness) * scale)) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  return `#${parts.map(hex).join('')}`;
}

/** What stands in a page's footer: Excel's codes made text. */
export interface PageNumber {
  page: number;
  pages: number;
  sheet: string;
  file: string;
  now: Date;
}

/** Codes of fonts, sizes and the like change no word. */
const LOOKS = /&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[BIUESXY])/g;

export function footerText(codes: string, { page, pages, sheet, file, now }: PageNumber): string {
  const words: Record<string, string> = {
    '&P': String(page),
    '&N': String(pages),
    '&A': sheet,
    '&F': file,
    '&D': now.toLocaleDateString('en-US'),
    '&T': now.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }),
    '&Z': '',
    '&&': '&',
  };
  return codes.replace(LOOKS, '').replace(/&[PNAFDTZ&]/g, (code) => words[code]);
}

/** Text from elsewhere as rows of cells: tabs as Excel copies them, commas as csv files have them. */
import { SheetClipboardService } from '@univerjs/sheets-ui';

/** Univer would take letters such as < for HTML, drop blank cells at the beginning, and leave csv in one column. */
export function splitPastedText(): void {
  const paste = SheetClipboardService.prototype.legacyPaste;
  SheetClipboardService.prototype.legacyPaste = function (html, text, files) {
    return !html && text && /[\n\t]/.test(text)
      ? paste.call(this, asTable(rowsOf(text)), text, files)
      : paste.call(this, html, text, files);
  };
}

export function rowsOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (lines.includes('\t')) return fieldsOf(lines, '\t');
  const rows = fieldsOf(lines, ',');
  return isCsv(rows) ? rows : lines.split('\n').map((line) => [line]);
}

/** Sentences have commas, too, but with spaces behind them; and 1,800 is one number. */
function isCsv(rows: readonly string[][]): boolean {
  const [{ length }] = rows;
  const isNumber = (row: readonly string[]) => /^[-(]?\$?\d{1,3}(,\d{3})+(\.\d+)?%?\)?$/.test(row.join(','));
  return (
    rows.length > 1 &&
    length > 1 &&
    rows.every((row) => row.length === length && !row.slice(1).some((field) => field.startsWith(' '))) &&
    !rows.every(isNumber)
  );
}

/** Quotes hold what would otherwise end a field. */
function fieldsOf(text: string, separator: ',' | '\t'): string[][] {
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\n]*))(${separator}|\n|$)`, 'y');
  const rows: string[][] = [[]];
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, plain, end] = match;
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}

function asTable(rows: readonly string[][]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
}

/**
 * A workbook as LibreOffice opens it: one file of XML (Flat ODF), with Excel's own formulas. Each calculated cell holds
 * a wrong value, so that one which is not calculated again is seen.
 */
import { ERROR_FORMULAS, type CalculatedCell, type CalculatedWorkbook, type Value } from './calculated-workbook';
import { plainReferences } from './plain-references';

/** What stands in each cell that is to be calculated. */
export const WRONG_VALUE = -999;

const NAMESPACES = Object.entries({
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  msoxl: 'http://schemas.microsoft.com/office/excel/formula',
})
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');

/** A number is shown with all its digits, also where a function would make a date of it. */
const STYLES = `<office:automatic-styles>
<number:number-style style:name="digits"><number:scientific-number number:decimal-places="15" number:min-decimal-places="15" number:min-integer-digits="1" number:min-exponent-digits="1"/></number:number-style>
<style:style style:name="cell" style:family="table-cell" style:data-style-name="digits"/>
</office:automatic-styles>`;

/** Criteria match whole cells, with ? and * for any letters, and case is nothing. */
const CALCULATE_AS_EXCEL =
  '<table:calculation-settings table:case-sensitive="false" table:search-criteria-must-apply-to-whole-cell="true"' +
  ' table:use-regular-expressions="false" table:use-wildcards="true"/>';

/** In a file, functions newer than Excel 2010 have a prefix. */
const NEWER = /\b(?=(?:BASE|IFNA|MAXIFS|MINIFS|UNICODE)\()/g;

const attribute = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');

/** Formulas that are not calculated stand as the values they have. */
export function writeFlatOds(
  { sheets, names, tables }: CalculatedWorkbook,
  isCalculated: (formula: string | null) => formula is string,
): string {
  const written = sheets.map(({ name, cells }) => {
    const rows = cells.map((row, r) => {
      const at = { sheet: name, row: r };
      const written = Array.from(row, (cell) =>
        !cell
          ? BLANK
          : isCalculated(cell.formula)
            ? calculated(plainReferences(cell.formula, tables, at), cell)
            : standing(cell),
      );
      return `<table:table-row>${written.join('') || BLANK}</table:table-row>`;
    });
    return `<table:table table:name="${attribute(name)}">${rows.join('\n')}</table:table>`;
  });
  const named = Object.entries(names).map(([name, area]) => {
    const address = attribute(itsAddress(area));
    return `<table:named-range table:name="${name}" table:base-cell-address="${address.replace(/:.*/, '')}" table:cell-range-address="${address}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${STYLES}<office:body><office:spreadsheet>${CALCULATE_AS_EXCEL}
${written.join('\n')}
<table:named-expressions>${named.join('')}</table:named-expressions>
</office:spreadsheet></office:body></office:document>`;
}

/** 'Payer Mix'!$A$1:$B$2 is $'Payer Mix'.$A$1:.$B$2 there. */
const itsAddress = (area: string) => area.replace(/^('.*'|[^']*)!/, '$$$1.').replace(':', ':.');

const BLANK = '<table:table-cell/>';

function standing({ value }: CalculatedCell): string {
  const error = typeof value === 'string' ? ERROR_FORMULAS[value] : undefined;
  return error
    ? calculated(error, { rows: 1, columns: 1 })
    : `<table:table-cell table:style-name="cell" ${typed(value)}/>`;
}

/** Excel calculates every formula as one of arrays; so it has to be told to here. */
const calculated = (formula: string, { rows, columns }: Pick<CalculatedCell, 'rows' | 'columns'>) =>
  `<table:table-cell table:style-name="cell" table:number-matrix-rows-spanned="${rows}" table:number-matrix-columns-spanned="${columns}"` +
  ` table:formula="msoxl:${attribute(formula.replace(NEWER, '_xlfn.'))}" ${typed(WRONG_VALUE)}/>`;

function typed(value: Value): string {
  if (typeof value === 'number') return `office:value-type="float" office:value="${value}"`;
  if (typeof value === 'boolean') return `office:value-type="boolean" office:boolean-value="${value}"`;
  return `office:value-type="string" office:string-value="${attribute(value)}"`;
}

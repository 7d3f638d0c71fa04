/**
 * Rows that say who a patient is: below a header such as Patient ID or Date of birth, as rosters and claims have them,
 * and numbers that are a Medicare beneficiary’s or a social security one by their form alone. What the add-in reads of
 * exports are months and sums; rows of patients are in a workbook only where somebody has pasted them.
 */
import { COLUMNS, KINDS } from '../../actuals/reading/kinds';
import { headerKey } from '../../tables/reading/header-key';
import { area, type Area } from '../plan/cells';
import type { SheetContents } from './find-formulas';

export interface PatientRows {
  sheet: string;
  /** The header that tells, or what the cells look like. */
  sign: string;
  /** Header and rows, as wide as the header row. */
  area: Area;
  /** Rows below the header. */
  rows: number;
}

/** Who a person is, beside the identifiers that exports are read by. */
const PERSON = [
  ...['Patient name', 'Patient first name', 'Patient last name', 'First name', 'Last name', 'Full name', 'Member name'],
  ...['Beneficiary name', 'Subscriber name', 'Date of birth', 'Birth date', 'Birthdate', 'DOB', 'Patient DOB', 'SSN'],
  ...['Social security number', 'Patient phone', 'Phone number', 'Home phone', 'Mobile phone', 'Patient email'],
  ...['Email address', 'Street address', 'Home address', 'Patient address', 'HICN', 'Medicare ID', 'Medicaid ID'],
];

const HEADERS: ReadonlySet<string> = new Set(
  [
    ...KINDS.flatMap((kind) =>
      COLUMNS[kind]
        .filter(({ holds }) => holds === 'identifier')
        .flatMap(({ header, synonyms }) => [header, ...synonyms]),
    ),
    ...PERSON,
  ].map(headerKey),
);

/** As CMS builds them (“Understanding the Medicare Beneficiary Identifier (MBI) format”): eleven places, no S, L, O, I, B, Z. */
const LETTER = '[AC-HJKMNP-RT-Y]';
const MBI = new RegExp(
  `^[1-9]${LETTER}[0-9AC-HJKMNP-RT-Y]\\d-?${LETTER}[0-9AC-HJKMNP-RT-Y]\\d-?${LETTER}${LETTER}\\d\\d$`,
);
const SSN = /^\d{3}-\d{2}-\d{4}$/;

const isFilled = (value: unknown): boolean => value !== '' && value !== null && value !== undefined;

export const patientRows = (sheets: readonly SheetContents[]): PatientRows[] => sheets.flatMap(onSheet);

function onSheet({ name, row: top, column: left, values }: SheetContents): PatientRows[] {
  const found: PatientRows[] = [];
  const isCovered = (r: number, c: number) => found.some(({ area: cells }) => isWithin(cells, top + r, left + c));
  values.forEach((cells, r) =>
    cells.forEach((value, c) => {
      if (typeof value !== 'string' || value.length > 40 || !HEADERS.has(headerKey(value)) || isCovered(r, c)) return;
      const [from, to] = around(cells, c);
      const rows = filledBelow(values, r, from, to);
      if (!values.slice(r + 1, r + 1 + rows).some((below) => isFilled(below[c]))) return;
      found.push({ sheet: name, sign: value, area: area(top + r, left + from, rows + 1, to - from + 1), rows });
    }),
  );
  values.forEach((cells, r) =>
    cells.forEach((value, c) => {
      const sign = typeof value === 'string' ? signOf(value.trim()) : null;
      if (sign === null || isCovered(r, c)) return;
      const [from, to] = around(cells, c);
      found.push({ sheet: name, sign, area: area(top + r, left + from, 1, to - from + 1), rows: 1 });
    }),
  );
  return merged(found);
}

const signOf = (text: string): string | null =>
  MBI.test(text) ? 'a Medicare beneficiary number' : SSN.test(text) ? 'a social security number' : null;

/** The cells in a row that stand side by side with this one. */
function around(cells: readonly unknown[], c: number): [number, number] {
  let [from, to] = [c, c];
  while (from > 0 && isFilled(cells[from - 1])) from--;
  while (to < cells.length - 1 && isFilled(cells[to + 1])) to++;
  return [from, to];
}

/** Rows below the header, to the first that is blank in all its columns. */
function filledBelow(values: readonly (readonly unknown[])[], r: number, from: number, to: number): number {
  let rows = 0;
  while (values[r + 1 + rows]?.slice(from, to + 1).some(isFilled)) rows++;
  return rows;
}

/** Rows one below the other that show the same are one find. */
function merged(found: readonly PatientRows[]): PatientRows[] {
  return found.reduce<PatientRows[]>((all, each) => {
    const last = all.at(-1);
    const isNext =
      last?.sign === each.sign &&
      each.rows === 1 &&
      each.area.rows === 1 &&
      last.area.column === each.area.column &&
      last.area.columns === each.area.columns &&
      last.area.row + last.area.rows === each.area.row;
    if (!isNext) return [...all, each];
    const grown = { ...last, rows: last.rows + 1, area: { ...last.area, rows: last.area.rows + 1 } };
    return [...all.slice(0, -1), grown];
  }, []);
}

const isWithin = ({ row, column, rows, columns }: Area, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;

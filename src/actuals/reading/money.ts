/**
 * Amounts of a column in whole cents. Strict: what is no amount is nothing, not 0. Whether the comma or the point
 * stands before the cents is found from all cells of the column together.
 */
import { isBlank, type Cell } from '../../tables/reading/cell';
import type { Coded } from './coded';
import { rowsByCode } from './dates';

const LONGEST = 40;
const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const SPACE = /[\s\u00a0\u2007\u2009\u202f]+/g;
const CURRENCY = /[$€£¥]|(?<![a-z])(?:usd|eur|gbp|cad|chf)(?![a-z])/gi;

/** How most amounts of a file are written: a form of those with a point, and no other. */
const PLAIN = /^\d+\.\d\d$/;
/** Digits with a point before the cents; commas, spaces or apostrophes part the thousands. */
const POINT = /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d+)(?:\.\d*)?$|^\.\d+$/;
/** With a comma before them, which are at most two. */
const COMMA =
  /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ '’]\d{3})+|\d*)(?:,\d{1,2})$|^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:[ '’]\d{3})*$|^\d+$/;
/** 1.234 is one dollar and some, or one thousand and some. */
const EITHER = /^[1-9]\d{0,2}\.\d{3}$/;

/** An amount that is larger has lost its cents in a number; one of as few characters is none. */
const [LARGEST, SAFE] = [1e13, 12];

interface Unwrapped {
  body: string;
  isNegative: boolean;
}

/** Sign, brackets and currency taken off; null for what is no amount. */
function unwrapped(text: string): Unwrapped | null {
  if (text.length > LONGEST) return null;
  const plain = text.replace(MINUS, '-').replace(CURRENCY, '').replace(SPACE, ' ').trim();
  if (plain === '-') return { body: '0', isNegative: false };
  const [, bracketed] = /^\((.*)\)$/.exec(plain) ?? [];
  const [, before, body, after] = /^([-+]?) ?([\d.,'’ ]*\d[\d.,'’]*) ?(-?)$/.exec((bracketed ?? plain).trim()) ?? [];
  if (body === undefined) return null;
  const signs = [bracketed !== undefined, before === '-', after === '-'].filter(Boolean).length;
  return signs > 1 ? null : { body, isNegative: signs === 1 };
}

/** Half a cent goes away from zero; 1.005 is what is written, not the number just below it. */
const wholeCents = (dollars: number): number => {
  const cents = Math.abs(dollars) * 100;
  return Math.sign(dollars) * Math.round(cents + cents * 4e-16);
};

const pointValue = (body: string): number => Number(body.replace(/[,'’ ]/g, ''));
const commaValue = (body: string): number => Number(body.replace(/[.'’ ]/g, '').replace(',', '.'));

export interface Amounts {
  /** By code whole cents; NaN for what is no amount. */
  cents: Float64Array;
  /** Rows whose fraction of a cent was rounded away. */
  rounded: number;
  /** Cells with a comma before the cents beside cells with a point: the fewer. */
  mixed: { codes: readonly number[] } | null;
  /** Every cell can be thousands and a fraction: 1.234. */
  isAmbiguous: boolean;
}

/** @param isOther codes of cells that are no amount and are not to be asked */
export function readAmounts(coded: Coded, isOther: (code: number) => boolean = () => false): Amounts {
  // Made anew when it is asked again: held for many thousand cells it would cost more than it saves.
  const partsOf = (cell: Cell, code: number) => (typeof cell !== 'string' || isOther(code) ? null : unwrapped(cell));
  const only: Record<'point' | 'comma', number[]> = { point: [], comma: [] };
  const cents = new Float64Array(coded.size).fill(NaN);
  let isEither = false;
  for (let code = 0; code < coded.size; code++) {
    const cell = coded.cell(code);
    if (typeof cell === 'string' && cell.length <= SAFE && PLAIN.test(cell) && !isOther(code)) {
      only.point.push(code);
      cents[code] = wholeCents(Number(cell));
      continue;
    }
    const parts = partsOf(cell, code);
    if (parts === null) continue;
    if (EITHER.test(parts.body)) isEither = true;
    else {
      const [isPoint, isComma] = [POINT.test(parts.body), COMMA.test(parts.body)];
      if (isPoint && !isComma) only.point.push(code);
      if (isComma && !isPoint) only.comma.push(code);
    }
  }
  if (only.point.length > 0 && only.comma.length > 0) {
    const counts = rowsByCode(coded);
    const rows = (codes: readonly number[]) => codes.reduce((sum, code) => sum + counts[code], 0);
    const fewer = rows(only.point) < rows(only.comma) ? only.point : only.comma;
    return { cents, rounded: 0, mixed: { codes: fewer }, isAmbiguous: false };
  }
  if (isEither && only.point.length === 0 && only.comma.length === 0)
    return { cents, rounded: 0, mixed: null, isAmbiguous: true };
  const [form, valueOf] = only.comma.length > 0 ? [COMMA, commaValue] : [POINT, pointValue];
  const fractions: number[] = [];
  for (let code = 0; code < coded.size; code++) {
    if (!Number.isNaN(cents[code])) continue;
    const cell = coded.cell(code);
    const dollars = dollarsOf(cell, partsOf(cell, code), form, valueOf);
    const value = wholeCents(dollars);
    if (!(Math.abs(value) <= LARGEST)) continue;
    if (Math.abs(value - dollars * 100) > 1e-6 * Math.max(1, Math.abs(dollars))) fractions.push(code);
    cents[code] = value + 0;
  }
  const counts = fractions.length > 0 ? rowsByCode(coded) : [];
  const rounded = fractions.reduce((sum, code) => sum + counts[code], 0);
  return { cents, rounded, mixed: null, isAmbiguous: false };
}

function dollarsOf(cell: Cell, parts: Unwrapped | null, form: RegExp, valueOf: (body: string) => number): number {
  if (typeof cell === 'number') return cell;
  if (parts === null || !form.test(parts.body)) return NaN;
  return parts.isNegative ? -valueOf(parts.body) : valueOf(parts.body);
}

/** Figures that are no money, such as patients and minutes: the same forms, not rounded. */
export function readFigures(coded: Coded): Float64Array {
  return Float64Array.from({ length: coded.size }, (_, code) => {
    const cell = coded.cell(code);
    if (typeof cell === 'number') return Number.isFinite(cell) ? cell : NaN;
    if (typeof cell !== 'string' || isBlank(cell) || /[$€£¥]/.test(cell)) return NaN;
    const parts = unwrapped(cell);
    return dollarsOf(cell, parts, POINT, pointValue);
  });
}

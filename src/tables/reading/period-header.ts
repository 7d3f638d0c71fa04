import { isDateSerial } from '../calendar';
import { MONTH_NAMES, PERIODS } from '../schemas/vocabulary';
import { headerWords } from './header-key';
import { memoized } from './memo';

const MONTHS = new Set(MONTH_NAMES);
const BESIDE_NUMBERS = new Set(PERIODS);

/** Whether a header names a month or another time: Jan-26, 2026-01, a date's serial, Month 3, Q1 2027, 5. */
export const isPeriod = memoized((header): boolean => {
  const words = headerWords(header).normalize('NFD').replace(/\p{M}/gu, '').split(' ');
  const isNumber = (word: string) => /^\d+$/.test(word);
  const isTime = (word: string) => isNumber(word) || MONTHS.has(word) || BESIDE_NUMBERS.has(word);
  return (
    words.every(isTime) &&
    words.some((word) => isNumber(word) || MONTHS.has(word)) &&
    words.filter(isNumber).every((word) => isPlausible(Number(word)))
  );
});

/** A month's number, a day, a year, 202601, or a date's serial. */
const isPlausible = (number: number): boolean =>
  number <= 120 ||
  (number >= 1900 && number <= 2100) ||
  (number >= 190_001 && number <= 210_012) ||
  isDateSerial(number);

/**
 * Codes of a bundle that are not billed every month: once per episode, per patient, per year, or in a first month only;
 * and those of which the book knows an amount but not how often they are billed.
 */
import { rateBook, type CodeRule, type IsoDate } from './book';
import type { BundleItem } from './bundle';
import { ruleOn } from './rate';

export interface BilledOnce extends BundleItem {
  /** once an episode of care; null = the book does not say */
  period: string | null;
}

/** A month, or days that make one: device codes run on 30 days. */
const MONTHLY = /^(calendar )?month$|^30 days$/;
const FIRST_MONTH = /first month/;
const LATER_MONTHS = /later months/;

/** @param date a day of the month that is billed; null = the end of the last published schedule. */
export function billedOnce(bundle: readonly BundleItem[], date: IsoDate | null): BilledOnce[] {
  const day = date ?? rateBook().lastDay;
  const billed = bundle.filter(({ units }) => units > 0).map((item) => ({ ...item, rule: ruleOn(item.code, day) }));
  // First and later months of one program part its patients.
  const programsOfLaterMonths = new Set(
    billed.filter(({ rule }) => rule && LATER_MONTHS.test(rule.role)).map(({ code }) => programOf(code)),
  );
  return billed.flatMap(({ code, units, rule }): BilledOnce[] => {
    if (!rule) return rateBook().rules.has(code) ? [] : [{ code, units, period: null }];
    if (!MONTHLY.test(rule.period)) return [{ code, units, period: onceIn(rule) }];
    const isFirst = FIRST_MONTH.test(rule.role) && !programsOfLaterMonths.has(programOf(code));
    return isFirst ? [{ code, units, period: 'in the first month only' }] : [];
  });
}

const programOf = (code: string): string | undefined => rateBook().codes.get(code)?.program;

/** once an episode of care; once per practitioner and patient; once in 30 days from discharge; once a year */
const onceIn = ({ period }: CodeRule): string =>
  period.startsWith('once')
    ? period
    : `once ${/^\d/.test(period) ? 'in ' : /^[aeiou]/.test(period) ? 'an ' : 'a '}${period}`;

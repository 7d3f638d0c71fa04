/** What a code asks for, in a few words. */
import type { CodeRule } from './book';

/** 20 minutes; 16 to 30 days of data; each further 20 minutes, from 40 in all. */
export function thresholdText({ minutes, fromDays, toDays, furtherMinutes, firstAtMinutes }: CodeRule): string {
  const days =
    fromDays && toDays ? `${fromDays} to ${toDays} days of data` : fromDays ? `at least ${fromDays} days of data` : '';
  const further = furtherMinutes
    ? `each further ${furtherMinutes} minutes${firstAtMinutes ? `, from ${firstAtMinutes} in all` : ''}`
    : '';
  const own = minutes === '0' ? 'no minutes' : minutes ? `${minutes.replace('-', ' to ')} minutes` : '';
  return [own, days, further].filter(Boolean).join('; ') || 'none stated';
}

/** For a column of a table: 20 min; 16–30 days; +20 min; blank where none is stated. */
export function shortThresholdText({ minutes, fromDays, toDays, furtherMinutes }: CodeRule): string {
  const days = fromDays && `${fromDays}${toDays ? `–${toDays}` : '+'} days`;
  const further = furtherMinutes && `+${furtherMinutes} min`;
  const own = minutes === '0' ? 'no minutes' : minutes && `${minutes.replace('-', '–')} min`;
  return [own, days, further].filter(Boolean).join(', ');
}

/** at most 1 a calendar month; at most 3 a calendar month, with 99457. */
export function unitsText({ mostUnits, period, bases }: CodeRule): string {
  const each = /^\d/.test(period) ? `in ${period}` : period === 'episode of care' ? `an ${period}` : `a ${period}`;
  const most = Number.isFinite(mostUnits) ? `at most ${mostUnits} ${each}` : 'no limit found';
  return bases.length ? `${most}, with ${bases.join(' or ')}` : most;
}

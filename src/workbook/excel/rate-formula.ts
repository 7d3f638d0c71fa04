/** The formula of one Medicare amount, as short as it can be: what is at its default is left out. */
import type { Setting } from '../../rates/setting';
import { monthText } from '../../tables/calendar';
import { inQuotes } from '../plan/cells';

export interface RateQuestion {
  code: string;
  /** State and number, e.g. NY-01; blank = national. */
  locality: string;
  /** Month index (see tables/calendar); null = the last published schedule. */
  month: number | null;
  setting: Setting;
  qp: boolean;
}

/** =PPPM.RATE("99490","NY-01","2026-05") */
export function rateFormula({ code, locality, month, setting, qp }: RateQuestion): string {
  const given = [
    inQuotes(code),
    locality && inQuotes(locality),
    month === null ? '' : inQuotes(monthText(month)),
    setting === 'nonfacility' ? '' : inQuotes(setting),
    qp ? 'TRUE' : '',
  ];
  while (given.at(-1) === '') given.pop();
  return `=PPPM.RATE(${given.join(',')})`;
}

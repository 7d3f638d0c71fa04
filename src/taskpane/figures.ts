/** Figures as a US reader writes them. */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const change = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

/** -0.4 rounds to 0, not to -0. */
const rounded = (value: number): number => Math.round(value) + 0;

/** 1,240 */
export const countText = (value: number): string => whole.format(rounded(value));

/** $4,812,345; -$1,200 */
export const dollarText = (value: number): string =>
  `${rounded(value) < 0 ? '-' : ''}$${whole.format(Math.abs(rounded(value)))}`;

/** $4.81M, $212K, $950: for a headline, where the size matters more than the last digit. */
export function shortDollarText(value: number): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  if (size >= 999_500) return `${sign}$${trimmed(size / 1e6)}M`;
  if (size >= 9_995) return `${sign}$${trimmed(size / 1e3)}K`;
  return dollarText(value);
}

/** $66.13 */
export const centsText = (value: number): string => cents.format(value);

/** +9.3%, −1.2%, 0.0% */
export const changeText = (share: number): string => change.format(share).replace('-', '−');

/** 23.4% */
export const percentText = (share: number): string => percent.format(share);

/** Three significant digits, no trailing zeros: 4.81, 21.3, 213. */
const trimmed = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 2 });

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
export const MONTH_NAMES: readonly string[] = MONTHS;

/** Mar 2027, of a month index (see tables/calendar). */
export const monthName = (monthIndex: number): string => `${MONTHS[monthIndex % 12]} ${Math.floor(monthIndex / 12)}`;

/** 1 sheet, 9 sheets */
export const plural = (count: number, noun: string): string => `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;

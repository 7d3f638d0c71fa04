/** Days since 1970-01-01 and the months they lie in, without a Date for each of a million rows. */

/** Days from 0000-03-01, where years that begin in March keep the leap day last, to 1970-01-01. */
const TO_1970 = 719_468;
/** 400 years. */
const DAYS_PER_ERA = 146_097;

/** The month index of a day: year × 12 + month − 1. */
export function monthOfDay(day: number): number {
  const { yearFromMarch, monthFromMarch } = fromMarch(day);
  return yearFromMarch * 12 + monthFromMarch + 2;
}

/** The day of its month, 1 to 31. */
export const dayOfMonth = (day: number): number => fromMarch(day).day;

/** The last complete month on a day: its own if it is the month's last day, else the one before. */
export const lastCompleteMonth = (day: number): number =>
  monthOfDay(day + 1) > monthOfDay(day) ? monthOfDay(day) : monthOfDay(day) - 1;

function fromMarch(day: number) {
  const shifted = day + TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Months from March on have 31, 30, 31, 30, 31 days, and so on: 153 in five.
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day1 = Math.floor((153 * monthFromMarch + 2) / 5);
  return { yearFromMarch: yearOfEra + era * 400, monthFromMarch, day: dayOfYear - day1 + 1 };
}

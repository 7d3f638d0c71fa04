import { parseBundle } from '../rates/bundle';
import { InputError } from '../tables/messages/input-error';
import { MOST_OF_MEDICARE } from '../tables/schemas/payer-mix';
import * as rateMessages from '../tables/messages/rates';
import { cells, isBlankCell } from './arguments/cell-grid';
import type { Setting } from './enums';
import { AT_LEAST_ZERO, broadcast, isOmitted, numbers, numbersOr, type Grid } from './arguments/number-grid';
import { codeText, inputError, rateOf, readBilling, type Billing } from './arguments/rate-arguments';

/**
 * What Medicare, or a payer that pays a share of it, allows for a bundle of codes: the sum of units × amount, in $/patient/month.
 *
 * A bundle is a range of codes with their average units beside it, or one text such as 99490 + 0.35*99439. Each code's amount is rounded to cents, as it is paid; the sum is not.
 *
 * @customfunction ALLOWED
 * @category Reimbursement
 * @helpurl help/ALLOWED.html
 * @param codes Codes, one a cell, with their units in the next argument; or sums such as 99490 + 0.35*99439, each cell a bundle of its own.
 * @param [units] Average units of each code in a paid month, in the shape of codes; leave it out where codes are sums.
 * @param [locality] Medicare locality: national, a state with one locality (AL), state and number (NY-01), CMS’s number (1320201) or a locality’s name; blank = national.
 * @param [date] Day of service, or a month such as 2026-01, which takes the amount of its last day; blank = the last published schedule, 2026.
 * @param [setting] nonfacility, facility, or rhc/fqhc for the national amount without geography; blank = nonfacility.
 * @param [qp] TRUE for a qualifying participant of an advanced payment model.
 * @param [percentOfMedicare] What the payer allows ÷ what Medicare allows, e.g. 1.1 or 110%; blank = 100%.
 * @returns $/patient/month: one answer for codes with units, one a cell for sums, along ranges of localities, dates and percentages.
 * @throws Units without a code, or in another shape; a sum that cannot be read; whatever PPPM.RATE refuses for one of the codes.
 * @example
 * =PPPM.ALLOWED("99490 + 0.35*99439")
 * → 83.784
 * @example
 * The same codes with their units beside them, for a payer at 85% of Medicare
 * =PPPM.ALLOWED({"99490";"99439"}, {1;0.35}, , , , , 85%)
 * → 71.2164
 */
export function allowed(
  codes: unknown[][],
  units?: unknown[][],
  locality?: unknown[][],
  date?: unknown[][],
  setting?: Setting,
  qp?: boolean,
  percentOfMedicare?: unknown[][],
): unknown[][] {
  const billing = readBilling(setting, qp);
  const percent = numbersOr('percentOfMedicare', percentOfMedicare, AT_LEAST_ZERO, 1);
  const tooLarge = percent.values.find((value) => value > MOST_OF_MEDICARE);
  if (tooLarge !== undefined)
    throw new InputError(rateMessages.percentOfMedicareTooLarge('percentOfMedicare', tooLarge));
  const bundles = isOmitted(units) ? cells('codes', codes) : oneBundle(codes, units);
  const isOne = bundles.values.length === 1;
  return broadcast<unknown, unknown>(
    [bundles, cells('locality', locality), cells('date', date), percent],
    (bundle, where, when, share) => {
      if (isBlankCell(bundle)) {
        if (isOne) throw new InputError(rateMessages.noCodes('codes'));
        return '';
      }
      try {
        return bundleAmount(bundle, where, when, billing) * (share as number);
      } catch (error) {
        return inputError(error);
      }
    },
  );
}

interface Part {
  text: string;
  units: number;
}

/** Codes with units beside them, as one cell that holds them all. */
function oneBundle(codes: unknown, units: unknown): Grid<unknown> {
  const names = cells('codes', codes);
  const counts = numbers('units', units, AT_LEAST_ZERO);
  if (counts.values.length > 1 && (counts.rows !== names.rows || counts.columns !== names.columns))
    throw new InputError(rateMessages.unitsInAnotherShape(names, counts));
  const parts: Part[] = [];
  broadcast<unknown, void>([names, { ...counts, name: 'units' }], (name, count) => {
    const isBlank = isBlankCell(name);
    if (isBlank && count !== 0) throw new InputError(rateMessages.unitsWithoutCode());
    if (!isBlank) parts.push({ text: codeText('codes', name), units: count as number });
  });
  if (parts.length === 0) throw new InputError(rateMessages.noCodes('codes'));
  return { name: 'codes', rows: 1, columns: 1, values: [parts] };
}

function bundleAmount(bundle: unknown, locality: unknown, date: unknown, billing: Billing): number {
  const parts = Array.isArray(bundle) ? (bundle as Part[]) : [{ text: codeText('codes', bundle), units: 1 }];
  let sum = 0;
  for (const part of parts)
    for (const { code, units } of parseBundle(part.text))
      sum += units * part.units * rateOf(code, locality, date, billing).amount;
  return sum;
}

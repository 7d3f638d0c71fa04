import { InputError } from '../tables/messages/input-error';
import * as rateMessages from '../tables/messages/rates';
import { cells, isBlankCell } from './arguments/cell-grid';
import type { Setting } from './enums';
import { broadcast } from './arguments/number-grid';
import { inputError, rateOf, readBilling } from './arguments/rate-arguments';

/**
 * What Medicare allows for a code: the physician fee schedule's amount in $, to the cent.
 *
 * (Work RVU × work GPCI + practice expense RVU × its GPCI + malpractice RVU × its GPCI) × conversion factor, rounded once. The rate book holds the schedules of 2024, 2025 and 2026. PPPM.RATEINFO shows the parts and their sources.
 *
 * @customfunction RATE
 * @category Reimbursement
 * @helpurl help/RATE.html
 * @param code The billing code, e.g. 99490: one or a range.
 * @param [locality] Medicare locality: national, a state with one locality (AL), state and number (NY-01), CMS’s number (1320201) or a locality’s name; blank = national.
 * @param [date] Day of service, or a month such as 2026-01, which takes the amount of its last day; blank = the last published schedule, 2026.
 * @param [setting] nonfacility, facility, or rhc/fqhc for the national amount without geography; blank = nonfacility.
 * @param [qp] TRUE for a qualifying participant of an advanced payment model, who has a factor of their own from 2026.
 * @returns Amount in $, in the shape of the inputs; blank beside blank codes.
 * @throws An unknown code or locality, with the nearest; a state with several localities, with their list. #N/A outside a code’s life, in a year without a published schedule, and for codes priced by each contractor.
 * @example
 * =PPPM.RATE("99490")
 * → 66.13
 * @example
 * Two codes in Manhattan, a year earlier
 * =PPPM.RATE({"99490","G0557"}, "NY-01", "2025-12")
 * → {68.21,55.07}
 * @example
 * For a qualifying participant
 * =PPPM.RATE("99490", , , , TRUE)
 * → 66.46
 */
export function rate(
  code: unknown[][],
  locality?: unknown[][],
  date?: unknown[][],
  setting?: Setting,
  qp?: boolean,
): unknown[][] {
  const codes = cells('code', code);
  const billing = readBilling(setting, qp);
  const isOne = codes.values.length === 1;
  return broadcast([codes, cells('locality', locality), cells('date', date)], (what, where, when) => {
    if (isBlankCell(what)) {
      if (isOne) throw new InputError(rateMessages.noCode('code'));
      return '';
    }
    try {
      return rateOf(what, where, when, billing).amount;
    } catch (error) {
      return inputError(error);
    }
  });
}

import type { Source } from '../rates/book';
import type { Rate } from '../rates/rate';
import { thresholdText, unitsText } from '../rates/threshold';
import { InputError } from '../tables/messages/input-error';
import { serialOf } from '../tables/reading/rate-date';
import * as rateMessages from '../tables/messages/rates';
import { isBlankCell } from './arguments/cell-grid';
import type { Setting } from './enums';
import { hasManyCells, onlyCell } from './arguments/number-grid';
import { rateOf, readBilling, type Billing } from './arguments/rate-arguments';

/**
 * How Medicare's amount for a code is made, what the code asks for, and where each fact was seen.
 *
 * The rows, in this order: Amount (as PPPM.RATE gives it), Unrounded, Effective from and to (Excel dates: format those cells as dates), Locality, Care setting, Program, Threshold, Units, the three RVUs, the three GPCIs, Conversion factor.
 *
 * @customfunction RATEINFO
 * @category Reimbursement
 * @helpurl help/RATEINFO.html
 * @param code The billing code, e.g. 99490.
 * @param [locality] Medicare locality: national, a state with one locality (AL), state and number (NY-01), CMS’s number (1320201) or a locality’s name; blank = national.
 * @param [date] Day of service, or a month such as 2026-01, which takes the amount of its last day; blank = the last published schedule, 2026.
 * @param [setting] nonfacility, facility, or rhc/fqhc for the national amount without geography; blank = nonfacility.
 * @param [qp] TRUE for a qualifying participant of an advanced payment model.
 * @returns A row a fact: name, value, unit, source.
 * @throws Whatever PPPM.RATE refuses.
 * @example
 * A code that each contractor prices has no amount to explain
 * =PPPM.RATEINFO("98978")
 * → #N/A
 */
export function rateInfo(
  code: unknown[][],
  locality?: unknown[][],
  date?: unknown[][],
  setting?: Setting,
  qp?: boolean,
): unknown[][] {
  const billing = readBilling(setting, qp);
  const found = lookUp(single('code', code), single('locality', locality), single('date', date), billing);
  return [...amountRows(found), ...ruleRows(found), ...partRows(found)];
}

/** @throws InputError for a range, or for what PPPM.RATE refuses. */
function lookUp(code: unknown, locality: unknown, date: unknown, billing: Billing): Rate {
  if (isBlankCell(code)) throw new InputError(rateMessages.noCode('code'));
  return rateOf(code, locality, date, billing);
}

function single(name: string, argument: unknown): unknown {
  if (hasManyCells(argument)) throw new InputError(rateMessages.severalCells(name));
  return onlyCell(argument);
}

const seen = ({ text, confidence }: Source): string => `${text} (${confidence})`;

function amountRows({
  amount,
  unrounded,
  effectiveFrom,
  effectiveTo,
  locality,
  localityName,
  setting,
}: Rate): unknown[][] {
  return [
    [
      'Amount',
      amount,
      '$',
      '(work + practice expense + malpractice, each RVU × GPCI) × conversion factor, rounded once to cents',
    ],
    ['Unrounded', unrounded, '$', ''],
    ['Effective from', serialOf(effectiveFrom), 'date', ''],
    ['Effective to', serialOf(effectiveTo), 'date', ''],
    ['Locality', locality, '', locality === localityName ? '' : localityName],
    ['Care setting', setting, '', ''],
  ];
}

function ruleRows({ program, rule, sources }: Rate): unknown[][] {
  return [
    ['Program', program, '', seen(sources.rvus)],
    ['Threshold', rule ? thresholdText(rule) : 'not in the book', '', rule ? seen(rule.source) : ''],
    ['Units', rule ? unitsText(rule) : 'not in the book', '', rule ? seen(rule.source) : ''],
  ];
}

function partRows({ rvus, gpcis, factor, factorKind, sources }: Rate): unknown[][] {
  const geography = sources.gpcis ? seen(sources.gpcis) : 'the nation’s average';
  return [
    ['Work RVU', rvus.work, 'RVU', seen(sources.rvus)],
    ['Practice expense RVU', rvus.practiceExpense, 'RVU', seen(sources.rvus)],
    ['Malpractice RVU', rvus.malpractice, 'RVU', seen(sources.rvus)],
    ['Work GPCI', gpcis.work, '×', geography],
    ['Practice expense GPCI', gpcis.practiceExpense, '×', geography],
    ['Malpractice GPCI', gpcis.malpractice, '×', geography],
    [
      factorKind === 'all' ? 'Conversion factor' : `Conversion factor (${factorKind})`,
      factor,
      '$/RVU',
      seen(sources.factor),
    ],
  ];
}

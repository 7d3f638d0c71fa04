/** A Medicare amount as somebody looked it up, for a payer of a program: a new row of Payer Mix, or the row that is there. */
import { parseBundle } from '../../rates/bundle';
import { bundleAmount } from '../../rates/bundle-amount';
import { rateBook } from '../../rates/book';
import { RateError } from '../../rates/rate-error';
import { fold } from '../../tables/reading/nearest';
import { scheduleDay } from '../../tables/reading/rate-date';
import { rateFormula, type RateQuestion } from '../excel/rate-formula';
import { AMOUNT_OR_CODES } from '../layout/look';
import { SOURCE_KEY } from '../layout/input-table';
import { isFormula, type Content } from '../plan/cells';
import { nameProblem } from '../practice/practice';
import { asTyped } from '../practice/sample-prices';
import type { InputRow, InputValue } from '../practice/sample-tables';
import { behind, noRoomForPayer, rowFor, shareProblem, usualShare } from './add-payer';
import { settingsNow } from './defaults';
import { proposed, refused, type Proposal, type Step } from './edit';
import { amountFormula, lackingColumn, newRow, positionOf } from './new-row';
import { asPayerPays } from './payer-terms';
import { alike, makeRoom } from './shares';
import { columnAt, numberIn, payersOf, programsOf, rowsNaming, type TablesNow } from './tables-now';
import { rowsOf } from './where';

export interface PricedRow {
  program: string;
  payer: string;
  /** What the payer allows ÷ what Medicare does. */
  percent: number;
  question: RateQuestion;
  /** Medicare's amount, as shown for the question. */
  amount: number;
  /** Where and when it holds, in words: New York: Manhattan (NY-01), 2026. */
  place: string;
  /** Of the panel, where the row is new. */
  share: number;
  rebalance: boolean;
}

export const hasRow = ({ payerMix }: TablesNow, program: string, payer: string): boolean =>
  rowsNaming(payerMix, { program, payer }).length > 0;

/** What the payer holds of other programs, or usually holds. */
export function likelyShare({ payerMix }: TablesNow, payer: string): number {
  const [first] = rowsNaming(payerMix, { payer });
  return (first === undefined ? null : numberIn(payerMix, payerMix.rows[first], 'shareOfPanel')) ?? usualShare(payer);
}

export function priceRow(tables: TablesNow, given: PricedRow): Proposal {
  const payer = given.payer.trim();
  const isNewPayer = !payersOf(tables).some((known) => fold(known) === fold(payer));
  const isThere = hasRow(tables, given.program, payer);
  const problem =
    nameProblem(payer, 'Type the name of the payer.') ??
    (programsOf(tables).includes(given.program) ? null : `Panel has no program “${given.program}”; add it first.`) ??
    (isNewPayer ? noRoomForPayer(tables) : null) ??
    (isThere ? null : shareProblem(given.share));
  if (problem) return refused(problem);
  return isThere ? changedRow(tables, { ...given, payer }) : addedRow(tables, { ...given, payer });
}

/** How the amount gets into the row: by its code where the workbook prices the code alike, else by a formula of its own. */
function priceOf(tables: TablesNow, { question, amount, percent, place }: PricedRow) {
  const follows = isSame(amount, workbookAmount(tables, question.code));
  const formula = rateFormula(question) + (percent === 1 ? '' : `*${percent}`);
  const ofMedicare = percent === 1 ? '' : ` × ${percentText(percent)}`;
  return {
    follows,
    cells: {
      allowedPppm: follows ? null : { formula },
      codes: follows ? asTyped(question.code) : null,
      percentOfMedicare: follows ? percent : null,
    } satisfies Record<string, InputValue>,
    source: `Allowed: Medicare physician fee schedule, ${question.code}, ${place}${ofMedicare}`,
    says: follows
      ? `Codes ${question.code}: the amount follows this workbook’s settings and the fee schedule`
      : `Allowed PPPM by the formula ${formula}: it stays at ${place}, whatever this workbook’s settings say`,
    shown: dollars(amount * percent),
  };
}

/** The payer's amount in the forecast's first month; null where the workbook cannot price the code. */
function workbookAmount(tables: TablesNow, code: string): number | null {
  const { startMonth, pricing } = settingsNow(tables);
  const date = startMonth === null || Number.isNaN(startMonth) ? rateBook().lastDay : scheduleDay(startMonth);
  const { locality, careSetting: setting, qp } = pricing;
  try {
    return bundleAmount(parseBundle(code), { locality, date, setting, qp }).amount;
  } catch (error) {
    if (error instanceof RateError) return null;
    throw error;
  }
}

const isSame = (a: number, b: number | null): boolean => b !== null && Math.abs(a - b) < 0.005;
const dollars = (amount: number): string => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const percentText = (share: number): string => `${Number((share * 100).toPrecision(6))}%`;

function addedRow(tables: TablesNow, given: PricedRow): Proposal {
  const { program, payer, share, rebalance } = given;
  const { payerMix } = tables;
  const price = priceOf(tables, given);
  const base = asPayerPays(tables, payer, rowFor(tables, program, payer, share));
  const [, ...rest] = base.source.split('; ');
  const row: InputRow = { cells: { ...base.cells, ...price.cells }, source: [price.source, ...rest].join('; ') };
  const lacking = lackingColumn(payerMix, row);
  if (lacking) return refused(lacking);
  const at = behind(tables, program);
  const { steps, shares } = makeRoom(tables, program, payer, share, rebalance);
  return proposed({
    title: 'Add row to Payer Mix',
    done: `${program}, ${payer} is added.`,
    says: [`${rowsOf(payerMix, [at])}: ${program}, ${payer} at ${price.shown}`, price.says],
    shares: alike([{ program, shares }]),
    steps: [...steps, newRow(tables, 'payerMix', at, row)],
  });
}

function changedRow(tables: TablesNow, given: PricedRow): Proposal {
  const { program, payer } = given;
  const { payerMix } = tables;
  const [at] = rowsNaming(payerMix, { program, payer });
  const price = priceOf(tables, given);
  const row: InputRow = { cells: price.cells, source: price.source };
  const lacking = lackingColumn(payerMix, row);
  if (lacking) return refused(lacking);
  const held = numberIn(payerMix, payerMix.rows[at], 'allowedPppm');
  const amount = columnAt(payerMix, 'allowedPppm');
  const contents: [string, Content, string?][] = [
    ['allowedPppm', price.cells.allowedPppm ?? amountFormula(payerMix, amount), AMOUNT_OR_CODES],
    ['codes', price.cells.codes],
    ['percentOfMedicare', price.cells.percentOfMedicare],
    [SOURCE_KEY, price.source],
  ];
  const codes = payerMix.rows[at].contents[columnAt(payerMix, 'codes')];
  return proposed({
    title: 'Change row of Payer Mix',
    done: `${program}, ${payer} is changed.`,
    says: [
      `${rowsOf(payerMix, [at])}, ${program}, ${payer}: Allowed PPPM ${held === null ? 'by codes' : dollars(held)} before, ${price.shown} after`,
      ...(codes === null || codes === undefined || isFormula(codes)
        ? []
        : [`Codes ${String(codes)} before, ${price.cells.codes ?? 'none'} after`]),
      price.says,
    ],
    shares: [],
    steps: contents.flatMap(([key, content, format]): Step[] => {
      const column = positionOf(payerMix, key);
      return column < 0 ? [] : [{ what: 'set', table: 'payerMix', at, column, content, ...(format && { format }) }];
    }),
  });
}

/** Claims of a program as patient-months: the lines of a month joined, with where the whole of it stands. */
import { monthOfDay } from '../reading/dates';
import { CLAIM_STATUSES, NOT_GIVEN, type Claims, type ClaimStatus } from '../rows';

/** A patient's month of service with a program: what the model calls a claim. */
export interface ClaimMonth {
  readonly patient: number;
  readonly payer: number;
  /** Months. */
  readonly service: number;
  status: ClaimStatus;
  /** The month of the decision that the status is of; null while there is none. */
  decided: number | null;
  /** Dollars. */
  allowed: number;
  paid: number;
  /** Whether a line of it is still pending beside others that are decided. */
  hasPendingLine: boolean;
  /** Dollars paid by month of decision. */
  payments: Map<number, number>;
}

const CENTS = 100;

/** The status that a month of several lines has, the first that any of them has. */
const RANK: readonly ClaimStatus[] = ['paid', 'paid on appeal', 'in appeal', 'appeal lost', 'denied', 'pending'];

export interface ClaimLine {
  readonly row: number;
  readonly patient: number;
  readonly payer: number;
}

/**
 * @param lines the rows of one program
 * @param asOf the last month that counts: later decisions have not been made yet, later months of service not been there
 */
export function claimMonths(claims: Claims, lines: readonly ClaimLine[], asOf: number): ClaimMonth[] {
  const months = new Map<string, ClaimMonth>();
  const appeals = wonAppeals(claims, lines, asOf);
  for (const { row, patient, payer } of lines) {
    const service = claims.serviceMonths[row];
    if (service > asOf) continue;
    const { status, decided } = asOfMonth(claims, row, asOf, appeals.won);
    const isPaid = status === 'paid' || status === 'paid on appeal';
    const [allowed, paid] = [claims.allowed[row] / CENTS, isPaid ? claims.paid[row] / CENTS : 0];
    const key = `${patient} ${payer} ${service}`;
    let month = months.get(key);
    if (!month) {
      month = {
        patient,
        payer,
        service,
        status,
        decided,
        allowed: 0,
        paid: 0,
        hasPendingLine: false,
        payments: new Map(),
      };
      months.set(key, month);
    } else {
      if ((status === 'pending') !== (month.status === 'pending')) month.hasPendingLine = true;
      if (RANK.indexOf(status) < RANK.indexOf(month.status)) Object.assign(month, { status, decided });
    }
    // A row that a later one of its claim has settled is the same money.
    if (appeals.settled.has(row)) continue;
    month.allowed += allowed;
    month.paid += paid;
    if (paid !== 0 && decided !== null) month.payments.set(decided, (month.payments.get(decided) ?? 0) + paid);
  }
  return [...months.values()];
}

/** The month of a row's decision; null while there is none. */
const decisionOf = ({ decided }: Claims, row: number): number | null =>
  decided[row] === NOT_GIVEN ? null : monthOfDay(decided[row]);

function asOfMonth(claims: Claims, row: number, asOf: number, won: ReadonlySet<number>) {
  const status = CLAIM_STATUSES[claims.statuses[row]];
  const decided = decisionOf(claims, row);
  if (decided !== null && decided > asOf) {
    const isAppeal = status === 'paid on appeal' || status === 'appeal lost';
    return { status: isAppeal ? ('in appeal' as const) : ('pending' as const), decided: null };
  }
  return { status: won.has(row) ? ('paid on appeal' as const) : status, decided };
}

/** An export that repeats a claim, denied and later paid, tells of a won appeal in two rows. */
function wonAppeals({ claims, statuses, decided }: Claims, lines: readonly ClaimLine[], asOf: number) {
  const denied = new Map<number, number>();
  const [won, settled] = [new Set<number>(), new Set<number>()];
  const is = (row: number, status: ClaimStatus) => CLAIM_STATUSES[statuses[row]] === status;
  for (const { row } of lines) if (is(row, 'denied') && claims.rows[row] >= 0) denied.set(claims.rows[row], row);
  if (denied.size === 0) return { won, settled };
  for (const { row } of lines) {
    const before = denied.get(claims.rows[row]);
    if (before === undefined || !is(row, 'paid') || decided[row] === NOT_GIVEN || decided[before] === NOT_GIVEN)
      continue;
    if (decided[row] <= decided[before] || monthOfDay(decided[row]) > asOf) continue;
    won.add(row);
    settled.add(before);
  }
  return { won, settled };
}

/** From active patients to dollars, payer by payer. */
import { lineByKey, type LineKey } from '../../engine/model/lines';
import type { ExplainedMonth } from './explained-month';
import type { PayerMonth } from '../by-payer';
import { row, rowsOfParts, type Row } from './row';

/** A line that adds up payers: what a payer adds, and what that is made of. */
const ofPayers =
  (line: LineKey, figure: (month: PayerMonth) => number, rowsOf: (m: ExplainedMonth, s: number, p: number) => Row[]) =>
  (m: ExplainedMonth, p: number): Row[] => {
    const { name, unit } = lineByKey.get(line)!;
    return rowsOfParts(
      m.drivers.payersOf(p),
      (s) => m.ofPayer(name, unit, s, figure(m.payer(s))),
      (s) => rowsOf(m, s, p),
    );
  };

const active = (m: ExplainedMonth, s: number): Row => m.ofPayer('Active patients', 'patients', s, m.payer(s).active);
const claims = (m: ExplainedMonth, s: number): Row => m.ofPayer('Paid claims', 'claims', s, m.payer(s).claims);

export const billableRows = ofPayers(
  'billablePatients',
  ({ billable }) => billable,
  (m, s, p) => [active(m, s), ...realizationRows(m, s, p)],
);

export const paidClaimRows = ofPayers(
  'paidClaims',
  (month) => month.claims,
  (m, s) => [m.ofPayer('Billable patients', 'patients', s, m.payer(s).billable), ...claimSuccessRows(m, s)],
);

export const potentialRows = ofPayers(
  'potentialRevenue',
  ({ potential }) => potential,
  (m, s) => [active(m, s), m.inputs.ofPayer('allowedPppm', s)],
);

export const revenueRows = ofPayers(
  'allowedRevenue',
  ({ revenue }) => revenue,
  (m, s, p) => [
    active(m, s),
    ...realizationRows(m, s, p),
    ...claimSuccessRows(m, s),
    m.inputs.ofPayer('allowedPppm', s),
  ],
);

/** The revenue of claims that are counted already. */
export const pricedClaimRows = ofPayers(
  'allowedRevenue',
  ({ revenue }) => revenue,
  (m, s) => [claims(m, s), m.inputs.ofPayer('allowedPppm', s)],
);

/** What a payer owes at the start is a matter of month 1. */
const owed = (m: ExplainedMonth, s: number): number => (m.t === 0 ? m.drivers.payer('openingReceivable', s, 0) : 0);

const owedRows = (m: ExplainedMonth, s: number): Row[] =>
  owed(m, s) > 0 ? [m.inputs.ofPayer('openingReceivable', s)] : [];

export const receivableRows = (m: ExplainedMonth, p: number): Row[] =>
  m.drivers.payersOf(p).flatMap((s) => owedRows(m, s));

export function badDebtRows(m: ExplainedMonth, p: number): Row[] {
  const { name, unit } = lineByKey.get('badDebt')!;
  return rowsOfParts(
    m.drivers.payersOf(p),
    (s) => m.ofPayer(name, unit, s, (m.payer(s).revenue + owed(m, s)) * (1 - m.drivers.collectedShare(s, m.t))),
    (s) => [
      m.ofPayer('Allowed revenue', '$', s, m.payer(s).revenue),
      ...owedRows(m, s),
      m.inputs.ofPayer('collectedRate', s),
      ...m.inputs.pattern(s),
    ],
  );
}

/** As typed, or from the minutes that the care team has for the program's patients. */
function realizationRows(m: ExplainedMonth, s: number, p: number): Row[] {
  if (!(m.drivers.payer('thresholdMinutes', s, m.t) > 0)) return [m.inputs.ofPayer('realizationRate', s)];
  const month = m.payer(s);
  return [
    m.ofPayer(
      'Realization rate',
      '%',
      s,
      month.realizationRate,
      'Consent rate × Documentation rate × share who reach the threshold',
    ),
    m.inputs.ofPayer('consentRate', s),
    m.inputs.ofPayer('documentationRate', s),
    m.ofPayer(
      'Share who reach the threshold',
      '%',
      s,
      month.reaching,
      'PPPM.REALIZATION of mean minutes, Spread of minutes and Threshold minutes',
    ),
    m.inputs.ofPayer('thresholdMinutes', s),
    m.inputs.ofPayer('minutesCv', s),
    m.inputs.rule('minutesDistribution'),
    row(
      m.named('Mean minutes', p),
      month.meanMinutes,
      'minutes/patient/month',
      'The lesser of Service minutes and minutes available ÷ active patients',
    ),
    m.inputs.ofProgram('serviceMinutes', p),
    m.line('minutesAvailable', p),
    m.line('activePatients', p),
  ];
}

function claimSuccessRows(m: ExplainedMonth, s: number): Row[] {
  return [
    m.ofPayer(
      'Claim success rate',
      '%',
      s,
      m.payer(s).claimSuccessRate,
      'Clean claim rate + (1 − Clean claim rate) × Appeal rate × Overturn rate',
    ),
    m.inputs.ofPayer('cleanClaimRate', s),
    m.inputs.ofPayer('appealRate', s),
    m.inputs.ofPayer('overturnRate', s),
  ];
}

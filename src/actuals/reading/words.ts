/** What exports call where a claim stands and why a patient left. */
import { fold } from '../../tables/reading/nearest';
import { memoized } from '../../tables/reading/memo';
import { PANEL } from '../../tables/schemas/panel';
import { CLAIM_STATUSES, type ClaimStatus } from '../rows';
import { listed } from './listed';

/** Whole texts, in lower case; numbers are the claim status codes of an electronic remittance (835). */
const STATUSES: Readonly<Record<ClaimStatus, readonly string[]>> = {
  paid: listed(`
    paid, paid in full, partially paid, partial payment, partial, closed paid, approved, accepted, p,
    adjudicated paid, payment posted, posted, settled, reimbursed, yes, y, true, reversal, reversed, reversal of
    previous payment, recoupment, recouped, takeback, processed as primary, processed as secondary, processed as
    tertiary, 1, 2, 3, 19, 20, 21, 22
  `),
  denied: listed(`
    denied, denial, rejected, reject, not paid, closed denied, adjudicated denied, non covered, d, 4,
    disallowed, declined, no, n, false, denied final, final denial, written off
  `),
  'in appeal': listed(`
    in appeal, appealed, appeal, on appeal, appeal pending, appeal submitted, under appeal, appeal filed, in
    dispute, disputed, reconsideration, redetermination, appeal open
  `),
  'paid on appeal': listed(`
    paid on appeal, overturned, appeal won, won on appeal, appeal approved, appeal paid, paid after appeal,
    overturned on appeal, denial overturned, appeal overturned, appeal granted
  `),
  'appeal lost': listed(`
    appeal lost, upheld, lost on appeal, appeal denied, denied on appeal, denial upheld, appeal rejected, appeal
    upheld, upheld on appeal, appeal closed denied
  `),
  pending: listed(`
    pending, pend, pended, submitted, open, in process, in progress, processing, in review, under review,
    received, acknowledged, billed, sent, outstanding, unpaid, filed, suspended, awaiting payment, waiting, not
    yet decided, undecided, new, 25
  `),
};

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const STATUS_OF = new Map(
  CLAIM_STATUSES.flatMap((status, index) => STATUSES[status].map((word) => [word, index] as const)),
);

/** Index of CLAIM_STATUSES; null for a word that is none. */
export const readStatus = (text: string): number | null => STATUS_OF.get(wordsOf(text)) ?? null;

const { header } = PANEL;

/** Words that a reason holds, in lower case, the first that fits counts; a * stands for any ending. */
const CAUSES: readonly (readonly [cause: string, words: readonly string[]])[] = [
  [
    header.adverseEventRate,
    listed(`
      death, died, deceased, dead, expired, mortality, hospice, snf, skilled nursing, nursing home, long term
      care, ltc, institutionali*, hospital*, admitted, admission, palliative, esrd, adverse event, passed away
    `),
  ],
  [
    header.benefitChangeRate,
    listed(`
      insurance*, coverage, payer, payor, benefit*, ineligible, eligibility, not eligible, plan change*, changed
      plan*, lost medicare, lost medicaid, medicaid, medicare advantage, out of network, copay*, cost share,
      coinsurance, deductible, plan termin*, hmo, out of pocket
    `),
  ],
  [
    header.dischargeRate,
    listed(`
      graduat*, goal*, discharge*, complet*, recovered, stable, stabilized, improved, condition resolved,
      resolved, no longer needs, no longer needed, treatment ended, transferred, transfer, moved, relocat*, new
      provider, changed provider, changed practice, provider left
    `),
  ],
  [
    header.disengagementRate,
    listed(`
      disengag*, unreachable, unable to reach, unable to contact, no contact, no response, non responsive,
      nonresponsive, unresponsive, no answer, lost to follow up, ltfu, opt out, opted out, withdr*, revoke*,
      declined, refused, patient request, patient choice, not interested, no longer interested, dropped out,
      drop out, drop off, non adheren*, nonadheren*, non complian*, noncomplian*, inactive, inactivity, stopped,
      voluntary, dissatisf*, device return*, returned device, never started, no readings, quit, cancel*
    `),
  ],
];

const patternOf = (word: string): RegExp => new RegExp(`(?<![^ ])${word.replace('*', '[^ ]*')}(?![^ ])`);
const CAUSE_PATTERNS = CAUSES.map(
  ([cause, words]) => [cause, [cause.replace(/ rate$/, '').toLowerCase(), ...words].map(patternOf)] as const,
);

/** The cause by its column on Panel; blank where the text tells none. */
export const readReason = memoized((text): string => {
  const words = wordsOf(text);
  return CAUSE_PATTERNS.find(([, patterns]) => patterns.some((pattern) => pattern.test(words)))?.[0] ?? '';
});

const NO_DATE: ReadonlySet<string> = new Set(
  listed(`
  0, n a, na, none, null, nil, active, current, currently enrolled, enrolled, open, ongoing, present, pending,
  not yet, tbd, still enrolled, no end date, undecided, nan, not applicable
`),
);

/** A word that people put where there is no date yet; an error such as #N/A says nothing. */
export const saysNoDate = (text: string): boolean =>
  (!text.startsWith('#') && NO_DATE.has(wordsOf(text))) || /^0000-00-00|^9999-12-31|^12\/31\/9999/.test(text);

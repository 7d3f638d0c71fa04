/** LEAD, from 2027-01-01 on. */
import type { Source } from '../../rates/book';
import type { Bands } from '../bands';
import { terms, unsettled, type DatedTerm, type Model } from './model';

const FINANCE: Source = {
  text: 'LEAD PY2027 finance paper of July 2026',
  confidence: 'one page, as summarised in a public repository',
};
const DISCOUNT: Source = { ...FINANCE, confidence: '2+ secondary pages' };
const RFA: Source = {
  text: 'CMS’s page on LEAD and its request for applications: Professional up to 50%',
  confidence: '2+ pages, conflicting; the bands beyond the first are those of the finance paper',
};
const RUNS: Source = {
  text: 'LEAD request for applications; beneschlaw.com 2026-04-14',
  confidence: '2+ secondary pages',
};

const FROM = '2027-01-01';
const TO = '2036-12-31';

const GLOBAL: Bands = [
  { upTo: 0.15, share: 1 },
  { upTo: 0.35, share: 0.5 },
  { upTo: 0.5, share: 0.25 },
  { upTo: Infinity, share: 0.1 },
];
const professional = (first: number): Bands => [
  { upTo: 0.1, share: first },
  { upTo: 0.15, share: 0.35 },
  { upTo: 0.2, share: 0.15 },
  { upTo: Infinity, share: 0.05 },
];

const option = (name: string, risk: string, own: readonly DatedTerm[]): Model => ({
  name: `LEAD ${name}`,
  aliases: [],
  kind: 'risk bands',
  from: FROM,
  to: TO,
  scope: 'Part A and B cost of aligned patients, against a benchmark that is not rebased',
  risk,
  follows: null,
  source: RUNS,
  terms: [...own, ...terms(FROM, TO, FINANCE, { withholdRate: 0.03, sequestrationRate: 0.02 })],
});

export const LEAD: readonly Model[] = [
  option('Global', 'all savings and losses of the first band, less of the others', [
    ...terms(FROM, TO, FINANCE, { bands: GLOBAL }),
    // Of an ACO that spends less than its region; one that spends more types its own.
    ...terms(FROM, TO, DISCOUNT, { discountRate: 0.03 }),
  ]),
  option('Professional', 'half of savings and losses of the first band, less of the others', [
    unsettled(
      FROM,
      TO,
      'bands',
      { value: professional(0.5), source: RFA },
      { value: professional(0.6), source: { ...FINANCE, text: `${FINANCE.text}: 60% of savings, 50% of losses` } },
    ),
    ...terms(FROM, TO, RFA, { lossBands: professional(0.5) }),
  ]),
];

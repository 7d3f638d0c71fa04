/** The Medicare Shared Savings Program: tracks BASIC A to E and ENHANCED. */
import type { Source } from '../../rates/book';
import { NO_END, terms, type DatedTerm, type Model } from './model';

const REGULATION: Source = {
  text: '42 CFR 425.605 and 425.610 (eCFR of 2026-08-05)',
  confidence: '2+ secondary pages, as quoted in public repositories',
};
const LIMITS: Source = { ...REGULATION, confidence: 'one page, as quoted in public repositories' };
const BAR_2024: Source = { text: 'CMS memo on the quality standard of PY2024', confidence: 'one page' };
const BAR_2026: Source = {
  text: 'CMS memo of December 2025: mean of 77.73, 74.54 and 69.27',
  confidence: '2+ secondary pages',
};
const PROPOSAL: Source = { text: 'CMS-1848-P, 91 FR 43842', confidence: 'proposed; 2+ secondary pages' };

const QUALITY_BARS: readonly DatedTerm[] = [
  ...terms('2024-01-01', '2024-12-31', BAR_2024, { qualityBar: 0.7705 }),
  ...terms('2026-01-01', '2026-12-31', BAR_2026, { qualityBar: 0.7385 }),
];

const track = (name: string, risk: string, own: readonly DatedTerm[]): Model => ({
  name: `MSSP ${name}`,
  aliases: [name, `Medicare Shared Savings Program ${name}`],
  kind: 'shared savings',
  from: null,
  to: NO_END,
  scope: 'Part A and B cost of assigned patients; services are billed as before',
  risk,
  follows: null,
  source: REGULATION,
  terms: [...own, ...terms('2024-01-01', NO_END, REGULATION, { asksForQuality: true }), ...QUALITY_BARS],
});

const basic = (letter: string, own: readonly DatedTerm[]): Model =>
  track(`BASIC ${letter}`, 'AB'.includes(letter) ? 'none: savings only' : 'savings, and losses up to two limits', [
    ...terms('2024-01-01', NO_END, REGULATION, { paymentLimitRate: 0.1 }),
    ...own,
  ]);

/** One-sided: no losses, and a minimum savings rate by assigned members. */
const oneSided = (letter: string): Model =>
  basic(letter, terms('2024-01-01', NO_END, REGULATION, { sharingRate: 0.4, lossRate: 0, minimumSavingsRate: null }));

const twoSided = (letter: string, revenueLossLimitRate: number, lossLimitRate: number, more: DatedTerm[] = []): Model =>
  basic(letter, [
    ...terms('2024-01-01', NO_END, REGULATION, { sharingRate: 0.5, lossRate: 0.3 }),
    ...terms('2024-01-01', NO_END, LIMITS, { revenueLossLimitRate, lossLimitRate }),
    ...more,
  ]);

export const MSSP: readonly Model[] = [
  oneSided('A'),
  oneSided('B'),
  twoSided('C', 0.02, 0.01),
  twoSided('D', 0.04, 0.02),
  twoSided('E', 0.08, 0.04, terms('2027-01-01', NO_END, PROPOSAL, { sharingRate: 0.6 }, 'proposed')),
  track('ENHANCED', 'savings, and losses up to 15% of the benchmark', [
    ...terms('2024-01-01', NO_END, REGULATION, {
      sharingRate: 0.75,
      paymentLimitRate: 0.2,
      lossRate: { times: 0.75, least: 0.4, most: 0.75 },
      lossLimitRate: 0.15,
    }),
  ]),
];

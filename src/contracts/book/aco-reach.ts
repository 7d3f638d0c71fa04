/** ACO REACH, which ends on 2026-12-31. */
import type { Source } from '../../rates/book';
import type { Bands } from '../bands';
import { terms, unsettled, type DatedTerm, type Model } from './model';

const CORRIDORS: Source = {
  text: 'Risk corridors: pearlhealth.com; PY2026 model update quick reference on cms.gov',
  confidence: '2+ secondary pages',
};
const CORRIDORS_2026: Source = {
  text: 'PY2026 model update quick reference on cms.gov; Milliman “ACO REACH PY2026: what is changing”',
  confidence: 'one page; the band from 10% to 35% is inferred from Milliman’s example',
};
const CORRIDORS_2025: Source = { text: 'Risk corridors: pearlhealth.com', confidence: 'one page' };
const WITHHOLD: Source = { text: 'pelica.com; PY2026 quick reference on cms.gov', confidence: '2+ secondary pages' };
const NO_DISCOUNT: Source = { text: 'pearlhealth.com', confidence: '2+ secondary pages' };
const ENDS: Source = {
  text: 'mondaq.com/1751626; hmpgloballearningnetwork; copehealthsolutions.com',
  confidence: '2+ secondary pages',
};

const WITHHOLDS: readonly DatedTerm[] = [
  ...terms('2023-01-01', '2025-12-31', WITHHOLD, { withholdRate: 0.02 }),
  ...terms('2026-01-01', '2026-12-31', WITHHOLD, { withholdRate: 0.05 }),
];

const global = (first: number): Bands => [
  { upTo: first, share: 1 },
  { upTo: 0.35, share: 0.5 },
  { upTo: 0.5, share: 0.25 },
  { upTo: Infinity, share: 0.1 },
];
const PROFESSIONAL: Bands = [
  { upTo: 0.05, share: 0.5 },
  { upTo: 0.1, share: 0.35 },
  { upTo: 0.15, share: 0.15 },
  { upTo: Infinity, share: 0.05 },
];

const option = (name: string, risk: string, own: readonly DatedTerm[]): Model => ({
  name: `ACO REACH ${name}`,
  aliases: [`REACH ${name}`],
  kind: 'risk bands',
  from: '2023-01-01',
  to: '2026-12-31',
  scope: 'Part A and B cost of aligned patients, against a benchmark less a discount',
  risk,
  follows: `LEAD ${name}`,
  source: ENDS,
  terms: [...own, ...WITHHOLDS],
});

export const ACO_REACH: readonly Model[] = [
  option('Global', 'all savings and losses of the first band, less of the others', [
    ...terms('2023-01-01', '2025-12-31', CORRIDORS_2025, { bands: global(0.25) }),
    ...terms('2026-01-01', '2026-12-31', CORRIDORS_2026, { bands: global(0.1) }),
    unsettled(
      '2025-01-01',
      '2026-12-31',
      'discountRate',
      { value: 0.04, source: { text: 'modernhealthcare.com, 2024: raised from 3.5% to 4%', confidence: 'one page' } },
      { value: 0.035, source: { text: 'pearlhealth.com; Milliman as cited', confidence: 'one page' } },
    ),
  ]),
  option('Professional', 'half of savings and losses of the first band, less of the others', [
    ...terms('2023-01-01', '2026-12-31', CORRIDORS, { bands: PROFESSIONAL }),
    ...terms('2023-01-01', '2026-12-31', NO_DISCOUNT, { discountRate: 0 }),
  ]),
];

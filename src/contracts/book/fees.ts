/** Payments a patient and month for primary care and care management. None of them pays for what care costs elsewhere. */
import type { Source } from '../../rates/book';
import { NO_END, terms, type Model } from './model';

const ENDED: Source = { text: 'CMS announcement of 2025-03-12', confidence: '2+ secondary pages' };
const SCHEDULE: Source = {
  text: 'Medicare physician fee schedule, codes G0556 to G0558: see the rate book',
  confidence: 'seen in a CMS file',
};
const AHEAD: Source = { text: 'AHEAD model, performance year 1: average of 15 to 21', confidence: 'one page' };
const SURVEY: Source = {
  text: 'Survey of 26 initiatives, Bailit 2011: $0.50 to $9.00 in 2009; no newer page was found',
  confidence: 'one page',
};

const fee = (model: Partial<Model> & Pick<Model, 'name' | 'scope' | 'source'>): Model => ({
  aliases: [],
  kind: 'care fee',
  from: null,
  to: NO_END,
  risk: 'none: no medical cost',
  follows: null,
  terms: [],
  ...model,
});

export const FEES: readonly Model[] = [
  fee({
    name: 'APCM',
    aliases: ['Advanced primary care management'],
    from: '2025-01-01',
    scope: 'care management of a patient and month; visits are billed beside it',
    source: SCHEDULE,
  }),
  fee({
    name: 'Commercial care management',
    aliases: ['Commercial', 'Commercial fee'],
    scope: 'a payer’s fee for managing care; services are billed beside it',
    risk: 'a part of the fee, where the contract says so; no medical cost',
    source: SURVEY,
  }),
  fee({
    name: 'AHEAD primary care',
    aliases: ['AHEAD'],
    from: '2026-01-01',
    to: '2035-12-31',
    scope: 'enhanced primary care; visits are billed beside it',
    source: AHEAD,
    terms: terms('2026-01-01', '2026-12-31', AHEAD, { feePmpm: 17 }),
  }),
  fee({
    name: 'Primary Care First',
    aliases: ['PCF'],
    from: '2021-01-01',
    to: '2025-12-31',
    scope: 'primary care of a patient and month by risk group, and a flat fee a visit',
    risk: 'the performance adjustment, −10% to +50%; no medical cost',
    source: ENDED,
  }),
  fee({
    name: 'Making Care Primary',
    aliases: ['MCP'],
    to: '2025-12-31',
    scope: 'enhanced primary care by track',
    risk: 'the performance incentive; no medical cost',
    source: ENDED,
  }),
];

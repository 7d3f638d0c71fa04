/** What is published of drivers, each with where it was seen. Ranges of a few sources, not the spread of practices. */
import type { Range } from './prior';
import type { PayerPrior, ProgramPrior } from './priors';

export interface Published extends Range {
  readonly source: string;
}

export const PUBLISHED: Readonly<Partial<Record<ProgramPrior | PayerPrior | 'daysToPay', Published>>> = {
  earlyDropOffRate: {
    low: 0.19,
    high: 0.2,
    source: 'Mathematica 2017; J Am Geriatr Soc 2024: CCM recipients with only one month, 2015–2019',
  },
  conversionRate: {
    low: 0.3,
    high: 0.5,
    source: 'kevincheng.org 2017, one page: cold to warm phone call, integrated care in Australia',
  },
  cleanClaimRate: {
    low: 0.92,
    high: 0.96,
    source: 'revenuesynergy.com 2026; insuredandmore.com; calcstack.net: average of all providers',
  },
  collectedRate: { low: 0.91, high: 0.95, source: 'revenuesynergy.com 2026, one page: net collection rate, average' },
  daysToPay: {
    low: 25,
    high: 35,
    source: 'revenuesynergy.com 2026; calcstack.net; medicalbillersandcoders.com: days in receivable, average',
  },
};

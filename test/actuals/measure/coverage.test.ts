/**
 * Simulated clinics with known drivers. A thousand of either size take minutes and are run by `npm run test:deep`; the
 * other lanes run a small share of them, with bounds as wide as so few clinics need.
 */
import { describe, expect, it } from 'vitest';
import { cases } from '../../random-cases';
import { coverage, type Coverage } from './coverage';

/** In the full lane; the deep lane draws seventeen times as many, a thousand; fewer than eight tell nothing. */
const LARGE = Math.max(8, cases(59));
const SMALL = Math.max(8, cases(59));
const HOUR = 3_600_000;

/** So many standard errors may a share of few clinics lie beyond its bound, or a mean beside 0, by chance. */
const BY_CHANCE = 4;
const isMany = (clinics: number) => clinics >= 1_000;

/** What a share of so many clinics may differ by from the one of all clinics. */
const slack = (clinics: number) => (isMany(clinics) ? 0 : BY_CHANCE * Math.sqrt((0.9 * 0.1) / clinics));

const told = (of: readonly Coverage[]) =>
  of
    .map(
      ({ driver, covered, bias, none }) =>
        `${driver}: ${(100 * covered).toFixed(1)}% covered, bias ${bias.toFixed(3)} standard errors, ${none} not measured`,
    )
    .join('\n');

describe('90% intervals of simulated clinics', () => {
  it(
    'hold the truth in 86 to 94 of 100 at 10,000 patient-months, and figures are off by less than a tenth of their error',
    () => {
      const all = coverage(LARGE, 10_000);
      if (isMany(LARGE)) console.log(told(all));
      const wrong = all.filter(
        ({ covered, bias, clinics }) =>
          covered < 0.86 - slack(clinics) ||
          covered > 0.94 + slack(clinics) ||
          Math.abs(bias) > (isMany(clinics) ? 0.1 : 0.1 + BY_CHANCE / Math.sqrt(clinics)),
      );
      expect(told(wrong)).toBe('');
      expect(all).toHaveLength(6 + 3 * (1 + 5 + 3 + 1 + 4));
    },
    HOUR,
  );

  it(
    'hold it in no fewer than 86 of 100 at 300 patient-months',
    () => {
      const all = coverage(SMALL, 300);
      if (isMany(SMALL)) console.log(told(all));
      expect(told(all.filter(({ covered, clinics }) => covered < 0.86 - slack(clinics)))).toBe('');
    },
    HOUR,
  );
});

import { describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { findLocality } from '../../src/rates/locality';
import { rate } from '../../src/rates/rate';
import { RateError, type RateProblem } from '../../src/rates/rate-error';
import { amountByHand, facts } from './facts';

const CODES = [
  '99490',
  '99439',
  '99487',
  '99491',
  '99426',
  '99454',
  '99457',
  '99458',
  '99484',
  '99492',
  '99214',
  'G0556',
  'G0557',
  'G0558',
  '98977',
  '98980',
];
const FACTORS: Record<string, [factor: string, qp: boolean][]> = {
  2025: [['32.3465', false]],
  2026: [
    ['33.4009', false],
    ['33.5675', true],
  ],
};

const problem = (locality: string): RateProblem => {
  try {
    findLocality(locality);
  } catch (error) {
    if (error instanceof RateError) return error.problem;
  }
  throw new Error(`${locality} was found`);
};

describe.each(['2025', '2026'])('Amounts of %s in the 109 localities', (year) => {
  const values = facts('pfs-rvus').filter((row) => row.year === year);
  const places = facts(`gpci-${year}`);

  it.each(CODES)('%s is the product of the published parts, rounded once', (code) => {
    expect(places).toHaveLength(109);
    const { work_rvu, pe_rvu_nonfacility, pe_rvu_facility, mp_rvu, facility_na } = values.find(
      ({ hcpcs }) => hcpcs === code,
    )!;
    for (const { state, locality, work_gpci, pe_gpci, mp_gpci } of places) {
      for (const [factor, qp] of FACTORS[year]) {
        const query = { code, locality: `${state}-${locality}`, date: `${year}-06-30`, qp };
        const gpcis = [work_gpci, pe_gpci, mp_gpci] as const;
        expect(rate({ ...query, setting: 'nonfacility' }).amount.toFixed(2)).toBe(
          amountByHand([work_rvu, pe_rvu_nonfacility, mp_rvu], gpcis, factor),
        );
        if (facility_na !== 'NA')
          expect(rate({ ...query, setting: 'facility' }).amount.toFixed(2)).toBe(
            amountByHand([work_rvu, pe_rvu_facility, mp_rvu], gpcis, factor),
          );
      }
    }
  });
});

describe('A locality', () => {
  it('is the nation when it is blank', () => {
    expect(findLocality('')).toBeNull();
    expect(findLocality(' National ')).toBeNull();
  });

  it('is found by state and number, by its name, and by its state where that has one, however it is cased', () => {
    for (const typed of [
      'NY-01',
      'ny 1',
      'NY1',
      'NY01',
      'Manhattan',
      ' manhattan ',
      'NY\u201101',
      'NY\u00a0\u2013\u00a001\u200b',
    ])
      expect(findLocality(typed)?.key, typed).toBe('NY-01');
    for (const typed of ['AL', 'al', 'Alabama', 'AL-00', 'AL-0']) expect(findLocality(typed)?.key, typed).toBe('AL-00');
    for (const { key, name } of rateBook().localities) {
      expect(findLocality(key)?.key).toBe(key);
      expect(findLocality(name.toLowerCase())?.key).toBe(key);
    }
  });

  it('keeps leading zeros apart between states', () => {
    expect(findLocality('MD-01')?.name).not.toBe(findLocality('MI-01')?.name);
  });

  it('is refused for a state with several, by code or name, with all of them', () => {
    for (const typed of ['NY', 'New York', 'new york']) {
      const keys = ['NY-01', 'NY-02', 'NY-03', 'NY-04', 'NY-99'].map((key) => expect.objectContaining({ key }));
      expect(problem(typed)).toEqual({ what: 'severalLocalities', state: 'NY', localities: keys });
    }
  });

  it('is refused when nobody knows it', () => {
    for (const typed of ['NY-05', 'Springfield', 'XX', '1'])
      expect(problem(typed)).toEqual({ what: 'unknownLocality', locality: typed });
  });
});

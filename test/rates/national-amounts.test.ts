import { describe, expect, it } from 'vitest';
import { rate, type RateQuery } from '../../src/rates/rate';
import { facts } from './facts';

const rows = facts('pfs-national-payment').map((row) => ({
  ...(row as Record<
    | 'year'
    | 'hcpcs'
    | 'status_code'
    | 'cf_kind'
    | 'effective_from'
    | 'effective_to'
    | 'national_nonfacility_usd'
    | 'national_facility_usd',
    string
  >),
  query: { code: row.hcpcs, locality: 'national', setting: 'nonfacility', qp: row.cf_kind === 'QP' } satisfies Omit<
    RateQuery,
    'date'
  >,
}));
const marked = new Set(
  facts('pfs-rvus')
    .filter(({ facility_na }) => facility_na === 'NA')
    .map(({ year, hcpcs }) => `${year} ${hcpcs}`),
);
/** G0511 ended within its year. */
const lastDay = (row: (typeof rows)[number]) =>
  row.hcpcs === 'G0511' && row.year === '2025' ? '2025-09-30' : row.effective_to;

describe('Medicare’s national amounts', () => {
  it('are all in the table: 267 rows', () => {
    expect(rows).toHaveLength(267);
  });

  it.each(rows.filter(({ national_nonfacility_usd }) => national_nonfacility_usd !== ''))(
    '$hcpcs outside a facility from $effective_from ($cf_kind): $$national_nonfacility_usd',
    (row) => {
      for (const date of [row.effective_from, lastDay(row)])
        expect(rate({ ...row.query, date }).amount.toFixed(2)).toBe(row.national_nonfacility_usd);
    },
  );

  it.each(rows.filter(({ national_nonfacility_usd }) => national_nonfacility_usd === ''))(
    '$hcpcs from $effective_from ($cf_kind): priced by each contractor, never $0',
    (row) => {
      expect(() => rate({ ...row.query, date: row.effective_from })).toThrow('contractorPriced');
    },
  );

  it.each(
    rows.filter(({ national_nonfacility_usd, status_code }) => national_nonfacility_usd !== '' && status_code === 'A'),
  )('$hcpcs in a facility from $effective_from ($cf_kind)', (row) => {
    const inFacility = () => rate({ ...row.query, setting: 'facility', date: row.effective_from }).amount.toFixed(2);
    if (marked.has(`${row.year} ${row.hcpcs}`)) expect(inFacility).toThrow('noFacilityAmount');
    else expect(inFacility()).toBe(row.national_facility_usd);
  });
});

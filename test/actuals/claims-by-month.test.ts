import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMonth } from '../../src/actuals/by-month';
import { CsvBytes } from '../../src/actuals/reading/csv-bytes';
import { readText } from '../../src/actuals/reading/csv';
import { monthOfDay } from '../../src/actuals/reading/dates';
import { readTable } from '../../src/actuals/reading/read-table';
import { CLAIM_STATUSES, NOT_GIVEN, type Claims } from '../../src/actuals/rows';
import { cases } from '../random-cases';

const HEADER = 'Claim ID,Patient ID,Service month,Program,Payer,Code,Allowed,Paid,Status,Decision date';
const AS_OF = 2026 * 12 + 5;

function readBytes(text: string, piece: number) {
  const bytes = new TextEncoder().encode(text);
  const reader = new CsvBytes({}, bytes.length);
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return readTable(reader.end());
}

/** What is counted, said plainly: every claim by its key in a map. */
function plainly(rows: Claims, asOf: number): Map<string, Record<string, number>> {
  const told = new Map<string, Record<string, number>>();
  const add = (month: number, row: number, figure: string, value: number) => {
    const key = `${month} ${rows.programs.names[rows.programs.rows[row]]} ${rows.payers.names[rows.payers.rows[row]]}`;
    const at = told.get(key) ?? {};
    told.set(key, { ...at, [figure]: (at[figure] ?? 0) + value });
  };
  const claims = new Map<string, { row: number; allowed: number; isPaid: boolean }>();
  rows.serviceMonths.forEach((month, row) => {
    if (month > asOf) return;
    const decided = rows.decided[row] === NOT_GIVEN ? null : monthOfDay(rows.decided[row]);
    if (decided !== null && decided <= asOf) add(decided, row, 'cash', rows.paid[row]);
    const key = [month, rows.programs.rows[row], rows.payers.rows[row], rows.patients.rows[row]].join(' ');
    const claim = claims.get(key) ?? { row, allowed: 0, isPaid: false };
    claims.set(key, claim);
    if (decided !== null && decided > asOf) return;
    claim.allowed += rows.allowed[row];
    if (['paid', 'paid on appeal'].includes(CLAIM_STATUSES[rows.statuses[row]])) claim.isPaid = true;
  });
  for (const { row, allowed, isPaid } of claims.values()) {
    add(rows.serviceMonths[row], row, 'submitted', 1);
    if (!isPaid) continue;
    add(rows.serviceMonths[row], row, 'paid', 1);
    add(rows.serviceMonths[row], row, 'allowed', allowed);
  }
  return told;
}

describe('Claims by month', () => {
  const patient = fc.oneof(
    { weight: 4, arbitrary: fc.nat(3).map((n) => `0${n}`) },
    fc.constantFrom('é-1', '患者七', '', '1.2E+11', 'MRN-2026-000000001', '"quo""ted"', '"with, comma"'),
  );
  const month = fc.integer({ min: 5, max: 7 }).map((n) => `2026-0${n}`);
  const decided = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(month, fc.integer({ min: 10, max: 28 })).map((parts) => parts.join('-')) },
    fc.constantFrom('', '2026-02-30', 'n/a', 'soon'),
  );
  const amount = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 90_000 }).map((cents) => (cents / 100).toFixed(2)) },
    fc.constantFrom('', '-52.80', '"1,234.50"', '$7', '(3.25)', 'many', '30000000.00', '0.005', '66'),
  );
  const line = fc
    .tuple(
      fc.nat(40).map((n) => `C${n}`),
      patient,
      month,
      fc.constantFrom('CCM', 'CCM', 'ccm', 'RPM', 'Total'),
      fc.constantFrom('Medicare', 'Medicare', '"Self-pay, cash"', ''),
      fc.constantFrom('99490', '99439', ''),
      amount,
      amount,
      fc.constantFrom('Paid', 'paid', 'Denied', 'Pending', 'Overturned', '', 'who knows'),
      decided,
    )
    .map((cells) => cells.join(','));
  const file = fc
    .array(fc.oneof({ weight: 12, arbitrary: line }, fc.constantFrom('', ',,,,,,,,,', HEADER, `${'x,'.repeat(11)}x`)), {
      minLength: 1,
      maxLength: 120,
    })
    .map((lines) => [HEADER, ...lines, ...lines.slice(0, 3)].join('\n'));

  it('are of any amount', () => {
    const line = (allowed: string) => `C1,P1,2026-05,CCM,Medicare,99490,${allowed},-${allowed},Reversed,2026-05-30`;
    for (const [dollars, cents] of [
      ['21474836.47', 2_147_483_647],
      ['21474836.48', 2_147_483_648],
      ['99999999999.99', 9_999_999_999_999],
    ] as const) {
      const { rows } = readBytes(`${HEADER}\n${line(dollars)}\n`, 100);
      if (rows?.kind !== 'claims') throw new Error('no claims');
      expect([rows.allowed[0], rows.paid[0]]).toEqual([cents, -cents]);
      expect(byMonth([rows], { asOf: AS_OF }).rows[0].figures).toMatchObject({ allowed: cents, cash: -cents });
    }
  });

  it('are the same groups and the same rows set aside from bytes as from text, and what is said plainly', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 3_000 }), (text, piece) => {
        const [fast, slow] = [readBytes(text, piece), readText(text)];
        expect(fast).toEqual(slow);
        if (fast.rows?.kind !== 'claims') throw new Error(fast.refused ?? 'no claims');
        const { rows } = byMonth([fast.rows], { asOf: AS_OF });
        expect(rows).toEqual(byMonth([slow.rows!], { asOf: AS_OF }).rows);
        const told = plainly(fast.rows, AS_OF);
        for (const { month, program, payer, figures } of rows) {
          const { submitted = 0, paid = 0, allowed = 0, cash = 0 } = told.get(`${month} ${program} ${payer}`) ?? {};
          expect({ submitted: 0, paid: 0, allowed: 0, cash: 0, billable: submitted, ...figures }).toEqual({
            ...{ submitted, paid, allowed, cash, billable: submitted },
          });
          told.delete(`${month} ${program} ${payer}`);
        }
        // Nothing is left but what comes to nothing.
        for (const figures of told.values()) expect(figures).toEqual({ cash: 0 });
      }),
      { numRuns: cases(200) },
    );
  });
});

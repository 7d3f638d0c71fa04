/** The contract formulas beside their second implementation, which was written from docs/contracts.md. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessPay } from '../../src/contracts/access-pay';
import { capitation } from '../../src/contracts/capitation';
import { careFee } from '../../src/contracts/care-fee';
import { riskBands } from '../../src/contracts/risk-bands';
import { sharedSavings } from '../../src/contracts/shared-savings';
import { contractStatement } from '../../src/contracts/statement';
import { cases } from '../random-cases';
import {
  accessTerms,
  careFeeTerms,
  dollars,
  randomContract,
  riskBandTerms,
  share,
  sharedSavingsTerms,
  year,
} from './random-contract';
import {
  accessByHand,
  capitationByHand,
  careFeeByHand,
  riskBandsByHand,
  sharedSavingsByHand,
  statementByHand,
} from './reference';

const RUNS = { numRuns: cases(2000) };
/** To 1e-9 of the amounts they are made of. */
const expectSame = (a: number, b: number, size: number) =>
  expect(Math.abs(a - b), `${a} is not ${b}`).toBeLessThanOrEqual(1e-9 * Math.max(1, size));

describe('Both implementations agree on', () => {
  it('shared savings', () => {
    fc.assert(
      fc.property(year, share, sharedSavingsTerms, ({ benchmark: B, expenditure: E }, q, terms) => {
        expectSame(sharedSavings(B, E, q, terms).share, sharedSavingsByHand(B, E, q, terms), B);
      }),
      RUNS,
    );
  });

  it('risk bands', () => {
    fc.assert(
      fc.property(year, share, riskBandTerms, ({ benchmark: B, expenditure: E }, q, terms) => {
        const [one, other] = [riskBands(B, E, q, terms), riskBandsByHand(B, E, q, terms)];
        expectSame(one.share, other.share, B);
        expectSame(one.settlement, other.settlement, B);
        expectSame(one.withheld - one.earned, other.lost, B);
      }),
      RUNS,
    );
  });

  it('capitation', () => {
    fc.assert(
      fc.property(share, share, riskBandTerms, (members, q, terms) => {
        const [one, other] = [capitation(members, 900, 1.1, q, terms), capitationByHand(members, 900, 1.1, q, terms)];
        expectSame(one.accrued, other.revenue - other.lost, 1000);
        expectSame(one.paid, other.paid, 1000);
      }),
      RUNS,
    );
  });

  it('ACCESS', () => {
    fc.assert(
      fc.property(share, share, accessTerms, (attainment, without, terms) => {
        const [one, other] = [
          accessPay(100, attainment, without, terms),
          accessByHand(100, attainment, without, terms),
        ];
        expectSame(one.collected, other.collected, one.allowed);
        expectSame(one.monthly, other.monthly, one.allowed);
      }),
      RUNS,
    );
  });

  it('care fees', () => {
    fc.assert(
      fc.property(dollars, share, share, careFeeTerms, (baseline, saved, q, terms) => {
        const args = [1000, 25, q, baseline, baseline * (1 - saved), terms] as const;
        expectSame(careFee(...args).kept, careFeeByHand(...args).kept, baseline + 1e5);
      }),
      RUNS,
    );
  });

  it('the statement by month', () => {
    fc.assert(
      fc.property(randomContract, (contract) => {
        const one = contractStatement(contract, 48);
        const other = statementByHand(contract, 48);
        const size = 12 * contract.members * 6 * (contract.premiumPmpm + contract.costPmpm + 1000) * 2;
        for (const key of ['members', 'share', 'accrued', 'paid', 'settlement', 'cash'] as const)
          for (let t = 0; t < 48; t++) expectSame(one[key][t], other[key][t], size);
      }),
      { numRuns: cases(500) },
    );
  });
});

/** Contracts that said less than they owed. */
import { describe, expect, it } from 'vitest';
import { call } from '../functions/excel';

describe('A loss limit of revenue', () => {
  const owed = (...terms: unknown[][]) => call('SHAREDSAVINGS', 1000, 1100, 'MSSP BASIC E', 0.8, terms)[0][0];

  it('limits nothing where nobody gave the revenue: no loss was owed at all', () => {
    // 30% of 100 is 30, and 4% of 1,000 the only limit.
    expect(owed()).toBe(-30);
    expect(owed(['Participant revenue', 0.3])).toBe(-24);
  });

  it('is said to be missing in the statement', () => {
    const table = [
      ['Contract', 'Kind', 'Model', 'Members', 'Benchmark or premium PMPM', 'Expected cost PMPM', 'Quality'],
      ['One', 'shared savings', 'MSSP BASIC E', 1000, 1000, 1100, 0.8],
    ];
    const notes = call('CONTRACTS', table, null, null, null, true).filter(([name]) => name === 'Note');
    expect(notes.map(([, text]) => String(text)).join('\n')).toMatch(
      /Participant revenue is blank, so losses are limited by the benchmark alone/,
    );
  });
});

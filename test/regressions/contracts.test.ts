/** Contracts that said less than they owed. */
import { describe, expect, it } from 'vitest';
import { EXAMPLE_TABLES } from '../../src/build/example-tables';
import { call, onPlatform, PLATFORMS, textOf } from '../functions/excel';

const SETTINGS = [
  ['Setting', 'Value'],
  ['Start month', 46388],
  ['Months', 24],
];
const ACO = [
  ['Contract', 'Kind', 'Model', 'Members', 'Benchmark or premium PMPM', 'Expected cost PMPM', 'Quality'],
  ['ACO', 'shared savings', 'MSSP ENHANCED', 1000, 1000, 1050, 0.8],
];

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

describe('A contract behind the forecast’s end', () => {
  it('is said to be in none of its months: it was a row of zeros without a word', () => {
    const late = [
      [...ACO[0], 'Starts'],
      [...ACO[1], 25],
    ];
    const notes = (table: unknown[][]) =>
      call('CONTRACTS', table, SETTINGS, null, null, true)
        .filter(([name]) => name === 'Note')
        .map(([, text]) => String(text));
    expect(notes(late)).toContain(
      'Contracts, row 1 (ACO), Starts is month 25, behind the 24 months of the forecast, so the contract is in none of them.',
    );
    expect(notes([late[0], [...ACO[1], 24]]).join('\n')).not.toMatch(/behind the/);
  });
});

describe('Bands in PPPM.CAPITATION', () => {
  it('are refused, since it is given no cost: they changed nothing without a word', () => {
    expect(textOf('CAPITATION', 1000, 1000, 1, 0.5, [['Bands', '100% to 3%, 50% to 10%, 0% above']])).toMatch(
      /^terms: Bands share what care costs .* PPPM\.CONTRACTS\.$/,
    );
  });
});

describe('A driver of contracts', () => {
  const { tblPanel, tblPayerMix, tblCosts } = EXAMPLE_TABLES;
  const model = [tblPanel, tblPayerMix, tblCosts, SETTINGS, null, null, null];

  it.each(['Expected cost PMPM', 'expected cost', 'Quality score', 'Members'])(
    'is not the forecast’s, and PPPM.SIMULATE says where it is drawn: %s was a name that nobody knew',
    (driver) => {
      const uncertainty = [
        ['Driver', 'Low', 'High'],
        [driver, 1, 2],
      ];
      expect(textOf('SIMULATE', ...model, uncertainty, 'Margin', 10)).toMatch(
        /is a column of Contracts, which moves no line of this forecast; give it in the table Contract uncertainty, which PPPM\.MARGINPOOL draws/,
      );
    },
  );

  it.each(PLATFORMS)('may have no row at all: the losses are then not known, $name', ({ blank }) => {
    const headers = ['Driver', 'Contract', 'Low', 'High'];
    const answer = onPlatform(blank).call('MARGINPOOL', ACO, SETTINGS, [new Array<number>(24).fill(30_000)], null, [
      headers,
      headers.map(() => blank),
    ]);
    expect(answer.find(([name]) => name === 'Loss at P10')![2]).toBe('not known');
    expect(answer.flat().join(' ')).toContain('contractUncertainty has no row');
  });
});

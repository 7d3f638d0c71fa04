/** PPPM.MARGINPOOL: the margin of care management beside what contracts may lose. */
import { describe, expect, it } from 'vitest';
import { BLANK, onPlatform, PLATFORMS } from './excel';

const _ = BLANK;
const { call, textOf } = onPlatform('');
const SETTINGS = [
  ['Setting', 'Value'],
  ['Start month', 46388],
  ['Months', 24],
];
const ACO = [
  ['Contract', 'Kind', 'Model', 'Members', 'Benchmark or premium PMPM', 'Expected cost PMPM', 'Quality'],
  ['ACO', 'shared savings', 'MSSP ENHANCED', 1000, 1000, 1050, 0.8],
];
const LEAD = [...ACO, ['LEAD', 'risk bands', 'LEAD Global', 1000, 1000, 900, 1]];
const SPREAD = [
  ['Driver', 'Contract', 'Distribution', 'Low', 'High'],
  ['Expected cost PMPM', 'ACO', 'uniform', 900, 1100],
];
const months = (value: number, count = 24) => [Array.from({ length: count }, () => value)];
const rowsOf = (answer: unknown[][]) => new Map(answer.map(([name, , ...figures]) => [name, figures]));
const notes = (answer: unknown[][]) => answer.filter(([name]) => name === 'Note').map(([, text]) => text);

describe('PPPM.MARGINPOOL', () => {
  it('covers the loss of each year by the margin of that year, and the whole by the whole', () => {
    const rows = rowsOf(call('MARGINPOOL', ACO, SETTINGS, months(30_000)));
    expect(rows.get('Measure')).toEqual(['Total', 'Year 1', 'Year 2']);
    expect(rows.get('Care-management margin')).toEqual([720_000, 360_000, 360_000]);
    // 40% of 50 × 1,000 members × 12 months; at worst 15% of the benchmark.
    expect(rows.get('Loss as forecast')).toEqual([480_000, 240_000, 240_000].map((loss) => expect.closeTo(loss, 6)));
    expect(rows.get('Worst loss')).toEqual([3.6e6, 1.8e6, 1.8e6].map((loss) => expect.closeTo(loss, 3)));
    expect(rows.get('Margin covers worst loss')).toEqual([0.2, 0.2, 0.2].map((times) => expect.closeTo(times, 9)));
    expect(rows.get('Margin covers loss at P10')).toEqual(['not known', 'not known', 'not known']);
  });

  it('draws the inputs of contracts: a tenth of the trials loses more than the loss at P10', () => {
    const rows = rowsOf(call('MARGINPOOL', ACO, SETTINGS, months(30_000), _, SPREAD));
    // Uniform from 900 to 1,100: cost is above 1,080 in a tenth of the cases, and above 1,000 in half of them.
    const year = 0.4 * 1000 * 12;
    expect((rows.get('Loss at P10')![1] as number) / year).toBeCloseTo(80, 0);
    expect((rows.get('Expected loss')![1] as number) / year).toBeCloseTo(25, 0);
    expect(rows.get('Margin covers loss at P10')![1] as number).toBeCloseTo(360_000 / (year * 80), 2);
    expect(rows.get('Guardrail: cover of the loss at P10 at least 1')).toEqual(['REVIEW', 'REVIEW', 'REVIEW']);
    const enough = rowsOf(call('MARGINPOOL', ACO, SETTINGS, months(40_000), _, SPREAD, _, 1.2));
    expect(enough.get('Guardrail: cover of the loss at P10 at least 1.2')).toEqual(['OK', 'OK', 'OK']);
    const same = call('MARGINPOOL', ACO, SETTINGS, months(30_000), _, SPREAD, _, _, _, 1000, 20270101);
    expect(rowsOf(same)).toEqual(rows);
  });

  it('names the month in which cash fails a settlement, and the reserve that keeps it', () => {
    // 240,000 are due nine months after the first year: in month 21, the end of September 2028.
    const at = (cash: number) => rowsOf(call('MARGINPOOL', ACO, SETTINGS, months(30_000), months(cash)));
    expect(at(240_000).get('Cash fails, as forecast')![0]).toBe('never');
    expect(at(240_000).get('Reserve needed, as forecast')![0]).toBe(0);
    expect(at(200_000).get('Cash fails, as forecast')![0]).toBe(47_026);
    expect(at(200_000).get('Reserve needed, as forecast')![0]).toBeCloseTo(40_000, 6);
    expect(at(200_000).get('Reserve needed, at worst')![0]).toBeCloseTo(1_600_000, 3);
    const drawn = rowsOf(call('MARGINPOOL', ACO, SETTINGS, months(30_000), months(200_000), SPREAD));
    expect(drawn.get('Cash fails, one trial in ten')![0]).toBe(47_026);
    expect(drawn.get('Reserve needed, one trial in ten')![0] as number).toBeCloseTo(0.4 * 80 * 12_000 - 200_000, -4);
    // The guardrail says so, whatever is covered.
    const rich = call('MARGINPOOL', ACO, SETTINGS, months(900_000), months(200_000), SPREAD);
    expect(rowsOf(rich).get('Guardrail: cover of the loss at P10 at least 1')).toEqual(['REVIEW', 'OK', 'OK']);
  });

  it('looks at one contract or at all, whose losses add up', () => {
    const of = (contract: unknown, table = LEAD) =>
      rowsOf(call('MARGINPOOL', table, SETTINGS, months(30_000), _, _, contract)).get('Worst loss')![0] as number;
    expect(of(_)).toBeCloseTo(of('aco') + of('LEAD'), 3);
    expect(textOf('MARGINPOOL', LEAD, SETTINGS, months(1), _, _, 'Led')).toMatch(/did you mean LEAD/);
  });

  it('says which terms have no limit, what is owed after the forecast, and what is not known', () => {
    expect(notes(call('MARGINPOOL', LEAD, SETTINGS, months(30_000)))).toEqual([
      'Losses add up over contracts and performance years; a year that gains pays for no other, and no contract for another.',
      'contractUncertainty has no row, so the expected loss and the loss at P10 are not known; give a row for each uncertain input, e.g. Expected cost PMPM.',
      'LEAD: its terms set no limit to losses; the worst is taken with cost 20% above what is expected, an assumption: see worstCost.',
      expect.stringMatching(
        /^Owed only after the last month, so not in its cash: \$0 as forecast, \$3,469,200 at worst\./,
      ),
    ]);
    const worst = (rise: unknown) =>
      rowsOf(call('MARGINPOOL', LEAD, SETTINGS, months(1), _, _, 'LEAD', _, rise)).get('Worst loss')![0] as number;
    expect(worst(0.5)).toBeGreaterThan(worst(0.2));
    expect(worst(_)).toBe(worst(0.2));
  });

  it('counts a fee without cost risk as no loss', () => {
    const fee = [
      ['Contract', 'Kind', 'Members', 'Fee PMPM'],
      ['APCM', 'care fee', 1000, 50],
    ];
    const rows = rowsOf(call('MARGINPOOL', fee, SETTINGS, months(30_000)));
    expect(rows.get('Worst loss')).toEqual([0, 0, 0]);
    expect(rows.get('Margin covers worst loss')).toEqual(['no loss', 'no loss', 'no loss']);
    expect(rows.get('Guardrail: cover of the worst loss at least 1')).toEqual(['OK', 'OK', 'OK']);
  });

  it('takes a line of Forecast with its blank cells beyond the forecast, and refuses another forecast’s', () => {
    const long = [[...months(30_000)[0], ...Array.from({ length: 96 }, () => '')]];
    expect(call('MARGINPOOL', ACO, SETTINGS, long)).toEqual(call('MARGINPOOL', ACO, SETTINGS, months(30_000)));
    expect(textOf('MARGINPOOL', ACO, SETTINGS, months(1, 36))).toMatch(/figures beyond the 24 months/);
    expect(textOf('MARGINPOOL', ACO, SETTINGS, months(1, 12))).toMatch(/^margin has 12 months, and the forecast 24/);
  });

  it.each<[string, unknown[], RegExp]>([
    ['an unknown driver', ['Expected csot', 'ACO', 'PERT', 1, 2], /^Uncertainty, row 1: .*did you mean Expected cost/],
    ['a term', ['Loss rate', 'ACO', 'PERT', 0.1, 0.2], /^Uncertainty, row 1: /],
    ['an unknown contract', ['Quality', 'AOC', 'PERT', 0.1, 0.2], /^Uncertainty, row 1: .*did you mean ACO/],
    ['a quality of 2', ['Quality', 'ACO', 'PERT', 1, 2], /^Uncertainty, row 1: it has 2; for Quality/],
    ['ends the wrong way', ['Quality', 'ACO', 'PERT', 0.9, 0.2], /Low is 0\.9, above High/],
  ])('refuses %s', (_what, row, text) => {
    expect(textOf('MARGINPOOL', ACO, SETTINGS, months(1), _, [SPREAD[0], row])).toMatch(text);
  });

  it('refuses an input that two rows draw, and more trials than Excel would wait for', () => {
    const twice = [...SPREAD, ['Expected cost', '', 'PERT', 900, 1000]];
    expect(textOf('MARGINPOOL', ACO, SETTINGS, months(1), _, twice)).toMatch(/row 2 moves Expected cost PMPM as row 1/);
    const many = [ACO[0], ...Array.from({ length: 40 }, (_, i) => [`C${i}`, ...ACO[1].slice(1)])];
    const all = [SPREAD[0], ['Quality', '', 'PERT', 0.5, 0.9]];
    expect(notes(call('MARGINPOOL', many, SETTINGS, months(1), _, all))[1]).toMatch(/of 277 trials, seed 20270101\.$/);
    expect(textOf('MARGINPOOL', many, SETTINGS, months(1), _, all, _, _, _, 1000)).toMatch(
      /for 40 contracts; give at most 277 /,
    );
  });
});

describe.each(PLATFORMS)('Blank cells, $name', ({ blank }) => {
  it('are not given', () => {
    const answer = onPlatform(blank).call('MARGINPOOL', LEAD, SETTINGS, months(30_000), _, SPREAD, _, _, _, 50);
    expect(answer).toEqual(call('MARGINPOOL', LEAD, SETTINGS, months(30_000), _, SPREAD, _, _, _, 50));
  });
});

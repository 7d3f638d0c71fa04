/** The contract functions as a formula calls them: a named model, typed terms, and the steps of an answer. */
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/contracts/book/find-terms';
import { RiskBandModel, SharedSavingsModel, Track } from '../../src/functions/enums';
import { call, onPlatform, PLATFORMS, textOf, errorOf } from './excel';

const _ = null;
const laidOut = (id: string, ...args: unknown[]) =>
  new Map(call(id, ...args).map(([name, value, unit, from]) => [String(name), { value, unit, from: String(from) }]));

describe('The choices that Excel offers', () => {
  it('are the models of the book', () => {
    const ofKind = (kind: string) => MODELS.filter((model) => model.kind === kind).map(({ name }) => name);
    expect(Object.values(SharedSavingsModel)).toEqual(ofKind('shared savings'));
    expect(Object.values(RiskBandModel)).toEqual(ofKind('risk bands'));
    expect(Object.values(Track).map((track) => `ACCESS ${track}`)).toEqual(ofKind('access'));
  });
});

describe('PPPM.SHAREDSAVINGS', () => {
  it('pays a named track, whatever its case, for one year or a range of them', () => {
    expect(call('SHAREDSAVINGS', 100e6, 95e6, 'mssp enhanced', 0.8)).toEqual([[3_750_000]]);
    expect(call('SHAREDSAVINGS', [[100e6], [100e6]], [[95e6, 110e6]], 'MSSP ENHANCED', 0.8)).toEqual([
      [3_750_000, -4_000_000],
      [3_750_000, -4_000_000],
    ]);
  });

  it('takes a typed term over that of the model, and the word zero as zero', () => {
    const pay = (terms: unknown) => call('SHAREDSAVINGS', 1000, 900, 'MSSP ENHANCED', 0.8, terms)[0][0];
    expect(pay(_)).toBe(75);
    expect(pay([['Sharing rate', 0.5]])).toBe(50);
    expect(pay([['sharing rate', 'zero']])).toBe(0);
    expect(pay([['Quality standard', 'alternative']])).toBeCloseTo(60, 12);
    expect(pay([['MSR', 0.11]])).toBe(0);
  });

  it('has nothing to share where there is no benchmark', () => {
    expect(call('SHAREDSAVINGS', [[0, 0]], [[0, 100]], null, null, [['Sharing rate', 0.5]])).toEqual([[0, 0]]);
  });

  it('asks the bar of the year, and takes a proposed rate only in the proposed reading', () => {
    const pay = (...terms: unknown[][]) => call('SHAREDSAVINGS', 1000, 900, 'MSSP BASIC E', 0.75, terms)[0][0];
    expect(pay(['Performance year', 2024])).toBe(0);
    expect(pay(['Performance year', 2026])).toBe(50);
    expect(pay(['Performance year', 2027])).toBe(50);
    expect(pay(['Performance year', 2027], ['Reading', 'proposed'])).toBe(60);
  });

  it('says what is missing', () => {
    expect(textOf('SHAREDSAVINGS', 100, 90, 'MSSP ENHANCED')).toMatch(/^quality is blank or 0; MSSP ENHANCED pays by/);
    expect(textOf('SHAREDSAVINGS', 100, 90, 'MSSP BASIC A', 0.8)).toMatch(/give the term Assigned members/);
    expect(textOf('SHAREDSAVINGS', 100, 90)).toMatch(/^model and Sharing rate are both blank/);
    expect(textOf('SHAREDSAVINGS', 100, 90, 'MSSP ENHANCD', 0.8)).toMatch(/did you mean MSSP ENHANCED/);
    expect(textOf('SHAREDSAVINGS', 100, 90, 'LEAD Global', 0.8)).toMatch(/^LEAD Global is paid by risk bands/);
    expect(textOf('SHAREDSAVINGS', 100, 90, _, 0.8, [['Sharing rat', 1]])).toMatch(/did you mean Sharing rate/);
    expect(textOf('SHAREDSAVINGS', 100, 90, _, 0.8, [['Sharing rate', 92]])).toMatch(/0\.92 or 92%/);
    expect(textOf('SHAREDSAVINGS', 100, 90, _, 0.8, [['Sharing rate'], [0.5]])).toMatch(
      /^terms has 1 column; give two/,
    );
    expect(
      textOf('SHAREDSAVINGS', 100, 90, _, _, [
        ['Sharing rate', 0.5],
        ['Sharing rate', 0.6],
      ]),
    ).toMatch(/twice; keep one/);
  });

  it('lays out how an amount is made, with the source of each term', () => {
    const steps = laidOut('SHAREDSAVINGS', 1000, 1100, 'MSSP BASIC E', 0.8, [['Participant revenue', 0.3]], true);
    expect(steps.get('Rate applied')!.value).toBe(0.3);
    expect(steps.get('Part before limits')!.value).toBe(-30);
    expect(steps.get('Limit')!.value).toBeCloseTo(24, 12);
    expect(steps.get('Practice’s part')!.value).toBeCloseTo(-24, 12);
    expect(steps.get('Sharing rate')!.from).toMatch(/^42 CFR 425\.605/);
    expect(steps.get('Participant revenue')!.from).toBe('typed');
    expect(textOf('SHAREDSAVINGS', [[1, 2]], 1, 'MSSP ENHANCED', 0.8, _, true)).toMatch(/^labels lays out/);
  });
});

describe('PPPM.RISKBAND', () => {
  const none = [
    ['Benchmark discount', 'zero'],
    ['Withhold', 'zero'],
    ['Sequestration', 'zero'],
  ];

  it('keeps what the bands of the named model give', () => {
    expect(call('RISKBAND', 100, 80, 'ACO REACH Global', _, none)[0][0]).toBeCloseTo(15, 12);
    expect(call('RISKBAND', 100, 80, 'REACH Professional', _, none)[0][0]).toBeCloseTo(5.25, 12);
    expect(call('RISKBAND', 100, 200, 'LEAD Global', _, none)[0][0]).toBeCloseTo(-33.75, 12);
    expect(call('RISKBAND', 100, 80, 'LEAD Professional', _, none)[0][0]).toBeCloseTo(7.5, 12);
    expect(call('RISKBAND', 100, 80, 'LEAD Professional', _, [...none, ['Reading', 'other']])[0][0]).toBeCloseTo(
      8.5,
      12,
    );
  });

  it('takes the discount of either reading, or a typed one', () => {
    const pay = (...terms: unknown[][]) =>
      call('RISKBAND', 100, 90, 'ACO REACH Global', 1, [...terms, ['Withhold', 'zero']])[0][0];
    expect(pay()).toBeCloseTo(6, 12);
    expect(pay(['Reading', 'other'])).toBeCloseTo(6.5, 12);
    expect(pay(['Benchmark discount', 0.02])).toBeCloseTo(8, 12);
    const steps = laidOut('RISKBAND', 100, 90, 'ACO REACH Global', 1, _, true);
    expect(steps.get('Benchmark discount')!.from).toMatch(/cautious reading; other: 0\.035$/);
  });

  it('says when a model does not run, and what follows it', () => {
    const later = errorOf('RISKBAND', 100, 90, 'ACO REACH Global', 1, [['Performance year', 2027]]);
    expect(later.code).toBe('#N/A');
    expect(later.message).toMatch(/not running on 2027-12-31: it ended 2026-12-31, and LEAD Global follows\.$/);
    expect(textOf('RISKBAND', 100, 90, 'LEAD Global', 1, [['Performance year', 2026]])).toMatch(/it starts 2027-01-01/);
  });

  it('takes the lost withhold after the bands, or in the benchmark', () => {
    const pay = (...terms: unknown[][]) =>
      call('RISKBAND', 100, 96, _, 0.5, [['Bands', '50% to 5%, 35% above'], ['Withhold', 0.02], ...terms])[0][0];
    expect(pay()).toBeCloseTo(4 * 0.5 - 1, 12);
    expect(pay(['Withhold counts', 'in the benchmark'])).toBeCloseTo(3 * 0.5, 12);
  });

  it('says how bands are written', () => {
    expect(textOf('RISKBAND', 100, 90, _, _, [['Bands', 'half']])).toMatch(/e\.g\. 100% to 10%, 50% to 35%, 10% above/);
    expect(textOf('RISKBAND', 100, 90)).toMatch(/^model and Bands are both blank/);
  });
});

describe('PPPM.ACCESSPAY', () => {
  it('pays $15.00 a month for eCKM', () => {
    expect(laidOut('ACCESSPAY', 1, 'eCKM', _, 1, 1, _, true).get('Paid monthly')!.value).toBe(15);
  });

  it('pays at least the half that is paid monthly: blank outcomes count as not met', () => {
    expect(call('ACCESSPAY', 100, 'eCKM')).toEqual([[18000]]);
  });

  it('follows track, period, second track, rural add-on and waived coinsurance', () => {
    const pay = (track: string, period: unknown, terms: unknown = _) =>
      call('ACCESSPAY', 1, track, period, 1, 1, terms)[0][0];
    expect([pay('CKM', 'initial'), pay('CKM', 'follow-on'), pay('MSK', _), pay('BH', 'Follow-On')]).toEqual([
      420, 210, 180, 90,
    ]);
    expect(pay('BH', _, [['Second track', 'yes']])).toBe(171);
    expect(pay('CKM', _, [['Rural', true]])).toBe(435);
    expect(pay('CKM', 'follow-on', [['Rural', 'yes']])).toBe(210);
    expect(
      pay('CKM', _, [
        ['Rural', 'yes'],
        ['Rural add-on per', 'month'],
      ]),
    ).toBe(600);
    expect(pay('MSK', _, [['Coinsurance collected', 'zero']])).toBe(144);
  });

  it('takes either reading of the rural add-on and of what a missed threshold reduces', () => {
    const pay = (attainment: number, ...terms: unknown[][]) =>
      call('ACCESSPAY', 1, 'eCKM', 'initial', attainment, 1, terms)[0][0] as number;
    const other = ['Reading', 'other'];
    const rural = ['Rural', 'yes'];
    expect(pay(1, rural)).toBe(360 + 15);
    expect(pay(1, rural, other)).toBe(360 + 15 * 12);
    expect(pay(1, rural, other, ['Rural add-on per', 'period'])).toBe(360 + 15);
    expect(pay(0.4)).toBeCloseTo(288, 9);
    expect(pay(0.4, other)).toBeCloseTo(324, 9);
    expect(pay(0.4, other, ['Outcome adjustment of', 'whole amount'])).toBeCloseTo(288, 9);
  });

  it('has no amount for a follow-on of MSK, and none before ACCESS starts', () => {
    expect(errorOf('ACCESSPAY', 1, 'MSK', 'follow-on').message).toMatch(/no amount for the follow-on period/);
    expect(textOf('ACCESSPAY', 1, 'eCKM', _, 1, 1, [['Performance year', 2025]])).toMatch(/it starts 2026-07-05/);
    expect(textOf('ACCESSPAY', 1, _)).toMatch(/^track is blank/);
  });
});

describe('PPPM.CAPITATION and PPPM.CAREFEE', () => {
  it('lay out what is paid, withheld and earned', () => {
    const terms = [
      ['Withhold', 0.1],
      ['Percent of premium', 0.5],
    ];
    const steps = laidOut('CAPITATION', 10, 100, _, 0.5, terms, true);
    expect(
      ['Revenue', 'Withheld', 'Earned of it', 'Paid in the month', 'Accrued'].map((n) => steps.get(n)!.value),
    ).toEqual([500, 50, 25, 450, 475]);
    expect(textOf('CAPITATION', 1, 1000, _, _, [['Bid PMPM', 950]])).toMatch(/needs the Star rating/);
  });

  it('leave the payer with savings less what is paid', () => {
    const steps = laidOut(
      'CAREFEE',
      1,
      682,
      _,
      6782,
      6253,
      [
        ['Sharing rate', 0.5],
        ['Savings threshold', 0.02],
      ],
      true,
    );
    expect((steps.get('Upside')!.value as number).toFixed(0)).toBe('197');
    expect((steps.get('Payer’s part')!.value as number).toFixed(0)).toBe('-350');
  });
});

describe.each(PLATFORMS)('Blank terms, $name', ({ blank }) => {
  it('are not given', () => {
    const excel = onPlatform(blank);
    const terms = [
      ['Sharing rate', 0.5],
      ['Payment limit', blank],
      [blank, blank],
    ];
    expect(excel.call('SHAREDSAVINGS', 100, 40, blank, blank, terms, blank)).toEqual([[30]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { parseBundle } from '../../src/rates/bundle';
import { bundleFindings } from '../../src/rates/bundle-findings';

const findings = (text: string, date: string | null = null) => bundleFindings(parseBundle(text), date);
const standings = (text: string, date: string | null = null) =>
  findings(text, date).map(({ standing, rule }) => `${standing}: ${rule}`);

describe('A bundle that keeps the rules', () => {
  it.each([
    '99490',
    '99490 + 0.35*99439',
    '99490 + 2*99439',
    '99454 + 0.57*99457',
    '99454 + 99457 + 2*99458',
    '0.7*99454 + 0.2*99445',
    '0.65*99457 + 0.35*99470',
    'G0557',
    '0.2*G0556 + 0.5*G0557 + 0.3*G0558',
    'G0557 + 0.4*G0570',
    '99490 + 99454 + 99457',
    '99490 + 99484',
    'G0557 + 99484',
    '0.6*99490 + 0.4*G0557',
    '99492',
    '99424 + 3*99425',
  ])('has no findings: %s', (text) => {
    expect(standings(text)).toEqual([]);
  });
});

describe('A bundle that breaks a rule', () => {
  it.each([
    ['99490 + G0557', 'APCM takes the place of CCM, PCM and TCM'],
    ['G0556 + 99426', 'APCM takes the place of CCM, PCM and TCM'],
    ['G0558 + 99495', 'APCM takes the place of CCM, PCM and TCM'],
    ['99454 + 99445', '99454 (16 to 30 days of data) or 99445'],
    ['0.7*99454 + 0.4*99445', '99454 (16 to 30 days of data) or 99445'],
    ['99454 + 98977', 'RPM and RTM'],
    ['99457 + 98980', 'RPM and RTM'],
    ['99457 + 99470', '99457 (20 minutes) or 99470'],
    ['98980 + 98979', '98980 (20 minutes) or 98979'],
    ['98976 + 98984', '98976 (16 to 30 days of data) or 98984'],
    ['99490 + 99491', 'by staff time (99490, 99439) or by the practitioner’s own time'],
    ['99490 + 99487', 'complex (99487, 99489) or not'],
    ['99490 + 99426', 'CCM and PCM'],
    ['99492 + 99493', 'first of collaborative care (99492) or a later one'],
    ['99484 + 99492', 'BHI (99484) and collaborative care'],
    ['G0557 + G0568 + G0569', 'first of collaborative care (G0568) or a later one'],
    ['G0557 + G0570 + 99484', 'behavioral add-ons of APCM (G0568 to G0570) take the place of BHI'],
    ['G0570', 'need G0556, G0557 or G0558'],
    ['0.5*G0557 + 0.6*G0570', 'need G0556, G0557 or G0558'],
    ['0.5*G0556 + 0.5*G0557 + 0.5*G0558', 'one level'],
    ['2*99490', '99490 has at most 1 unit in a month, the bundle has 2'],
    ['99490 + 2.5*99439', '99439 has at most 2 units in a month, the bundle has 2.5'],
    ['99457 + 4*99458', '99458 has at most 3 units in a month, the bundle has 4'],
    ['1.2*99454', '99454 has at most 1 unit in 30 days'],
    ['0.35*99439', '99439 is an add-on: it needs 99490'],
  ])('%s: …%s', (text, words) => {
    const broken = findings(text).filter(({ standing }) => standing === 'broken');
    expect(broken.map(({ rule }) => rule)).toEqual([expect.stringContaining(words)]);
    expect(broken[0].source.text.length).toBeGreaterThan(4);
    expect(broken[0].codes.length).toBeGreaterThan(0);
  });

  it('breaks them from the first patient who must have both', () => {
    expect(findings('0.6*99490 + 0.4*G0557')).toEqual([]);
    expect(findings('0.6*99490 + 0.41*G0557')).toHaveLength(1);
    expect(findings('0.65*99457 + 0.35*99470')).toEqual([]);
  });

  it('names the codes of the bundle that it is about', () => {
    expect(findings('99490 + 0.3*99439 + G0557 + 99454')[0].codes).toEqual(['99490', '99439', 'G0557']);
  });
});

describe('A bundle on which sources differ', () => {
  it.each([
    ['99457 + 3*99458', 'at most twice a month', 'up to 3 units'],
    ['99457 + 99458 + 99470', 'not billed with 99470', '99458 may follow 99470'],
    ['99457 + 99091', '99091 is not billed with 99457', 'CMS saw cases'],
    ['99490 + 99495', 'TCM and CCM are not billed', 'allowed since 2020 (unverified)'],
    ['G2214', '30 minutes', '16 minutes'],
  ])('%s is a warning with both readings', (text, cautious, other) => {
    const unsettled = findings(text).filter(({ standing }) => standing === 'unsettled');
    expect(unsettled).toHaveLength(1);
    expect(unsettled[0].rule).toContain(cautious);
    expect(unsettled[0].otherwise).toContain(other);
  });
});

describe('The findings of any bundle', () => {
  const bundle = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...rateBook().codes.keys()),
      units: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
    }),
    { selector: ({ code }) => code, minLength: 1, maxLength: 6 },
  );

  it('are the same in any order of codes', () => {
    fc.assert(
      fc.property(bundle, (items) => {
        const rules = (list: typeof items) =>
          bundleFindings(list, null)
            .map(({ rule }) => rule)
            .sort();
        expect(rules([...items].reverse())).toEqual(rules(items));
      }),
    );
  });

  it('are none where units are 0', () => {
    fc.assert(
      fc.property(
        bundle,
        (items) =>
          bundleFindings(
            items.map(({ code }) => ({ code, units: 0 })),
            null,
          ).length === 0,
      ),
    );
  });

  it('name only codes of the bundle', () => {
    fc.assert(
      fc.property(bundle, (items) =>
        bundleFindings(items, null).every(({ codes }) =>
          codes.every((code) => items.some((item) => item.code === code && item.units > 0)),
        ),
      ),
    );
  });
});

/**
 * The exclusions as a program can check them. Their table is written for people ("RPM or RTM", "of the same
 * system"), so each of its rows is read here once, by hand; source and confidence stay the table's own. A row
 * without a reading, or a reading without a row, stops the script.
 */

export interface PairReading {
  kind: 'exclude' | 'needs';
  /** Codes, or programs of the code rules, parted by spaces. */
  a: string;
  b: string;
  /** The rule in our own words. Where it is unsettled: the cautious reading … */
  rule: string;
  /** … and the other one. */
  otherwise?: string;
  /** Where the table names its sources within the rule. */
  source?: string;
}

/** Rows that a bundle of one patient's month can break; the key is the row's codes_a and codes_b. */
export const PAIRS: Readonly<Record<string, readonly PairReading[]>> = {
  '99490|99439 × 99491|99437': [
    {
      kind: 'exclude',
      a: '99490 99439',
      b: '99491 99437',
      rule: 'CCM is billed by staff time (99490, 99439) or by the practitioner’s own time (99491, 99437), not both in a month',
    },
  ],
  '99490|99439|99491|99437 × 99487|99489': [
    {
      kind: 'exclude',
      a: '99490 99439 99491 99437',
      b: '99487 99489',
      rule: 'CCM is billed as complex (99487, 99489) or not, never both in a month',
    },
  ],
  'CCM × PCM': [
    { kind: 'exclude', a: 'CCM', b: 'PCM', rule: 'CCM and PCM are not billed by one practitioner in the same month' },
  ],
  'PCM 99424|99425 × PCM 99426|99427': [
    {
      kind: 'exclude',
      a: '99424 99425',
      b: '99426 99427',
      rule: 'PCM is billed by the practitioner’s own time (99424, 99425) or by staff time (99426, 99427), not both in a month',
    },
  ],
  'APCM × CCM, PCM, TCM': [
    {
      kind: 'exclude',
      a: 'APCM',
      b: 'CCM PCM TCM',
      rule: 'APCM takes the place of CCM, PCM and TCM in the same month',
    },
  ],
  'APCM × 99484, 99492-99494, G2214 standalone': [
    {
      kind: 'exclude',
      a: 'G0568 G0569 G0570',
      b: '99484 99492 99493 99494 G2214',
      rule: 'The behavioral add-ons of APCM (G0568 to G0570) take the place of BHI and CoCM in the same month',
    },
  ],
  'G0568 × G0569': [
    {
      kind: 'exclude',
      a: 'G0568',
      b: 'G0569',
      rule: 'A month is the first of collaborative care (G0568) or a later one (G0569), not both',
    },
  ],
  'G0568-G0570 × no APCM base': [
    {
      kind: 'needs',
      a: 'G0568 G0569 G0570',
      b: 'APCM',
      rule: 'The behavioral add-ons of APCM (G0568 to G0570) need G0556, G0557 or G0558 in the same month',
    },
  ],
  'RPM (99453,99454,99445,99457,99458,99470,99091) × RTM (98975-98986)': [
    { kind: 'exclude', a: 'RPM', b: 'RTM', rule: 'RPM and RTM are not billed together in the same month' },
  ],
  '99454 × 99445': [
    {
      kind: 'exclude',
      a: '99454',
      b: '99445',
      rule: 'The device is billed as 99454 (16 to 30 days of data) or 99445 (2 to 15 days), not both in 30 days',
    },
  ],
  '99457 × 99470': [
    {
      kind: 'exclude',
      a: '99457',
      b: '99470',
      rule: 'RPM management is billed as 99457 (20 minutes) or 99470 (10 to 19 minutes), not both in a month',
    },
  ],
  '99458 × 99470': [
    {
      kind: 'exclude',
      a: '99458',
      b: '99470',
      rule: '99458 follows 99457 only, so it is not billed with 99470',
      otherwise: '99458 may follow 99470 as well',
      source: 'positivecheck.com; rvudoc.com; a billing guide; the other reading: finanznachrichten.de',
    },
  ],
  '99457|99458 × 99091': [
    {
      kind: 'exclude',
      a: '99457 99458',
      b: '99091',
      rule: '99091 is not billed with 99457 or 99458 in the same month (CPT)',
      otherwise: 'CMS saw cases in which both apply',
    },
  ],
  '98976|98977|98978 × 98984|98985|98986 of the same system': [
    ['98976', '98984'],
    ['98977', '98985'],
    ['98978', '98986'],
  ].map(([long, short]) => ({
    kind: 'exclude',
    a: long,
    b: short,
    rule: `The device is billed as ${long} (16 to 30 days of data) or ${short} (2 to 15 days), not both in 30 days`,
  })),
  '98980 × 98979': [
    {
      kind: 'exclude',
      a: '98980',
      b: '98979',
      rule: 'RTM management is billed as 98980 (20 minutes) or 98979 (10 to 19 minutes), not both in a month',
    },
  ],
  '99484 × 99492, 99493': [
    {
      kind: 'exclude',
      a: '99484',
      b: '99492 99493',
      rule: 'BHI (99484) and collaborative care (99492, 99493) are not billed by one practitioner in the same month',
    },
  ],
  '99492 × 99493': [
    {
      kind: 'exclude',
      a: '99492',
      b: '99493',
      rule: 'A month is the first of collaborative care (99492) or a later one (99493), not both',
    },
  ],
  '99492|99493 × G2214': [
    {
      kind: 'exclude',
      a: '99492 99493',
      b: 'G2214',
      rule: 'The short month of collaborative care (G2214) takes the place of 99492 and 99493',
    },
  ],
  'TCM × CCM': [
    {
      kind: 'exclude',
      a: 'TCM',
      b: 'CCM',
      rule: 'TCM and CCM are not billed within the same 30 days',
      otherwise: 'both are allowed since 2020 (unverified)',
      source: 'medpayiq.com; the other reading: from memory',
    },
  ],
  'G0511 × individual care-management codes': [
    {
      kind: 'exclude',
      a: 'G0511',
      b: 'CCM PCM BHI RPM RTM',
      rule: 'An RHC or FQHC bills G0511 or the single care management codes in a month, not both',
    },
  ],
};

/** Rows that no bundle can break, and why. */
export const NOT_OF_A_BUNDLE: Readonly<Record<string, string>> = {
  'CCM (any) × CCM (any) by another practitioner': 'about a second practitioner',
  'APCM × 99446-99449, 99451, 99452, G2250, G2251, G2252, 98970-98972, 99421-99423':
    'codes the book has no relative values of',
  'APCM × RPM or RTM': 'allowed',
  'RPM or RTM × CCM, PCM, TCM, BHI, chronic pain': 'allowed',
  '99454|99445 × 99457|99470': 'allowed',
  'RPM × RPM by another practitioner': 'about a second practitioner',
  'BHI or CoCM × CCM': 'allowed',
};

/** Programs that are billed at one level a month, as the role of their codes says. */
export const ONE_LEVEL = {
  program: 'APCM',
  role: 'base (exactly one level)',
  rule: 'A month of APCM is billed at one level: G0556, G0557 or G0558',
};

/** Rules of single codes on which sources differ. `units` warns from there on, up to the maximum of the code rules. */
export const UNSETTLED_CODES: readonly { code: string; units?: number; rule: string; otherwise: string }[] = [
  {
    code: '99458',
    units: 2,
    rule: '99458 is billed at most twice a month (common practice)',
    otherwise: 'up to 3 units (medically unlikely edit since July 2023)',
  },
  { code: 'G2214', rule: 'G2214 takes 30 minutes', otherwise: 'billable from 16 minutes' },
];

/** A rule from memory may be a warning that says so, never a fact. */
export const FROM_MEMORY = 'memory, unverified';

import { CONTRACT_KINDS, READINGS } from '../../contracts/book/model';
import { choice, month, number, share, table, text } from './column';
import { TERM_COLUMNS } from './contract-terms';

/** Months between the end of a performance year and its settlement, where a contract does not say: an assumption. */
export const USUAL_MONTHS_TO_SETTLEMENT = 9;

/** A row a contract. */
export const CONTRACTS = table({
  name: 'tblContracts',
  title: 'Contracts',
  maxRows: 100,
  label: ['contract'],
  columns: [
    text('contract', 'Contract', 'What the contract is called.'),
    choice('kind', 'Kind', 'How it is paid.', CONTRACT_KINDS),
    text(
      'model',
      'Model',
      'A model in the book whose terms hold where none are typed, e.g. MSSP ENHANCED; blank = the typed terms alone.',
      { fallback: null, fallbackText: 'typed terms' },
    ),
    choice(
      'reading',
      'Reading',
      'Which reading of a term on which sources differ: cautious, other, or proposed for terms that are not final.',
      READINGS,
      { capability: 'terms', fallback: 'cautious', fallbackText: 'cautious' },
    ),
    month('startMonth', 'Starts', 'First month of the contract; its performance years are counted from it.', {
      aliases: ['Start', 'Start month'],
      fallback: 1,
      fallbackText: 'from the start',
    }),
    month('endMonth', 'Ends', 'Last month of the contract.', {
      aliases: ['End', 'End month'],
      fallback: Infinity,
      fallbackText: 'no end',
    }),
    number('members', 'Members', 'members', 'Members, or aligned patients, in the first month.'),
    number('memberGrowth', 'Member growth', '% a month', 'Members gained each month, as a share; negative = lost.', {
      fallback: 0,
      fallbackText: 'none',
      lower: -0.5,
      upper: 0.5,
    }),
    number(
      'premiumPmpm',
      'Benchmark or premium PMPM',
      '$/member/month',
      'Benchmark, premium or fee a member and month; blank = the model’s amount, where it has one.',
      {
        aliases: ['Benchmark PMPM', 'Premium PMPM', 'Fee PMPM', 'Benchmark', 'Premium'],
        fallback: null,
        fallbackText: 'the model’s amount',
      },
    ),
    number(
      'benchmarkTrend',
      'Benchmark trend',
      '% a year',
      'Rise of benchmark, premium or fee with each performance year.',
      { aliases: ['Premium trend'], fallback: 0, fallbackText: 'none', lower: -0.5, upper: 0.5 },
    ),
    number(
      'costPmpm',
      'Expected cost PMPM',
      '$/member/month',
      'What a member’s care is expected to cost, before the effect of care.',
      { aliases: ['Expected cost'], fallback: 0, fallbackText: 'none' },
    ),
    number('costTrend', 'Trend', '% a year', 'Rise of the expected cost with each performance year.', {
      aliases: ['Cost trend'],
      fallback: 0,
      fallbackText: 'none',
      lower: -0.5,
      upper: 0.5,
    }),
    number(
      'careEffect',
      'Effect of care on cost',
      '%',
      'Change of the expected cost by care management, e.g. -2%; it needs its evidence beside it.',
      { aliases: ['Effect of care'], fallback: 0, fallbackText: 'none', lower: -1, upper: 1 },
    ),
    text('careEvidence', 'Evidence of effect', 'Study or data that the effect of care rests on.', {
      fallback: null,
      fallbackText: 'none',
    }),
    number('riskScore', 'Risk score', '×', 'Risk score of the members; 1 = average.', {
      fallback: 1,
      fallbackText: '1, average',
      upper: 20,
    }),
    share('quality', 'Quality', 'Quality score, which earns rates and withholds.', {
      aliases: ['Quality score'],
      fallback: 0,
      fallbackText: 'none earned',
    }),
    share(
      'attainment',
      'Attainment',
      'ACCESS: share of patients who meet all targets; missing data count as not met.',
      { capability: 'terms', fallback: 0, fallbackText: 'none' },
    ),
    share(
      'withoutSubstitutes',
      'Without substitutes',
      'ACCESS: share of patients without a listed service from somebody else.',
      { capability: 'terms', fallback: 0, fallbackText: 'none' },
    ),
    number(
      'monthsToSettlement',
      'Months to settlement',
      'months',
      'Months from the end of a performance year to its settlement.',
      { fallback: null, fallbackText: `${USUAL_MONTHS_TO_SETTLEMENT} months, an assumption`, whole: true, upper: 36 },
    ),
    ...TERM_COLUMNS,
  ],
});

import { choice, number, share, table, text } from './column';
import { DRIVER_COLUMN, SCOPE_COLUMNS } from './changes';

export const DISTRIBUTION_NAMES = ['PERT', 'triangular', 'uniform', 'normal', 'lognormal', 'beta', 'gamma'] as const;

/** Beyond, the members of a group would be one driver. */
const MOST_CORRELATED = 0.95;

/** A row an uncertain driver. */
export const UNCERTAINTY = table({
  name: 'tblUncertainty',
  title: 'Uncertainty',
  maxRows: 200,
  label: ['driver'],
  columns: [
    DRIVER_COLUMN,
    ...SCOPE_COLUMNS,
    choice('distribution', 'Distribution', 'How values spread between Low and High.', DISTRIBUTION_NAMES, {
      fallback: 'PERT',
      fallbackText: 'PERT',
    }),
    number(
      'low',
      'Low',
      'as the driver',
      'The least value; of normal, lognormal, beta and gamma one in ten cases lies about as low. Write zero for 0.',
      { lower: -Infinity },
    ),
    number(
      'likely',
      'Likely',
      'as the driver',
      'The likeliest value, or the mean of normal, lognormal, beta and gamma.',
      { lower: -Infinity, fallback: null, fallbackText: 'the middle of Low and High' },
    ),
    number('high', 'High', 'as the driver', 'The largest value, or one that is exceeded in about one of ten cases.', {
      lower: -Infinity,
    }),
    text('group', 'Group', 'Drivers of one group rise and fall together.', { fallback: null, fallbackText: 'none' }),
    number('correlation', 'Correlation', '', 'With what its group has in common, from -0.95 to 0.95.', {
      lower: -MOST_CORRELATED,
      upper: MOST_CORRELATED,
      fallback: 0.7,
      fallbackText: '0.7, an assumption',
    }),
    // For people, and for the formulas of Low, Likely and High: no draw depends on them.
    number('now', 'Now', 'as the driver', 'What the tables hold today; the mean where they hold several values.', {
      lower: -Infinity,
      fallback: null,
      fallbackText: 'not looked up',
    }),
    share('spread', 'Spread', 'How far Low and High lie from Now, as a share of it: 20% below and above.', {
      fallback: null,
      fallbackText: 'Low and High are typed',
    }),
  ],
});

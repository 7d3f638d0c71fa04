import { choice, number, table, text } from './column';
import { COST_CATEGORIES } from './costs';

/** What a milestone costs: once, or in each month from then on. */
export const MILESTONE_BASES = ['one-off', 'per month'] as const;

/** A row something that growth makes necessary: a hire, a platform, a license. */
export const MILESTONES = table({
  name: 'tblMilestones',
  title: 'Milestones',
  maxRows: 100,
  label: ['what'],
  columns: [
    text('what', 'What', 'What is due, e.g. a second nurse manager, a registry.'),
    text('line', 'Trigger line', 'The line of the statement that makes it necessary, e.g. Active patients.', {
      aliases: ['Trigger', 'Line'],
    }),
    text('program', 'Program', 'The program whose line it is, and that bears the cost; blank = all together.', {
      fallback: null,
      fallbackText: 'all together',
    }),
    number(
      'threshold',
      'Threshold',
      'as the line',
      'It is needed from the first month in which the line reaches this.',
    ),
    number('leadMonths', 'Lead time', 'months', 'Months from the order, or the start of hiring, until it is there.', {
      fallback: 0,
      fallbackText: 'none',
      whole: true,
      upper: 60,
    }),
    number(
      'cost',
      'Cost',
      '$',
      'What it costs. Nothing is charged until it is accepted, in the pane, as a row of Costs.',
      { fallback: 0, fallbackText: 'none' },
    ),
    choice(
      'basis',
      'Basis',
      'Whether the cost is paid once, or each month from the month it is due.',
      MILESTONE_BASES,
      { fallback: 'one-off', fallbackText: 'one-off' },
    ),
    choice('category', 'Category', 'Where the cost appears on the statement once it is accepted.', COST_CATEGORIES, {
      fallback: 'technology',
      fallbackText: 'technology',
    }),
  ],
});

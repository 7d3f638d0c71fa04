import { number, table, text } from './column';

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
    text('program', 'Program', 'The program whose line it is; blank = all together.', {
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
    number('cost', 'Cost', '$', 'What it costs once. Nothing is charged until it is a row of Costs.', {
      fallback: 0,
      fallbackText: 'none',
    }),
  ],
});

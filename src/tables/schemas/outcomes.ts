import { DESIGNS, DIRECTIONS, DOMAINS, STAKEHOLDERS } from '../../contracts/outcomes';
import { choice, number, share, table, text } from './column';

/** A row a piece of evidence; rows of the same domain, measure, program and stakeholder are evidence for one measure. */
export const OUTCOMES = table({
  name: 'tblOutcomes',
  title: 'Outcomes',
  maxRows: 200,
  label: ['measure', 'program'],
  columns: [
    choice('domain', 'Domain', 'Which of the four domains the measure belongs to.', DOMAINS),
    text('measure', 'Measure', 'What is measured, e.g. hospital stays a patient and year.'),
    text('program', 'Program', 'The program it is of; blank = all.', { fallback: null, fallbackText: 'all programs' }),
    choice('stakeholder', 'Stakeholder', 'Who has the value: practice, payer or patient.', STAKEHOLDERS, {
      fallback: 'payer',
      fallbackText: 'payer',
    }),
    choice(
      'better',
      'Better',
      'Whether a lower or a higher level is better; usually lower for avoidable utilization, higher for others.',
      DIRECTIONS,
      { fallback: null, fallbackText: 'as usual in its domain' },
    ),
    number('patients', 'Patients', 'patients', 'Patients whom the levels hold for.'),
    number('baseline', 'Baseline', 'a patient and year', 'Level without care management.', {
      fallback: 0,
      fallbackText: 'none',
    }),
    number('expected', 'Expected', 'a patient and year', 'Level with care management, as the evidence has it.'),
    number('evidenceLow', 'Evidence low', 'a patient and year', 'Level at the cautious end of the evidence.', {
      fallback: null,
      fallbackText: 'the baseline, no effect',
    }),
    number('evidenceHigh', 'Evidence high', 'a patient and year', 'Level at the hopeful end of the evidence.', {
      fallback: null,
      fallbackText: 'as expected',
    }),
    number('unitValue', 'Unit value', '$', 'Dollars of one unit of the measure; blank = a trend, not dollars.', {
      fallback: null,
      fallbackText: 'a trend, not dollars',
    }),
    share(
      'attributableShare',
      'Attributable share',
      'Share of the change that care management may claim; the word zero = none.',
    ),
    choice('design', 'Design', 'How the evidence was found; randomized is the strongest.', DESIGNS, {
      fallback: 'before and after',
      fallbackText: 'before and after, the weakest',
    }),
    text('source', 'Source', 'Study or data that the levels rest on.'),
  ],
});

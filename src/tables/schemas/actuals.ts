import { month, number, table, text } from './column';

const NOT_TOLD = { fallback: null, fallbackText: 'as the model has it' } as const;
/** A figure that the handover cannot do without, so that its column must be there; a blank cell is 0. */
const told = { fallback: 0, fallbackText: 'none', required: true } as const;

/** A row a month × program × payer: what PPPM.ACTUALS gives, and a month's summary says. */
export const ACTUALS = table({
  name: 'tblActuals',
  title: 'Actuals',
  maxRows: 12_000,
  label: ['program', 'payer'],
  columns: [
    month('month', 'Month', 'The month that is over.', { aliases: ['Service month'] }),
    text('program', 'Program', 'A program of the Panel.'),
    text('payer', 'Payer', 'A payer of the program on Payer mix; blank where the program has one payer only.', {
      fallback: null,
      fallbackText: 'the program’s only payer',
    }),
    number(
      'openingPatients',
      'Opening',
      'patients',
      'Patients on the first of the month: the closing ones of the month before.',
      { aliases: ['Opening patients'], ...told },
    ),
    number('newPatients', 'New', 'patients', 'Patients who joined in the month.', {
      aliases: ['New patients'],
      ...told,
    }),
    number('lostPatients', 'Lost', 'patients', 'Patients who left in the month.', {
      aliases: ['Lost patients'],
      ...told,
    }),
    number('closingPatients', 'Closing', 'patients', 'Opening + new − lost.', {
      aliases: ['Closing patients'],
      ...told,
    }),
    number('activePatients', 'Active', 'patients', 'Active patients of the month.', {
      aliases: ['Active patients'],
      fallback: null,
      fallbackText: 'by the billing basis',
    }),
    number('billablePatients', 'Billable', 'patients', 'Patients who could be billed.', {
      aliases: ['Billable patients'],
      ...told,
    }),
    number(
      'claimsSubmitted',
      'Claims submitted',
      'claims',
      'Claims sent; the forecast does not ask for them.',
      NOT_TOLD,
    ),
    number('paidClaims', 'Claims paid', 'claims', 'Claims of this month of service that were, or will be, paid.', {
      aliases: ['Paid claims'],
      ...told,
    }),
    number('allowedRevenue', 'Allowed', '$', 'Allowed amounts of the claims of this month of service.', {
      aliases: ['Allowed revenue'],
      ...told,
    }),
    number('cashCollected', 'Cash', '$', 'Cash that came in during the month, of whatever month of service.', {
      aliases: ['Cash collected'],
      lower: -Infinity,
      ...told,
    }),
    number('minutes', 'Minutes', 'minutes', 'Minutes of service of the program.', NOT_TOLD),
    number('cost', 'Cost', '$', 'All costs of the program.', { aliases: ['Costs', 'Total cost'], ...NOT_TOLD }),
    number('referrals', 'Referrals', 'patients', 'Patients referred to the program in the month.', {
      fallback: 0,
      fallbackText: 'none',
    }),
    number('waitingPatients', 'Waiting', 'patients', 'Patients who wait at the end of the month.', {
      aliases: ['Waiting patients'],
      fallback: 0,
      fallbackText: 'nobody',
    }),
  ],
});

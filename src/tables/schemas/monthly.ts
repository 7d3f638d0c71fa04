import { month, number, table, text } from './column';

const figure = <Key extends string>(key: Key, header: string, unit: string, note: string, aliases: string[] = []) =>
  number(key, header, unit, note, { aliases, lower: -Infinity, fallback: 0, fallbackText: 'none' });

/** A row a month, program and payer: what actuals are by month, and the forecast beside them. */
export const MONTHLY = table({
  name: 'tblMonthly',
  title: 'Monthly',
  maxRows: 20_000,
  label: ['month', 'program', 'payer'],
  columns: [
    month('month', 'Month', 'The month: any of its days, or a month number.'),
    text('program', 'Program', 'The program.'),
    text('payer', 'Payer', 'The payer; blank for the whole program.', { fallback: null, fallbackText: 'all payers' }),
    figure('opening', 'Opening', 'patients', 'Patients enrolled when the month begins.', ['Opening patients']),
    figure('new', 'New', 'patients', 'Patients who joined in the month.', ['New patients']),
    figure('lost', 'Lost', 'patients', 'Patients who left in the month.', ['Lost patients']),
    figure('closing', 'Closing', 'patients', 'Patients enrolled when the month ends.', ['Closing patients']),
    figure('active', 'Active', 'patients', 'Patients who count for the month, by the billing basis.', [
      'Active patients',
    ]),
    figure('billable', 'Billable', 'patients', 'Patients whose month can be billed.', ['Billable patients']),
    figure('submitted', 'Claims submitted', 'claims', 'Claims sent for the month of service.'),
    figure('paid', 'Claims paid', 'claims', 'Claims of the month of service that are paid.', ['Paid claims']),
    figure('allowed', 'Allowed', '$', 'What payers allow for the paid claims.', ['Allowed revenue']),
    figure('cash', 'Cash', '$', 'Cash received in the month.', ['Cash collected']),
    figure('minutes', 'Minutes', 'minutes', 'Minutes of service.', ['Minutes used']),
    figure('cost', 'Cost', '$', 'What the program cost.', ['Total cost']),
    figure('referrals', 'Referrals', 'patients', 'Patients referred in the month.'),
    figure('waiting', 'Waiting', 'patients', 'Patients who wait to enroll when the month ends.', ['Waiting patients']),
  ],
});

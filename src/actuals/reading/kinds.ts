/** The kinds of rows that are read, and what EHR and billing exports call their columns. */
import { SUMMARY_FIGURES, type Rows, type SummaryFigure } from '../rows';
import { MONTHLY } from '../../tables/schemas/monthly';
import { listed } from './listed';

export type Kind = Rows['kind'];
export const KINDS: readonly Kind[] = ['summary', 'roster', 'claims', 'minutes', 'aging'];

/** What a column holds: who, a name, a day or month, whole cents, a figure, or a word of a list. */
export type Holds =
  'identifier' | 'program' | 'payer' | 'text' | 'day' | 'month' | 'money' | 'figure' | 'status' | 'reason';

export interface ExportColumn {
  key: string;
  header: string;
  holds: Holds;
  /** Without it the rows say nothing. */
  required: boolean;
  /** What else it is called; case, spacing, hyphens and a unit in brackets do not matter. */
  synonyms: readonly string[];
}

const column = (key: string, header: string, holds: Holds, synonyms: string, required = true): ExportColumn => ({
  key,
  header,
  holds,
  required,
  synonyms: listed(synonyms),
});
const optional = (key: string, header: string, holds: Holds, synonyms: string): ExportColumn =>
  column(key, header, holds, synonyms, false);

const PATIENT = column(
  'patient',
  'Patient ID',
  'identifier',
  `
  Patient, Patient number, Patient no, Patient #, Pt ID, Pat ID, Patient key, Patient identifier, MRN, Medical
  record number, Medical record no, Chart number, Chart no, Chart #, Chart ID, Member ID, Member, Member number,
  Subscriber ID, Beneficiary ID, MBI, Person ID, Enrollee ID, Client ID, EMPI, Account number, Patient account,
  Patient account number, Patient acct no
`,
);
const PROGRAM = column(
  'program',
  'Program',
  'program',
  `
  Program name, Programme, Care program, Care management program, Service line, Program type, Service type,
  Service program, Enrolled program, Program enrolled
`,
);
const PAYER = optional(
  'payer',
  'Payer',
  'payer',
  `
  Payor, Payer name, Payor name, Primary payer, Primary payor, Insurance, Insurance name, Insurer, Primary
  insurance, Insurance company, Insurance plan, Carrier, Carrier name, Health plan, Plan, Plan name, Financial
  class, Payer class, Payer type, Payer group, Coverage, Fin class, Line of business
`,
);

/** What else exports call the figures of a month. */
const FIGURES: Readonly<Record<SummaryFigure, string>> = {
  opening: `
    Opening patients, Opening panel, Beginning patients, Beginning census, Opening census, BOM census, Start of
    month, Beginning of month, Starting patients, Patients at start, Opening balance
  `,
  new: `
    New patients, New enrollments, New enrolments, Enrolled, Enrollments, New enrollees, Adds, Additions, New
    starts, Joined, Newly enrolled
  `,
  lost: `
    Lost patients, Disenrolled, Disenrollments, Disenrolments, Leavers, Terminations, Drops, Dropped, Attrition,
    Discharges, Discharged, Churned, Left
  `,
  closing: `
    Closing patients, Closing panel, Ending patients, Ending census, Closing census, EOM census, End of month,
    Patients at end, Closing balance, Census
  `,
  active: `
    Active patients, Active panel, Average patients, Average census, Active members, Member months, Patient
    months, Panel
  `,
  billable: 'Billable patients, Billed patients, Patients billed, Eligible to bill, Met threshold, Qualified patients',
  submitted: 'Submitted, Submitted claims, Claims filed, Claims billed, Claims sent, Claims',
  paid: 'Paid claims, Claims reimbursed, Claims approved, # paid',
  allowed: 'Allowed amount, Allowed revenue, Revenue, Net revenue, Net patient revenue, Allowed $, Allowed amt',
  cash: 'Cash collected, Collections, Payments, Cash received, Receipts, Collected, Payments received',
  minutes: 'Service minutes, Clinical minutes, Total minutes, Care minutes, Minutes logged, Mins',
  cost: 'Costs, Expense, Expenses, Total cost, Program cost, Operating cost, Total expense',
  referrals: 'Referred, Referred patients, Patients referred, New referrals, Leads, Orders',
  waiting: 'Waiting patients, Waitlist, Wait list, Waiting list, Backlog, Pending enrollment, Queue',
};

/** A figure as the monthly table names it; those in dollars are money. */
const figure = (key: SummaryFigure): ExportColumn =>
  optional(key, MONTHLY.header[key], MONTHLY.column[key].unit === '$' ? 'money' : 'figure', FIGURES[key]);

const bucket = (key: string, header: string, synonyms: string): ExportColumn => column(key, header, 'money', synonyms);

export const AGING_BUCKETS = ['current', 'days31', 'days61', 'days91', 'over120'] as const;

export const COLUMNS: Readonly<Record<Kind, readonly ExportColumn[]>> = {
  summary: [
    column(
      'month',
      MONTHLY.header.month,
      'month',
      `
      Period, Month end, Month ending, Month of service, Service month, Reporting month, Fiscal period, Calendar
      month, Year month, Posting period, Report month, Accounting period, Date, Month end date
    `,
    ),
    PROGRAM,
    PAYER,
    ...SUMMARY_FIGURES.map(figure),
  ],
  roster: [
    PATIENT,
    PROGRAM,
    PAYER,
    column(
      'enrolled',
      'Enrolled',
      'day',
      `
      Enrollment date, Enrolment date, Enrolled date, Enrolled on, Date enrolled, Enroll date, Start date,
      Program start, Program start date, Consent date, Date of consent, Consented on, Effective date, Begin
      date, Admit date, Admission date, Activation date, Joined, Start, Onboarded
    `,
    ),
    column(
      'disenrolled',
      'Disenrolled',
      'day',
      `
      Disenrollment date, Disenrolment date, Disenrolled date, Disenrolled on, Date disenrolled, End date,
      Disenroll date, Unenrolled, Unenrollment date, Termination date, Term date, Terminated, Discharge date,
      Program end, Program end date, Date discharged, Date left, Exit date, Inactive date, Stop date, Left, End
    `,
    ),
    optional(
      'reason',
      'Reason',
      'reason',
      `
      Disenrollment reason, Disenrolment reason, Reason for disenrollment, Termination reason, Term reason,
      Discharge reason, Reason for leaving, Reason for discharge, End reason, Exit reason, Inactive reason,
      Reason code, Disposition, Reason left, Drop reason, Churn reason
    `,
    ),
  ],
  claims: [
    column(
      'claim',
      'Claim ID',
      'identifier',
      `
      Claim, Claim number, Claim no, Claim #, Claim control number, ICN, DCN, TCN, CCN, Claim key, Internal
      control number, Payer claim number, Encounter ID, Encounter number, Invoice number, Invoice, Visit ID,
      Claim identifier, Ticket number, Voucher, Payer claim control number, Charge ID
    `,
    ),
    PATIENT,
    column(
      'serviceMonth',
      'Service month',
      'month',
      `
      Month of service, Date of service, DOS, Service date, Service from, Service from date, From date, From
      DOS, DOS from, Date of service from, First date of service, Service start, Service start date, Month,
      Service period, Billing month, Statement from, Begin DOS, Svc date, Svc from date
    `,
    ),
    PROGRAM,
    PAYER,
    optional(
      'code',
      'Code',
      'text',
      `
      CPT, CPT code, HCPCS, HCPCS code, CPT/HCPCS, CPT HCPCS, Procedure, Procedure code, Proc code, Proc,
      Billing code, Service code, Charge code
    `,
    ),
    // Two lines that are alike in all else are told apart by it.
    optional(
      'line',
      'Line',
      'text',
      `
      Line number, Line no, Line #, Claim line, Claim line number, Service line number, Line ID, Sequence, Line
      item, Seq, Line item control number, Transaction ID
    `,
    ),
    column(
      'allowed',
      'Allowed',
      'money',
      `
      Allowed amount, Allowed amt, Allowed $, Amount allowed, Eligible amount, Contract amount, Expected amount,
      Contracted amount, Plan allowed, Total allowed, Expected reimbursement, Allowable
    `,
    ),
    column(
      'paid',
      'Paid',
      'money',
      `
      Paid amount, Paid amt, Amount paid, Payment, Payment amount, Paid $, Total paid, Payments, Insurance paid,
      Plan paid, Net paid, Insurance payment, Payer paid, Total payments, Payer payment
    `,
    ),
    optional(
      'status',
      'Status',
      'status',
      `
      Claim status, Claim state, Line status, Adjudication status, Outcome, Disposition, Claim status code,
      Payment status, Denial status, State
    `,
    ),
    optional(
      'decided',
      'Decision date',
      'day',
      `
      Adjudication date, Date adjudicated, Processed date, Process date, Date processed, Paid date, Date paid,
      Payment date, Remit date, Remittance date, ERA date, EOB date, Check date, Post date, Posting date, Posted
      date, Finalized date, Decided, Decision, Date of payment, Adjudicated, Deposit date
    `,
    ),
  ],
  minutes: [
    PATIENT,
    column(
      'month',
      'Month',
      'month',
      `
      Service month, Month of service, Period, Date, Service date, Date of service, Log date, Activity date,
      Billing month, Calendar month, Entry date, Session date, Call date
    `,
    ),
    PROGRAM,
    column(
      'minutes',
      'Minutes',
      'figure',
      `
      Service minutes, Clinical minutes, Total minutes, Time spent, Time, Duration, Mins, Min, Care minutes,
      Minutes logged, Time (min), Duration minutes, Staff minutes, Billable minutes, Time minutes
    `,
    ),
  ],
  aging: [
    { ...PAYER, required: true },
    bucket('current', '0–30', '0-30 days, Current, 30 days, 0 to 30, 0 to 30 days, 1-30, Under 30, 0-30 day'),
    bucket('days31', '31–60', '31-60 days, 60 days, 31 to 60, 31 to 60 days, 31-60 day, 30-60, 30-60 days'),
    bucket('days61', '61–90', '61-90 days, 90 days, 61 to 90, 61 to 90 days, 61-90 day, 60-90, 60-90 days'),
    bucket('days91', '91–120', '91-120 days, 120 days, 91 to 120, 91 to 120 days, 91-120 day, 90-120, 90-120 days'),
    bucket(
      'over120',
      'Over 120',
      `
      120+, 120 +, 121+, > 120, >120, Over 120 days, 120+ days, >120 days, 121+ days, 120 plus, 121 and over,
      More than 120
    `,
    ),
  ],
};

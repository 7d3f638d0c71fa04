/** Exports as they come from EHR and billing systems and from people, each with what is to become of it. */
import type { Reason } from '../../src/actuals/reading/set-aside';
import type { Kind } from '../../src/actuals/reading/kinds';
import type { ReadOptions } from '../../src/actuals/reading/judged';
import type { Hints } from '../../src/actuals/reading/table';

export interface DirtyExport {
  what: string;
  text: string;
  options?: ReadOptions & Hints;
  kind: Kind;
  used: number;
  /** Rows set aside: row number and reason. */
  aside?: readonly (readonly [row: number, reason: Reason])[];
  /** Cents used, by header as the export writes it. */
  money?: Readonly<Record<string, number>>;
  blankLines?: number;
  /** What the refusal says, where nothing can be read. */
  refused?: RegExp;
}

const CLAIMS = 'Claim ID,Patient ID,Service month,Program,Payer,Code,Allowed,Paid,Status,Decision date';

export const DIRTY_EXPORTS: readonly DirtyExport[] = [
  {
    what: 'claims as they should be',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66.00,52.80,Paid,2026-08-02\nC2,P2,2026-07,CCM,Medicaid,99490,60,0,Denied,2026-08-09\n`,
    kind: 'claims',
    used: 2,
    money: { Allowed: 12_600, Paid: 5_280 },
  },
  {
    what: 'US dates, in the words of a billing system',
    text: 'DOS,Pt ID,Claim #,Payor Name,Service Line,CPT Code,Allowed Amt,Paid Amt,Claim Status,Check Date\n7/4/2026,P1,C1,Medicare,CCM,99490,$66.00,$52.80,Paid,8/13/2026\n7/28/2026,P2,C2,Aetna,CCM,99490,$70.00,$0.00,Denied,8/2/2026\n',
    kind: 'claims',
    used: 2,
    money: { 'Allowed Amt': 13_600, 'Paid Amt': 5_280 },
  },
  {
    what: 'days first, shown by one of them',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,04/07/2026,\nP2,CCM,Medicare,13/04/2026,01/08/2026\n',
    kind: 'roster',
    used: 2,
  },
  {
    what: 'dates that can be read in two ways',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,04/07/2026,\nP2,CCM,Medicare,03/05/2026,\n',
    kind: 'roster',
    used: 0,
    refused: /^Enrolled can be read month first and day first in every row/,
  },
  {
    what: 'dates that can be read in two ways, and the user has said in which',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,04/07/2026,\nP2,CCM,Medicare,03/05/2026,\n',
    options: { dates: 'month first' },
    kind: 'roster',
    used: 2,
  },
  {
    what: 'US dates with one of another country among them',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,4/25/2026,\nP2,CCM,Medicare,13/4/2026,\nP3,CCM,Medicare,6/30/2026,\n',
    kind: 'roster',
    used: 0,
    refused: /row 3 like 4\/7\/2026, day first/,
  },
  {
    what: 'ISO dates with US dates pasted below',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-25,\nP2,CCM,Medicare,2026-04-26,\nP3,CCM,Medicare,6/30/2026,\n',
    kind: 'roster',
    used: 0,
    refused: /most cells like 2026-07-04, but row 4 like 7\/4\/2026/,
  },
  {
    what: 'ISO dates with times and zones, none of which moves a day',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-03-31T23:30:00-08:00,\nP2,CCM,Medicare,2026-04-01 00:00:00,2026-04-30T23:59:59Z\n',
    kind: 'roster',
    used: 2,
  },
  {
    what: 'totals and subtotals',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-08-02\nSubtotal Medicare,,,,,,66.00,52.80,,\nC2,P2,2026-07,CCM,Medicaid,99490,60,48,Paid,2026-08-09\nGrand total,,,,,,126.00,100.80,,\n`,
    kind: 'claims',
    used: 2,
    aside: [
      [3, 'total of other rows'],
      [5, 'total of other rows'],
    ],
    money: { Allowed: 12_600, Paid: 10_080 },
  },
  {
    what: 'a title, the date of the report and a blank line above the headers',
    text: `Claims detail report\n"Run by billing, 8/31/2026"\n\n${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-08-02\n`,
    kind: 'claims',
    used: 1,
    aside: [
      [1, 'above the headers'],
      [2, 'above the headers'],
    ],
    blankLines: 1,
  },
  {
    what: 'merged headers over two rows',
    text: 'Claim,Patient,Service,,Coverage,Amounts,,Claim,\nID,ID,Month,Program,Payer,Allowed,Paid,Status,Decision date\nC1,P1,2026-07,CCM,Medicare,66.00,52.80,Paid,2026-08-02\n',
    kind: 'claims',
    used: 1,
    money: { Allowed: 6_600, Paid: 5_280 },
  },
  {
    what: 'headers repeated on each printed page',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-08-02\n${CLAIMS}\nC2,P2,2026-07,CCM,Medicaid,99490,60,48,Paid,2026-08-09\n`,
    kind: 'claims',
    used: 2,
    aside: [[3, 'repeated headers']],
  },
  {
    what: 'a second header row with the formats',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\ntext,text,text,mm/dd/yyyy,mm/dd/yyyy\nP1,CCM,Medicare,4/25/2026,\n',
    kind: 'roster',
    used: 1,
    aside: [[2, 'not a date']],
  },
  {
    what: 'blank lines between the rows',
    text: 'Month,Program,Active,Cash\n2026-05,CCM,100,5000\n\n,,,\n2026-06,CCM,110,5200\n\n',
    kind: 'summary',
    used: 2,
    blankLines: 2,
    money: { Cash: 1_020_000 },
  },
  {
    what: 'a byte order mark and Windows line ends',
    text: '\ufeffMonth,Program,Active\r\n2026-05,CCM,100\r\n2026-06,CCM,110\r\n',
    kind: 'summary',
    used: 2,
  },
  {
    what: 'spaces around everything, of every kind',
    text: 'Patient ID , Program ,Payer\u00a0, Enrolled,Disenrolled\n P1 , ccm , Medicare\u00a0, 2026-04-25 ,\nP2\u200b,CCM ,medicare,2026-05-25, \n',
    kind: 'roster',
    used: 2,
  },
  {
    what: 'reversals and what replaced them',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66.00,52.80,Paid,2026-08-02\nC1,P1,2026-07,CCM,Medicare,99490,(66.00),(52.80),Reversal,2026-08-20\nC1,P1,2026-07,CCM,Medicare,99490,66.00,50.00-,Paid,2026-08-20\nC1,P1,2026-07,CCM,Medicare,99490,-$1.00,\u22121.00,Paid,2026-08-21\n`,
    kind: 'claims',
    used: 4,
    money: { Allowed: 6_500, Paid: -5_100 },
  },
  {
    what: 'claim lines that stand twice, and two that differ by their line',
    text: 'Claim ID,Line,Patient ID,Service month,Program,Payer,Code,Allowed,Paid,Status\nC1,1,P1,2026-07,CCM,Medicare,99439,47,40,Paid\nC1,2,P1,2026-07,CCM,Medicare,99439,47,40,Paid\nC1,1,P1,2026-07,CCM,Medicare,99439,47,40,Paid\n',
    kind: 'claims',
    used: 2,
    aside: [[4, 'same as another row']],
    money: { Allowed: 9_400, Paid: 8_000 },
  },
  {
    what: 'semicolons and decimal commas',
    text: 'Month;Program;Active;Allowed;Cash\n2026-05;CCM;100;6.600,50;5.000,00\n2026-06;CCM;110;7.260,00;812,5\n',
    kind: 'summary',
    used: 2,
    money: { Allowed: 1_386_050, Cash: 581_250 },
  },
  {
    what: 'decimal commas and points in one column',
    text: 'Month;Program;Active;Cash\n2026-05;CCM;100;5.000,25\n2026-06;CCM;110;5,200.75\n2026-07;CCM;110;5.200,75\n',
    kind: 'summary',
    used: 0,
    refused: /^Cash has amounts with a decimal comma beside amounts with a decimal point: see row 3\./,
  },
  {
    what: 'amounts that may be thousands or thousandths',
    text: 'Month;Program;Active;Cash\n2026-05;CCM;100;5.125\n2026-06;CCM;110;5.200\n',
    kind: 'summary',
    used: 0,
    refused: /^Cash has amounts such as 1\.234 only/,
  },
  {
    what: 'words, exponents and errors where amounts should be',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,N/A,52.80,Paid,2026-08-02\nC2,P2,2026-07,CCM,Medicare,99490,1e3,0,Denied,2026-08-02\nC3,P3,2026-07,CCM,Medicare,99490,60%,0,Denied,2026-08-02\nC4,P4,2026-07,CCM,Medicare,99490,#REF!,0,Denied,2026-08-02\nC5,P5,2026-07,CCM,Medicare,99490,,-,Denied,2026-08-02\n`,
    kind: 'claims',
    used: 1,
    aside: [
      [2, 'not an amount'],
      [3, 'not an amount'],
      [4, 'not an amount'],
      [5, 'not an amount'],
    ],
    money: { Allowed: 0, Paid: 0 },
  },
  {
    what: 'days that no calendar has',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,02/30/2026,\nP2,CCM,Medicare,4/25/2026,6/31/2026\nP3,CCM,Medicare,4/25/1826,\nP4,CCM,Medicare,4/26/2026,\n',
    kind: 'roster',
    used: 1,
    aside: [
      [2, 'impossible date'],
      [3, 'impossible date'],
      [4, 'impossible date'],
    ],
  },
  {
    what: 'enrollments that end before they start',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-25,2026-04-01\nP2,CCM,Medicare,2026-04-25,2026-04-25\n',
    kind: 'roster',
    used: 1,
    aside: [[2, 'ends before it starts']],
  },
  {
    what: 'overlapping enrollments, one told twice, and one that continues',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled,Reason\nP1,CCM,Medicare,2026-01-10,,\nP1,CCM,Medicare,2026-01-10,2026-04-30,Graduated\nP1,CCM,Medicaid,2026-03-01,,\nP1,CCM,Medicaid,2026-04-30,,\nP1,RPM,Medicare,2026-02-01,,\nP1,RPM,Medicare,2026-02-01,,\n',
    kind: 'roster',
    used: 3,
    aside: [
      [2, 'older state'],
      [4, 'overlapping enrollment'],
      [7, 'same as another row'],
    ],
  },
  {
    what: 'words where there is no end yet, and the end of all time',
    text: 'MRN,Program Name,Insurance,Enrollment Date,Disenrollment Date,Disenrollment Reason\nP1,CCM,Medicare,2026-04-25,Active,\nP2,CCM,Medicare,2026-04-25,N/A,\nP3,CCM,Medicare,2026-04-25,9999-12-31,\nP4,CCM,Medicare,2026-04-25,2026-07-01,Pt deceased\n',
    kind: 'roster',
    used: 4,
  },
  {
    what: 'programs and payers that the model does not have',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-25,\nP2,CCN,Medicare,2026-04-25,\nP3,CCM,Mediciad,2026-04-25,\nP4,CCM,Medicare FFS,2026-04-25,\n',
    options: { programs: ['CCM', 'RPM'], payers: ['Medicare', 'Medicaid'], payerNames: { 'medicare ffs': 'Medicare' } },
    kind: 'roster',
    used: 2,
    aside: [
      [3, 'unknown program'],
      [4, 'unknown payer'],
    ],
  },
  {
    what: 'a comma in a name without quotation marks',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-25,\nP2,CCM,Self-pay, cash,2026-04-25,\nP3,CCM,"Self-pay, cash",2026-04-25,\n',
    kind: 'roster',
    used: 2,
    aside: [[3, 'more cells than headers']],
  },
  {
    what: 'a quotation mark that is never closed',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,"Medicare,2026-04-25,\nP2,CCM,Medicaid,2026-04-25,\n',
    kind: 'roster',
    used: 0,
    refused: /^A quotation mark in row 2 is not closed/,
  },
  {
    what: 'tabs, as the clipboard has them, with months as Excel shows them',
    text: 'Month\tProgram\tPayer\tOpening\tNew\tLost\tClosing\nJul-26\tCCM\tMedicare\t100\t12\t4\t108\nAug-26\tCCM\tMedicare\t108\t10\t3\t115\n',
    kind: 'summary',
    used: 2,
  },
  {
    what: 'months as numbers, with first days and with names',
    text: 'Period,Program,Census\n202607,CCM,100\n202608,CCM,104\n',
    kind: 'summary',
    used: 2,
  },
  {
    what: 'first days of months, which can mean one thing only',
    text: 'Month,Program,Census\n1/1/2026,CCM,100\n2/1/2026,CCM,104\n3/1/2026,CCM,106\n',
    kind: 'summary',
    used: 3,
  },
  {
    what: 'a month that is given twice, once with other figures',
    text: 'Month,Program,Payer,Active\n2026-05,CCM,Medicare,100\n2026-05,CCM,Medicare,100\n2026-05,CCM,Medicare,101\n',
    kind: 'summary',
    used: 1,
    aside: [
      [3, 'same as another row'],
      [4, 'other figures again'],
    ],
  },
  {
    what: 'statuses of every system, and one that nobody knows',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66,52.80,PAID - IN FULL,2026-08-02\nC2,P2,2026-07,CCM,Medicare,99490,66,0,Denied,2026-08-02\nC3,P3,2026-07,CCM,Medicare,99490,66,0,Void,2026-08-02\nC4,P4,2026-07,CCM,Medicare,99490,66,0,In Process,\nC5,P5,2026-07,CCM,Medicare,99490,66,52.80,Overturned,2026-09-02\nC6,P6,2026-07,CCM,Medicare,99490,66,0,Upheld,2026-09-02\nC7,P7,2026-07,CCM,Medicare,99490,66,0,Appealed,2026-09-02\n`,
    kind: 'claims',
    used: 6,
    aside: [[4, 'unknown status']],
  },
  {
    what: 'no status, but what was paid and when it was decided',
    text: 'Claim,MRN,DOS,Program,Payer,Allowed,Paid,Paid date\nC1,P1,2026-07-03,CCM,Medicare,66,52.80,2026-08-02\nC2,P2,2026-07-04,CCM,Medicare,66,0,2026-08-02\nC3,P3,2026-07-05,CCM,Medicare,66,0,\n',
    kind: 'claims',
    used: 3,
  },
  {
    what: 'a decision before the service',
    text: `${CLAIMS}\nC1,P1,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-06-30\nC2,P2,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-07-01\n`,
    kind: 'claims',
    used: 1,
    aside: [[2, 'ends before it starts']],
  },
  {
    what: 'cells that are blank but are needed',
    text: `${CLAIMS}\n,P1,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-08-02\nC2,,2026-07,CCM,Medicare,99490,66,52.80,Paid,2026-08-02\nC3,P3,,CCM,Medicare,99490,66,52.80,Paid,2026-08-02\nC4,P4,2026-07,,Medicare,99490,66,52.80,Paid,2026-08-02\nC5,P5,2026-07,CCM,,99490,66,52.80,Paid,2026-08-02\nC6,P6,2026-07,CCM,Medicare,,66,52.80,Paid,2026-08-02\n`,
    kind: 'claims',
    used: 1,
    aside: [2, 3, 4, 5, 6].map((row) => [row, 'blank cell'] as const),
  },
  {
    what: 'headers that nobody knows, until the user says what they are',
    text: 'Ref,Who,When,Program,Payer,Max,Got\nC1,P1,2026-07,CCM,Medicare,66,52.80\n',
    options: { mapping: { ref: 'Claim ID', Who: 'Patient ID', When: 'Service month', Max: 'Allowed', Got: 'Paid' } },
    kind: 'claims',
    used: 1,
    money: { Max: 6_600, Got: 5_280 },
  },
  {
    what: 'claims without what was allowed',
    text: 'Claim ID,Patient ID,Service month,Program,Payer,Max amount,Paid\nC1,P1,2026-07,CCM,Medicare,66,52.80\n',
    kind: 'claims',
    used: 0,
    refused: /^Read as claims, but Allowed is missing; not known yet: Max amount\./,
  },
  {
    what: 'an aging report with its total',
    text: 'Payer,Current,31-60 Days,61-90 Days,91-120 Days,120+,Total\nMedicare,"1,200.50",300,0,0,12.25,"1,512.75"\nTotal,"1,200.50",300,0,0,12.25,"1,512.75"\n',
    kind: 'aging',
    used: 1,
    aside: [[3, 'total of other rows']],
    money: { Current: 120_050, '31-60 Days': 30_000, '61-90 Days': 0, '91-120 Days': 0, '120+': 1_225 },
  },
  {
    what: 'an aging report whose headers come again, and are numbers alone',
    text: 'Payer,0-30,31-60,61-90,91-120,120+\nMedicare,"1,200.50",300,0,0,12.25\nPayer,0-30,31-60,61-90,91-120,120+\nMedicaid,10,20,0,0,0\n,0-30,31-60,,,\n',
    kind: 'aging',
    used: 2,
    aside: [
      [3, 'repeated headers'],
      [5, 'repeated headers'],
    ],
    money: { '0-30': 121_050, '31-60': 32_000, '61-90': 0, '91-120': 0, '120+': 1_225 },
  },
  {
    what: 'a log of minutes by session, one entry twice',
    text: 'Patient ID,Date,Program,Time (min)\nP1,7/3/2026,CCM,12\nP1,7/21/2026,CCM,9.5\nP1,7/21/2026,CCM,9.5\nP2,7/21/2026,CCM,-4\nP3,7/22/2026,CCM,many\n',
    kind: 'minutes',
    used: 2,
    aside: [
      [4, 'same as another row'],
      [5, 'not a number'],
      [6, 'not a number'],
    ],
  },
  {
    what: 'bars between the cells',
    text: 'Claim ID|Patient ID|Service month|Program|Payer|Allowed|Paid|Status|Decision date\nC1|P1|2026-07|CCM|Medicare|66.00|52.80|Paid|2026-08-02\nC2|P2|2026-07|CCM|Medicaid|60|0|Denied|2026-08-09\n',
    kind: 'claims',
    used: 2,
    money: { Allowed: 12_600, Paid: 5_280 },
  },
  {
    what: 'the line in which Excel is told the separator',
    text: 'sep=;\nPatient ID;Program;Payer;Enrolled;Disenrolled\nP1;CCM;Medicare;2026-04-07;\nP2;CCM;Medicare;2026-04-13;2026-08-01\n',
    kind: 'roster',
    used: 2,
    aside: [[1, 'above the headers']],
  },
  {
    what: 'numbers of patients that a spreadsheet has shortened, so that two are one',
    text: 'MRN,Program,Payer,Enroll Date,End Date\n000123456789,CCM,Medicare,2026-04-07,\n1.23E+11,CCM,Medicare,2026-04-08,2026-04-30\n1.23E+11,CCM,Medicare,2026-05-08,\n',
    kind: 'roster',
    used: 1,
    aside: [
      [3, 'shortened number'],
      [4, 'shortened number'],
    ],
  },
  {
    what: 'credits and debits by letters',
    text: 'Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status\nC1,P1,2026-07,CCM,Medicare,USD 66.00,52.80 CR,Paid\nC2,P2,2026-07,CCM,Medicare,66.00,52.80-,Paid\n',
    kind: 'claims',
    used: 1,
    aside: [[2, 'not an amount']],
    money: { Allowed: 6_600, Paid: -5_280 },
  },
  {
    what: 'a share where a number of patients belongs',
    text: 'Month,Program,Payer,Opening,New,Lost,Closing,Billable,Allowed\nJan 2026,CCM,Medicare,"1,000",50,20,"1,030",85%,"$52,140.00"\nFeb 2026,CCM,Medicare,"1,030",50,20,"1,060",850,"$52,140.00"\n',
    kind: 'summary',
    used: 1,
    aside: [[2, 'not a number']],
    money: { Allowed: 5_214_000 },
  },
  {
    what: 'who printed the report below its rows',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-07,\nP2,CCM,Medicare,2026-04-08,\n\nPrinted 11/26/2026 by JSMITH,,,,\n*** End of report ***\n',
    kind: 'roster',
    used: 2,
    aside: [
      [5, 'blank cell'],
      [6, 'blank cell'],
    ],
    blankLines: 1,
  },
  {
    what: 'a program that stands on the first of its rows only',
    text: 'Program,Payer,Patient ID,Enrolled,Disenrolled\nCCM,Medicare,P1,2026-04-07,\n,,P2,2026-04-08,\n,Medicaid,P3,2026-04-09,\nRPM,Medicare,P4,2026-05-01,\n',
    kind: 'roster',
    used: 2,
    aside: [
      [3, 'blank cell'],
      [4, 'blank cell'],
    ],
  },
  {
    what: 'days as the numbers of a spreadsheet, and 0 where there is none',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,46119,0\nP2,CCM,Medicare,46120,46200\n',
    kind: 'roster',
    used: 2,
  },
  {
    what: 'a span of days where a month belongs',
    text: 'Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status\nC1,P1,07/01/2026-07/31/2026,CCM,Medicare,66.00,52.80,Paid\nC2,P2,07/01/2026,CCM,Medicare,66.00,52.80,Paid\n',
    kind: 'claims',
    used: 1,
    aside: [[2, 'not a date']],
    money: { Allowed: 6_600, Paid: 5_280 },
  },
  {
    what: 'a remittance with a first and a second payer',
    text: 'Claim Number,Member ID,From DOS,To DOS,Program,Primary Payer,Allowed,Paid,Claim Status,Paid Date\nC1,P1,07/01/2026,07/31/2026,CCM,Medicare,66.00,52.80,Processed as Primary,08/13/2026\nC1,P1,07/01/2026,07/31/2026,CCM,Medicare,0.00,13.20,Processed as Secondary,08/20/2026\n',
    kind: 'claims',
    used: 2,
    money: { Allowed: 6_600, Paid: 6_600 },
  },
  {
    what: 'quotation marks around everything, and a separator at the end of each line',
    text: '"Patient ID","Program","Payer","Enrolled","Disenrolled",\n"P1","CCM","Medicare","2026-04-07","",\n"P2","CCM","Medicare","2026-04-08","",\n',
    kind: 'roster',
    used: 2,
  },
  {
    what: 'claims taken back before anybody decided',
    text: 'Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status\nC1,P1,2026-07,CCM,Medicare,66.00,52.80,Paid\nC1,P1,2026-07,CCM,Medicare,66.00,52.80,Voided\nC2,P2,2026-07,CCM,Medicare,66.00,0,Canceled\n',
    kind: 'claims',
    used: 1,
    aside: [
      [3, 'unknown status'],
      [4, 'unknown status'],
    ],
    money: { Allowed: 6_600, Paid: 5_280 },
  },
  {
    what: 'dashes and brackets of an accountant',
    text: 'Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status\nC1,P1,2026-07,CCM,Medicare,-,-,Denied\nC2,P2,2026-07,CCM,Medicare,$ -   ,$ (5.00),Paid\n',
    kind: 'claims',
    used: 2,
    money: { Allowed: 0, Paid: -500 },
  },
  {
    what: 'the year so far and an average below the months',
    text: 'Month,Program,Payer,Opening,New,Lost,Closing\n2026-01,CCM,Medicare,100,10,5,105\n2026-02,CCM,Medicare,105,10,5,110\nYTD,CCM,Medicare,100,20,10,110\nAverage,CCM,Medicare,102,10,5,107\n',
    kind: 'summary',
    used: 2,
    aside: [
      [4, 'not a date'],
      [5, 'not a date'],
    ],
  },
  {
    what: 'a roster with claims below it, pasted in one go',
    text: 'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Medicare,2026-04-07,\n\nClaim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status\nC1,P1,2026-07,CCM,Medicare,66.00,52.80,Paid\n',
    kind: 'claims',
    used: 1,
    aside: [
      [1, 'above the headers'],
      [2, 'above the headers'],
    ],
    money: { Allowed: 6_600, Paid: 5_280 },
    blankLines: 1,
  },
];

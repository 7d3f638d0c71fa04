/** Words of the field that are no column of ours: what somebody who writes one most likely means, and where it goes. */
import { CHANGES } from './changes';
import { COSTS } from './costs';
import { PANEL } from './panel';
import { PAYER_MIX } from './payer-mix';

export interface Meaning {
  /** In lower case; a * at the end stands for any ending, a = for a word that must stand alone. */
  words: readonly string[];
  /** What follows “… is not read:”; with its full stop. */
  advice: string;
  /** The word names scenarios, too: Growth. */
  isName?: true;
}

const on = ({ title }: { title: string }, header: string): string => `${header} on ${title}`;
const { header: panel } = PANEL;
const { header: mix } = PAYER_MIX;
const { header: costs } = COSTS;

/** The first that fits counts. */
export const MEANINGS: readonly Meaning[] = [
  {
    words: ['retention', 'retained', 'persistence', 'persistency'],
    advice: `1 less the monthly retention is split over ${panel.dischargeRate}, ${panel.disengagementRate}, ${panel.benefitChangeRate} and ${panel.adverseEventRate} on ${PANEL.title}.`,
  },
  {
    words: ['death', 'deaths', 'deceased', 'mortality', 'hospice', 'snf', 'admission*'],
    advice: `patients lost to it are the monthly ${on(PANEL, panel.adverseEventRate)}.`,
  },
  {
    words: ['graduat*', 'discharged', 'discharges', 'completion*'],
    advice: `patients who leave well are the monthly ${on(PANEL, panel.dischargeRate)}.`,
  },
  {
    words: ['churn*', 'attrition', 'cancel*', 'disenrol*', 'unenrol*', 'dropout*', 'drop out*', 'drop off*', 'lapse*'],
    advice: `who leaves is split over ${panel.dischargeRate}, ${panel.disengagementRate}, ${panel.benefitChangeRate} and ${panel.adverseEventRate} on ${PANEL.title}, as monthly shares.`,
  },
  {
    words: [
      ...['=loss', '=losses', 'loss rate', 'loss of patients', 'patient loss*', '=lost', 'lost to*', 'lost patients'],
      ...['ltfu', 'leaver*', 'turnover', 'opt out*', 'termination*', 'withdraw*', 'quit*', 'inactive', 'decay'],
    ],
    advice: `who leaves is split over ${panel.dischargeRate}, ${panel.disengagementRate}, ${panel.benefitChangeRate} and ${panel.adverseEventRate} on ${PANEL.title}, as monthly shares.`,
  },
  {
    words: ['denial*', 'denied', 'reject*'],
    advice: `${on(PAYER_MIX, mix.cleanClaimRate)} is 1 less the denial rate.`,
  },
  {
    words: ['first pass*', 'fpr', 'fpy', 'clean rate', 'approval rate', 'approved', 'accepted claims'],
    advice: `the share of claims paid when first sent is ${on(PAYER_MIX, mix.cleanClaimRate)}.`,
  },
  {
    words: ['bad debt*', 'write off*', 'writeoff*', 'uncollect*', 'uncollectible*', 'non payment*'],
    advice: `${on(PAYER_MIX, mix.collectedRate)} is 1 less what is never collected.`,
  },
  {
    words: [
      ...['dso', 'dsi', 'days in a r', 'days in ar', 'a r days', 'ar days', 'days a r', 'days ar', 'days sales*'],
      ...[
        'payment lag*',
        'payment delay*',
        'payment term*',
        'payment day*',
        'payment time*',
        'pay lag*',
        '=lag',
        'lag days',
      ],
      ...['days outstanding', 'days to payment', 'days to collect*', 'collection day*', 'collection lag*', 'cash lag*'],
      ...['time to pay*', 'days until pay*', 'days payable', 'receivable day*', 'days receivable*', '=ar', '=a r'],
      ...['net days', 'net terms', '=terms', 'remit*'],
    ],
    advice: `the days from service to payment are ${on(PAYER_MIX, mix.daysToPay)}.`,
  },
  {
    words: ['=collection', '=collections', 'net collection*', 'collectib*'],
    advice: `the share of revenue that is collected is ${on(PAYER_MIX, mix.collectedRate)}.`,
  },
  {
    words: [
      'fte',
      'ftes',
      'headcount*',
      'head count*',
      'quantity',
      'qty',
      '=staff',
      'staff count',
      'of staff',
      'of nurses',
      'of employees',
      'of people',
      'employees',
      '=number',
      '=count',
      '=volume',
    ],
    advice: `how many there are is ${on(COSTS, costs.unitsOnDuty)}, with ${costs.basis} per unit and ${costs.staffing} planned; ${costs.amount} is for one.`,
  },
  {
    words: ['caseload*', 'case load*', '=ratio', 'staffing ratio', 'patients per*', 'panel per*', 'panel size per*'],
    advice: `how many patients one serves is ${on(COSTS, costs.patientsPerUnit)}.`,
  },
  {
    words: [
      'inflation',
      'escalat*',
      'merit*',
      '=raise',
      '=raises',
      'yearly increase',
      'cola',
      '=growth',
      'growth rate',
    ],
    advice: `costs rise by ${on(COSTS, costs.annualIncrease)}; anything else by rows of ${CHANGES.title}.`,
    isName: true,
  },
  {
    words: [
      'salary',
      'salaries',
      'wage*',
      '=cost',
      '=costs',
      'monthly cost',
      'unit cost',
      'price per unit',
      'expense*',
    ],
    advice: `what is paid is ${on(COSTS, costs.amount)}, times what ${costs.basis} counts.`,
  },
  {
    words: [
      'enrollment rate',
      'enrolment rate',
      'close rate',
      'win rate',
      'acceptance*',
      'uptake',
      'take rate',
      '=yield',
    ],
    advice: `the share of referrals that enrolls is ${on(PANEL, panel.conversionRate)}.`,
  },
  {
    words: [
      ...[
        '=lead',
        'leads',
        'outreach*',
        'inquir*',
        'enquir*',
        'prospect*',
        '=contacts',
        '=calls',
        'intake*',
        'pipeline',
      ],
      ...[
        'referral*',
        'new starts',
        'admits',
        'new patient*',
        'new member*',
        'new enrol*',
        '=enrollment',
        '=enrollments',
        '=enrolments',
        'adds',
        'additions',
      ],
    ],
    advice: `patients contacted are ${on(PANEL, panel.referrals)}; of them ${panel.conversionRate} enrolls.`,
  },
  {
    words: ['eligibles', '=population', '=lives', 'attributed*', 'addressable*', 'tam', 'universe'],
    advice: `all who could ever enroll are ${on(PANEL, panel.eligiblePatients)}.`,
  },
  {
    words: [
      'census',
      '=panel',
      'panel size',
      '=members',
      'enrollees',
      '=enrolled',
      'active patient*',
      'current patient*',
      '=patients',
      'starting*',
    ],
    advice: `patients at the start are ${on(PANEL, panel.openingPatients)}.`,
  },
  {
    words: ['capacity', 'cap', 'max*', 'ceiling'],
    advice: `the most that can enroll in a month is ${on(PANEL, panel.enrollmentLimit)}; places are ${on(COSTS, costs.patientsPerUnit)}.`,
    isName: true,
  },
  {
    words: ['go live*', 'golive*', 'kick off*', 'kickoff*', 'launch*', '=start', '=starts', 'begin*'],
    advice: `the first month of a program is ${on(PANEL, panel.launchMonth)}, that of a cost ${on(COSTS, costs.startMonth)}.`,
    isName: true,
  },
  {
    words: ['=until', 'effective*', 'end date', 'starting month', 'from date', 'to date', 'valid*'],
    advice: `a change from or to a month is a row of ${CHANGES.title} with ${CHANGES.header.fromMonth} and ${CHANGES.header.toMonth}; a cost has ${costs.startMonth} and ${costs.endMonth}.`,
  },
  {
    words: ['billable*', 'billing rate', 'bill rate', 'billed share', 'compliance rate', 'qualif*', 'threshold met'],
    advice: `the share of active patients who can be billed is ${on(PAYER_MIX, mix.realizationRate)}.`,
  },
  {
    words: [
      ...[
        'pppm',
        'pmpm',
        '=price',
        'rate per*',
        'reimburs*',
        '=fee',
        '=fees',
        '=payment',
        'revenue*',
        'arpu',
        'tariff',
      ],
      ...['contract rate', 'payment rate', '=rate'],
    ],
    advice: `what a paid month brings is ${on(PAYER_MIX, mix.allowedPppm)}.`,
  },
  {
    words: ['cpt*', 'hcpcs*', 'procedure*', 'billing code*', '=code', '=codes'],
    advice: `billing codes are ${on(PAYER_MIX, mix.codes)}.`,
  },
  {
    words: ['=mix', 'weight*', '=split', 'allocation*', 'proportion', 'payer share', '=distribution'],
    advice: `a payer’s part of the patients is ${on(PAYER_MIX, mix.shareOfPanel)}.`,
  },
];

/** What is left of such a header says how it is measured, not what it is. */
export const MEASURES: readonly string[] = [
  ...[
    'rate',
    'share',
    'percent',
    'percentage',
    'pct',
    'monthly',
    'annual',
    'yearly',
    'per',
    'month',
    'year',
    'average',
    'avg',
  ],
  ...['total', 'of', 'the', 'a', 'in', 'days', 'months', 'number', 'date'],
];

/** Names of months, without accents: English, German, French, Spanish, Italian, Portuguese, Dutch. */
export const MONTH_NAMES: readonly string[] = [
  ...['jan', 'january', 'januar', 'janv', 'janvier', 'ene', 'enero', 'gen', 'gennaio', 'janeiro', 'januari'],
  ...['feb', 'february', 'februar', 'fev', 'fevr', 'fevrier', 'febrero', 'febbraio', 'fevereiro', 'februari'],
  ...['mar', 'march', 'marz', 'mrz', 'mars', 'marzo', 'marco', 'mrt', 'maart'],
  ...['apr', 'april', 'avr', 'avril', 'abr', 'abril', 'aprile'],
  ...['may', 'mai', 'mayo', 'mag', 'maggio', 'maio', 'mei'],
  ...['jun', 'june', 'juni', 'juin', 'junio', 'giu', 'giugno', 'junho'],
  ...['jul', 'july', 'juli', 'juil', 'juillet', 'julio', 'lug', 'luglio', 'julho'],
  ...['aug', 'august', 'aout', 'ago', 'agosto', 'augustus'],
  ...['sep', 'sept', 'september', 'septembre', 'septiembre', 'set', 'settembre', 'setembro'],
  ...['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ott', 'ottobre', 'out', 'outubro'],
  ...['nov', 'november', 'novembre', 'noviembre', 'novembro'],
  ...['dec', 'december', 'dez', 'dezember', 'decembre', 'dic', 'diciembre', 'dicembre', 'dezembro'],
];

/** Words beside a number that make a header a time: Month 3, Q1 2027, FY27. */
export const PERIODS: readonly string[] = [
  ...['m', 'mo', 'mon', 'mth', 'month', 'q', 'qtr', 'quarter', 'h', 'half', 'y', 'yr', 'year', 'fy', 'cy', 'period'],
];

/** Whether the lines of the statement are made of each other as they should be: patients, then dollars. */
import type { LineKey } from '../../../engine/model/lines';
import { CHANGES } from '../../../tables/schemas/changes';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import { SCENARIOS } from '../../../tables/schemas/scenarios';
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { reference } from '../../plan/cells';
import { dollarsOf } from '../compare/leakage';
import { lineMonths, linePlace, lineTotal, monthKinds } from '../forecast/layout';
import { apart, DOLLARS, laterForecast, type ModelCheck, PATIENTS } from './model-check';

/** Months from the second on, and the months before them, on Forecast. */
const later = (key: LineKey): string => reference(linePlace(key, 1));
const before = (key: LineKey): string => reference(linePlace(key, 0, MAX_MONTHS - 1));
const first = (key: LineKey): string => reference(linePlace(key, 0, 1));

/** A balance that moves by the given flow each month, the first of which brings what was there before. */
const moves = (balance: LineKey, flowLater: string, flowFirst: string): string =>
  `SUMPRODUCT(${laterForecast}*ABS(${later(balance)}-${before(balance)}-(${flowLater})))+ABS(${first(balance)}-(${flowFirst}))`;

const m = lineMonths;

export const PANEL: readonly ModelCheck[] = [
  {
    test: 'Panel roll-forward',
    compared: 'Opening − lost + new against closing, each month',
    residual: () => apart(`${m('openingPatients')}-${m('lostPatients')}+${m('newPatients')}`, m('closingPatients')),
    tolerance: PATIENTS,
    severity: 'ERROR',
    where: 'Forecast, panel lines',
  },
  {
    test: 'Lost patients are the sum of their causes',
    compared: 'Five causes against lost patients, each month',
    residual: () =>
      apart(
        ['lostToDischarge', 'lostToDisengagement', 'lostToBenefitChange', 'lostToAdverseEvent', 'lostToEarlyDropOff']
          .map((key) => m(key as LineKey))
          .join('+'),
        m('lostPatients'),
      ),
    tolerance: PATIENTS,
    severity: 'ERROR',
    where: 'Forecast, lost lines',
  },
  {
    test: 'No negative patients',
    compared: 'Months with closing patients below zero',
    residual: () => `COUNTIF(${m('closingPatients')},"<0")`,
    tolerance: 0,
    severity: 'ERROR',
    where: 'Forecast, closing patients',
  },
];

/**
 * What payers owed before the first month, as typed. Where a scenario or a planned change moves it, the statement
 * does not say how far, and the first month is not checked.
 */
const OPENING = `${PAYER_MIX.name}[${PAYER_MIX.header.openingReceivable}]`;
const isMoved = [SCENARIOS, CHANGES]
  .map(({ name, header }) => `COUNTIF(${name}[${header.driver}],"${PAYER_MIX.header.openingReceivable}")`)
  .join('+');

const movement = (part: (key: LineKey) => string): string =>
  `${part('allowedRevenue')}-${part('badDebt')}-${part('cashCollected')}`;
const funds = (part: (key: LineKey) => string): string => `${part('cashCollected')}-${part('totalCost')}`;

export const MONEY: readonly ModelCheck[] = [
  {
    test: 'Revenue is active × realization × claim success × allowed',
    compared: 'The product of the four lines against allowed revenue, each month',
    residual: () =>
      apart(
        [m('activePatients'), m('realizationRate'), m('claimSuccessRate'), m('allowedPppm')].join('*'),
        m('allowedRevenue'),
      ),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, billing lines',
  },
  {
    test: 'Cash + bad debt + rise of the receivable = revenue',
    compared: 'Movement of the receivable against revenue − bad debt − cash, each month',
    residual: () =>
      moves(
        'receivable',
        movement(later),
        `IF(${isMoved}>0,${first('receivable')},SUM(${OPENING})+${movement(first)})`,
      ),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, cash lines',
  },
  {
    test: 'Costs add',
    compared: 'Care team + technology + overhead and compliance against total cost, each month',
    residual: () =>
      apart(`${m('careTeamCost')}+${m('technologyCost')}+${m('overheadAndComplianceCost')}`, m('totalCost')),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, cost lines',
  },
  {
    test: 'Margin',
    compared: 'Revenue − bad debt − total cost against margin, each month',
    residual: () => apart(`${m('allowedRevenue')}-${m('badDebt')}-${m('totalCost')}`, m('margin')),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, margin',
  },
  {
    test: 'Cumulative cash',
    compared: 'Movement of cumulative cash against cash − total cost, each month',
    residual: () => moves('cumulativeCash', funds(later), funds(first)),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, cumulative cash',
  },
  {
    test: 'The way to cash ends at the revenue and the cash',
    compared:
      'Paid dollars against allowed revenue of months forecast; collected against cash collected and still to come',
    // Months that are over are no part of the way.
    residual: () =>
      `ABS(${dollarsOf('paid')}-(${lineTotal('allowedRevenue')}-SUMIF(${monthKinds},"actual",${m('allowedRevenue')})))+ABS(${dollarsOf('collected')}-${dollarsOf('cashCollected')}-${dollarsOf('cashToCome')})`,
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Compare, from eligible patients to cash',
    onCompare: true,
  },
];

/**
 * The checks of the workbook, each a plain Excel formula over the cells, so that they check the add-in and not
 * the other way round. A residual is 0 where all is well.
 */
import type { LineKey } from '../../../engine/model/lines';
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { reference, type Place } from '../../plan/cells';
import { NAMES } from '../../layout/names';
import { places, ROOM } from '../../layout/room';
import { compareCells, compareCorner, scenarioTotals } from '../compare/layout';
import { dollarsOf } from '../compare/leakage';
import {
  forecastCells,
  headerPlace,
  linePlace,
  lineMonths,
  lineTotal,
  programMonths,
  programName,
  statementNames,
  type ProgramLine,
} from '../forecast/layout';
import { ratesCells } from '../rates/codes';
import type { Book } from '../sheet';
import { statementLineNames } from './line-names';
import {
  allProgramNames,
  allScenarioNames,
  programNames,
  scenarioNames,
  scenarioNumber,
  sharesLessOne,
} from './names-as-read';
import { daysOff } from './days-off';
import { blockedFormula, staleFormula } from './standing';
import { strayFormula } from './stray';

export interface ModelCheck {
  test: string;
  /** What is compared, in words. */
  compared: string;
  /** Formula of the residual, without its =. */
  residual: (places: CheckPlaces) => string;
  /** Largest residual that passes. */
  tolerance: number;
  /** What a larger residual means: an error, something to look at, or figures that are on their way. */
  severity: 'ERROR' | 'REVIEW' | 'CALCULATING';
  where: string;
  /** Says something even where the statement is missing; the others would agree with blank cells. */
  standsAlone?: true;
  /** Looks at Compare, and is not made where somebody has deleted that sheet. */
  onCompare?: true;
}

/** Half a cent, and a patient in a hundred thousand: more than rounding, less than anything a reader sees. */
const DOLLARS = 0.005;
const PATIENTS = 0.00001;
export const SHARE = 0.000001;

export interface CheckPlaces {
  book: Book;
  /** Where PPPM.CHECKMODEL spills its findings: their header, and the column of their texts. */
  findingsHeader: string;
  findingTexts: string;
}

/** Sum of the absolute differences of two series of months. */
const apart = (left: string, right: string): string => `SUMPRODUCT(ABS(${left}-(${right})))`;

/** Months from the second on, and the months before them, on Forecast. */
const later = (key: LineKey): string => reference(linePlace(key, 1));
const before = (key: LineKey): string => reference(linePlace(key, 0, MAX_MONTHS - 1));
const first = (key: LineKey): string => reference(linePlace(key, 0, 1));
const header = reference(headerPlace());
const firstMonth = reference(headerPlace(0, 1));
const laterHeader = reference(headerPlace(1));
const beforeHeader = reference(headerPlace(0, MAX_MONTHS - 1));
/** 1 in months that are forecast: beyond the horizon the cells are blank. */
const laterForecast = `(${laterHeader}<>"")`;

/** A balance that moves by the given flow each month, starting from nothing. */
const moves = (balance: LineKey, flowLater: string, flowFirst: string): string =>
  `SUMPRODUCT(${laterForecast}*ABS(${later(balance)}-${before(balance)}-(${flowLater})))+ABS(${first(balance)}-(${flowFirst}))`;

/** How many of the ranges hold an error: a sum stops at one, where counting would ask tens of thousands of cells. */
const errorsIn = (...ranges: readonly string[]): string => ranges.map((range) => `N(ISERROR(SUM(${range})))`).join('+');

/** Where it fails nothing else can be told, and all other checks wait. */
export const IS_CURRENT: ModelCheck = {
  test: 'The figures are of the inputs as they are now',
  compared: 'Headers on Forecast, Compare and Findings that do not end in the stamp above, and answers on their way',
  residual: ({ findingsHeader }) => staleFormula(findingsHeader),
  tolerance: 0,
  severity: 'CALCULATING',
  where: 'Wait a moment. If it stays: open the pane of PPPM for Excel',
  standsAlone: true,
};

export const HAS_ROOM: ModelCheck = {
  test: 'Nothing stands in the way of a formula',
  compared: 'Cells with #SPILL! in the first columns of Forecast and Compare, and over the findings',
  residual: ({ findingsHeader }) => blockedFormula(findingsHeader),
  tolerance: 0,
  severity: 'ERROR',
  where: 'The cell with #SPILL!: empty the cell that stands in its way; the pane of PPPM for Excel names it',
  standsAlone: true,
};

const STRUCTURE: readonly ModelCheck[] = [
  IS_CURRENT,
  HAS_ROOM,
  {
    test: 'The statement is there, line by line',
    compared: 'Line names on Forecast against the list on this sheet: how many differ',
    residual: () => `ROWS(${statementLineNames})-SUMPRODUCT(--(${statementNames}=${statementLineNames}))`,
    tolerance: 0,
    severity: 'ERROR',
    where:
      'Forecast A6: #SPILL! means a cell in its way, #NAME? no add-in; any other error says which input to correct',
    standsAlone: true,
  },
  {
    test: 'No error values in the allowed amounts',
    compared: 'Errors on Rates and in Allowed PPPM on Payer Mix: how many of the three blocks hold one',
    residual: ({ book }) => errorsIn(ratesCells(book), NAMES.allowedByCodes, 'tblPayerMix[Allowed PPPM]'),
    tolerance: 0,
    severity: 'ERROR',
    where: 'Rates; Payer Mix, Allowed PPPM',
    standsAlone: true,
  },
  {
    test: 'No error values on Forecast',
    compared: '1 where any cell shows an error, else 0',
    residual: () => errorsIn(forecastCells),
    tolerance: 0,
    severity: 'ERROR',
    where: 'Forecast',
    standsAlone: true,
  },
  {
    test: 'No error values on Compare',
    compared: '1 where any cell shows an error, else 0',
    residual: () => errorsIn(compareCells),
    tolerance: 0,
    severity: 'ERROR',
    where: 'Compare',
    standsAlone: true,
    onCompare: true,
  },
  {
    test: 'Months follow one another',
    compared: 'Month-ends that do not come one month after the one before',
    residual: () =>
      `SUMPRODUCT(${laterForecast}*(IF(${firstMonth}=1,${beforeHeader}+1,DATE(YEAR(${beforeHeader}),MONTH(${beforeHeader})+1+1,0))<>${laterHeader}))`,
    tolerance: 0,
    severity: 'ERROR',
    where: 'Forecast, header',
  },
  {
    test: 'The first month is the start month',
    compared: 'First month on Forecast less Start month in Settings, in days; month 1 where none is given',
    residual: () =>
      `IF(ISNUMBER(${NAMES.startMonth}),${firstMonth}-EOMONTH(${NAMES.startMonth},0),IF(${NAMES.startMonth}="",${firstMonth}-1,"not a date"))`,
    tolerance: 0,
    severity: 'ERROR',
    where: 'Scenarios, Settings: type Start month as a date, e.g. 2027-01-01',
  },
  {
    test: 'The workbook counts dates from 1900',
    compared: 'January 1, 2000, as this workbook counts it, less how the forecast does, in days',
    residual: () => daysOff,
    tolerance: 0,
    severity: 'ERROR',
    where: 'File, Options, Advanced: turn off Use 1904 date system, and look at every date',
    standsAlone: true,
  },
  {
    test: 'As many months as set',
    compared: 'Months in the header less Months in Settings, or its default',
    residual: () => `COUNT(${header})-${NAMES.months}`,
    tolerance: 0,
    severity: 'ERROR',
    where: 'Scenarios, Settings',
  },
];

const m = lineMonths;

const PANEL: readonly ModelCheck[] = [
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

const movement = (part: (key: LineKey) => string): string =>
  `${part('allowedRevenue')}-${part('badDebt')}-${part('cashCollected')}`;
const funds = (part: (key: LineKey) => string): string => `${part('cashCollected')}-${part('totalCost')}`;

const MONEY: readonly ModelCheck[] = [
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
    residual: () => moves('receivable', movement(later), movement(first)),
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
    compared: 'Paid dollars against allowed revenue; collected against cash collected and still to come',
    residual: () =>
      `ABS(${dollarsOf('paid')}-${lineTotal('allowedRevenue')})+ABS(${dollarsOf('collected')}-${dollarsOf('cashCollected')}-${dollarsOf('cashToCome')})`,
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Compare, from eligible patients to cash',
    onCompare: true,
  },
];

const SUMMED: readonly LineKey[] = [
  'newPatients',
  'lostPatients',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'totalCost',
  'margin',
];
const LAST_MONTH: readonly LineKey[] = ['closingPatients', 'receivable', 'cumulativeCash'];

const given = (names: Place): string => `COUNTIF(${reference(names)},"?*")`;
/** Without those that are not shown, programs do not add to the total; another check says so. */
const BEYOND = 'more programs than shown';
const sumOf = (key: ProgramLine): string =>
  places(ROOM.programs)
    .map((program) => programMonths(program, key))
    .join('+');

const programCheck = (key: ProgramLine, what: string, tolerance: number): ModelCheck => ({
  test: `Programs add to the total: ${what}`,
  compared: `Sum of the programs’ ${what} against the statement, each month`,
  residual: () =>
    `IF(${given(allProgramNames)}>ROWS(${reference(programNames)}),"${BEYOND}",${apart(sumOf(key), lineMonths(key))})`,
  tolerance,
  severity: 'ERROR',
  where: 'Forecast, by program',
});

const activeNumber = scenarioNumber(NAMES.scenario);

const SUMS: readonly ModelCheck[] = [
  programCheck('allowedRevenue', 'allowed revenue', DOLLARS),
  programCheck('totalCost', 'total cost', DOLLARS),
  programCheck('closingPatients', 'closing patients', PATIENTS),
  {
    test: 'Every program is shown',
    compared: `Programs of Panel less those with a block on Forecast, which has room for ${ROOM.programs}`,
    residual: () =>
      `${given(allProgramNames)}-(${places(ROOM.programs)
        .map((program) => `(${programName(program)}<>"")`)
        .join('+')})`,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Forecast, by program: the statement holds the others, too',
  },
  {
    test: 'Every scenario is shown',
    compared: `Scenarios beyond the ${ROOM.scenarios} that Compare has room for`,
    residual: () => `MAX(0,${given(allScenarioNames)}-ROWS(${reference(scenarioNames)}))`,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Scenarios: move the columns to be compared to the left',
    standsAlone: true,
  },
  {
    test: 'Totals are the sum of the months',
    compared: 'Total column of seven flows against the sum of their months',
    residual: () => SUMMED.map((key) => `ABS(${lineTotal(key)}-SUM(${lineMonths(key)}))`).join('+'),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, column C',
  },
  {
    test: 'Totals of balances are the last month',
    compared: 'Total column of three balances against their last month',
    residual: () =>
      LAST_MONTH.map((key) => `ABS(${lineTotal(key)}-INDEX(${lineMonths(key)},COUNT(${header})))`).join('+'),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, column C',
  },
  {
    test: 'Compare agrees with Forecast',
    compared: 'Revenue of the active scenario on Compare, found by its name, less revenue on Forecast',
    residual: () =>
      `IF(${activeNumber}=0,"not shown",INDEX(${scenarioTotals('allowedRevenue')},${activeNumber})-${lineTotal('allowedRevenue')})`,
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Start, Active scenario; Compare, Scenarios',
    onCompare: true,
  },
  {
    test: 'Scenarios are compared with one that is there',
    compared: '1 where the name in Compared with is none of the scenarios shown, else 0',
    residual: () => `IF(${scenarioNumber(NAMES.baseScenario)}=0,1,0)`,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Compare, Compared with',
    standsAlone: true,
    onCompare: true,
  },
];

const notes = (texts: string): string => `COUNTIF(${texts},"Note: *")`;

const INPUTS: readonly ModelCheck[] = [
  {
    test: 'Payer shares of each program add to 100%',
    compared: 'The largest difference, program by program; rows that the forecast leaves out (totals) do not count',
    residual: () => `IF(COUNT(${sharesLessOne})=0,"no program",MAX(MAX(${sharesLessOne}),-MIN(${sharesLessOne})))`,
    tolerance: SHARE,
    severity: 'ERROR',
    where: 'Payer Mix, Share of panel; by program: right of here, Shares less 100%',
    standsAlone: true,
  },
  {
    test: 'The inputs can be used',
    compared: 'Findings of PPPM.CHECKMODEL that stop the forecast',
    // A call that fails is an error itself: the residual must not be a number then.
    residual: ({ findingsHeader, findingTexts: texts }) =>
      `COUNTIF(${texts},"?*")-${notes(texts)}+IF(ISERROR(${findingsHeader}),NA(),0)`,
    tolerance: 0,
    severity: 'ERROR',
    where: 'Findings below',
    standsAlone: true,
  },
  {
    test: 'Nothing stands beside or below a table',
    compared: 'Filled cells on Panel, Payer Mix and Costs that no table covers, so that nothing reads them',
    residual: () => strayFormula,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Below and beside the tables: drag the table over them, or move them away',
    standsAlone: true,
  },
  {
    test: 'Nothing odd in the inputs',
    compared: 'Notes of PPPM.CHECKMODEL: the forecast runs, but look at them',
    residual: ({ findingTexts }) => notes(findingTexts),
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Findings below',
    standsAlone: true,
  },
];

/** As many whatever the practice. */
export const MODEL_CHECKS: readonly ModelCheck[] = [...STRUCTURE, ...PANEL, ...MONEY, ...SUMS, ...INPUTS];

/** Whether the statement is there: what every figure drawn from it asks first. */
export const readyFormula = `IFERROR(SUMPRODUCT(--(${statementNames}=${statementLineNames}))=ROWS(${statementLineNames}),FALSE)`;

const DELETED = 'sheet deleted';

/**
 * OK, REVIEW or ERROR; never an error value itself. A check that has nothing to look at is not made: –. CALCULATING
 * while figures are on their way, of which nothing can be told.
 * @param stale cell with how many are
 */
export const verdictFormula = (
  residual: string,
  tolerance: string,
  severity: ModelCheck['severity'],
  stale: string,
): string =>
  `IF(N(${stale})>0,"CALCULATING",IF(ISNUMBER(${residual}),IF(ABS(${residual})<=${tolerance},"OK","${severity}"),IF(OR(${[DELETED, BEYOND].map((reason) => `${residual}="${reason}"`).join(',')}),"–","ERROR")))`;

/** The residual, or a word where there is none. */
export function residualFormula({ residual, standsAlone, onCompare }: ModelCheck, cells: CheckPlaces): string {
  const checked = `IFERROR(${residual(cells)},"error")`;
  const made = standsAlone ? checked : `IF(${NAMES.ready},${checked},"no forecast")`;
  return onCompare ? `IF(ISREF(${compareCorner}),${made},"${DELETED}")` : made;
}

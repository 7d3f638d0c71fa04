/** Whether there is a statement to look at: whole, without errors, of the months that are set. */
import { MAX_MONTHS } from '../../../tables/schemas/settings';
import { reference } from '../../plan/cells';
import { NAMES } from '../../layout/names';
import { compareCells } from '../compare/layout';
import { forecastCells, headerPlace, statementNames } from '../forecast/layout';
import { ratesCells } from '../rates/codes';
import { daysOff } from './days-off';
import { statementLineNames } from './line-names';
import { blockedFormula, staleFormula } from './standing';
import { header, laterForecast, laterHeader, type ModelCheck } from './model-check';

const firstMonth = reference(headerPlace(0, 1));
const beforeHeader = reference(headerPlace(0, MAX_MONTHS - 1));

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
  where: 'The cell with #SPILL!: empty the cell in its way; the pane of PPPM for Excel names it',
  standsAlone: true,
};

export const STRUCTURE: readonly ModelCheck[] = [
  IS_CURRENT,
  HAS_ROOM,
  {
    test: 'The statement is there, line by line',
    compared: 'Line names on Forecast against the list on this sheet: how many differ',
    residual: () => `ROWS(${statementLineNames})-SUMPRODUCT(--(${statementNames}=${statementLineNames}))`,
    tolerance: 0,
    severity: 'ERROR',
    where: 'Forecast A6: #SPILL!: a cell in its way; #NAME?: no add-in; others say which input to correct',
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

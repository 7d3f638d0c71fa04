/**
 * Whether the figures are of the inputs as they are now. Excel calculates its own formulas at once and those of an
 * add-in some time later, and shows old values until then. So a stamp of the inputs is made in plain Excel, every
 * call of the model is given it, and answers with it in its header: where a header ends in another stamp, the
 * figures below are old.
 */
import { area, onSheet } from '../../plan/cells';
import { MODEL_TABLES, NAMES } from '../../layout/names';
import { HEADING_ROWS } from '../../layout/sheet-draft';
import { ROOM } from '../../layout/room';
import { COMPARE, compareCorner, HIRES_ROW } from '../compare/layout';
import { FORECAST, programNameRow, STATEMENT_ROW } from '../forecast/layout';
import { payerPrograms, programNames, scenarioNames } from './names-as-read';

/** Irrational, and another one for every cell: changes of two cells do not cancel out. */
const weightOf = (cells: string): string => `SQRT(ROW(${cells})*211+COLUMN(${cells}))`;

/** A number that changes with the texts: their lengths and some of their letters. */
const lettersOf = (texts: string): string =>
  [
    `LEN(${texts})*7.3`,
    `UNICODE(${texts}&"~")`,
    `UNICODE(MID(${texts}&"~~~~",3,1))*1.7`,
    `UNICODE(MID(${texts}&"~",LEN(${texts})/2+1,1))*3.1`,
    `UNICODE(RIGHT("~"&${texts}))*5.9`,
  ]
    // Half a letter beyond the first plane has no number.
    .map((term) => `IFERROR(${term},1)`)
    .join('+');

const contentOf = (cells: string): string => {
  const plain = `IFERROR(${cells},"#")`;
  return `SUMPRODUCT(${weightOf(cells)},${plain})+SUMPRODUCT(${weightOf(cells)}*(${lettersOf(plain)}))`;
};

const NO_STAMP = '"none"';

/** Six digits and letters that change with the tables and the active scenario; a failure of its own stops no forecast. */
export const stampFormula = `IFERROR(BASE(MOD(${[...MODEL_TABLES, NAMES.scenario].map(contentOf).join('+')},1000)*1000000,36,6),${NO_STAMP})`;

/** First columns of everything that the model's functions spill, where their headers stand. */
const onForecast = onSheet(FORECAST, area(STATEMENT_ROW, 0, programNameRow(ROOM.programs) - STATEMENT_ROW));
const onCompare = onSheet(COMPARE, area(HEADING_ROWS, 0, HIRES_ROW + 1 - HEADING_ROWS));

/** Of all answers, what is asked of each; Compare may have been deleted by hand. */
const overAnswers = (findings: string, ask: (cells: string) => string): string =>
  `${ask(onForecast)}+IF(ISREF(${compareCorner}),${ask(onCompare)},0)+${ask(findings)}`;

/** Numbers of ERROR.TYPE for errors that stay: Excel documents none for #BUSY!, and 8 is #GETTING_DATA. */
const LASTING_ERRORS = '{1,2,3,4,5,6,7,9,10,11,12,13,14}';
const SPILL_ERROR = 9;
const NAME_ERROR = 5;

const errorTypes = (cells: string): string => `IFERROR(ERROR.TYPE(${cells}),0)`;

const onTheirWay = (cells: string): string =>
  `SUMPRODUCT(ISERROR(${cells})*ISERROR(MATCH(${errorTypes(cells)},${LASTING_ERRORS},0)))`;

/** How many of the cells hold an error that no answer on its way takes away. */
export const lastingErrors = (cells: string): string =>
  `SUMPRODUCT(ISERROR(${cells})*ISNUMBER(MATCH(${errorTypes(cells)},${LASTING_ERRORS},0)))`;

/** Where the names of programs and scenarios begin, which blocks and checks go by. */
const NAMES_AS_READ = [programNames, scenarioNames, payerPrograms].map(({ sheet, area: { row, column } }) =>
  onSheet(sheet, area(row, column)),
);

/** Whether Excel does not know the add-in's functions. */
export const unknownFormula = (findings: string): string => `${errorTypes(findings)}=${NAME_ERROR}`;

/**
 * Answers that are on their way: of other inputs than those now, or not there yet. Where nobody knows the functions none
 * is under way; LibreOffice, which knows no number for the error of each cell, would take all of them for it.
 */
export const staleFormula = (findings: string): string => {
  const stale = overAnswers(
    findings,
    (cells) => `COUNTIF(${cells},"* · ??????-??????")-COUNTIF(${cells},"* · ??????-"&${NAMES.stamp})`,
  );
  const late = [overAnswers(findings, onTheirWay), ...NAMES_AS_READ.map(onTheirWay)].join('+');
  return `IF(${NAMES.stamp}=${NO_STAMP},NA(),${stale}+IF(${unknownFormula(findings)},0,${late}))`;
};

/** Answers that have no room. */
export const blockedFormula = (findings: string): string =>
  overAnswers(findings, (cells) => `SUMPRODUCT(--(${errorTypes(cells)}=${SPILL_ERROR}))`);

/** Whether the inputs can be used, and what is odd in them. */
import { addedErrors, WATCHED_SHEETS } from './added-answers';
import { sharesLessOne } from './names-as-read';
import { strayFormula } from './stray';
import { type ModelCheck, SHARE } from './model-check';

const notes = (texts: string): string => `COUNTIF(${texts},"Note: *")`;

/** The one cause where it fails: the others have no forecast to check then. */
export const INPUTS_CAN_BE_USED: ModelCheck = {
  test: 'The inputs can be used',
  compared: 'Findings of PPPM.CHECKMODEL that stop the forecast',
  // A call that fails is an error itself: the residual must not be a number then.
  residual: ({ findingsHeader, findingTexts: texts }) =>
    `COUNTIF(${texts},"?*")-${notes(texts)}+IF(ISERROR(${findingsHeader}),NA(),0)`,
  tolerance: 0,
  severity: 'ERROR',
  where: 'Findings below',
  standsAlone: true,
};

export const INPUTS: readonly ModelCheck[] = [
  {
    test: 'Payer shares of each program add to 100%',
    compared: 'The largest difference, program by program; rows that the forecast leaves out (totals) do not count',
    residual: () => `IF(COUNT(${sharesLessOne})=0,"no program",MAX(MAX(${sharesLessOne}),-MIN(${sharesLessOne})))`,
    tolerance: SHARE,
    severity: 'ERROR',
    where: 'Payer Mix, Share of panel; by program: right of here, Shares less 100%',
    standsAlone: true,
  },
  INPUTS_CAN_BE_USED,
  {
    test: 'Nothing stands beside or below a table',
    compared: 'Filled cells on the sheets of inputs that no table covers, so that nothing reads them',
    residual: () => strayFormula,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Below and beside the tables: drag the table over them, or move them away',
    standsAlone: true,
  },
  {
    test: 'The tables of added sheets can be used',
    compared: `Answers that are errors on the sheets added later: ${WATCHED_SHEETS.join(', ')}`,
    residual: () => addedErrors,
    tolerance: 0,
    severity: 'ERROR',
    where: 'The cell with the error says which input to correct; the pane lists what is wrong in their tables',
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

/** Checks: every test with what is compared, its residual, tolerance and verdict; then the findings of the add-in. */
import { area, fixed, formula, onSheet, plain, type Area } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { blankRows, drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { drawPrintArea, printedAndNeeded, printedRows, printedRowsFormula } from '../../layout/print-area';
import { HEADER_ROW } from '../../layout/sheet-draft';
import type { Book, Sheet } from '../sheet';
import { addedAnswers, drawAddedAnswers } from './added-answers';
import { drawGuardrails, guardrailsArea } from './guardrails';
import { CHECKS_ROW, FINDINGS, FINDINGS_ROW } from './layout';
import { CHECKS, drawLineNames } from './line-names';
import { SHARE, type ModelCheck } from './model-check';
import { MODEL_CHECKS } from './model-checks';
import { allScenarioNames, drawNames } from './names-as-read';
import { drawSettings, settingArea } from './settings-as-read';
import { stampFormula, unknownFormula } from './standing';
import { INPUTS_CAN_BE_USED } from './input-checks';
import { HAS_ROOM, IS_CURRENT } from './structure-checks';
import { readyFormula, residualFormula, verdictFormula } from './verdict';

/** Master light, its explanation, whether the statement is there, and the stamp of the inputs. */
const LIGHT = area(2, 1);
const LIGHT_TEXT = area(2, 2);
const READY = area(3, 1);
const STAMP = area(READY.row + 1, 1);

const FINDINGS_TABLE: ResultTable<null> = {
  row: FINDINGS_ROW,
  title: 'Findings in the inputs, by the add-in',
  header: FORMATS.band,
  columns: [
    { key: 'table' },
    { key: 'row', align: 'Center', numberFormat: '0' },
    { key: 'column' },
    { key: 'finding' },
    // A finding is a sentence, and runs on.
    { key: 'room', times: 2 },
  ],
  rows: blankRows(FINDINGS),
  spill: `PPPM.CHECKMODEL(${MODEL_ARGUMENTS},${NAMES.stamp})`,
};
const findings = placeResults(FINDINGS_TABLE);
const findingsArea: Area = { ...findings.body, columns: 4 };
const findingsHeader = onSheet(CHECKS, findings.header('table'));
const findingTexts = onSheet(CHECKS, findings.data('finding'));

const checksTable = (book: Book, stale = ''): ResultTable<ModelCheck> => ({
  row: CHECKS_ROW,
  header: FORMATS.header,
  columns: [
    { key: 'test', header: 'Test', width: 56, cell: ({ test }) => test },
    {
      key: 'verdict',
      header: 'Verdict',
      width: 12,
      light: true,
      cell: ({ severity }, { at }) => formula(verdictFormula(at('residual'), at('tolerance'), severity, stale)),
    },
    {
      key: 'residual',
      header: 'Residual',
      width: 15,
      align: 'Right',
      numberFormat: NUMBER_FORMATS.residual,
      cell: (check) => formula(residualFormula(check, { book, findingsHeader, findingTexts })),
    },
    {
      key: 'tolerance',
      header: 'Tolerance',
      width: 14,
      align: 'Right',
      numberFormat: NUMBER_FORMATS.plain,
      format: FORMATS.input,
      cell: ({ tolerance }) => tolerance,
    },
    {
      key: 'compared',
      header: 'What is compared',
      width: 88,
      indent: 1,
      format: FORMATS.muted,
      cell: ({ compared }) => compared,
    },
    { key: 'where', header: 'Where to look', width: 72, format: FORMATS.muted, cell: ({ where }) => where },
  ],
  rows: MODEL_CHECKS,
  ruled: true,
});

export const checksSheet: Sheet = {
  name: CHECKS,
  kind: 'assurance',
  names: [
    { name: NAMES.light, comment: 'OK, REVIEW or ERROR: the verdict of all checks.', area: () => LIGHT },
    { name: NAMES.lightText, comment: 'The verdict in words.', area: () => LIGHT_TEXT },
    {
      name: NAMES.checks,
      comment: 'Every check: test, verdict, residual, tolerance, what is compared, where to look.',
      area: (book) => placeResults(checksTable(book)).body,
    },
    { name: NAMES.ready, comment: 'TRUE while the statement on Forecast has all its lines.', area: () => READY },
    { name: NAMES.stamp, comment: 'Changes with the inputs; headers of results end in it.', area: () => STAMP },
    {
      name: NAMES.scenarioHeaders,
      comment: 'The scenarios, as the add-in reads them.',
      area: () => allScenarioNames.area,
    },
    {
      name: NAMES.startMonth,
      comment: 'First month of the forecast, as the sheets read it from Settings.',
      area: () => settingArea('startMonth'),
    },
    {
      name: NAMES.months,
      comment: 'Months forecast, as the sheets read them from Settings.',
      area: () => settingArea('months'),
    },
    {
      name: NAMES.guardrails,
      comment: 'Guardrail, verdict, worst month, limit, what to do, month.',
      area: () => guardrailsArea,
    },
    {
      name: NAMES.checksPrint,
      comment: 'Cells of Checks that are printed, and that would have to be.',
      area: () => printedAndNeeded,
    },
    {
      name: NAMES.addedAnswers,
      comment: 'Sheets added later, and how many of their answers are errors.',
      area: () => addedAnswers,
    },
    { name: NAMES.findings, comment: 'Findings in the inputs: table, row, column, text.', area: () => findingsArea },
  ],
  draw(sheet, book) {
    const placed = placeResults(checksTable(book));
    const table = checksTable(book, fixed(placed.cell('residual', IS_CURRENT)));
    const blocked = plain(placed.cell('verdict', HAS_ROOM));
    const causes = plain(placed.cell('residual', INPUTS_CAN_BE_USED));
    const verdicts = plain(placed.data('verdict'));
    const count = (word: string) => `COUNTIF(${verdicts},"${word}")`;
    sheet.heading(CHECKS, 'Every test is plain Excel over the cells: it checks the add-in, not the other way round', {
      frozenColumns: FROZEN_COLUMNS,
      light: [
        formula(
          `IF(${count('CALCULATING')}>0,"CALCULATING",IF(${count('ERROR')}>0,"ERROR",IF(${count('REVIEW')}>0,"REVIEW","OK")))`,
        ),
        formula(
          `IF(${count('CALCULATING')}>0,"Calculating: figures may be of the inputs before",` +
            `IF(${unknownFormula(findingsHeader)},"The add-in PPPM for Excel is not there: nothing is calculated",` +
            `IF(${blocked}="ERROR","Something stands in the way of a formula: see Checks",` +
            `IF(N(${causes})>0,IF(${causes}=1,"One input stops",${causes}&" inputs stop")&" the forecast: see Checks",` +
            `IF(${count('ERROR')}>0,${count('ERROR')}&" of "&ROWS(${verdicts})&" checks fail: see Checks",` +
            `IF(${count('REVIEW')}>0,${count('REVIEW')}&" to look at: see Checks",` +
            `"All "&${count('OK')}&" checks pass, no findings"&IF(${count('–')}>0,"; "&${count('–')}&" not made: see Checks","")))))))`,
        ),
      ],
    });
    sheet.put(READY.row, 0, [
      ['Forecast is there', formula(readyFormula)],
      ['Stamp of the inputs now', formula(stampFormula)],
    ]);
    sheet.format(area(READY.row, 0, 2, 2), FORMATS.muted).format(area(READY.row, 1, 2), { align: 'Center' });

    drawResults(sheet, table);
    drawLineNames(sheet);
    drawNames(sheet);
    drawSettings(sheet);
    drawAddedAnswers(sheet);
    const ofShares = MODEL_CHECKS.find(({ tolerance }) => tolerance === SHARE)!;
    drawGuardrails(sheet, fixed(placed.cell('tolerance', ofShares)));
    drawResults(sheet, FINDINGS_TABLE);

    sheet.widths([GAP], placed.area.columns);
    sheet.freeze(HEADER_ROW + 1, FROZEN_COLUMNS);
    sheet.print({ titleRows: HEADER_ROW + 1 });
    // Without the names and settings beside the checks, and with the findings that there are.
    const found = fixed({ ...findings.data('finding'), rows: MOST_FINDINGS });
    drawPrintArea(
      sheet,
      area(0, 0, printedRows(findings.body), placed.area.columns),
      printedRowsFormula(findings.body, `COUNTIF(${found},"?*")`),
      `COLUMNS(${fixed({ ...placed.area, rows: 1 })})`,
    );
  },
};

/** Counted for the print area: the list may spill further than it is formatted. */
const MOST_FINDINGS = 5000;
/** The tests stay in sight. */
const FROZEN_COLUMNS = 1;
/** Between the checks and the names of lines beside them. */
const GAP = 4;

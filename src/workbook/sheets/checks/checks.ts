/** Checks: every test with what is compared, its residual, tolerance and verdict; then the findings of the add-in. */
import { LINES } from '../../../engine/model/lines';
import { area, fixed, formula, plain, relative, type Area, type Content } from '../../plan/cells';
import { SheetDraft } from '../../layout/sheet-draft';
import { COLORS, FORMATS, NUMBER_FORMATS, TAB_COLORS } from '../../layout/look';
import { modelChecks, SHARE, readyFormula, residualFormula, verdictFormula, type CheckPlaces } from './model-checks';
import { HEADER_ROW, MODEL_ARGUMENTS, NAMES, SHEETS } from '../../layout/places';
import type { SheetPlan } from '../../plan/plan';
import type { SampleTables } from '../../practice/sample-tables';
import { ratesArea } from '../rates/rates';
import { capacityLineNames } from '../forecast/capacity';
import { drawGuardrails, guardrailArea } from './guardrails';
import { scenarioHeaderCells } from '../scenarios';

/** Master light, its explanation, and whether the statement is there. */
export const LIGHT = area(2, 1);
export const LIGHT_TEXT = area(2, 2);
export const READY = area(3, 1);

const COLUMNS = 6;
/** The statement's line names stand to the right, out of the way. */
const LINE_NAMES: Area = area(HEADER_ROW + 1, COLUMNS + 1, LINES.length);
/** Names of the lines of Forecast's capacity block, below them. */
export const CAPACITY_NAMES: Area = area(HEADER_ROW + 1 + LINES.length + 3, COLUMNS + 1, capacityLineNames.length);
/** Findings shown; PPPM.CHECKMODEL may spill further. */
const FINDINGS = 500;

const places = (sample: SampleTables, programs: readonly string[], findingsRow: number): CheckPlaces => ({
  programs: programs.length,
  rates: ratesArea(programs),
  lineNames: LINE_NAMES,
  findings: area(findingsRow, 0, FINDINGS, 4),
  findingTexts: area(findingsRow, 3, FINDINGS),
  scenarioNames: scenarioHeaderCells(sample),
});

/** The guardrails stand below the checks, which are as many whatever the practice. */
export function guardrailsArea(sample: SampleTables, programs: readonly string[]): Area {
  const checks = modelChecks(places(sample, programs, 0)).length;
  return guardrailArea(HEADER_ROW + 1 + checks + 3);
}

/** Where the findings spill: last. */
export function findingsArea(sample: SampleTables, programs: readonly string[]): Area {
  const { row, rows } = guardrailsArea(sample, programs);
  return area(row + rows + 4, 0, FINDINGS, 4);
}

export function checksSheet(sample: SampleTables, programs: readonly string[]): SheetPlan {
  const findings = findingsArea(sample, programs);
  const checks = modelChecks(places(sample, programs, findings.row));
  const first = HEADER_ROW + 1;
  const verdicts = area(first, 1, checks.length);

  const sheet = new SheetDraft(SHEETS.checks, TAB_COLORS.assurance, [56, 12, 15, 14, 76, 56, 4, 32]);
  const count = (word: string) => `COUNTIF(${plain(verdicts)},"${word}")`;
  sheet.heading(
    SHEETS.checks,
    'Every test is a plain Excel formula over the cells, so it checks the add-in and not the other way round.',
    [
      formula(`IF(${count('ERROR')}>0,"ERROR",IF(${count('REVIEW')}>0,"REVIEW","OK"))`),
      formula(
        `IF(${count('ERROR')}>0,${count('ERROR')}&" of "&ROWS(${plain(verdicts)})&" checks fail: see Checks",` +
          `IF(${count('REVIEW')}>0,${count('REVIEW')}&" to look at: see Checks","All "&ROWS(${plain(verdicts)})&" checks pass, no findings"))`,
      ),
    ],
  );
  sheet.put(READY.row, 0, [['Forecast is there', formula(readyFormula(LINE_NAMES))]]);
  sheet.format(area(READY.row, 0, 1, 2), { color: COLORS.muted }).format(READY, { align: 'Center' });

  const titles = ['Test', 'Verdict', 'Residual', 'Tolerance', 'What is compared', 'Where to look'];
  sheet.put(HEADER_ROW, 0, [titles]);
  sheet
    .format(area(HEADER_ROW, 0, 1, COLUMNS), FORMATS.header)
    .format(area(HEADER_ROW, 2, 1, 2), { align: 'Right' })
    .format(area(HEADER_ROW, 1), { align: 'Center' });
  sheet.put(
    first,
    0,
    checks.map((check, i): Content[] => {
      const row = first + i;
      return [
        check.test,
        formula(verdictFormula(relative(row, 2), relative(row, 3), check.severity)),
        formula(residualFormula(check)),
        check.tolerance,
        check.compared,
        check.where,
      ];
    }),
  );
  sheet.light(verdicts);
  sheet.format(area(first, 0, checks.length, COLUMNS), { bottom: { color: COLORS.line, weight: 'Thin' } });
  sheet.format(area(first, 2, checks.length, 1), { numberFormat: NUMBER_FORMATS.residual, align: 'Right' });
  sheet.format(area(first, 3, checks.length, 1), FORMATS.input, { numberFormat: NUMBER_FORMATS.plain, align: 'Right' });
  sheet
    .format(area(first, 4, checks.length, 2), { color: COLORS.muted })
    .format(area(HEADER_ROW, 4, checks.length + 1, 1), { indent: 1 });

  sheet.put(HEADER_ROW, LINE_NAMES.column, [['Statement lines']]);
  sheet.put(
    LINE_NAMES.row,
    LINE_NAMES.column,
    LINES.map(({ name }): Content[] => [name]),
  );
  sheet.format(area(HEADER_ROW, LINE_NAMES.column), { bold: true, color: COLORS.muted });
  sheet.format(LINE_NAMES, { color: COLORS.muted });

  sheet.put(CAPACITY_NAMES.row - 1, CAPACITY_NAMES.column, [['Capacity lines']]);
  sheet.put(CAPACITY_NAMES.row, CAPACITY_NAMES.column, capacityLineNames);
  sheet.format(area(CAPACITY_NAMES.row - 1, CAPACITY_NAMES.column), { bold: true, color: COLORS.muted });
  sheet.format(CAPACITY_NAMES, { color: COLORS.muted });

  drawGuardrails(
    sheet,
    sample,
    guardrailsArea(sample, programs).row,
    programs.length,
    fixed(area(first + checks.findIndex(({ tolerance }) => tolerance === SHARE), 3)),
  );

  sheet.section(findings.row - 2, 0, COLUMNS, 'Findings in the inputs, by the add-in');
  sheet.put(findings.row - 1, 0, [['Table', 'Row', 'Column', 'Finding']]);
  sheet
    .format(area(findings.row - 1, 0, 1, COLUMNS), { bold: true, fill: COLORS.band })
    .format(area(findings.row - 1, 1), { align: 'Center' });
  sheet.put(findings.row, 0, [[formula(`PPPM.CHECKMODEL(${MODEL_ARGUMENTS})`)]]);
  sheet.format(area(findings.row, 1, FINDINGS, 1), { align: 'Center', numberFormat: '0' });

  sheet.freeze(HEADER_ROW + 1, 1);
  sheet.print({ titleRows: HEADER_ROW + 1 });
  return sheet.plan();
}

/** The three cells that other sheets name. */
export const checkNames = [
  { name: NAMES.light, area: LIGHT, comment: 'OK, REVIEW or ERROR: the verdict of all checks.' },
  { name: NAMES.lightText, area: LIGHT_TEXT, comment: 'The verdict in words.' },
  { name: NAMES.ready, area: READY, comment: 'TRUE while the statement on Forecast has all its lines.' },
] as const;

/** Checks of the copy, in formulas too: whether it can be read, stands as it was made, adds up, and what to look at. */
import { FORMATS, TAB_COLORS } from '../../workbook/layout/look';
import { HEADER_ROW, SheetDraft } from '../../workbook/layout/sheet-draft';
import { NAMES } from '../../workbook/layout/names';
import { area, formula, type Content } from '../../workbook/plan/cells';
import type { NamePlan, SheetPlan } from '../../workbook/plan/plan';

const CHECKS = 'Checks';

export interface CopyCheck {
  test: string;
  /** Formula of what must be 0. */
  residual: string;
  /** Largest that passes. */
  tolerance: number;
  severity: 'ERROR' | 'REVIEW';
  /** Where to look and what to do. */
  advice: string;
}

export interface CheckGroup {
  title: string;
  checks: readonly CopyCheck[];
}

const COLUMNS = ['Check', 'Off by', 'Verdict', 'What to do'];
const [OFF, VERDICT, ADVICE] = [1, 2, 3];

/** The light of the whole copy, and what it says. */
const LIGHT = area(2, 1);
const LIGHT_TEXT = area(2, 2);

export const checkNames: readonly NamePlan[] = [
  { name: NAMES.light, sheet: CHECKS, area: LIGHT, comment: 'The worst of the checks' },
  { name: NAMES.lightText, sheet: CHECKS, area: LIGHT_TEXT, comment: 'How many checks fail' },
];

export function drawChecks(groups: readonly CheckGroup[]): SheetPlan {
  const sheet = new SheetDraft(CHECKS, TAB_COLORS.assurance);
  const rows = groups.reduce((sum, { checks }) => sum + checks.length + 2, 0);
  const verdicts = `$C$${HEADER_ROW + 2}:$C$${HEADER_ROW + 1 + rows}`;
  const [errors, reviews] = [`COUNTIF(${verdicts},"ERROR")`, `COUNTIF(${verdicts},"REVIEW")`];
  sheet
    .widths([58, 16, 12, 90])
    .heading(CHECKS, 'Each line is a formula that must give 0', {
      light: [
        formula(`IF(${errors}>0,"ERROR",IF(${reviews}>0,"REVIEW","OK"))`),
        formula(
          `IF(${errors}+${reviews}=0,"All checks pass",${errors}&" checks fail, "&${reviews}&" to look at: see Checks")`,
        ),
      ],
    })
    .put(HEADER_ROW, 0, [COLUMNS])
    .format(area(HEADER_ROW, 0, 1, COLUMNS.length), FORMATS.header)
    .format(area(HEADER_ROW, OFF), { align: 'Right' })
    .freeze(HEADER_ROW + 1, 1)
    .print({ titleRows: HEADER_ROW + 1 });
  let next = HEADER_ROW + 1;
  for (const { title, checks } of groups) {
    sheet.section(next, 0, COLUMNS.length, title);
    const first = next + 1;
    sheet
      .put(
        first,
        0,
        checks.map(({ test, residual, tolerance, severity, advice }, i): Content[] => {
          const off = `$B$${first + i + 1}`;
          return [
            test,
            formula(`IFERROR(${residual},"error")`),
            formula(`IF(ISNUMBER(${off}),IF(ABS(${off})<=${tolerance},"OK","${severity}"),"ERROR")`),
            advice,
          ];
        }),
      )
      .format(area(first, OFF, checks.length, 1), { align: 'Right', numberFormat: '#,##0.######' })
      .format(area(first, ADVICE, checks.length, 1), FORMATS.muted, { indent: 1 })
      .light(area(first, VERDICT, checks.length, 1));
    next = first + checks.length + 1;
  }
  return sheet.plan();
}

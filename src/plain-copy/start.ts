/** Start of the copy: what it is, and where the scenario is chosen. */
import { FORMATS, TAB_COLORS } from '../workbook/layout/look';
import { SheetDraft } from '../workbook/layout/sheet-draft';
import { area, onSheet } from '../workbook/plan/cells';
import type { SheetPlan } from '../workbook/plan/plan';
import { SCENARIO_SHEET, type InputSheets } from './inputs/input-sheets';

const NAME = 'Start';
const CHOICE = area(4, 1);
export const SCENARIO_CELL = onSheet(NAME, CHOICE);

export interface StartFacts {
  scenario: string | null;
  version: string;
  inputs: InputSheets;
}

export function startSheet({ scenario, inputs }: StartFacts): SheetPlan {
  const sheet = new SheetDraft(NAME, TAB_COLORS.overview);
  sheet
    .widths([34, 24, 16])
    .put(CHOICE.row, 0, [['Scenario', scenario]])
    .format(CHOICE, FORMATS.input);
  if (inputs.scenarioHeaders)
    sheet.validate({
      area: CHOICE,
      rule: { kind: 'list', source: { sheet: SCENARIO_SHEET, area: inputs.scenarioHeaders } },
      prompt: { title: 'Scenario', message: 'Choose a scenario; everything follows. Blank is the plan without one.' },
      alert: { title: 'Scenario', message: 'Choose one of the scenarios on Scenarios.', style: 'Stop' },
    });
  return sheet.plan();
}

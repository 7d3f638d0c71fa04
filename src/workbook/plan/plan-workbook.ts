/** The whole workbook of a practice, planned. */
import { area } from './cells';
import { NAMES, SHEETS } from '../layout/places';
import type { NamePlan, WorkbookPlan } from './plan';
import type { Practice } from '../practice/practice';
import { sampleTables, SCENARIO_NAMES, type SampleTables } from '../practice/sample-tables';
import { CAPACITY_NAMES, checkNames, checksSheet, findingsArea, guardrailsArea } from '../sheets/checks/checks';
import { BASE_SCENARIO, compareSheet } from '../sheets/compare/compare';
import { forecastSheet } from '../sheets/forecast/forecast';
import { limitFormula } from '../sheets/checks/guardrails';
import { costsSheet, panelSheet, payerMixSheet } from '../sheets/inputs';
import { logSheet } from '../sheets/log';
import { hiresArea } from '../sheets/compare/losses';
import { allowedByCodesArea, ratesSheet } from '../sheets/rates/rates';
import { scenarioHeaderRow, scenariosSheet, settingCell } from '../sheets/scenarios';
import { ACTIVE_SCENARIO, HEADLINE_AREA, startSheet } from '../sheets/start';

/** Pure: the same practice gives the same workbook. */
export function planWorkbook(typed: Practice): WorkbookPlan {
  const practice = trimmed(typed);
  const version = __VERSION__;
  const sample = sampleTables(practice);
  const programs = practice.programs.map(({ name }) => name);
  return {
    practice,
    version,
    names: names(sample, programs),
    sheets: [
      startSheet(practice, version, sample, guardrailsArea(sample, programs)),
      panelSheet(sample),
      payerMixSheet(sample),
      costsSheet(sample),
      ratesSheet(sample, programs),
      scenariosSheet(sample),
      forecastSheet(programs.length, practice.months, CAPACITY_NAMES, limitFormula(sample, 'mostUtilization')),
      compareSheet(sample, programs, practice.months),
      checksSheet(sample, programs),
      logSheet(practice, version),
    ],
  };
}

const trimmed = (practice: Practice): Practice => ({
  ...practice,
  name: practice.name.trim(),
  programs: practice.programs.map((program) => ({ ...program, name: program.name.trim() })),
  payers: practice.payers.map((payer) => payer.trim()),
});

function names(sample: SampleTables, programs: readonly string[]): NamePlan[] {
  return [
    { name: NAMES.scenario, sheet: SHEETS.start, area: ACTIVE_SCENARIO, comment: 'The scenario that Forecast shows.' },
    {
      name: NAMES.headline,
      sheet: SHEETS.start,
      area: HEADLINE_AREA,
      comment: 'Label, value and unit of the headline figures.',
    },
    {
      name: NAMES.scenarioHeaders,
      sheet: SHEETS.scenarios,
      area: scenarioHeaderRow(sample),
      comment: 'Headers of the Scenarios table.',
    },
    {
      name: NAMES.startMonth,
      sheet: SHEETS.scenarios,
      area: settingCell(sample, 'startMonth'),
      comment: 'First month of the forecast.',
    },
    { name: NAMES.months, sheet: SHEETS.scenarios, area: settingCell(sample, 'months'), comment: 'Months forecast.' },
    {
      name: NAMES.allowedByCodes,
      sheet: SHEETS.rates,
      area: allowedByCodesArea(programs),
      comment: 'What the Codes of each row of Payer Mix give.',
    },
    {
      name: NAMES.baseScenario,
      sheet: SHEETS.compare,
      area: BASE_SCENARIO,
      comment: 'The scenario that Compare measures the others against.',
    },
    ...checkNames.map((name) => ({ ...name, sheet: SHEETS.checks, area: area(name.area.row, name.area.column) })),
    {
      name: NAMES.guardrails,
      sheet: SHEETS.checks,
      area: guardrailsArea(sample, programs),
      comment: 'Guardrail, verdict, worst month, limit, what to do, month.',
    },
    {
      name: NAMES.hires,
      sheet: SHEETS.compare,
      area: hiresArea(SCENARIO_NAMES.length),
      comment: 'Month, role, program, staffing, units on duty and needed, next unit, margins.',
    },
    {
      name: NAMES.findings,
      sheet: SHEETS.checks,
      area: findingsArea(sample, programs),
      comment: 'Findings in the inputs: table, row, column, text.',
    },
  ];
}

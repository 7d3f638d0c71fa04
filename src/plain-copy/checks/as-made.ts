/**
 * What the copy was made for. Names, bases and the like decide which formulas there are, so another one needs a new
 * copy; and the figures that the add-in had, scenario by scenario, to hold the formulas against.
 */
import { sumOf } from '../../engine/inputs/layout';
import type { LineKey } from '../../engine/model/lines';
import type { Forecast } from '../../forecast/forecast';
import { InputError } from '../../tables/messages/input-error';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { FORECAST_SETTINGS, PRICING_SETTINGS, SETTING_COLUMNS, SETTINGS } from '../../tables/schemas/settings';
import { formatOfUnit, FORMATS, TAB_COLORS } from '../../workbook/layout/look';
import { HEADER_ROW, SheetDraft } from '../../workbook/layout/sheet-draft';
import { area, formula, type Content } from '../../workbook/plan/cells';
import type { SheetPlan } from '../../workbook/plan/plan';
import type { InputRow } from '../../workbook/practice/sample-tables';
import type { InputSheets, Placed } from '../inputs/input-sheets';
import type { TypedTables } from '../inputs/typed-tables';
import { range } from '../reading';
import { lineOf } from '../row-names';

const AS_MADE = 'As Made';

/** Figures that tell one forecast from another. */
export const COMPARED = [
  'closingPatients',
  'allowedRevenue',
  'cashCollected',
  'totalCost',
  'margin',
] as const satisfies readonly LineKey[];

export interface AsMade {
  plan: SheetPlan;
  /** 1 where an input differs that the copy was made for. */
  differs: string;
  /** Names of the scenarios, and the add-in’s figures of them below each other, by line. */
  scenarios: string;
  figures: Readonly<Record<(typeof COMPARED)[number], string>>;
}

/** An input that decides which formulas there are. */
interface Fixed {
  what: string;
  made: string | number;
  cell: string;
}

export function asMade(forecast: Forecast, typed: TypedTables, inputs: InputSheets): AsMade {
  const sheet = new SheetDraft(AS_MADE, TAB_COLORS.assurance);
  sheet
    .widths([52, 20, 20, 20, 20, 20])
    .heading(AS_MADE, 'What this copy was made for, and what the add-in gave then', {
      tip: 'Values, not formulas: nothing here moves.',
    });
  const scenarios = [null, ...forecast.inputs.scenarios.map(({ name }) => name)];
  const first = HEADER_ROW + 1;
  sheet
    .section(HEADER_ROW - 1, 0, 1 + COMPARED.length, 'The add-in’s figures, scenario by scenario, frozen')
    .put(HEADER_ROW, 0, [['Scenario', ...COMPARED.map((key) => lineOf(key).name)]])
    .format(area(HEADER_ROW, 0, 1, 1 + COMPARED.length), FORMATS.header)
    .format(area(HEADER_ROW, 1, 1, COMPARED.length), { align: 'Right' })
    .put(
      first,
      0,
      scenarios.map((scenario) => [scenario ?? 'none', ...totalsOf(forecast, scenario)]),
    );
  COMPARED.forEach((key, i) =>
    sheet.format(area(first, 1 + i, scenarios.length, 1), { numberFormat: formatOfUnit(lineOf(key).unit) }),
  );
  const fixed = fixedInputs(forecast, typed, inputs);
  const below = first + scenarios.length + 2;
  sheet
    .section(below - 1, 0, 1 + COMPARED.length, 'Inputs that another copy is needed for')
    .put(below, 0, [['Input', 'As made', 'Now', 'Differs']])
    .format(area(below, 0, 1, 4), FORMATS.header)
    .put(
      below + 1,
      0,
      fixed.map(({ what, made, cell }, i): Content[] => {
        const [then, now] = [`B${below + 2 + i}`, `C${below + 2 + i}`];
        return [what, made, formula(`IF(${cell}="","",${cell})`), formula(`IF(${then}&""=${now}&"",0,1)`)];
      }),
    )
    .highlight({
      area: area(below + 1, 3, fixed.length, 1),
      formula: `=$D${below + 2}=1`,
      fill: '#FBDADA',
      color: '#8B1A1A',
    })
    .freeze(HEADER_ROW + 1, 1);
  return {
    plan: sheet.plan(),
    differs: range(AS_MADE, area(below + 1, 3, fixed.length, 1)),
    scenarios: range(AS_MADE, area(first, 0, scenarios.length, 1)),
    figures: Object.fromEntries(
      COMPARED.map((key, i) => [key, range(AS_MADE, area(first, 1 + i, scenarios.length, 1))]),
    ) as AsMade['figures'],
  };
}

/** Blank where the scenario cannot be forecast. */
function totalsOf(forecast: Forecast, scenario: string | null): Content[] {
  try {
    const { totals } = forecast.projection(scenario).total;
    return COMPARED.map((key) => totals[key]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return COMPARED.map(() => null);
  }
}

function fixedInputs(forecast: Forecast, typed: TypedTables, inputs: InputSheets): Fixed[] {
  const ofTable = (
    title: string,
    rows: readonly InputRow[],
    placed: Placed,
    keys: readonly string[],
    headers: Readonly<Record<string, string>>,
  ): Fixed[] =>
    rows.flatMap(({ cells }, row) =>
      keys.map((key) => ({
        what: `${title}, row ${row + 1}, ${headers[key]}`,
        made: (cells[key] ?? '') as string | number,
        cell: placed.cell(key, row),
      })),
    );
  const { schedule, payers } = forecast.inputs;
  const setting = (key: string): Fixed => {
    const at = SETTING_COLUMNS.findIndex((each) => each.key === key);
    return {
      what: `${SETTINGS.title}, ${SETTING_COLUMNS[at].header}`,
      made: (typed.settings[at].cells['value'] ?? '') as string | number,
      cell: inputs.settings.cell('value', at),
    };
  };
  const hasCodes = typed.payerMix.some(({ cells }) => cells['codes'] !== null);
  const hasPattern = payers.some(({ paymentPattern }) => paymentPattern !== null && sumOf(paymentPattern) > 0);
  return [
    setting('months'),
    ...(schedule.length > 0
      ? [FORECAST_SETTINGS.find(({ key }) => key === 'startMonth')!, ...PRICING_SETTINGS].map(({ key }) => setting(key))
      : []),
    ...ofTable(PANEL.title, typed.panel, inputs.panel, ['name'], PANEL.header),
    ...ofTable(
      PAYER_MIX.title,
      typed.payerMix,
      inputs.payerMix,
      [
        'program',
        'payer',
        ...(hasPattern ? ['paymentPattern'] : []),
        ...(hasCodes ? ['codes', 'percentOfMedicare'] : []),
      ],
      PAYER_MIX.header,
    ),
    ...ofTable(
      COSTS.title,
      typed.costs,
      inputs.costs,
      ['item', 'category', 'program', 'basis', 'staffing'],
      COSTS.header,
    ),
  ];
}

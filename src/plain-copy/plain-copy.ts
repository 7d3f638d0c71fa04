/**
 * The plain-formula copy: the model of a workbook's tables in formulas that every Excel and LibreOffice has, for who has
 * no add-in. The same inputs, the same statement, and they go on moving together; docs/plain-copy.md says what is carried.
 */
import {
  COST_DRIVERS,
  PAYER_DRIVERS,
  PROGRAM_DRIVERS,
  type CostDriver,
  type PayerDriver,
  type ProgramDriver,
} from '../engine/model/drivers';
import { isCareUnit } from '../engine/model/care-team';
import { forecastOf } from '../forecast/forecast';
import type { ModelTables } from '../tables/reading/read-model';
import { TAB_COLORS } from '../workbook/layout/look';
import { formula } from '../workbook/plan/cells';
import type { SheetsPlan } from '../workbook/plan/plan';
import { HEADER_ROW } from '../workbook/layout/sheet-draft';
import { TOTAL_COLUMN } from '../workbook/layout/statement-table';
import { asMade } from './checks/as-made';
import { checkNames, drawChecks } from './checks/checks';
import { addsUp, standsAsMade, worthALook } from './checks/figure-checks';
import { inputChecks } from './checks/input-checks';
import { inputSheets } from './inputs/input-sheets';
import { workingOrder } from './inputs/order';
import { SETTING } from './inputs/setting-cells';
import { settingsRead } from './inputs/settings-read';
import { typedTables } from './inputs/typed-tables';
import { MonthlySheet } from './monthly-sheet';
import { drawByPayer } from './months/by-payer';
import { fillCosts } from './months/cost-lines';
import { DriverSheet, NO_NAME } from './months/drivers';
import { feeSchedule } from './months/fee-schedule';
import { freezeMonthsOver } from './months/months-over';
import { drawMoves } from './months/moves';
import { fillPrograms } from './months/programs';
import { fillSegments } from './months/segments';
import { fillStatements } from './months/statement';
import { fillTeam, sharedItems, type SharedTeam } from './months/team';
import { COST_ROWS, PROGRAM_ROWS, SEGMENT_ROWS, STATEMENT_ROWS, TEAM_ROWS } from './row-names';
import { SCENARIO_CELL, startNames, startSheet } from './start';
import { isStaffed, type ItemOf, type ProgramOf, type SegmentOf, type Who } from './who';

export interface CopyOptions {
  /** The scenario that the copy is handed over with; null for none. */
  scenario: string | null;
  /** Of the add-in. */
  version: string;
}

const FEE_SCHEDULE_STANDS =
  'Amounts by Codes are values on Fee Schedule: other codes, months or settings of the fee schedule need a new copy.';

const MONTHS_OVER_STAND =
  'Months that are over stand as values, in gray italics. Their causes of loss and bad debt, and when the rest of what is owed comes in, are of the scenario chosen when the copy was made.';

const PROGRAM_KEYS = PROGRAM_DRIVERS.map(({ key }) => key as ProgramDriver);
const PAYER_KEYS = PAYER_DRIVERS.map(({ key }) => key as PayerDriver);
const COST_KEYS = COST_DRIVERS.map(({ key }) => key as CostDriver);

/** Pure. @throws InputError with the first finding where the tables cannot be forecast */
export function plainCopy(tables: ModelTables, { scenario, version }: CopyOptions): SheetsPlan {
  const forecast = forecastOf(tables);
  const model = forecast.model(scenario);
  const { months } = model;
  const typed = typedTables(tables);
  const inputs = inputSheets(typed);
  const order = workingOrder(typed, inputs);
  const { sheet: moves, steps } = drawMoves(order, months);
  const drivers = new DriverSheet(months, steps);

  const sheetOf = (name: string, tab: keyof typeof TAB_COLORS, purpose: string, tip: string, third = '') =>
    new MonthlySheet(name, TAB_COLORS[tab], months, { purpose, tip, start: SETTING.start, third });
  const statement = sheetOf(
    'Statement',
    'results',
    'All programs, then each of them, month by month',
    'C is the total: the sum of flows, the last month of balances, and of rates the ratio of the sums.',
    'Total',
  );
  const payerSheet = sheetOf(
    'By Payer',
    'results',
    'Each payer, over all programs, month by month',
    'C is the total: the sum of flows, the last month of balances, and of rates the ratio of the sums.',
    'Total',
  );
  const programSheet = sheetOf('Programs', 'results', 'Who is referred, enrolls and waits', 'A block a program.');
  const segmentSheet = sheetOf(
    'Segments',
    'results',
    'Each payer of each program, from panel to cash',
    'A block a payer.',
  );
  const teamSheet = sheetOf('Team', 'results', 'Care-team items bought by the unit', 'A block an item.');
  const costSheet = sheetOf('Cost Lines', 'results', 'What each cost item comes to', 'A block an item.');

  const schedule = feeSchedule(forecast.inputs, inputs, typed, months);
  const total = statement.block('All programs', STATEMENT_ROWS);
  const { programs: typedPrograms, payers, costs } = forecast.inputs;
  const programs = typedPrograms.map(({ name }, p): ProgramOf => {
    const cell = inputs.panel.cell('name', p);
    const title = formula(cell);
    return {
      name,
      cell,
      drivers: drivers.block(
        { title, program: cell, payer: NO_NAME, item: NO_NAME, basis: null, cell: (key) => inputs.panel.cell(key, p) },
        PROGRAM_KEYS,
      ),
      segments: [],
      rows: programSheet.block(title, PROGRAM_ROWS),
      statement: statement.block(title, STATEMENT_ROWS),
    };
  });
  const segments = payers.map(({ program: name, payer, paymentPattern }, s): SegmentOf => {
    const program = programs.find((each) => each.name === name)!;
    const [programCell, cell] = [inputs.payerMix.cell('program', s), inputs.payerMix.cell('payer', s)];
    const title = formula(`${programCell}&" × "&${cell}`);
    const segment: SegmentOf = {
      program,
      payer,
      cell,
      drivers: drivers.block(
        {
          title,
          program: programCell,
          payer: cell,
          item: NO_NAME,
          basis: null,
          cell: (key) => inputs.payerMix.cell(key, s),
        },
        PAYER_KEYS,
        schedule.given.get(s),
      ),
      rows: segmentSheet.block(title, SEGMENT_ROWS),
      pattern:
        paymentPattern?.map((share, after) => ({
          share,
          row: segmentSheet.row(after === 1 ? 'Comes in after 1 month' : `Comes in after ${after} months`, '$'),
        })) ?? null,
    };
    if (paymentPattern) segmentSheet.skip();
    program.segments.push(segment);
    return segment;
  });
  const items = costs.map((cost, k): ItemOf => {
    const cell = inputs.costs.cell('item', k);
    const title = formula(cell);
    const isTeam = isCareUnit(cost);
    const team = isTeam ? teamSheet.block(title, TEAM_ROWS, cost.staffing) : null;
    const training =
      isTeam && cost.staffing !== 'unlimited'
        ? Array.from({ length: model.trainingMonths }, (_, i) =>
            teamSheet.row(`Fewest units, ${i + 1} ${i === 0 ? 'month' : 'months'} back to now`, 'units'),
          )
        : [];
    if (training.length > 0) teamSheet.skip();
    return {
      item: cost.item,
      cell,
      category: cost.category,
      basis: cost.basis,
      staffing: cost.staffing,
      program: programs.find(({ name }) => name === cost.program) ?? null,
      drivers: drivers.block(
        {
          title,
          program: inputs.costs.cell('program', k),
          payer: NO_NAME,
          item: cell,
          basis: cost.basis,
          cell: (key) => inputs.costs.cell(key, k),
        },
        COST_KEYS,
      ),
      rows: costSheet.block(title, COST_ROWS, `${cost.basis}, ${cost.category}`),
      team,
      training,
    };
  });
  const who: Who = { programs, segments, items, total };
  let shared: SharedTeam | null = null;
  if (sharedItems(items).length > 0) {
    teamSheet.title('All programs together');
    shared = {
      places: teamSheet.row('Places', 'patients'),
      free: teamSheet.row('Free places', 'patients'),
      admitted: teamSheet.row('Fraction admitted', '%'),
    };
  }
  fillPrograms(programSheet, who, shared);
  fillSegments(segmentSheet, who);
  fillTeam(teamSheet, who, shared);
  fillCosts(costSheet, who);
  fillStatements(statement, who);

  const scenarioStage = order.stages.find(({ stage }) => stage === 'scenario');
  const settings = settingsRead({
    inputs,
    scenario: SCENARIO_CELL,
    months,
    isStaffed: items.some(isStaffed),
    adjustments: scenarioStage ? { drivers: scenarioStage.columns.driver, values: scenarioStage.columns.value } : null,
  });
  drawByPayer(payerSheet, segments);
  freezeMonthsOver(forecast, scenario, who, { programs: programSheet, segments: segmentSheet, statement });
  const made = asMade(forecast, typed, inputs);
  const checks = drawChecks([
    standsAsMade(made, inputs, model.trainingMonths, items.some(isStaffed)),
    inputChecks(inputs, who, order.stages),
    addsUp(who, statement, made),
    worthALook(who, { drivers: drivers.sheet, inputs }),
  ]);
  return {
    sheets: [
      startSheet({
        scenario,
        version,
        months,
        inputs,
        total,
        header: { sheet: statement.name, row: HEADER_ROW },
        frozen: [
          ...(schedule.sheet ? [FEE_SCHEDULE_STANDS] : []),
          ...(forecast.inputs.actual ? [MONTHS_OVER_STAND] : []),
        ],
      }),
      ...inputs.sheets,
      ...(schedule.sheet ? [schedule.sheet.plan()] : []),
      statement.plan(),
      payerSheet.plan(),
      settings,
      order.plan({ labels: drivers.sheet.column(0), flags: drivers.sheet.column(TOTAL_COLUMN) }),
      moves.plan(),
      drivers.sheet.plan(),
      programSheet.plan(),
      segmentSheet.plan(),
      teamSheet.plan(),
      costSheet.plan(),
      checks,
      made.plan,
    ],
    names: [...startNames, ...checkNames],
  };
}

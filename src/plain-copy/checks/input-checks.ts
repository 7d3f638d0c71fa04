/** Whether what is typed can be read: the engine would refuse what a formula works out all the same. */
import type { Column, TableSchema } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SHARE_TOLERANCE } from '../../engine/math/tolerances';
import type { InputSheets, Placed } from '../inputs/input-sheets';
import { SETTING } from '../inputs/setting-cells';
import type { StageCells } from '../inputs/order';
import { added, inFormula } from '../reading';
import type { Who } from '../who';
import type { CheckGroup, CopyCheck } from './checks';

export function inputChecks(inputs: InputSheets, who: Who, stages: readonly StageCells[]): CheckGroup {
  return {
    title: 'Inputs can be read',
    checks: [
      ...columnChecks(PANEL, inputs.panel),
      ...columnChecks(PAYER_MIX, inputs.payerMix),
      ...columnChecks(COSTS, inputs.costs),
      ...rowChecks(inputs, who),
      {
        test: 'Scenario, as chosen on Start',
        residual: `IF(AND(${SETTING.scenario}<>"",${SETTING.scenarioColumn}=0),1,0)`,
        tolerance: 0,
        severity: 'ERROR',
        advice: 'Choose one of the scenarios, or leave it blank.',
      },
      ...stages.flatMap(stageChecks),
    ],
  };
}

/** A check a column of numbers: cells that hold no number, or one out of bounds. */
function columnChecks(schema: TableSchema, placed: Placed): CopyCheck[] {
  if (placed.rows === 0) return [];
  return schema.columns
    .filter(({ type, raw }) => !raw && (type === 'number' || type === 'share' || type === 'month'))
    .map((column) => {
      const cells = placed.column(column.key);
      const unread = `COUNTA(${cells})-COUNT(${cells})-COUNTIF(${cells},"zero")`;
      const missing = column.fallback === undefined ? [`COUNTBLANK(${cells})`] : [];
      return {
        test: `${schema.title}, ${column.header}`,
        residual: added([unread, ...missing, ...outOfBounds(column, cells)]),
        tolerance: 0,
        severity: 'ERROR',
        advice: `Cells that cannot be read: give ${wanted(column)}.`,
      };
    });
}

const outOfBounds = ({ lower, upper }: Column, cells: string): string[] => [
  ...(Number.isFinite(lower) ? [`COUNTIF(${cells},"<${lower}")`] : []),
  ...(Number.isFinite(upper) ? [`COUNTIF(${cells},">${upper}")`] : []),
];

const wanted = ({ type, lower, upper, fallbackText }: Column): string => {
  const bounds = Number.isFinite(upper)
    ? ` from ${type === 'share' ? `${lower * 100}% to ${upper * 100}%` : `${lower} to ${upper}`}`
    : Number.isFinite(lower)
      ? ` of ${lower} or more`
      : '';
  const what = type === 'month' ? 'a date or the number of a month' : type === 'share' ? 'a share' : 'a number';
  return `${what}${bounds}${fallbackText ? `, or nothing: ${fallbackText}` : ''}`;
};

const CAUSES = ['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'];

/** What no single cell tells. */
function rowChecks(inputs: InputSheets, { programs, items }: Who): CopyCheck[] {
  const { panel, payerMix } = inputs;
  const causes = programs.map(
    (_, row) => `(${CAUSES.map((key) => `N(${panel.cell(key, row)})`).join('+')}>1.000000001)`,
  );
  const eligible = programs.map((_, row) => {
    const [most, opening] = [panel.cell('eligiblePatients', row), panel.cell('openingPatients', row)];
    return `IF(N(${most})=0,0,IF(N(${opening})>${most},1,0))`;
  });
  const shares = programs.map(
    ({ cell }) =>
      `(ABS(SUMPRODUCT((${payerMix.column('program')}=${cell})*1,${payerMix.column('shareOfPanel')})-1)>${inFormula(SHARE_TOLERANCE)})`,
  );
  const units = items.filter(({ basis }) => basis === 'per unit');
  return [
    {
      test: 'Shares of panel of each program add to 100%',
      residual: added(shares),
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Programs whose shares on Payer Mix do not: correct them.',
    },
    {
      test: 'Causes of loss of a program together',
      residual: added(causes),
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Programs that lose more than everybody in a month: correct the four rates on Panel.',
    },
    {
      test: 'Opening patients are eligible ones',
      residual: added(eligible),
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Programs with more opening than eligible patients: correct Panel.',
    },
    {
      test: 'Patients per unit, while an item is charged',
      residual: added(
        units.map(({ rows, drivers }) => `SUMPRODUCT(${rows.charged.all}*(${drivers.patientsPerUnit.all}<=0))`),
      ),
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Months in which a unit would serve nobody: correct Costs, or what changes it.',
    },
  ];
}

function stageChecks({ stage, columns, placedRows, moved }: StageCells): CopyCheck[] {
  const where = stage === 'scenario' ? 'Scenarios' : 'Planned changes';
  const { driver, change, key, contradicts } = columns;
  const known = ['set', 'multiply', 'add'].map((kind) => `COUNTIF(${change},"${kind}")`).join('-');
  return [
    {
      test: `${where}: every row finds its driver`,
      residual: `COUNT(${key})-COUNTIF(${placedRows},">0")`,
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Rows whose driver had no row, or fewer, when this copy was made: make a new copy.',
    },
    {
      test: `${where}: every row says set, multiply or add`,
      residual: `SUMPRODUCT(1*(${driver}<>""))-${known}`,
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Rows that say something else, or nothing: choose one of the three.',
    },
    {
      test: `${where}: every row in use moves something`,
      residual: `COUNTIFS(${placedRows},">0",${moved},0)`,
      tolerance: 0,
      severity: 'ERROR',
      advice:
        'Rows whose program, payer or item is not on Panel, Payer Mix or Costs, or does not go with the driver: see Order.',
    },
    {
      test: `${where}: no two rows contradict each other`,
      residual: `SUM(${contradicts})`,
      tolerance: 0,
      severity: 'REVIEW',
      advice:
        'Rows that set one driver from the same month, equally specific, to different values; the last one counts here, the add-in refuses them.',
    },
  ];
}

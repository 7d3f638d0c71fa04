/** Whether the figures stand: as made, adding up, and what in them deserves a look. */
import { NOTHING } from '../../engine/math/tolerances';
import { GUARDRAILS } from '../../tables/schemas/guardrails';
import { SETTING_COLUMNS } from '../../tables/schemas/settings';
import type { InputSheets } from '../inputs/input-sheets';
import { SETTING } from '../inputs/setting-cells';
import { HELD } from '../months/drivers';
import type { MonthlySheet, Rows } from '../monthly-sheet';
import { added, inFormula } from '../reading';
import { lineOf, type StatementRow } from '../row-names';
import type { Who } from '../who';
import type { AsMade } from './as-made';
import { COMPARED } from './as-made';
import type { CheckGroup, CopyCheck } from './checks';

/** Half a cent, and a patient in a hundred thousand: more than rounding, less than anything a reader sees. */
const [DOLLARS, PATIENTS] = [0.005, 0.000_01];

export function standsAsMade(
  made: AsMade,
  inputs: InputSheets,
  trainingMonths: number,
  isStaffed: boolean,
): CheckGroup {
  const below = [inputs.panel, inputs.payerMix, inputs.costs, inputs.scenarios, inputs.changes];
  return {
    title: 'The copy is of these inputs',
    checks: [
      {
        test: 'Names, bases and settings that the formulas were made for',
        residual: `SUM(${made.differs})`,
        tolerance: 0,
        severity: 'ERROR',
        advice:
          'Rebuild: inputs that need a new copy were changed; As Made says which. Put them back, or make a new copy.',
      },
      {
        test: 'Rows typed below the tables',
        residual: added(below.map((table) => `COUNTA(${table.below})`)),
        tolerance: 0,
        severity: 'ERROR',
        advice: 'Rebuild: rows below a table are not in the formulas. Make a new copy.',
      },
      ...(isStaffed
        ? [
            {
              test: 'Training time, within what there are rows for',
              residual: `MAX(0,${SETTING.trainingMonths}-${trainingMonths})`,
              tolerance: 0,
              severity: 'ERROR' as const,
              advice: `Rebuild: Team has rows for a training time of ${trainingMonths}. Make a new copy.`,
            },
          ]
        : []),
    ],
  };
}

export function addsUp({ total, programs, segments }: Who, statement: MonthlySheet, made: AsMade): CheckGroup {
  const every = [total, ...programs.map((program) => program.statement)];
  const apart = (of: (rows: Rows<StatementRow>) => string): string =>
    added(every.map((rows) => `SUMPRODUCT(ABS(${of(rows)}))`));
  const checks: CopyCheck[] = [
    {
      test: 'Every figure of the statement is a number',
      residual: `IF(ISNUMBER(SUM(${statement.figures})),0,1)`,
      tolerance: 0,
      severity: 'ERROR',
      advice: 'Some cell is an error: look for the first one on Drivers, Programs or Segments.',
    },
    {
      test: 'Opening − lost + new = closing, each month, each statement',
      residual: apart(
        (rows) =>
          `${rows.openingPatients.all}-${rows.lostPatients.all}+${rows.newPatients.all}-${rows.closingPatients.all}`,
      ),
      tolerance: PATIENTS,
      severity: 'ERROR',
      advice: 'A formula has been changed: compare the months with each other.',
    },
    {
      test: 'Payers add to the total: allowed revenue',
      residual: `(${added(segments.map(({ rows }) => `SUM(${rows.allowedRevenue.all})`))})-${total.allowedRevenue.one}`,
      tolerance: DOLLARS,
      severity: 'ERROR',
      advice: 'A formula has been changed on Segments or Statement.',
    },
    {
      test: 'Owed at the start + revenue − bad debt − cash = receivable',
      residual: `${added(segments.map(({ drivers }) => drivers.openingReceivable.first))}+${total.allowedRevenue.one}-${total.badDebt.one}-${total.cashCollected.one}-${total.receivable.last}`,
      tolerance: DOLLARS,
      severity: 'ERROR',
      advice: 'A formula has been changed on Segments or Statement.',
    },
    {
      test: 'Revenue − bad debt − cost = margin, cash − cost = cumulative cash',
      residual: `ABS(${total.allowedRevenue.one}-${total.badDebt.one}-${total.totalCost.one}-${total.margin.one})+ABS(${total.cashCollected.one}-${total.totalCost.one}-${total.cumulativeCash.last})`,
      tolerance: DOLLARS,
      severity: 'ERROR',
      advice: 'A formula has been changed on Statement.',
    },
    ...COMPARED.map((key): CopyCheck => ({
      test: `As the add-in had it: ${lineOf(key).name.toLowerCase()}`,
      residual: `${total[key].one}-INDEX(${made.figures[key]},MATCH(TRUE,INDEX(${made.scenarios}=IF(${SETTING.scenario}="","none",${SETTING.scenario}),0),0))`,
      tolerance: lineOf(key).unit === '$' ? DOLLARS : PATIENTS,
      severity: 'REVIEW',
      advice:
        'Inputs were changed since the copy was made: then this is what they change. With the inputs as made it is 0.',
    })),
  ];
  return { title: 'The figures add up', checks };
}

export interface CountedRows {
  drivers: MonthlySheet;
  inputs: InputSheets;
}

export function worthALook({ total, programs, segments }: Who, { drivers, inputs }: CountedRows): CheckGroup {
  const counted = (cells: readonly string[]) => added(cells);
  return {
    title: 'Worth a look',
    checks: [
      {
        test: 'Inputs held at their bounds, in months',
        residual: `SUMIFS(${drivers.column(2)},${drivers.column(1)},"${HELD}")`,
        tolerance: 0,
        severity: 'REVIEW',
        advice:
          'A change or the scenario pushes an input too far: rows in force on Drivers say in C in how many months.',
      },
      {
        test: 'Causes of loss held at everybody, in months',
        residual: counted(segments.map(({ rows }) => rows.attritionFactor.one)),
        tolerance: 0,
        severity: 'REVIEW',
        advice: 'The rates × the payer’s multiplier take more than everybody: Segments says in C in how many months.',
      },
      {
        test: 'Shares of panel scaled to 100%, in months',
        residual: counted(programs.map(({ rows }) => rows.shares.one)),
        tolerance: 0,
        severity: 'REVIEW',
        advice: 'Changes of shares that do not add to 100%: Programs says in C in how many months.',
      },
      {
        test: 'Patients whom nobody of the care team serves, in months',
        residual: counted(programs.map(({ rows }) => `SUM(${rows.unserved.all})`)),
        tolerance: 0,
        severity: 'REVIEW',
        advice:
          'Planned or hired staff is not charged while there are patients: nothing limits the panel then. See Programs.',
      },
      ...GUARDRAILS.map(({ key, header, line, bound, counted: base, advice, ...more }): CopyCheck => {
        const limit = inputs.settings.cell(
          'value',
          SETTING_COLUMNS.findIndex((setting) => setting.key === key),
        );
        const statements = [total, ...('eachProgram' in more ? programs.map(({ statement }) => statement) : [])];
        const crossed = statements.map(
          (rows) =>
            `SUMPRODUCT((${rows[base].all}>${inFormula(NOTHING)})*(${rows[line].all}${bound === 'least' ? '<' : '>'}N(${limit})*${bound === 'least' ? 0.999999999 : 1.000000001}))`,
        );
        return {
          test: `${header}, in months beyond it`,
          residual: `IF(N(${limit})=0,0,${added(crossed)})`,
          tolerance: 0,
          severity: 'REVIEW',
          advice,
        };
      }),
    ],
  };
}

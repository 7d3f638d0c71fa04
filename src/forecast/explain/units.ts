/** The units of an item: how many, what newcomers among them are worth, and why they were hired. */
import type { ExplainedMonth } from './explained-month';
import { row, type Row } from './row';

/** Units in the month, and what they follow from. */
export function unitRows(m: ExplainedMonth, c: number): Row[] {
  const { roster, t } = m;
  const name = m.inputs.itemNames[c];
  if (!roster.isLimited(c))
    return [
      row(
        `Units: ${name}`,
        roster.units(c, t),
        'units',
        'The larger of Minimum units and active patients ÷ Patients per unit, in whole units',
      ),
      m.line('activePatients', m.bearer(c)),
      m.inputs.ofItem('patientsPerUnit', c),
      m.inputs.ofItem('minimumUnits', c),
    ];
  const isHiring = m.drivers.costItems[c].staffing === 'as needed';
  return [
    row(
      `Units: ${name}`,
      roster.units(c, t),
      'units',
      `The larger of Minimum units and Units on duty${isHiring ? ' with all hired so far' : ''}`,
    ),
    m.inputs.ofItem('unitsOnDuty', c),
    m.inputs.ofItem('minimumUnits', c),
    ...roster
      .hires(c, t)
      .flatMap(({ month, units, byMinimum }) => [
        row(
          `Hired for month ${month + 1}: ${name}`,
          units,
          'units',
          `Forecast, ordered at the end of month ${month - m.model.hireLeadMonths}`,
        ),
        ...(byMinimum > 0 ? minimumRows(m, c, month, byMinimum) : []),
      ]),
    ...orderRows(m, c),
  ];
}

/** A hire came on top of units that only the minimum brought. */
function minimumRows(m: ExplainedMonth, c: number, month: number, byMinimum: number): Row[] {
  return [
    row(
      `Hired with them, month ${month + 1}: ${m.inputs.itemNames[c]}`,
      byMinimum,
      'units',
      `Minimum units of month ${month + 1} − Units on duty − hired before: they count as hired from then on`,
    ),
    m.inputs.ofItem('minimumUnits', c, { ofMonth: month }),
    m.inputs.ofItem('unitsOnDuty', c, { ofMonth: month }),
  ];
}

/** What decided about the units that could join this month. */
function orderRows(m: ExplainedMonth, c: number): Row[] {
  const order = m.roster.order(c, m.t);
  if (!order) return [];
  const { month, onTheirWay } = order;
  const name = m.inputs.itemNames[c];
  return [
    m.line('activePatients', m.bearer(c), month),
    row(
      `${m.dated('Units', month)}: ${name}`,
      m.roster.units(c, month),
      'units',
      `Forecast, month ${month + 1}, at whose end units for month ${m.t + 1} were ordered`,
    ),
    row(
      `${m.dated('Ordered before', month)}: ${name}`,
      onTheirWay,
      'units',
      `Forecast, on their way at the end of month ${month + 1}`,
    ),
    m.inputs.ofItem('patientsPerUnit', c, { ofMonth: month }),
    m.inputs.rule('hireAtUtilization'),
    m.inputs.rule('hireLeadMonths'),
  ];
}

/** Units less what newcomers lack; no rows of their own where nobody is in training. */
export function effectiveUnitRows(m: ExplainedMonth, c: number): Row[] {
  const { roster, t } = m;
  const name = m.inputs.itemNames[c];
  const newcomers = roster.inTraining(c, t);
  if (newcomers.length === 0) return [];
  return [
    row(
      `Effective units: ${name}`,
      roster.effective(c, t),
      'units',
      'Units less what newcomers lack: in their month j they are worth j ÷ (Training time + 1)',
    ),
    ...newcomers.map(({ month, joined }) =>
      row(
        `Joined in month ${month + 1}: ${name}`,
        joined,
        'units',
        `Forecast, more than in month ${month}, less those who left since: who joined last leaves first`,
      ),
    ),
    m.inputs.rule('trainingMonths'),
  ];
}

export function placesRows(m: ExplainedMonth, c: number): Row[] {
  return [
    row(`Places: ${m.inputs.itemNames[c]}`, m.roster.places(c, m.t), 'patients', 'Effective units × Patients per unit'),
    m.inputs.ofItem('patientsPerUnit', c),
    ...effectiveUnitRows(m, c),
    ...unitRows(m, c),
    ...monthRows(m, c),
  ];
}

/** When an item is there; nothing where it always is. */
export function monthRows(m: ExplainedMonth, c: number): Row[] {
  return [
    ...(m.drivers.cost('startMonth', c, m.t) > 1 ? [m.inputs.ofItem('startMonth', c)] : []),
    ...(m.drivers.cost('endMonth', c, m.t) < Infinity ? [m.inputs.ofItem('endMonth', c)] : []),
  ];
}

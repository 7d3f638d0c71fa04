/** What cost items add to a figure, item by item: dollars, units, places and minutes. */
import { MONTHS_PER_YEAR } from '../../engine/math/calendar';
import { lineByKey, type SeriesKey } from '../../engine/model/lines';
import type { CostBasis, CostCategory, CostItem } from '../../engine/model/model';
import { isCareUnit } from '../../engine/model/care-team';
import type { ExplainedMonth } from './explained-month';
import { row, type Row } from './row';
import { effectiveUnitRows, monthRows, unitRows } from './units';

type ItemRows = (m: ExplainedMonth) => Row[];

/** A figure that adds up items: what each adds, and what that is made of. */
const ofItems =
  (
    line: SeriesKey,
    adds: (item: CostItem) => boolean,
    figure: (m: ExplainedMonth, c: number) => number,
    words: (item: CostItem) => string,
    rowsOf: (m: ExplainedMonth, c: number) => Row[],
  ): ItemRows =>
  (m) => {
    const { name, unit } = lineByKey.get(line)!;
    return itemsConcerning(m, adds).flatMap((c) => {
      const item = m.drivers.costItems[c];
      const isCharged = m.roster.isCharged(c, m.t);
      const where = isCharged ? words(item) + (isShared(m, c) ? ' × share of items of all programs' : '') : NOT_THERE;
      return [
        row(`${name}: ${m.inputs.itemNames[c]}`, figure(m, c) * part(m, c), unit, where),
        ...(isCharged ? rowsOf(m, c) : []),
        ...monthRows(m, c),
        ...(isCharged && isShared(m, c) ? shareRows(m) : []),
      ];
    });
  };

const NOT_THERE = 'Not charged in this month';

function itemsConcerning(m: ExplainedMonth, adds: (item: CostItem) => boolean): number[] {
  return m.drivers.costItems.flatMap((item, c) => {
    const bearer = m.bearer(c);
    return adds(item) && (bearer === null || m.programs.includes(bearer)) ? [c] : [];
  });
}

/** An item of all programs of which the one explained bears a part. */
const isShared = (m: ExplainedMonth, c: number): boolean => m.program !== null && m.bearer(c) === null;

/** The part of items of all programs that the program explained bears. */
function part(m: ExplainedMonth, c: number): number {
  if (!isShared(m, c)) return 1;
  const everyone = m.figure('activePatients', null);
  return everyone > 0 ? m.figure('activePatients', m.program) / everyone : 1 / m.drivers.programs.length;
}

function shareRows(m: ExplainedMonth): Row[] {
  const everyone = m.figure('activePatients', null);
  const name = 'Share of items of all programs';
  if (!(everyone > 0)) {
    const count = m.drivers.programs.length;
    return [
      row(name, 1 / count, '%', 'The same for every program: nobody is active'),
      row('Programs', count, 'programs', 'Panel'),
    ];
  }
  return [
    row(
      name,
      m.figure('activePatients', m.program) / everyone,
      '%',
      'Active patients ÷ active patients of all programs',
    ),
    m.line('activePatients', m.program),
    m.line('activePatients', null),
  ];
}

const units = (m: ExplainedMonth, c: number): number => m.roster.units(c, m.t);

export const costRows = (line: SeriesKey, category: CostCategory): ItemRows =>
  ofItems(
    line,
    (item) => item.category === category,
    (m, c) => charge(m, c),
    ({ basis }) => CHARGES[basis].words,
    (m, c) => {
      const { basis } = m.drivers.costItems[c];
      return [
        m.inputs.ofItem('amount', c),
        ...(basis === 'percent of cash' ? [] : increaseRows(m, c)),
        ...CHARGES[basis].rows(m, c),
        // Whether this is the month; of other items nothing is said that start with the forecast.
        ...(basis === 'one-off' ? [firstChargedRow(m, c), m.inputs.ofItem('startMonth', c)] : []),
      ];
    },
  );

/** What each basis counts, in words and rows. */
const CHARGES: Record<
  CostBasis,
  { words: string; counted: (m: ExplainedMonth, c: number) => number; rows: typeof unitRows }
> = {
  'per month': { words: 'Amount', counted: () => 1, rows: () => [] },
  'one-off': {
    words: 'Amount, in the first month charged',
    counted: (m, c) => (m.t === firstCharged(m, c) ? 1 : 0),
    rows: () => [],
  },
  'per active patient': counting('Amount × active patients', 'activePatients'),
  'per new patient': counting('Amount × new patients', 'newPatients'),
  'per unit': { words: 'Amount × units', counted: units, rows: unitRows },
  'percent of cash': counting('Amount × cash collected', 'cashCollected'),
};

function counting(words: string, line: 'activePatients' | 'newPatients' | 'cashCollected') {
  return {
    words,
    counted: (m: ExplainedMonth, c: number) => m.figure(line, m.bearer(c)),
    rows: (m: ExplainedMonth, c: number) => [m.line(line, m.bearer(c))],
  };
}

/** The first month of an item that is charged in this one. */
function firstCharged(m: ExplainedMonth, c: number): number {
  let t = 0;
  while (!m.roster.isCharged(c, t)) t++;
  return t;
}

const firstChargedRow = (m: ExplainedMonth, c: number): Row =>
  row(
    `First month charged: ${m.inputs.itemNames[c]}`,
    firstCharged(m, c) + 1,
    'month number',
    'Forecast: the first month that is neither before Starts nor after Ends, as they are in it',
  );

/** The months after each full year so far, counted from 0. */
const anniversaries = (m: ExplainedMonth): number[] =>
  Array.from({ length: Math.floor(m.t / MONTHS_PER_YEAR) }, (_, year) => (year + 1) * MONTHS_PER_YEAR);

/** The amount with the annual increases so far. */
const grown = (m: ExplainedMonth, c: number): number => m.drivers.cost('amount', c, m.t) * m.drivers.increased(c, m.t);

function charge(m: ExplainedMonth, c: number): number {
  const { basis } = m.drivers.costItems[c];
  if (!m.roster.isCharged(c, m.t)) return 0;
  return (basis === 'percent of cash' ? m.drivers.cost('amount', c, m.t) : grown(m, c)) * CHARGES[basis].counted(m, c);
}

function increaseRows(m: ExplainedMonth, c: number): Row[] {
  const years = anniversaries(m);
  if (years.every((t) => m.drivers.cost('annualIncrease', c, t) === 0)) return [];
  return [
    row(
      `Amount with increases: ${m.inputs.itemNames[c]}`,
      grown(m, c),
      m.inputs.ofItem('amount', c).unit,
      'Amount × (1 + Annual increase), once for each full year, with the one in force in the month after it',
    ),
    ...years.map((t) => m.inputs.ofItem('annualIncrease', c, { ofMonth: t })),
  ];
}

export const careTeamUnitRows = ofItems('careTeamUnits', isCareUnit, units, () => 'Units', unitRows);

export const utilizationRows: ItemRows = (m) => [...servedRows(m), ...placesRows(m)];

const servedRows = ofItems(
  'careTeamServed',
  isCareUnit,
  (m, c) => (m.roster.isCharged(c, m.t) ? m.roster.served(c, m.t) : 0),
  () => 'Active patients',
  (m, c) => [m.line('activePatients', m.bearer(c))],
);

const placesRows = ofItems(
  'careTeamPlaces',
  isCareUnit,
  (m, c) => (m.roster.isCharged(c, m.t) ? units(m, c) * m.drivers.cost('patientsPerUnit', c, m.t) : 0),
  () => 'Units × Patients per unit',
  (m, c) => [...unitRows(m, c), m.inputs.ofItem('patientsPerUnit', c)],
);

/** None where no minutes are counted. */
export const minuteRows: ItemRows = (m) => (m.projection.team === null ? [] : allMinuteRows(m));

const allMinuteRows = ofItems(
  'minutesAvailable',
  isCareUnit,
  (m, c) =>
    m.roster.isCharged(c, m.t)
      ? m.roster.effective(c, m.t) * m.drivers.cost('minutesPerUnit', c, m.t) * m.drivers.cost('productiveRate', c, m.t)
      : 0,
  () => 'Effective units × Minutes per unit × Productive share',
  (m, c) => [
    m.inputs.ofItem('minutesPerUnit', c),
    m.inputs.ofItem('productiveRate', c),
    ...effectiveUnitRows(m, c),
    ...unitRows(m, c),
  ],
);

/**
 * Models at random: small enough to run by the thousand, strange enough to reach every rule of docs/model.md.
 *
 * Figures are drawn from a grid and from the ends of what is allowed, not from all doubles: 5e-324 patients teach nothing.
 */
import fc from 'fast-check';
import { COST_DRIVERS, PAYER_DRIVERS, PROGRAM_DRIVERS, type Driver } from '../../../src/engine/model/drivers';
import type {
  BillingBasis,
  Change,
  ChangeKind,
  CostBasis,
  CostCategory,
  CostItem,
  Model,
  Payer,
  Program,
} from '../../../src/engine/model/model';
import { noHiring, plainRates, unlimited } from './plain';

const PROGRAMS = ['CCM', 'RPM', 'BHI', 'APCM', 'PCM', 'Value-based'];
const PAYERS = ['Medicare', 'Advantage', 'Medicaid', 'Commercial', 'Self-pay', 'Other'];
const ITEMS = ['Nurse', 'Coach', 'Device', 'Platform', 'Audit', 'Rent', 'Billing', 'Launch'];
const LONGEST = 60;

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** lower..upper in a million steps, so that most values have no short binary form. */
const between = (lower: number, upper: number) =>
  fc.integer({ min: 0, max: 1_000_000 }).map((step) => lower + (upper - lower) * (step / 1_000_000));

/** Mostly what a program looks like, sometimes the ends of what is allowed. */
const often = <T>(usual: fc.Arbitrary<T>, ...ends: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: oneOf(...ends) });

const share = often(between(0, 1), 0, 1, 1e-6, 0.999_999);
const causeRate = often(between(0, 0.06), 0, 0, 0.3, 0.6, 1);
const patients = often(between(0, 2_000), 0, 0, 1, 100, 50_000);
const dollars = often(between(0, 300), 0, 1, 25_000);
const monthNumber = fc.integer({ min: -2, max: LONGEST + 5 });
const earlyMonth = often(fc.integer({ min: 1, max: 14 }), 1, 1, 1, 0, -3, LONGEST + 1);

/** Minutes of service, thresholds and the team that brings them: drawn, or nothing of the kind. */
interface Team {
  serviceMinutes: fc.Arbitrary<number>;
  payer: fc.Arbitrary<Pick<Payer, keyof typeof plainRates>>;
  /** Of a care-team item bought by the unit. */
  role: fc.Arbitrary<Pick<CostItem, keyof typeof unlimited>>;
  hiring: fc.Arbitrary<Pick<Model, keyof typeof noHiring>>;
  /** Roles on top of the cost items of any kind. */
  roles: number;
  drivers: readonly Driver[];
}

const program = (name: string, team: Team): fc.Arbitrary<Program> =>
  fc.record({
    name: fc.constant(name),
    eligiblePatients: often(between(0, 5_000), 0, Infinity, Infinity, 150),
    openingPatients: patients,
    referrals: often(between(0, 300), 0, 10, 5_000),
    conversionRate: share,
    enrollmentLimit: often(between(0, 120), 0, Infinity, Infinity, Infinity, 25),
    dischargeRate: causeRate,
    disengagementRate: causeRate,
    benefitChangeRate: causeRate,
    adverseEventRate: causeRate,
    earlyDropOffRate: often(between(0, 0.4), 0, 0, 1),
    launchMonth: earlyMonth,
    serviceMinutes: team.serviceMinutes,
  });

/** Shares that sum to 1, some of them 0, one of them sometimes everything. */
const sharesOfPanel = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: 10 }), { minLength: count, maxLength: count }).map((weights) => {
    const together = weights.reduce((sum, weight) => sum + weight, 0);
    return together ? weights.map((weight) => weight / together) : weights.map((_, i) => (i === 0 ? 1 : 0));
  });

/** In whole percents, as people type them; some add to less than everything, some begin with nothing. */
const pattern: fc.Arbitrary<readonly number[]> = fc
  .array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 7 })
  .map((weights) => {
    const most = Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
    const shares = weights.map((weight) => Math.floor((100 * weight) / most) / 100);
    return shares.some((each) => each > 0) ? shares : [...shares, 1];
  });

const payer = (program: string, name: string, shareOfPanel: number, team: Team): fc.Arbitrary<Payer> =>
  fc
    .record({
      program: fc.constant(program),
      payer: fc.constant(name),
      shareOfPanel: fc.constant(shareOfPanel),
      allowedPppm: often(between(20, 220), 0, 66, 2_500),
      realizationRate: share,
      cleanClaimRate: share,
      appealRate: share,
      overturnRate: share,
      daysToPay: often(fc.integer({ min: 0, max: 400 }), 0, 15, 30, 45, 400),
      collectedRate: share,
      paymentPattern: often<Payer['paymentPattern']>(pattern, null, null, null, null),
      openingReceivable: often(between(0, 80_000), 0, 0, 0, 1),
      attritionMultiplier: often(between(0, 2), 1, 1, 0, 8),
      minutes: team.payer,
    })
    .map(({ minutes, ...plain }) => ({ ...plain, ...minutes }));

const payersOf = (name: string, team: Team): fc.Arbitrary<Payer[]> =>
  fc
    .shuffledSubarray(PAYERS, { minLength: 1, maxLength: PAYERS.length })
    .chain((names) =>
      sharesOfPanel(names.length).chain((shares) =>
        fc.tuple(...names.map((each, i) => payer(name, each, shares[i], team))),
      ),
    );

const CATEGORIES: CostCategory[] = ['care team', 'technology', 'overhead and compliance'];
const BASES: CostBasis[] = [
  'per month',
  'one-off',
  'per active patient',
  'per new patient',
  'per unit',
  'percent of cash',
];

const costItem = (programs: string[], team: Team, categories = CATEGORIES, bases = BASES): fc.Arbitrary<CostItem> =>
  oneOf(...bases).chain((basis) =>
    fc
      .record({
        item: oneOf(...ITEMS),
        category: oneOf(...categories),
        program: nameOrAll(programs, 5),
        basis: fc.constant(basis),
        amount: basis === 'percent of cash' ? between(0, 0.2) : dollars,
        patientsPerUnit: often(between(5, 300), 1, 100, 250, 10_000),
        minimumUnits: oneOf(0, 0, 0, 0.5, 1, 1.5, 2, 5),
        startMonth: earlyMonth,
        endMonth: often(fc.integer({ min: 1, max: LONGEST }), Infinity, Infinity, Infinity, 0),
        annualIncrease: often(between(-0.05, 0.1), 0, 0, -1, 1),
        role: team.role,
      })
      .map(({ role, ...plain }) => ({
        ...plain,
        ...(plain.category === 'care team' && basis === 'per unit' ? role : unlimited),
      })),
  );

/** What a change does to a driver: a size that keeps it in its bounds most of the time and pushes it outside now and then. */
function valueOf(driver: Driver, kind: ChangeKind): fc.Arbitrary<number> {
  if (driver.isMonth) return kind === 'set' ? monthNumber : fc.integer({ min: -6, max: 12 });
  if (kind === 'multiply') return often(between(0.5, 1.5), 0, 1, 3, -1);
  if (driver.key === 'annualIncrease') return often(between(-0.1, 0.1), 0, -1.5, 1.5);
  // No patients per unit has no meaning; the tables refuse it.
  if (driver.key === 'patientsPerUnit') return kind === 'set' ? between(1, 400) : between(0, 40);
  if (driver.upper === 1) return kind === 'set' ? share : often(between(-0.2, 0.2), -1, 1);
  if (driver.key === 'minutesCv') return often(spread, 20);
  if (driver.key === 'unitsOnDuty')
    return fc.integer(kind === 'set' ? { min: 0, max: 30 } : { min: -6, max: 8 }).map((halves) => halves / 2);
  if (driver.key === 'minutesPerUnit') return kind === 'set' ? between(0, 12_000) : between(-2_000, 2_000);
  if (driver.key === 'attritionMultiplier') return kind === 'set' ? often(between(0, 4), 500) : between(-1, 1);
  if (driver.key === 'daysToPay') return kind === 'set' ? often(between(0, 120), 5_000) : between(-40, 40);
  const limit = driver.key === 'eligiblePatients' || driver.key === 'enrollmentLimit';
  return kind === 'set' ? often(between(0, 400), 0, limit ? Infinity : 0) : often(between(-60, 60), -10_000);
}

const kindsOf = (driver: Driver): ChangeKind[] => {
  if (driver.isMonth) return ['set', 'add'];
  if (driver.key === 'minutesCv') return ['set'];
  if (driver.key === 'patientsPerUnit') return ['set', 'add'];
  return ['set', 'multiply', 'add'];
};

/** One of the names in so many cases of eight, else null. */
const nameOrAll = (names: string[], ofEight: number): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: ofEight, arbitrary: oneOf(...names) }, { weight: 8 - ofEight, arbitrary: fc.constant(null) });

/** Names that a row may give: any of them, so that some rows touch nothing, or those that fit the driver. */
const scopeOf = (driver: Driver, programs: string[]) =>
  fc.record({
    program: nameOrAll(programs, 4),
    payer: nameOrAll(PAYERS, driver.level === 'payer' ? 4 : 1),
    item: nameOrAll(ITEMS, driver.level === 'cost' ? 4 : 1),
  });

const change = (driver: Driver, programs: string[], alwaysInForce: boolean): fc.Arbitrary<Change> =>
  fc
    .constantFrom(...kindsOf(driver))
    .chain((kind) =>
      fc
        .record({
          scope: scopeOf(driver, programs),
          value: valueOf(driver, kind),
          fromMonth: alwaysInForce ? fc.constant(1) : often(fc.integer({ min: 1, max: 24 }), 1, -2, LONGEST),
          lasting: alwaysInForce
            ? fc.constant(Infinity)
            : often(fc.integer({ min: 0, max: 24 }), Infinity, Infinity, 0),
        })
        .map(({ scope, value, fromMonth, lasting }) => ({
          driver: driver.key,
          ...scope,
          change: kind,
          value,
          fromMonth,
          toMonth: fromMonth + lasting,
        })),
    );

const meet = (a: string | null, b: string | null) => a === null || b === null || a === b;
const namesGiven = (row: Change) => [row.program, row.payer, row.item].filter((name) => name !== null).length;

/** Two `set` rows of one stage that could both have the last word on one cell. */
const contradict = (a: Change, b: Change): boolean =>
  a.change === 'set' &&
  b.change === 'set' &&
  a.driver === b.driver &&
  a.value !== b.value &&
  a.fromMonth === b.fromMonth &&
  namesGiven(a) === namesGiven(b) &&
  meet(a.program, b.program) &&
  meet(a.payer, b.payer) &&
  meet(a.item, b.item);

const withoutContradictions = (rows: Change[]): Change[] =>
  rows.filter((row, i) => !rows.slice(0, i).some((earlier) => contradict(earlier, row)));

const ALL_DRIVERS = [...PROGRAM_DRIVERS, ...PAYER_DRIVERS, ...COST_DRIVERS];
const TEAM_DRIVERS = new Set(['serviceMinutes', ...Object.keys(plainRates), ...Object.keys(unlimited)]);

/** Unlimited staff and plain rates. */
const noTeam: Team = {
  serviceMinutes: fc.constant(Infinity),
  payer: fc.constant(plainRates),
  role: fc.constant(unlimited),
  hiring: fc.constant(noHiring),
  roles: 0,
  drivers: ALL_DRIVERS.filter(({ key }) => !TEAM_DRIVERS.has(key)),
};

/** Spreads below a tenth are left out: their tails are exact to 1e-9 of everybody only. */
const spread = often(between(0.1, 2), 0.6, 1, 0);

const anyTeam: Team = {
  serviceMinutes: often(between(5, 90), Infinity, Infinity, 20, 0),
  payer: fc.record({
    thresholdMinutes: oneOf(0, 0, 10, 20, 30, 40, 60),
    minutesCv: spread,
    consentRate: often(between(0.5, 1), 1, 0),
    documentationRate: often(between(0.5, 1), 1, 0),
  }),
  role: fc.record({
    staffing: oneOf('unlimited' as const, 'planned' as const, 'as needed' as const, 'as needed' as const),
    unitsOnDuty: oneOf(0, 0.6, 1, 1, 2, 2.5, 3, 5, 12),
    minutesPerUnit: often(between(500, 12_000), 0, 9_600),
    productiveRate: often(between(0.3, 1), 1, 0),
  }),
  hiring: fc.record({
    hireAtUtilization: often(between(0.4, 1), 0.9, 1, 1, 0.01),
    hireLeadMonths: oneOf(0, 0, 1, 2, 3, 6, 24),
    trainingMonths: oneOf(0, 0, 1, 2, 3, 12),
    minutesDistribution: oneOf('gamma' as const, 'lognormal' as const),
  }),
  roles: 3,
  drivers: ALL_DRIVERS,
};

/** Some models change many things once, some change few things over and over: there the order of rows matters. */
const changes = (programs: string[], team: Team, alwaysInForce: boolean): fc.Arbitrary<Change[]> =>
  fc
    .oneof(fc.constant(team.drivers), fc.shuffledSubarray([...team.drivers], { minLength: 1, maxLength: 2 }))
    .chain((drivers) =>
      fc.array(
        oneOf(...drivers).chain((driver) => change(driver, programs, alwaysInForce)),
        { maxLength: 8 },
      ),
    )
    .map(withoutContradictions);

/** A span of the forecast: one month or some, or from its first month for good. */
const span = fc
  .tuple(fc.integer({ min: 1, max: 30 }), often(fc.integer({ min: 0, max: 8 }), 0, Infinity))
  .map(([fromMonth, lasting]) => ({ fromMonth, toMonth: fromMonth + lasting }));

type Corner = Pick<Change, 'driver' | 'change'> & { value: fc.Arbitrary<number> };

const halves = (min: number, max: number) => fc.integer({ min: 2 * min, max: 2 * max }).map((each) => each / 2);
const LEAVES: Corner[] = [
  { driver: 'endMonth', change: 'set', value: fc.constant(0) },
  { driver: 'startMonth', change: 'set', value: fc.constant(2 * LONGEST) },
];
const PRICES: Corner[] = [{ driver: 'annualIncrease', change: 'set', value: between(-0.2, 0.3) }];
const ONE_OFF: Corner[] = [
  { driver: 'startMonth', change: 'set', value: earlyMonth },
  { driver: 'startMonth', change: 'add', value: fc.integer({ min: -6, max: 12 }) },
];
const OF_CASH: Corner[] = [{ driver: 'amount', change: 'multiply', value: between(1, 20) }];
const STAFF: Corner[] = [
  { driver: 'unitsOnDuty', change: 'add', value: halves(-4, 8) },
  { driver: 'unitsOnDuty', change: 'add', value: between(-1, 3) },
  { driver: 'minimumUnits', change: 'set', value: halves(0, 8) },
  { driver: 'minimumUnits', change: 'add', value: halves(-2, 4) },
];

const isStaffed = ({ basis, category, staffing }: CostItem) =>
  category === 'care team' && basis === 'per unit' && staffing !== 'unlimited';

const cornersOf = (item: CostItem): Corner[] => {
  if (item.basis === 'one-off') return ONE_OFF;
  if (item.basis === 'percent of cash') return [...OF_CASH, ...LEAVES];
  return [...(isStaffed(item) ? [...STAFF, ...STAFF] : PRICES), ...LEAVES];
};

const corner = (cost: CostItem): fc.Arbitrary<Change> =>
  oneOf(...cornersOf(cost)).chain(({ value, driver, change }) =>
    fc
      .record({ value, span })
      .map(({ value: drawn, span: months }) => ({
        driver,
        program: cost.program,
        payer: null,
        item: cost.item,
        change,
        value: drawn,
        ...months,
      })),
  );

/** Changes for a time where the page's rules have their corners: staff that comes and goes, pauses, moves, prices. */
const corners = (costs: readonly CostItem[]): fc.Arbitrary<Change[]> => {
  // Staff has more corners than the rest.
  const drawn = [...costs, ...[1, 2, 3].flatMap(() => costs.filter(isStaffed))];
  return drawn.length ? fc.array(oneOf(...drawn).chain(corner), { maxLength: 5 }) : fc.constant([]);
};

const BILLING: BillingBasis[] = ['average', 'closing', 'retained'];

const modelWith = (team: Team): fc.Arbitrary<Model> =>
  fc
    .shuffledSubarray(PROGRAMS, { minLength: 1, maxLength: PROGRAMS.length })
    .chain((names) =>
      fc
        .record({
          months: often(fc.integer({ min: 1, max: LONGEST }), 1, 13, LONGEST),
          basis: oneOf(...BILLING),
          waitingLossRate: share,
          hiring: team.hiring,
          programs: fc.tuple(...names.map((name) => program(name, team))),
          payers: fc.tuple(...names.map((name) => payersOf(name, team))).map((each) => each.flat()),
          items: fc.array(costItem(names, team), { maxLength: 8 }),
          roles: fc.array(costItem(names, team, ['care team'], ['per unit']), { maxLength: team.roles }),
          changes: changes(names, team, false),
          adjustments: changes(names, team, true),
        })
        .map(({ hiring, items, roles, ...model }): Model => ({ ...model, ...hiring, costs: [...items, ...roles] })),
    )
    .chain((model) =>
      often(corners(model.costs), []).map((more) => ({
        ...model,
        changes: withoutContradictions([...model.changes, ...more]),
      })),
    );

/** Models without a care team that could limit anything. */
export const randomModel = modelWith(noTeam);

/** Models whose care team limits enrollment, hires, trains, and brings the minutes that decide what is billable. */
export const randomTeamModel = modelWith(anyTeam);

/** The same model with its rows in another order: programs, payers, costs, changes and adjustments. */
export const reordered = (model: Model): fc.Arbitrary<Model> =>
  fc
    .record({
      programs: inAnyOrder(model.programs),
      payers: inAnyOrder(model.payers),
      costs: inAnyOrder(model.costs),
      changes: inAnyOrder(model.changes),
      adjustments: inAnyOrder(model.adjustments),
    })
    .map((rows) => ({ ...model, ...rows }));

const inAnyOrder = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });

/** What is not given and so decides the answer: nobody leaves, cash comes at once, care costs nothing. The word zero says that it is meant. */
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { isMeant, type Inputs } from '../../tables/reading/read-model';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { ScenarioForecast } from '../scenario-forecast';
import { lookedAt, type Finder, type Sight } from './finder';

type Program = Inputs['programs'][number];
type Payer = Inputs['payers'][number];

/** Rows in which something absent decides. */
interface Absences {
  stayWhole: ReadonlySet<Program>;
  careForNothing: ReadonlySet<Program>;
  payAtOnce: ReadonlySet<Payer>;
}

export const absences: Finder<Absences> = {
  look: (inputs, forecast) => ({
    stayWhole: new Set(inputs.programs.filter((program) => isWhole(program, forecast))),
    careForNothing: new Set(caredForByNobodyPaid(inputs).filter((program) => isCareFree(program, forecast))),
    payAtOnce: new Set(inputs.payers.filter((payer) => isAtOnce(payer, forecast))),
  }),
  tell: (inputs, sights) => {
    const looked = lookedAt(inputs, sights);
    return [
      ...inputs.programs.flatMap((program) =>
        where(looked, ({ stayWhole }) => stayWhole.has(program)).map((scenario) =>
          note(cellsOf(PANEL, program.row, program.name)('disengagementRate'), messages.nobodyLeaves, scenario),
        ),
      ),
      ...inputs.programs.flatMap((program) =>
        where(looked, ({ careForNothing }) => careForNothing.has(program)).map((scenario) =>
          note(cellsOf(PANEL, program.row, program.name)('name'), messages.noCareTeam, scenario),
        ),
      ),
      ...paidAtOnce(inputs, looked),
    ];
  },
};

const LEAVING = [
  'dischargeRate',
  'disengagementRate',
  'benefitChangeRate',
  'adverseEventRate',
  'earlyDropOffRate',
] as const;

/** A program that nobody leaves; a rate that is the word zero answers for all of them. */
function isWhole(program: Program, forecast: ScenarioForecast): boolean {
  if (LEAVING.some((key) => program[key] !== 0 || isMeant(program, key))) return false;
  const { openingPatients, lostPatients } = seriesOf(forecast, program.name);
  return openingPatients.some(isPositive) && !lostPatients.some(isPositive);
}

/** Programs whose care no item says to be for nothing, by the word zero as its amount. */
function caredForByNobodyPaid({ programs, costs }: Inputs): readonly Program[] {
  const meant = costs.filter((cost) => cost.category === 'care team' && isMeant(cost, 'amount'));
  const bearers = new Set(meant.map(({ program }) => program));
  return bearers.has(null) ? [] : programs.filter(({ name }) => !bearers.has(name));
}

/** A program with patients that no care team is paid for. */
function isCareFree({ name }: Program, forecast: ScenarioForecast): boolean {
  const { activePatients, careTeamCost } = seriesOf(forecast, name);
  return activePatients.some(isPositive) && !careTeamCost.some(isPositive);
}

/** A payer that pays in the month of service. */
function isAtOnce(payer: Payer, forecast: ScenarioForecast): boolean {
  if (payer.paymentPattern !== null || payer.daysToPay !== 0 || isMeant(payer, 'daysToPay')) return false;
  if (!seriesOf(forecast, payer.program).allowedRevenue.some(isPositive)) return false;
  const { drivers } = forecast;
  const s = drivers.placeOf(payer);
  const isEverPositive = (key: 'shareOfPanel' | 'daysToPay') =>
    drivers.months.some((t) => drivers.payer(key, s, t) > 0);
  return isEverPositive('shareOfPanel') && !isEverPositive('daysToPay');
}

/** The first row of a scenario speaks for all. */
function paidAtOnce({ payers }: Inputs, looked: readonly Sight<Absences>[]): Finding[] {
  const found = payers.flatMap((payer) =>
    where(looked, ({ payAtOnce }) => payAtOnce.has(payer)).map((scenario) => ({ scenario, payer })),
  );
  const scenarios = [...new Set(found.map(({ scenario }) => scenario))];
  return scenarios.map((scenario) => {
    const of = found.filter((each) => each.scenario === scenario);
    const { row, program, payer } = of[0].payer;
    return note(
      cellsOf(PAYER_MIX, row, `${program}, ${payer}`)('daysToPay'),
      messages.paysAtOnce,
      scenario,
      of.length - 1,
    );
  });
}

const isPositive = (value: number): boolean => value > 0;

const seriesOf = ({ projection }: ScenarioForecast, program: string) => projection.byProgram.get(program)!.series;

/** The first scenario where it holds, or null where it holds in all. */
function where(looked: readonly Sight<Absences>[], holds: (seen: Absences) => boolean): (string | null)[] {
  const found = looked.filter(({ seen }) => holds(seen)).map(({ scenario }) => scenario);
  return found.length > 0 && found.length === looked.length ? [null] : found.slice(0, 1);
}

/** What is not given and so decides the answer: nobody leaves, cash comes at once, care costs nothing. The word zero says that it is meant. */
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { isMeant } from '../../tables/reading/read-model';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { Projections } from '../projections';
import { lookedAt } from './by-scenario';

export function absenceFindings(model: Projections): Finding[] {
  return [...staysWhole(model), ...careForNothing(model), ...paysAtOnce(model)];
}

const LEAVING = [
  'dischargeRate',
  'disengagementRate',
  'benefitChangeRate',
  'adverseEventRate',
  'earlyDropOffRate',
] as const;

/** Programs that nobody leaves; a rate that is the word zero answers for all of them. */
function staysWhole(model: Projections): Finding[] {
  const asked = model.inputs.programs.filter(
    (program) => LEAVING.every((key) => program[key] === 0) && !LEAVING.some((key) => isMeant(program, key)),
  );
  return asked.flatMap(({ name, row }) =>
    where(model, (scenario) => {
      const { openingPatients, lostPatients } = seriesOf(model, name, scenario);
      return openingPatients.some(isPositive) && !lostPatients.some(isPositive);
    }).map((scenario) => note(cellsOf(PANEL, row, name)('disengagementRate'), messages.nobodyLeaves, scenario)),
  );
}

/** Programs with patients that no care team is paid for; an item of it whose amount is the word zero says why. */
function careForNothing(model: Projections): Finding[] {
  const { programs, costs } = model.inputs;
  const meant = costs.filter((cost) => cost.category === 'care team' && isMeant(cost, 'amount'));
  const asked = programs.filter(({ name }) => !meant.some(({ program }) => program === null || program === name));
  return asked.flatMap(({ name, row }) =>
    where(model, (scenario) => {
      const { activePatients, careTeamCost } = seriesOf(model, name, scenario);
      return activePatients.some(isPositive) && !careTeamCost.some(isPositive);
    }).map((scenario) => note(cellsOf(PANEL, row, name)('name'), messages.noCareTeam, scenario)),
  );
}

/** Payers that pay in the month of service: the first row speaks for all. */
function paysAtOnce(model: Projections): Finding[] {
  const asked = model.inputs.payers.filter((payer) => payer.daysToPay === 0 && !isMeant(payer, 'daysToPay'));
  const found = asked.flatMap(({ program, payer, row }) =>
    where(model, (scenario) => {
      if (!seriesOf(model, program, scenario).allowedRevenue.some(isPositive)) return false;
      const drivers = model.drivers(scenario);
      const s = drivers.segments.findIndex((segment) => segment.program === program && segment.payer === payer);
      const isEverPositive = (key: 'shareOfPanel' | 'daysToPay') =>
        Array.from({ length: model.inputs.settings.months }, (_, t) => drivers.payer(key, s, t)).some(isPositive);
      return isEverPositive('shareOfPanel') && !isEverPositive('daysToPay');
    }).map((scenario) => ({ scenario, cell: cellsOf(PAYER_MIX, row, `${program}, ${payer}`)('daysToPay') })),
  );
  const scenarios = [...new Set(found.map(({ scenario }) => scenario))];
  return scenarios.map((scenario) => {
    const of = found.filter((each) => each.scenario === scenario);
    return note(of[0].cell, messages.paysAtOnce, scenario, of.length - 1);
  });
}

const isPositive = (value: number): boolean => value > 0;

const seriesOf = (model: Projections, program: string, scenario: string | null) =>
  model.projection(scenario).byProgram.get(program)!.series;

/** The scenario where it holds, or null where it holds in all. */
function where(model: Projections, holds: (scenario: string | null) => boolean): (string | null)[] {
  const looked = lookedAt(model);
  const found = looked.filter(holds);
  return found.length > 0 && found.length === looked.length ? [null] : found.slice(0, 1);
}

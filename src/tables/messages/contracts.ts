/** What is said of contracts: of the book's models, and of terms that are typed. */
import type { ContractProblem } from '../../contracts/book/contract-error';
import { CONTRACTS } from '../schemas/contracts';
import { InputError } from './input-error';
import type { Place } from './place';
import { brief, count, fit, inCell, inRow, list, shown, unknownName } from './wording';

/** #N/A where the model does not run, or the book has no terms; #VALUE! where the question can be put right. */
const NOT_AVAILABLE: ReadonlySet<ContractProblem['what']> = new Set(['ended', 'notYet', 'noTerms']);

export const contractInputError = (problem: ContractProblem): InputError =>
  new InputError(contractProblem(problem), NOT_AVAILABLE.has(problem.what) ? 'notAvailable' : 'invalidValue');

export function contractProblem(problem: ContractProblem): string {
  switch (problem.what) {
    case 'unknownModel':
      return unknownName('model', problem.model, problem.models);
    case 'wrongKind':
      return fit(
        `${brief(problem.model, 26)} is paid by ${problem.kind}, not ${problem.wanted}; give ${list(problem.models, 2)}.`,
      );
    case 'notYet':
      return fit(`${brief(problem.model)} is not running on ${problem.date}: it starts ${problem.from}.`);
    case 'noTerms':
      return fit(
        `The book has no terms of ${brief(problem.model)} for ${problem.date}: they begin ${problem.from}. Type yours, without a model.`,
      );
    case 'ended':
      return fit(
        `${brief(problem.model)} is not running on ${problem.date}: it ended ${problem.to}${problem.follows ? `, and ${problem.follows} follows` : ''}.`,
      );
  }
}

// Terms of a worksheet function.
export const termsShape = (columns: number) =>
  fit(
    `terms has ${count(columns)} column${columns === 1 ? '' : 's'}; give two: the term’s name and its value, e.g. {"Sharing rate",50%}.`,
  );
export const termTwice = (name: string) => fit(`terms has “${brief(name)}” twice; keep one.`);
/** @param others terms that the function asks for */
export const termUnknown = (name: string, others: readonly string[]) => unknownName('terms:', name, others);
export const noTerm = (term: string, example: string | number) =>
  fit(`model and ${brief(term)} are both blank; name a model, or give terms such as ${example}.`);
export const qualityMissing = (model: string) =>
  fit(
    `quality is blank or 0; ${brief(model)} pays by a quality score: give it as a share, e.g. 80%, or the term Quality standard (met, alternative, not met).`,
  );
export const membersMissing = (model: string) =>
  fit(
    `${brief(model)} has a minimum savings rate by members; give the term Assigned members, e.g. 12000, or Minimum savings rate.`,
  );
export const noPeriodAmount = (model: string, period: string) =>
  fit(`The book has no amount for the ${brief(period)} period of ${brief(model)}; none is published for it.`);
export const trackBlank = () => 'track is blank; give eCKM, CKM, MSK or BH.';
export const starsMissing = () =>
  'Bid PMPM needs the Star rating beside it, which decides bonus and rebate; give e.g. 4.';
export const bandsWithoutCost = () =>
  'terms: Bands share what care costs below or above the revenue, and no cost is given here; leave them out, or state the contract by PPPM.CONTRACTS.';
export const labelsOfOne = () =>
  'labels lays out how one amount is made; give one number for each argument, or leave labels out.';
export const yearUnreadable = (value: unknown) =>
  fit(`terms: Performance year is ${shown(value)}; give a year, e.g. 2027.`);

// Cells of Contracts.
export const modelProblem = (place: Place, problem: ContractProblem) =>
  fit(`${inCell(place)}: ${contractProblem(problem)}`);
export const bandsUnreadable = (place: Place, value: string) =>
  fit(
    `${inCell(place)} is “${brief(value)}”; write bands that rise, each with the practice’s part, e.g. 100% to 10%, 50% to 35%, 10% above.`,
  );
export const effectWithoutEvidence = (place: Place, effect: number) =>
  fit(
    `${inCell(place)} is ${shown(effect)} without a source; name the study or data it rests on in ${CONTRACTS.header.careEvidence}.`,
  );
export const amountMissing = (place: Place) =>
  fit(`${inCell(place)} is blank or 0, and no model gives an amount; give dollars a member and month.`);
export const costMissing = (place: Place) =>
  fit(`${inCell(place)} is blank or 0, so all of the benchmark would be savings; give what a member’s care costs.`);
export const termMissing = (place: Place) =>
  fit(`${inCell(place)} is blank and no ${CONTRACTS.header.model} is named, so nothing is shared; give one of them.`);
export const qualityAsked = (place: Place, model: string) =>
  fit(
    `${inCell(place)} is blank or 0; ${brief(model)} pays by a quality score: give it, or ${CONTRACTS.header.qualityStandard} (met, alternative, not met).`,
  );
export const noPeriod = (place: Place, model: string) =>
  fit(`${inCell(place)}: the book has no amount for this period of ${brief(model)}; none is published for it.`);
export const trackMissing = (place: Place) => fit(`${inCell(place)} is blank; name the track, e.g. ACCESS eCKM.`);
/** @param model a one-sided track */
export const tooFewMembers = (place: Place, model: string) =>
  fit(
    `${inCell(place)}: ${brief(model)} has a minimum savings rate from 500 members on; give more, or ${CONTRACTS.header.minimumSavingsRate}.`,
  );
export const startsBehindEnd = (place: Place, start: number, months: number) =>
  fit(
    `${inCell(place)} is month ${count(start)}, behind the ${count(months)} months of the forecast, so the contract is in none of them.`,
  );
/** @param kind of the row's contract */
export const termUnused = (place: Place, kind: string) =>
  fit(`${inCell(place)} is given, but a contract of the kind ${brief(kind)} does not use it, so it changes nothing.`);
export const termCarried = (place: Place, term: string, until: string) =>
  fit(`${inRow(place)}: ${brief(term)} is published until ${brief(until, 12)}; its last value is used after that.`);
export const otherReading = (place: Place, term: string, taken: string, otherwise: string) =>
  fit(
    `${inRow(place)}: sources differ on ${brief(term)}. Taken is ${brief(taken, 50)}; the other says ${brief(otherwise, 50)}: see ${CONTRACTS.header.reading}.`,
  );
export const settlementAssumed = (place: Place, months: number) =>
  fit(`${inCell(place)} is blank, so ${count(months)} months are assumed; give your contract’s.`);
export const termsWithoutDates = (place: Place, date: string) =>
  fit(
    `${inRow(place)}: months are counted without a start month, so the terms of ${brief(date, 12)} are used in all of them; give a Start month in Settings.`,
  );

export const revenueUnknown = (place: Place) =>
  fit(
    `${inCell(place)} is blank, so losses are limited by the benchmark alone; give the participants’ own revenue as a share of the benchmark, e.g. 30%.`,
  );
/** @param terms headers of columns that are not there */
export const termsAbsent = (place: Place, terms: readonly string[]) =>
  fit(
    `${place.table} has no ${list(terms, 4, 24)}; where no model gives such a term it is none: nothing withheld or shared, no limit, the whole premium. Add a column to agree on it.`,
  );

// The margin pool.
export const monthsMissing = (what: string, got: number, months: number) =>
  fit(
    `${brief(what)} has ${count(got)} months, and the forecast ${count(months)}; give the line of PPPM.FORECAST with the same Settings.`,
  );
export const monthsBeyond = (what: string, months: number) =>
  fit(
    `${brief(what)} holds figures beyond the ${count(months)} months of the forecast; give the line of PPPM.FORECAST with the same Settings.`,
  );
export const tooManyTrials = (trials: number, contracts: number, most: number) =>
  fit(
    `trials is ${shown(trials)} for ${count(contracts)} contracts; give at most ${shown(most)} in so many months, so that Excel does not wait.`,
  );
export const drawnTrials = (trials: number, seed: number) =>
  fit(`Expected loss and loss at P10 are of ${shown(trials)} trials, seed ${seed}.`);
export const uncertaintyUnknown = () =>
  'contractUncertainty has no row, so the expected loss and the loss at P10 are not known; give a row for each uncertain input, e.g. Expected cost PMPM.';
/** @param rise in percent */
export const lossUnlimited = (contract: string, rise: number) =>
  fit(
    `${brief(contract)}: its terms set no limit to losses; the worst is taken with cost ${shown(rise)}% above what is expected, an assumption: see worstCost.`,
  );
export const lossesAddUp = () =>
  'Losses add up over contracts and performance years; a year that gains pays for no other, and no contract for another.';
/** @param owed and @param owedAtWorst in whole dollars */
export const settledLater = (owed: number, owedAtWorst: number) =>
  fit(
    `Owed only after the last month, so not in its cash: $${shown(owed)} as forecast, $${shown(owedAtWorst)} at worst. More months show it.`,
  );

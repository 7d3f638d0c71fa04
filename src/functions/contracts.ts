import { CONTRACT_LINES, type ContractLine, type ContractLineKey } from '../contracts/contract-lines';
import { contractStatement, totalStatement, type ContractSeries } from '../contracts/statement';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { known } from '../tables/reading/known-name';
import { fold } from '../tables/reading/nearest';
import { readContracts, type ContractInputs } from '../tables/reading/read-contracts';
import type { Range } from '../tables/reading/read-model';
import { tableOf } from './arguments/model-arguments';
import { monthShown } from './arguments/month-argument';
import { isNotGiven } from './arguments/number-grid';
import { isTrue, nameOf } from './arguments/text-argument';

/**
 * The monthly statement of value-based contracts: members, revenue accrued, withheld and earned, medical cost, savings or loss, settlement in its month, cash.
 *
 * Contracts have a statement of their own: nothing here changes that of care management. The effect of care management on medical cost is an input, Effect of care on cost, which needs its evidence beside it; the line Saved by care shows what it amounts to.
 *
 * A performance year is twelve months from the contract’s first one; its result is worked out for the whole year, spread over the months as the benchmark is, and settled Months to settlement after the year’s last month.
 *
 * With labels, notes follow below the lines: evidence, assumptions, terms on which sources differ.
 *
 * @customfunction CONTRACTS
 * @category Contracts
 * @helpurl help/CONTRACTS.html
 * @param contracts The Contracts table with its header row: a row a contract.
 * @param [settings] The Settings table: start month, months; blank = 36 months, counted 1, 2, 3.
 * @param [contract] The contract to show; blank = all together.
 * @param [lines] One line’s name or a range of names; blank = all lines.
 * @param [labels] TRUE adds a header row with month-ends, the columns Line, Unit and Total, and notes below.
 * @returns The lines asked for by month, in $ and members.
 * @throws The first finding in the tables, with row and column; a model that is not running in a month, and what follows it.
 * @example
 * =PPPM.CONTRACTS(tblContracts[#All], tblSettings[#All], "Plan", {"Members";"Revenue accrued";"Paid monthly";"Cash"})
 * → {100,100,100;9900,9900,9900;9800,9800,9800;1800,1800,1800}
 */
export function contracts(
  contracts: unknown[][],
  settings?: unknown[][],
  contract?: string,
  lines?: unknown[][],
  labels?: boolean,
): unknown[][] {
  const inputs = readContracts(tableOf(contracts) as Range | null, tableOf(settings) as Range | null);
  const [first] = inputs.errors;
  if (first) throw new InputError(first.text);
  const statement = statementOf(inputs, nameOf('contract', contract));
  const asked = linesAsked(lines);
  const { months, startMonth } = inputs.settings;
  const numbers = Array.from({ length: months }, (_, t) => t);
  const figures = (line: ContractLine<ContractLineKey> | null): unknown[] =>
    numbers.map((t) => (line ? statement[line.key][t] : ''));
  if (!isTrue('labels', labels)) return asked.map(figures);
  const header = ['Line', 'Unit', 'Total', ...numbers.map((t) => monthShown(t + 1, startMonth))];
  const rows = asked.map((line) => [
    ...(line ? [line.name, line.unit, totalOf(line, statement)] : ['', '', '']),
    ...figures(line),
  ]);
  const notes = notesOf(inputs).map((text) => ['Note', text, '', ...numbers.map(() => '')]);
  return [header, ...rows, ...notes];
}

function statementOf({ contracts, settings }: ContractInputs, name: string | null): ContractSeries {
  const { months } = settings;
  if (name === null)
    return totalStatement(
      contracts.map((each) => contractStatement(each, months)),
      months,
    );
  const found = known(
    'contract',
    name,
    contracts.map((each) => each.contract),
  );
  return contractStatement(
    contracts.find((each) => each.contract === found)!,
    months,
  );
}

const totalOf = ({ key, total }: ContractLine<ContractLineKey>, statement: ContractSeries): number =>
  total === 'last' ? statement[key][statement[key].length - 1] : statement[key].reduce((sum, value) => sum + value, 0);

const NAMES = CONTRACT_LINES.map(({ name }) => name);
/** More cells than this are a whole column, not a list of lines. */
const MOST_LINES = 1000;

/** The lines asked for, in order; null for a blank cell between them. */
function linesAsked(lines: unknown): (ContractLine<ContractLineKey> | null)[] {
  if (isNotGiven(lines)) return [...CONTRACT_LINES];
  const cells = Array.isArray(lines) ? (lines as unknown[][]).flat() : [lines];
  if (cells.length > MOST_LINES) throw new InputError(messages.tooManyLines(cells.length, MOST_LINES));
  return cells.map((cell) => {
    if (isNotGiven(cell)) return null;
    if (typeof cell !== 'string') throw new InputError(messages.notAName('lines', cell));
    const name = known('line', cell, NAMES);
    return CONTRACT_LINES.find((line) => fold(line.name) === fold(name))!;
  });
}

/** What is worth knowing below the lines: the evidence of every effect, and the notes of the reader. */
function notesOf({ contracts, findings }: ContractInputs): string[] {
  const evidence = contracts
    .filter(({ careEffect }) => careEffect !== 0)
    .map(
      ({ contract, careEffect, careEvidence }) =>
        `${contract}: the effect of care on cost is an input, ${Number((careEffect * 100).toPrecision(6))}%. Evidence: ${careEvidence}`,
    );
  return [...evidence, ...findings.map(({ text }) => text)];
}

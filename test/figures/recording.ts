/** A recording: every question with its answer, a model a line, so that it can be asked again of another build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { answerOf, CellError, functionsOf, readBuiltFiles } from '../contract/bare-context';
import type { Group, Question } from './questions';
import type { Cells, Tables } from './typed-tables';

/** A cell with an error is an object, so that it is no text. */
export type AnswerCell = string | number | boolean | null | Refusal;

export interface Refusal {
  error: string;
  text: string;
}

/** What stands in the sheet, or the error of the whole call. */
export type Answer = AnswerCell[][] | Refusal;

export interface Answered extends Question {
  answer: Answer;
}

export interface RecordedGroup extends Omit<Group, 'questions'> {
  answered: Answered[];
}

export const isRefusal = (answer: Answer | AnswerCell | undefined): answer is Refusal =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

/** Asks the built functions in a folder. */
export function asker(dist: string): (group: Pick<Group, 'tables'>, question: Question) => Promise<Answer> {
  const files = readBuiltFiles(dist);
  const functions = functionsOf(files);
  const cell = (value: unknown) =>
    value instanceof CellError ? { error: value.code, text: value.message } : (value as AnswerCell);
  return async ({ tables }, { id, args }) => {
    const given = args.map((argument): Cells | null =>
      typeof argument === 'string' ? (tables[argument as keyof Tables] ?? null) : argument,
    );
    try {
      return (await answerOf(files, functions, id, given)).map((row) => Array.from(row, cell));
    } catch (error) {
      if (error instanceof CellError) return { error: error.code, text: error.message };
      throw error;
    }
  };
}

export function write(file: string, groups: readonly RecordedGroup[]): void {
  writeFileSync(file, groups.map((group) => `${JSON.stringify(group)}\n`).join(''));
}

/** The groups one by one: a recording is large. */
export function* read(file: string): Generator<RecordedGroup> {
  const bytes = readFileSync(file);
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf('\n', from);
    yield JSON.parse(bytes.toString('utf8', from, to));
    from = to + 1;
  }
}

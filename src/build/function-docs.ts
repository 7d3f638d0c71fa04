/** Everything the help pages and the example tests need of a worksheet function, read from its TSDoc. */
import ts from 'typescript';
import type { IEnum, IFunctionParameter } from 'custom-functions-metadata';
import { functionFiles } from './function-files';
import { functionMetadata } from './function-metadata';

/** The headings of the list of functions, in its order. */
export const CATEGORIES = [
  'Panel',
  'Reimbursement',
  'Cost and capacity',
  'The model',
  'What if',
  'Actuals',
  'Contracts',
];

export interface FunctionExample {
  /** What the example shows, if it says so before the formula. */
  caption: string;
  /** =PPPM.REVENUE(100, 80%, 95%, 66) */
  formula: string;
  /** What follows the arrow: 5016, {1,2;3,4} or 152.07 (rounded). */
  result: string;
}

export interface ParameterDoc extends IFunctionParameter {
  choices: IEnum['values'];
}

export interface FunctionDoc {
  id: string;
  /** The first paragraph; Excel shows it too. */
  summary: string;
  /** The paragraphs that follow it. */
  remarks: string[];
  /** The heading it stands under in the list of functions. */
  category: string;
  parameters: ParameterDoc[];
  returns: string;
  examples: FunctionExample[];
  errors: string[];
}

export function functionDocs(folder: string): FunctionDoc[] {
  const { metadata } = functionMetadata(folder, '');
  const declarations = functionFiles(folder).flatMap(({ path, text }) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements.filter(ts.isFunctionDeclaration),
  );
  return metadata.functions.map((found) => {
    const declaration = declarations.find(
      (candidate) => tagTexts(candidate, 'customfunction')[0]?.split(/\s/)[0] === found.id,
    );
    if (!declaration) throw new Error(`The source of ${found.id} has no @customfunction tag with its name`);
    const [category = ''] = tagTexts(declaration, 'category');
    if (!CATEGORIES.includes(category))
      throw new Error(`${found.id} has the @category “${category}”; give one of ${CATEGORIES.join(', ')}`);
    const [, ...remarks] = paragraphs(leadingComment(declaration));
    return {
      id: found.id,
      summary: found.description ?? '',
      remarks: [...remarks, ...tagTexts(declaration, 'remarks').flatMap(paragraphs)],
      category,
      parameters: found.parameters.map((parameter) => ({
        ...parameter,
        choices: metadata.enums.find(({ id }) => id === parameter.customEnumId)?.values ?? [],
      })),
      returns: tagTexts(declaration, 'returns')[0] ?? '',
      examples: tagTexts(declaration, 'example').flatMap(readExamples),
      errors: tagTexts(declaration, 'throws'),
    };
  });
}

/** A block holds one or more formulas, each followed by a line that starts with an arrow. */
function readExamples(block: string): FunctionExample[] {
  const examples: FunctionExample[] = [];
  let caption = '';
  let formula = '';
  for (const line of block
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '' && !text.startsWith('```'))) {
    if (line.startsWith('→')) {
      if (!formula) throw new Error(`The example result “${line}” follows no formula`);
      examples.push({ caption, formula, result: line.slice(1).trim() });
      caption = formula = '';
    } else if (line.startsWith('=') && !formula) formula = line;
    else if (formula) formula += ` ${line}`;
    else caption += caption ? ` ${line}` : line;
  }
  if (formula || examples.length === 0)
    throw new Error(`The example “${block}” needs a formula and a line with → and its result`);
  return examples;
}

function leadingComment(declaration: ts.FunctionDeclaration): string {
  const comment = ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc)?.comment;
  return ts.getTextOfJSDocComment(comment) ?? '';
}

const tagTexts = (declaration: ts.FunctionDeclaration, name: string): string[] =>
  ts
    .getJSDocTags(declaration)
    .filter((tag) => tag.tagName.text === name)
    .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').trim());

const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

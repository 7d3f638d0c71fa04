/** Puts every formula, and every formula behind a defined name, into words that Univer's parser knows. */
import type { Injector } from '@univerjs/core';
import { IDefinedNamesService, IFunctionService, LexerTreeBuilder, operatorToken } from '@univerjs/engine-formula';
import { withErrorCounts } from './error-counts';
import { withoutSpillOperator } from './formula-text';
import { withoutIntersectionOperator } from './implicit-intersection';
import { withPlainReferences, type ReferableTable } from './structured-references';

/** In this order: one may work on what the one before it has made. */
const TRANSLATIONS = [withoutSpillOperator, withoutIntersectionOperator, withErrorCounts];

export function translateFormulas(injector: Injector, tableNamed: (name: string) => ReferableTable | undefined): void {
  const translate = (formula: string) =>
    TRANSLATIONS.reduce((text, translated) => translated(text), withPlainReferences(formula, tableNamed));
  const lexer = injector.get(LexerTreeBuilder);
  const parse = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, ...rest) => parse(translate(formula), ...rest);
  acceptArraysAfterOperators(lexer);
  startOutsideBrackets(lexer);
  const names = injector.get(IDefinedNamesService);
  const find = names.getValueByName.bind(names);
  names.getValueByName = (unit, name) => {
    const found = find(unit, name);
    return found && { ...found, formulaOrRefString: translate(found.formulaOrRefString) };
  };
}

const OPERATORS = new Set<string>(Object.values(operatorToken));

/** Univer takes =2*{1,2} for an error, though not ={1,2}*{1,2}. */
function acceptArraysAfterOperators(lexer: LexerTreeBuilder): void {
  const internals = lexer as unknown as { _formulaSpellCheck(): boolean };
  const check = internals._formulaSpellCheck.bind(lexer);
  internals._formulaSpellCheck = () => {
    const before = lexer.getCurrentLexerNode().getChildren().at(-1);
    return check() || (typeof before === 'string' && OPERATORS.has(before.trim()));
  };
}

/** After a text with an open bracket, such as [1, Univer takes all formulas that follow for what stands in the brackets. */
function startOutsideBrackets(lexer: LexerTreeBuilder): void {
  const internals = lexer as unknown as {
    _squareBracketState: number;
    _tableBracketState: boolean;
    _openBracketNormalIndexStack: number[];
    _resetTemp(): void;
  };
  const reset = internals._resetTemp.bind(lexer);
  internals._resetTemp = () => {
    reset();
    internals._squareBracketState = 0;
    internals._tableBracketState = false;
    internals._openBracketNormalIndexStack = [];
  };
}

/** Needed when the meaning of a word in a formula changed (a table, a function, a defined name), and for another workbook. */
export function forgetParsedFormulas(injector: Injector): void {
  injector.get(IFunctionService).deleteFormulaAstCacheKey('');
  // All that dispose does is to empty the lexer's caches, which it offers no other way to do.
  injector.get(LexerTreeBuilder).dispose();
}

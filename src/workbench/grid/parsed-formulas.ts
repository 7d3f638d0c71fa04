/** Puts every formula, and every formula behind a defined name, into words that Univer's parser knows. */
import type { Injector } from '@univerjs/core';
import { IDefinedNamesService, IFunctionService, LexerTreeBuilder } from '@univerjs/engine-formula';
import { withoutSpillOperator } from './formula-text';
import { withPlainReferences, type ReferableTable } from './structured-references';

export function translateFormulas(injector: Injector, tableNamed: (name: string) => ReferableTable | undefined): void {
  const translate = (formula: string) => withoutSpillOperator(withPlainReferences(formula, tableNamed));
  const lexer = injector.get(LexerTreeBuilder);
  const parse = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula, ...rest) => parse(translate(formula), ...rest);
  const names = injector.get(IDefinedNamesService);
  const find = names.getValueByName.bind(names);
  names.getValueByName = (unit, name) => {
    const found = find(unit, name);
    return found && { ...found, formulaOrRefString: translate(found.formulaOrRefString) };
  };
}

/** Needed when the meaning of a word in a formula changed: a table, a function or a defined name. */
export function forgetParsedFormulas(injector: Injector): void {
  injector.get(IFunctionService).deleteFormulaAstCacheKey('');
  // All that dispose does is to empty the lexer's caches, which it offers no other way to do.
  injector.get(LexerTreeBuilder).dispose();
}

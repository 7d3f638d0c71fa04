/** Small mistakes that somebody could make in a source: each is a piece of its text with another in its place. */
import ts from 'typescript';

export interface Mutation {
  file: string;
  line: number;
  start: number;
  end: number;
  /** What stands there, and instead of it. */
  before: string;
  after: string;
}

const K = ts.SyntaxKind;

const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
  [K.SlashToken, '*'],
  [K.PercentToken, '*'],
  [K.AsteriskAsteriskToken, '*'],
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.PlusEqualsToken, '-='],
  [K.MinusEqualsToken, '+='],
  [K.AsteriskEqualsToken, '/='],
  [K.SlashEqualsToken, '*='],
]);

const SWAPPED: Readonly<Record<string, string>> = { min: 'max', max: 'min', floor: 'ceil', ceil: 'floor' };

/** Figures smaller than this are tolerances: without one, rounding noise counts. */
const TOLERANCE = 1e-6;

/** One step too few: one too many reads and writes beyond a typed array, which is nothing. */
const boundsLoop = (node: ts.BinaryExpression): boolean =>
  ts.isForStatement(node.parent) && node.parent.condition === node && node.operatorToken.kind === K.LessThanToken;

export function mutationsOf(file: string, text: string): Mutation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const replace = (node: ts.Node, after: string) => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ file, line, start, end: node.end, before: node.getText(source), after });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const after = OPERATORS.get(node.operatorToken.kind);
      if (boundsLoop(node)) replace(node.right, `(${node.right.getText(source)}) - 1`);
      else if (after) replace(node.operatorToken, after);
    } else if (ts.isNumericLiteral(node)) {
      const value = Number(node.getText(source).replaceAll('_', ''));
      replace(node, value !== 0 && value < TOLERANCE ? '0' : String(value + 1));
    } else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) {
      replace(node, node.kind === K.TrueKeyword ? 'false' : 'true');
    } else if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'Math') {
      const after = SWAPPED[node.name.text];
      if (after) replace(node.name, after);
    } else if (ts.isIfStatement(node)) {
      replace(node.expression, `!(${node.expression.getText(source)})`);
    } else if (ts.isConditionalExpression(node)) {
      replace(node.condition, `!(${node.condition.getText(source)})`);
    } else if (ts.isPrefixUnaryExpression(node) && [K.ExclamationToken, K.MinusToken].includes(node.operator)) {
      replace(node, `(${node.operand.getText(source)})`);
    } else if (ts.isExpressionStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node)) {
      replace(node, ';');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Leaves the notes of columns and settings out of the worksheet functions: only the sheets show them, and they would
 * be a thirtieth of what Excel loads before it can calculate anything.
 */
import { join, sep } from 'node:path';
import ts from 'typescript';

/** Where the note stands among the arguments of those who describe a column: see src/tables/schemas/column.ts. */
const NOTE_AT: Readonly<Record<string, number>> = { text: 2, choice: 2, share: 2, month: 2, number: 3 };

const SCHEMAS = sep + join('src', 'tables', 'schemas') + sep;

export const withoutNotes: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  if (!file.fileName.split('/').join(sep).includes(SCHEMAS)) return file;
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited) || !ts.isIdentifier(visited.expression)) return visited;
    const at = NOTE_AT[visited.expression.text];
    if (at === undefined || visited.arguments.length <= at) return visited;
    const { factory } = context;
    const args = visited.arguments.map((argument, i) => (i === at ? factory.createStringLiteral('') : argument));
    return factory.updateCallExpression(visited, visited.expression, visited.typeArguments, args);
  };
  return ts.visitEachChild(file, visit, context);
};

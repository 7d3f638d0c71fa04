import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { REQUIREMENTS } from '../../src/taskpane/host';

const root = join(__dirname, '..', '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const required = new Map(
  [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name, version]) => [name, version]),
);

/** Folders whose code runs in Excel. */
const FOLDERS = ['functions', 'workbook', 'taskpane', 'commands'];
/** Code that holds an object of Office.js says so in its types; the rest need not be analyzed. */
const USES_OFFICE = /\b(Excel|Office|OfficeRuntime|CustomFunctions)\./;

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
    : /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
      ? [path]
      : [];

const isNewer = (a: string, b: string): boolean => {
  const [[aMajor, aMinor], [bMajor, bMinor]] = [a, b].map((version) => version.split('.').map(Number));
  return aMajor > bMajor || (aMajor === bMajor && aMinor > bMinor);
};

interface Use {
  member: string;
  set: string;
  version: string;
  where: string;
}

/** Every member of Office.js that the code names, with the requirement set that its declaration states. */
function officeMembers(files: string[]): Use[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node)) {
      const symbol = ts.isPropertyAssignment(node)
        ? contextualMember(node, checker)
        : checker.getSymbolAtLocation(node.name);
      // An overloaded member is there with its first overload.
      const [oldest] = (symbol?.declarations ?? [])
        .flatMap(statedSet)
        .sort((a, b) => (isNewer(a.version, b.version) ? 1 : -1));
      if (oldest && symbol) {
        const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
        uses.push({
          ...oldest,
          member: checker.symbolToString(symbol),
          where: `${relative(root, node.getSourceFile().fileName)}:${line + 1}`,
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (files.includes(file.fileName)) visit(file);
  return uses;
}

/** The requirement set in the comment before a declaration of Office.js. */
function statedSet(declaration: ts.Declaration): { set: string; version: string }[] {
  if (!/office-js|custom-functions-runtime/.test(declaration.getSourceFile().fileName)) return [];
  const comment = declaration.getSourceFile().text.slice(declaration.getFullStart(), declaration.getStart());
  const [, set, version] = /\[Api set: (\w+) ([\d.]+)/.exec(comment) ?? [];
  // Members that Outlook shares with the other programs are stated by its sets only.
  return set && set !== 'Mailbox' ? [{ set, version }] : [];
}

/** The member that a property of an object literal sets, such as `range.set({ values })`. */
function contextualMember(node: ts.PropertyAssignment, checker: ts.TypeChecker): ts.Symbol | undefined {
  const type = ts.isObjectLiteralExpression(node.parent) ? checker.getContextualType(node.parent) : undefined;
  return type?.getProperty(node.name.getText());
}

/** Whether the file asks first if this Excel has it: isSetSupported('ExcelApi', '1.12'). */
function isAskedFor({ where, set, version }: Use): boolean {
  const text = readFileSync(join(root, where.replace(/:\d+$/, '')), 'utf8');
  const asked = new RegExp(`isSetSupported\\('${set}', '([\\d.]+)'\\)`).exec(text);
  return asked !== null && !isNewer(version, asked[1]);
}

describe('The requirement sets of the manifest', () => {
  let uses: Use[];
  beforeAll(() => {
    const files = FOLDERS.flatMap((folder) => filesBelow(join(root, 'src', folder)));
    uses = officeMembers(files.filter((path) => USES_OFFICE.test(readFileSync(path, 'utf8'))));
  }, 120_000);

  it('are found by reading the code', () => {
    expect(uses.filter(({ set }) => set === 'ExcelApi').length).toBeGreaterThan(20);
  });

  it('cover every member of Office.js that the code calls', () => {
    const beyond = uses.filter((use) => isNewer(use.version, required.get(use.set) ?? '0.0') && !isAskedFor(use));
    expect(beyond.map(({ member, set, version, where }) => `${where} ${member} needs ${set} ${version}`)).toEqual([]);
  });

  it('ask for no newer Excel than the code needs', () => {
    const versions = uses.filter((use) => use.set === 'ExcelApi' && !isAskedFor(use)).map(({ version }) => version);
    const newest = versions.reduce((a, b) => (isNewer(b, a) ? b : a));
    expect(required.get('ExcelApi')).toBe(newest);
  });

  it('include the shared runtime that the manifest sets up', () => {
    expect(manifest).toContain('<Runtimes>');
    expect(required.get('SharedRuntime')).toBe('1.1');
  });

  it('are the ones that the pane explains to who lacks them', () => {
    expect(Object.fromEntries(REQUIREMENTS.map(({ set, version }) => [set, version]))).toEqual(
      Object.fromEntries(required),
    );
  });
});

/** Modules of TypeScript, evaluated anew for every mutant, each compiled only once. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { transformSync } from 'esbuild';

type Exports = Record<string, unknown>;
type Body = (
  module: { exports: Exports },
  exports: Exports,
  require: (name: string) => unknown,
  filename: string,
  dirname: string,
) => void;

/** @throws where the text is no program. */
function compile(path: string, text: string): Body {
  const { code } = transformSync(text, {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    sourcefile: path,
    define: { 'import.meta.dirname': '__dirname' },
  });
  const wrapped = `(function (module, exports, require, __filename, __dirname) {${code}\n})`;
  return new Script(wrapped, { filename: path }).runInThisContext();
}

export class Modules {
  private readonly bodies = new Map<string, Body>();
  /** Who imports a file. */
  private readonly importers = new Map<string, Set<string>>();
  private instances = new Map<string, { exports: Exports }>();
  private mutant: { path: string; body: Body } | null = null;

  /** @param standIns for packages. */
  constructor(private readonly standIns: Readonly<Record<string, Exports>>) {}

  /** Puts a text in the place of a file's, or the file's own back; whatever depends on it is evaluated anew. */
  substitute(path: string, text: string | null): void {
    this.mutant = text === null ? null : { path, body: compile(path, text) };
    for (const dependent of this.dependents(path)) this.instances.delete(dependent);
  }

  /** The file itself and all that import it, however far. */
  dependents(path: string): Set<string> {
    const found = new Set([path]);
    for (const each of found) for (const importer of this.importers.get(each) ?? []) found.add(importer);
    return found;
  }

  load(path: string): Exports {
    const loaded = this.instances.get(path);
    if (loaded) return loaded.exports;
    const module = { exports: {} as Exports };
    this.instances.set(path, module);
    const fromNode = createRequire(path);
    const required = (name: string): unknown => {
      if (name in this.standIns) return this.standIns[name];
      if (!name.startsWith('.')) return fromNode(name);
      const target = resolve(dirname(path), name);
      if (!this.importers.has(target)) this.importers.set(target, new Set());
      this.importers.get(target)!.add(path);
      return this.load(target);
    };
    this.bodyOf(path)(module, module.exports, required, path, dirname(path));
    return module.exports;
  }

  private bodyOf(path: string): Body {
    if (path === this.mutant?.path) return this.mutant.body;
    let body = this.bodies.get(path);
    if (!body) this.bodies.set(path, (body = compile(path, readFileSync(path, 'utf8'))));
    return body;
  }
}

const resolved = new Map<string, string>();

function resolve(folder: string, name: string): string {
  const base = join(folder, name);
  let path = resolved.get(base);
  if (!path) {
    path = [`${base}.ts`, join(base, 'index.ts'), base].find((candidate) =>
      statSync(candidate, { throwIfNoEntry: false })?.isFile(),
    );
    if (!path) throw new Error(`There is no ${base}`);
    resolved.set(base, path);
  }
  return path;
}

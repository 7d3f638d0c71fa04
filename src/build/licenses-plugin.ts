/**
 * Writes the licenses of the packages inside a bundle beside it, as their authors ask, and the add-in's
 * name and version into its first line.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BannerPlugin, Compilation, NormalModule, sources, type Compiler } from 'webpack';

interface Package {
  name: string;
  version: string;
  /** As the package states it, else as its text begins. */
  license: string;
  text: string;
}

export class LicensesPlugin {
  constructor(
    private readonly bundle: string,
    private readonly version: string,
  ) {}

  apply(compiler: Compiler): void {
    const folders = new Set<string>();
    compiler.hooks.thisCompilation.tap('LicensesPlugin', (compilation) => {
      folders.clear();
      compilation.hooks.finishModules.tap('LicensesPlugin', (modules) => {
        for (const module of modules) {
          const folder = module instanceof NormalModule ? packageFolder(module.resource) : null;
          if (folder) folders.add(folder);
        }
      });
      compilation.hooks.processAssets.tap(
        { name: 'LicensesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          compilation.emitAsset(
            `${this.bundle}.licenses.txt`,
            new sources.RawSource(licenseText([...folders].map(readPackage))),
          );
        },
      );
    });
    new BannerPlugin({
      banner: `PPPM for Excel ${this.version}. Licenses of the packages inside: ${this.bundle}.licenses.txt`,
      include: `${this.bundle}.js`,
      stage: Compilation.PROCESS_ASSETS_STAGE_REPORT,
    }).apply(compiler);
  }
}

/** …/node_modules/@scope/name of a file in that package. */
export function packageFolder(path: string): string | null {
  const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(path) ?? [];
  return folder ?? null;
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = licenseFile(folder);
  return { name, version, license: license ?? text.split('\n')[0].trim(), text };
}

/** The package's license, or that of the package around it: some packages hold others. */
function licenseFile(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name) && !/\.(js|ts)$/.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8').trim();
  const around = packageFolder(dirname(folder));
  return around && existsSync(join(around, 'package.json')) ? licenseFile(around) : '';
}

/** Packages with the same text share it. */
export function licenseText(packages: Package[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, license, text } of [...packages].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const shown = text || 'The package states its license and holds no text of it.';
    byText.set(shown, [...(byText.get(shown) ?? []), `${name} ${version} (${license})`]);
  }
  return [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

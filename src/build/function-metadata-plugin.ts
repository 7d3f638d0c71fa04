/** Emits functions.json beside functions.js, and fails the build when Excel could not read it. */
import { join } from 'node:path';
import { Compilation, sources, WebpackError, type Compiler } from 'webpack';
import { functionMetadata } from './function-metadata';

export class FunctionMetadataPlugin {
  constructor(
    private readonly folder: string,
    private readonly baseUrl: string,
  ) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('FunctionMetadataPlugin', (compilation) => {
      compilation.contextDependencies.add(join(this.folder));
      compilation.hooks.processAssets.tap(
        { name: 'FunctionMetadataPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const { metadata, errors } = functionMetadata(this.folder, this.baseUrl);
          compilation.errors.push(...errors.map((error) => new WebpackError(error)));
          compilation.emitAsset('functions.json', new sources.RawSource(`${JSON.stringify(metadata, null, 2)}\n`));
        },
      );
    });
  }
}

/** Emits help/NAME.html for every worksheet function, help/index.html and help/support.html. */
import { Compilation, sources, type Compiler } from 'webpack';
import { functionDocs } from './function-docs';
import { functionPage, indexPage } from './help-page';
import { supportPage } from './support-page';

export class HelpPlugin {
  constructor(
    private readonly folder: string,
    private readonly version: string,
    private readonly supportUrl: string | null,
  ) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('HelpPlugin', (compilation) => {
      compilation.contextDependencies.add(this.folder);
      compilation.hooks.processAssets.tap(
        { name: 'HelpPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const docs = functionDocs(this.folder);
          const emit = (name: string, html: string) =>
            compilation.emitAsset(`help/${name}.html`, new sources.RawSource(html));
          for (const doc of docs) emit(doc.id, functionPage(doc, this.version));
          emit('index', indexPage(docs, this.version));
          emit('support', supportPage(this.version, this.supportUrl));
        },
      );
    });
  }
}

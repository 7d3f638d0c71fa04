/**
 * Lets Node run the project's own TypeScript: `require` of a .ts file is compiled on the fly by esbuild.
 * webpack.config.js requires it for the build's plugins, and npm scripts start programs with it:
 *   node src/build/typescript.cjs src/start/start.ts [arguments]
 */
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { transformSync } = require('esbuild');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    // A lazy import goes through require as well, so that it may be TypeScript.
    supported: { 'dynamic-import': false },
    sourcefile: filename,
    sourcemap: 'inline',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(filename).href), 'import.meta.dirname': '__dirname' },
  });
  module._compile(code, filename);
};

if (require.main === module) {
  process.setSourceMapsEnabled(true);
  const program = resolve(process.argv[2]);
  process.argv.splice(1, 2, program);
  require(program);
}

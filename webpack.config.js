/**
 * Five bundles, built together by `npm run build` or one alone by `webpack --config-name functions`:
 *   functions  the worksheet functions: dist/functions.js, what Excel is told of them in dist/functions.json, dist/help/
 *   simulation the worker in which PPPM.SIMULATE computes: dist/simulation-worker.js
 *   plain-copy the plain-formula copy of a workbook that is a file, for the workbench: dist/plain-copy.js, a module
 *   addin      the pane and the ribbon's commands: dist/taskpane.html, manifest, icons
 *   workbench  Excel's stand-in in the browser: dist/workbench/
 * `--env baseUrl=https://…` names the place the add-in is served from, `--env supportUrl=https://…` where users ask for help.
 */
require('./src/build/typescript.cjs');
const { join } = require('node:path');
const { DefinePlugin } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { FunctionMetadataPlugin } = require('./src/build/function-metadata-plugin.ts');
const { LicensesPlugin } = require('./src/build/licenses-plugin.ts');
const { readBaseUrl, readSupportUrl } = require('./src/build/base-url.ts');
const { HelpPlugin } = require('./src/build/help-plugin.ts');
const { withoutNotes } = require('./src/build/without-notes.ts');
const { stampManifest } = require('./src/build/manifest.ts');
const workbench = require('./src/workbench/webpack.config.js');
const { version } = require('./package.json');

const source = (...path) => join(__dirname, 'src', ...path);
const dist = (...path) => join(__dirname, 'dist', ...path);

/** For what travels over the wire: a tenth smaller, and takes twice as long. */
const small = new MinimizerPlugin({
  minify: MinimizerPlugin.terserMinify,
  extractComments: false,
  minimizerOptions: { ecma: 2020, compress: { passes: 3 }, format: { comments: false } },
});
/** For the workbench, which is large and never leaves the machine. */
const quick = new MinimizerPlugin({
  minify: MinimizerPlugin.esbuildMinify,
  extractComments: false,
  minimizerOptions: { target: 'es2022', legalComments: 'none' },
});

/** What all bundles share. Types are checked by `npm run lint`, so the build only strips them. */
const bundle = (name, file, target, minimizer, transformers = []) => ({
  name,
  mode: 'production',
  target: ['web', target.toLowerCase()],
  devtool: false,
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: {
          transpileOnly: true,
          instance: name,
          compilerOptions: { target, sourceMap: false },
          getCustomTransformers: () => ({ before: transformers }),
        },
      },
    ],
  },
  plugins: [new DefinePlugin({ __VERSION__: JSON.stringify(version) }), new LicensesPlugin(file, version)],
  optimization: { minimizer: [minimizer] },
  // A file is written even when nothing in it changed: its date says when it was last built.
  output: { path: dist(), filename: `${file}.js`, globalObject: 'globalThis', compareBeforeEmit: false },
  cache: {
    type: 'filesystem',
    cacheDirectory: join(__dirname, 'node_modules', '.cache', 'webpack'),
    name,
    buildDependencies: { config: [__filename, source('build/')] },
  },
  performance: { hints: false },
  stats: 'errors-warnings',
});

const withStamp = (text) => text.replaceAll('%VERSION%', version);
const stamped = (from, to) => ({ from, to, transform: (content) => withStamp(content.toString()) });

const functions = (baseUrl, supportUrl) => {
  const shared = bundle('functions', 'functions', 'ES2020', small, [withoutNotes]);
  return {
    ...shared,
    entry: source('functions', 'index.ts'),
    // Functions that are loaded when a cell first asks come by the language's own import(): the bundle needs no page.
    output: {
      ...shared.output,
      iife: true,
      chunkLoading: 'import',
      chunkFormat: 'module',
      chunkFilename: `functions.[name].mjs?v=${version}`,
    },
    // Names between files are as short as can be: files loaded later keep those of the first from being merged into one.
    optimization: { ...shared.optimization, splitChunks: false, mangleExports: 'size', moduleIds: 'natural' },
    plugins: [
      ...shared.plugins,
      new FunctionMetadataPlugin(source('functions'), baseUrl),
      new HelpPlugin(source('functions'), version, supportUrl),
    ],
  };
};

/** The worker of PPPM.SIMULATE: one file that the page starts by its name. */
const simulation = () => ({
  ...bundle('simulation', 'simulation-worker', 'ES2020', small, [withoutNotes]),
  target: ['webworker', 'es2020'],
  entry: source('simulation', 'simulation-worker.ts'),
});

/** A module, for a program that shows workbooks without a pane to ask. */
const plainCopy = () => {
  const shared = bundle('plain-copy', 'plain-copy', 'ES2022', quick);
  return {
    ...shared,
    entry: source('plain-copy', 'bundle.ts'),
    experiments: { outputModule: true },
    output: { ...shared.output, library: { type: 'module' } },
  };
};

const addin = (baseUrl, supportUrl) => {
  const shared = bundle('addin', 'taskpane', 'ES2020', small);
  return {
    ...shared,
    // One bundle: commands and pane live in one shared runtime and see the same modules.
    entry: [source('commands', 'index.ts'), source('taskpane', 'index.tsx')],
    // Pages that are loaded when they are opened: one file each, with the version in its address like the pane itself.
    output: { ...shared.output, chunkFilename: `taskpane.[name].js?v=${version}`, publicPath: '' },
    optimization: { ...shared.optimization, splitChunks: false },
    plugins: [
      ...shared.plugins,
      new CopyPlugin({
        patterns: [
          stamped(source('taskpane', 'taskpane.html'), 'taskpane.html'),
          { from: join(__dirname, 'assets', '*.png'), to: 'assets/[name][ext]' },
          {
            from: join(__dirname, 'manifest.xml'),
            to: 'manifest.xml',
            transform: (content) => stampManifest(content.toString(), baseUrl, version, supportUrl),
          },
        ],
      }),
    ],
  };
};

module.exports = (env = {}) => {
  const baseUrl = readBaseUrl(env.baseUrl);
  const supportUrl = readSupportUrl(env.supportUrl);
  return [
    functions(baseUrl, supportUrl),
    simulation(),
    plainCopy(),
    addin(baseUrl, supportUrl),
    workbench(bundle('workbench', 'workbench', 'ES2022', quick)),
  ];
};

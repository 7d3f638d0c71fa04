/** The workbench's page as a bundle, made from what all bundles of the project share. */
const { join } = require('node:path');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { GRID_PACKAGES } = require('./plain-fields.cjs');

const page = (name) => join(__dirname, 'page', name);

/** An operator of RxJS's that ticks without end gives way to one that rests. */
const calmly = (compiler) =>
  new compiler.webpack.NormalModuleReplacementPlugin(
    /operators\/bufferTime$/,
    join(__dirname, 'grid/buffer-time.ts'),
  ).apply(compiler);

module.exports = (shared) => ({
  ...shared,
  entry: { workbench: [page('index.html'), page('index.ts')], 'keeping-worker': page('keeping-worker.ts') },
  module: {
    ...shared.module,
    rules: [
      ...shared.module.rules,
      { test: /\.html$/, type: 'asset/resource', generator: { filename: '[name][ext]' } },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: GRID_PACKAGES, loader: join(__dirname, 'plain-fields.cjs') },
      { test: /\.(svg|woff2?)$/, type: 'asset' },
    ],
  },
  output: {
    ...shared.output,
    path: join(shared.output.path, 'workbench'),
    filename: '[name].js',
    chunkFilename: '[name].js',
    // What is loaded later lies beside the script, wherever the page is.
    publicPath: 'auto',
    clean: true,
  },
  plugins: [...shared.plugins, new MiniCssExtractPlugin({ filename: 'workbench.css' }), calmly],
});

/**
 * A loader of webpack's for the grid's packages. They define each field of each object through one shared helper,
 * _defineProperty(this, "x", 1), which no engine can optimize: a third of a recalculation went there. This writes
 * this.x = 1. The two differ only where a base class has an accessor of the name, so such names keep the helper.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Files of the packages that it is for. */
const GRID_PACKAGES = /@univerjs[\\/][\w-]+[\\/]lib[\\/]es[\\/]index\.js$/;
const FIELD = /\b_defineProperty\(this, "([\w$]+)", /g;
const ACCESSOR = /^\s*(?:static )?(?:get|set) ([\w$]+)\(/gm;

let accessors;

/** Of all the packages: a class may have its base in another one. */
function accessorNames() {
  const [packages] = require.resolve('@univerjs/core').split(/(?<=@univerjs)[\\/]/, 1);
  const files = readdirSync(packages).map((name) => join(packages, name, 'lib', 'es', 'index.js'));
  const sources = files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  return new Set(sources.flatMap((source) => [...source.matchAll(ACCESSOR)].map(([, name]) => name)));
}

function plainFields(source) {
  accessors ??= accessorNames();
  // The helper's closing parenthesis becomes the assignment's.
  return source.replace(FIELD, (call, name) => (accessors.has(name) ? call : `(this.${name} = `));
}

module.exports = plainFields;
module.exports.GRID_PACKAGES = GRID_PACKAGES;

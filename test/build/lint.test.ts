import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(__dirname, '..', '..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, '.eslint.config.mjs') });

/** What the rules of the house say about code in a file of that name. */
async function findings(path: string, code: string): Promise<string[]> {
  const [{ messages }] = await eslint.lintText(code, { filePath: join(root, path) });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('The arrows between the folders', () => {
  it.each([
    ['src/engine/kernel.ts', '../tables/panel', 'engine must not import tables'],
    ['src/tables/panel.ts', '../functions/revenue', 'tables must not import functions'],
    ['src/tables/panel.ts', '../forecast/forecast', 'tables must not import forecast'],
    ['src/forecast/forecast.ts', '../functions/forecast', 'forecast must not import functions'],
    ['src/forecast/forecast.ts', '../workbook/plan', 'forecast must not import workbook'],
    ['src/forecast/forecast.ts', '../taskpane/session', 'forecast must not import taskpane'],
    ['src/functions/revenue.ts', '../workbook/plan', 'functions must not import workbook'],
    ['src/functions/revenue.ts', '../taskpane/index', 'functions must not import taskpane'],
    ['src/workbook/plan.ts', '../taskpane/session', 'workbook must not import taskpane'],
    ['src/commands/index.ts', '../taskpane/session', 'commands must not import taskpane'],
    ['src/workbook/sheets/start.ts', '../../functions/forecast', 'workbook must not import functions'],
    ['src/workbench/host/batch.ts', '../../engine/model', 'workbench must not import engine'],
    ['src/workbench/test/host/window.test.ts', '../../../engine/model', 'workbench must not import engine'],
    ['src/workbench/test/host/window.test.ts', '../../../../test/random-cases', 'which is outside src'],
    ['src/engine/kernel.ts', '../../test/engine/reference', 'engine must not import ../../test/engine/reference'],
  ])('stop %s from importing %s', async (path, target, message) => {
    expect((await findings(path, `import { x } from '${target}';\nexport const y = x;\n`)).join('\n')).toContain(
      message,
    );
  });

  it('hold for types, re-exports and lazy imports alike', async () => {
    for (const code of [
      `import type { X } from '../tables/panel';\nexport type Y = X;`,
      `export * from '../tables/panel';`,
      `export { x } from '../tables/panel';`,
      `export const x = () => import('../tables/panel');`,
    ]) {
      expect((await findings('src/engine/kernel.ts', code)).join('\n'), code).toContain(
        'engine must not import tables',
      );
    }
  });

  it.each([
    ['src/tables/panel.ts', '../engine/model'],
    ['src/forecast/forecast.ts', '../engine/project'],
    ['src/forecast/forecast.ts', '../tables/reading/read-model'],
    ['src/functions/forecast.ts', '../tables/panel'],
    ['src/functions/forecast.ts', '../forecast/forecast'],
    ['src/workbook/plan.ts', '../forecast/forecast'],
    ['src/workbook/plan.ts', '../tables/panel'],
    ['src/taskpane/index.tsx', '../workbook'],
    ['src/commands/index.ts', '../workbook'],
    ['src/engine/kernel.ts', './model'],
    ['src/workbench/host/batch.ts', '../grid/grid'],
  ])('let %s import %s', async (path, target) => {
    expect(await findings(path, `import { x } from '${target}';\nexport const y = x;\n`)).toEqual([]);
  });
});

describe('Files that import each other in a circle', () => {
  const CIRCLE =
    'house/circles: This import closes a circle: workbench/host/excel-error.ts → workbench/host/batch.ts → workbench/host/excel-error.ts.';

  it.each([
    `import { x } from './batch';\nexport const y = x;`,
    `import type { X } from './batch';\nexport type Y = X;`,
    `export * from './batch';`,
    `export const x = () => import('./batch');`,
  ])('are found: %s', async (code) => {
    expect(await findings('src/workbench/host/excel-error.ts', code)).toEqual([CIRCLE]);
  });

  it('are found when a file imports itself', async () => {
    expect(await findings('src/workbench/host/excel-error.ts', `export * from './excel-error';`)).toEqual([
      'house/circles: This import closes a circle: workbench/host/excel-error.ts → workbench/host/excel-error.ts.',
    ]);
  });

  it('are allowed among the objects that mirror Excel’s, and nowhere on the way out of them', async () => {
    const code = `import { Range } from './range';\nexport const x = Range;`;
    expect(await findings('src/workbench/host/objects/worksheet.ts', code)).toEqual([]);
    expect(await findings('src/workbench/host/write-cells.ts', code.replace('./range', './objects/range'))).toEqual([
      expect.stringContaining('workbench/host/write-cells.ts → workbench/host/objects/range.ts → '),
    ]);
  });
});

describe('The rules of the house', () => {
  it.each([
    ['src/engine/kernel.ts', 'export const x = Math.random();', 'no-restricted-properties'],
    ['src/functions/revenue.ts', 'export const x = Date.now();', 'no-restricted-properties'],
    ['src/tables/calendar.ts', 'export const x = new Date();', 'no-restricted-syntax'],
    ['src/functions/revenue.ts', 'export const x = window.name;', 'no-restricted-globals'],
    ['src/engine/kernel.ts', `import { useState } from 'react';\nexport const x = useState;`, 'no-restricted-imports'],
    ['src/taskpane/index.tsx', `export const x = fetch('https://example.com');`, 'no-restricted-globals'],
    ['src/taskpane/index.tsx', `export const x = (e: Element) => { e.innerHTML = 'a'; };`, 'no-restricted-syntax'],
    [
      'src/taskpane/index.tsx',
      `export const x = <p dangerouslySetInnerHTML={{ __html: 'a' }} />;`,
      'no-restricted-syntax',
    ],
    ['src/workbench/page/index.ts', `export const x = (e: Element) => { e.innerHTML = 'a'; };`, 'no-restricted-syntax'],
    ['src/workbook/excel/status.ts', `export const x = () => Excel.run(async () => 1);`, 'no-restricted-syntax'],
    ['src/commands/index.ts', `export const x = () => Excel.run(async () => 1);`, 'no-restricted-syntax'],
    ['src/workbook/plan.ts', `export const x = eval('1');`, 'no-eval'],
    ['src/workbook/plan.ts', `export const x = new Function('return 1');`, 'no-new-func'],
    ['src/workbook/plan.ts', `export const x: any = 1;`, '@typescript-eslint/no-explicit-any'],
  ])('refuse in %s: %s', async (path, code, rule) => {
    expect((await findings(path, code)).map((finding) => finding.split(':')[0])).toContain(rule);
  });

  it('let a given date be read', async () => {
    expect(await findings('src/tables/calendar.ts', 'export const x = new Date(0).getUTCFullYear();')).toEqual([]);
  });
});

/** `npm run template`, as it is typed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readXlsx } from '../../src/xlsx';

const ROOT = join(import.meta.dirname, '../..');

it('The command for a template writes its file, says so, and ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  const out = join(folder, 'practice.xlsx');
  const { status, stdout, error } = spawnSync(
    process.execPath,
    ['src/build/typescript.cjs', 'src/template/start.ts', '--out', out],
    { cwd: ROOT, encoding: 'utf8', timeout: 100_000 },
  );
  expect(error).toBeUndefined();
  expect(status).toBe(0);
  expect(stdout).toMatch(/practice\.xlsx: \d+ kB/);
  expect(readXlsx(readFileSync(out)).workbook.sheets[0].name).toBe('Start');
  rmSync(folder, { recursive: true });
});

/** Every file that is made without Excel, live and plain, with all sheets that can be added: what each must keep. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeFile } from '../../src/template/practice-file';
import { plainFile, template, TEMPLATES } from '../../src/template/template';
import { CAPABILITIES, CAPABILITY_KEYS } from '../../src/workbook/sheets/capabilities';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { cases } from '../random-cases';
import { findLibreOffice } from '../second-calculator/libre-office';
import { faultsOf } from '../xlsx/package-faults';

/** A minute of work: not for the quick lane. */
const isWhole = cases(50) >= 10;

/** Ready-made; another test makes them anew. */
const TEMPLATE_NAMES = readdirSync(TEMPLATES)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => name.replace('.xlsx', ''));
const ALL_SHEETS: PracticeFile = { programs: ['CCM', 'RPM'], months: 18, add: CAPABILITY_KEYS };
const names = [...TEMPLATE_NAMES, 'all-sheets'].flatMap((name) => [`${name}-live`, `${name}-plain`]);

async function inTimeZone<T>(zone: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

describe.skipIf(!isWhole)('A file that is made without Excel', () => {
  const files = new Map<string, Uint8Array>();
  const file = (name: string): Uint8Array => files.get(name)!;
  beforeAll(async () => {
    const lives: [string, Uint8Array][] = [
      ...TEMPLATE_NAMES.map((name): [string, Uint8Array] => [name, readFileSync(join(TEMPLATES, `${name}.xlsx`))]),
      ['all-sheets', await template(ALL_SHEETS)],
    ];
    for (const [name, live] of lives) {
      files.set(`${name}-live`, live);
      files.set(`${name}-plain`, await plainFile(readXlsx(live).workbook));
    }
  }, 300_000);

  it('has every sheet that can be added, where all are asked for', () =>
    expect(readXlsx(file('all-sheets-live')).workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(CAPABILITY_KEYS.flatMap((key) => CAPABILITIES[key].sheets.map(({ name }) => name))),
    ));

  it.each(names)('keeps the rules of the standard, and is read without a rest: %s', (name) => {
    expect(faultsOf(file(name))).toEqual([]);
    expect(readXlsx(file(name)).leftOut).toEqual([]);
  });

  it.each(names)('stands calculated, and never asks Excel to calculate when it opens: %s', (name) => {
    expect(strFromU8(unzipSync(file(name))['xl/workbook.xml'])).not.toMatch(/fullCalcOnLoad|forceFullCalc/);
    const { sheets } = readXlsx(file(name)).workbook;
    const waiting = sheets.flatMap((sheet) =>
      [...sheet.cells.values()].flatMap((row) =>
        [...row.values()].filter(({ formula, value }) => formula !== undefined && value === null),
      ),
    );
    expect(waiting).toEqual([]);
  });

  it.each(names)('is read and written again to the byte: %s', (name) => {
    const { workbook } = readXlsx(file(name));
    const addins = name.endsWith('-live') ? ['PPPM'] : [];
    expect(Buffer.from(writeXlsx({ ...workbook, addins })).equals(file(name))).toBe(true);
  });

  it('is the same to the byte when it is made again, in another time zone, with every sheet, live and plain', async () => {
    const [live, plain] = await inTimeZone('Pacific/Auckland', async () => {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-780);
      const made = await template(ALL_SHEETS);
      return [made, await plainFile(readXlsx(made).workbook)];
    });
    expect(Buffer.from(live).equals(file('all-sheets-live'))).toBe(true);
    expect(Buffer.from(plain).equals(file('all-sheets-plain'))).toBe(true);
  }, 300_000);

  const program = findLibreOffice();
  describe.skipIf(!program)('in LibreOffice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pppm-files-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    // It takes as long to start as to open a few files. Of a file that has to be repaired it writes none.
    beforeAll(() => {
      writeFileSync(join(folder, 'broken.xlsx'), file('ccm-live').slice(0, 100_000));
      for (const name of names) writeFileSync(join(folder, `${name}.xlsx`), file(name));
      execFileSync(
        program!,
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'settings'))}`,
          ...['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out')],
          ...['broken', ...names].map((name) => join(folder, `${name}.xlsx`)),
        ],
        { stdio: 'pipe', timeout: 280_000 },
      );
    }, 300_000);
    const opened = (name: string) => readXlsx(readFileSync(join(folder, 'out', `${name}.xlsx`))).workbook;

    it.each(names)('opens as it is, with all sheets, tables, names and charts: %s', (name) => {
      const before = readXlsx(file(name)).workbook;
      const after = opened(name);
      expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name));
      expect(after.sheets.map(({ tables }) => tables.map((table) => table.name).sort())).toEqual(
        before.sheets.map(({ tables }) => tables.map((table) => table.name).sort()),
      );
      expect(after.sheets.map(({ charts }) => charts.length)).toEqual(before.sheets.map(({ charts }) => charts.length));
      const namesOf = (of: typeof before) => of.names.map((each) => each.name);
      expect(namesOf(after)).toEqual(expect.arrayContaining(namesOf(before)));
    });

    it('does not open what is broken', () =>
      expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('broken'))).toEqual([]));
  });
});

/** After Build the workbook changes shape, and every sheet follows: read back through Office.js, against the engine. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import { SAMPLE_PRACTICE } from '../../src/workbook';
import { buildFromPane, pane } from './pane-actions';
import { following, type Cells } from './workbook-follows';

let browser: Browser;
let workbench: Workbench;
beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const { tablesNow, writeTable, settingRow, lightWords, failing, verdictOf, apart, chartsFollow, shrink, writeCell } =
  following(() => workbench);

const PROGRAMS = SAMPLE_PRACTICE.programs.map(({ name }) => name);
const SCENARIOS = ['Conservative', 'Expected', 'Stretch'];

describe('The horizon', () => {
  it.each([24, 36, 120, 1, 36])('of %i months is that of charts, Compare, Checks and headline', async (months) => {
    await workbench.type(await settingRow('Months'), months);
    // A forecast of one month has planned changes beyond it, which are noted.
    expect(await lightWords()).toEqual(
      months > 1
        ? ['OK', expect.stringMatching(/^All \d+ checks pass, no findings$/)]
        : ['REVIEW', '1 to look at: see Checks'],
    );
    await chartsFollow(months, PROGRAMS, SCENARIOS);
    expect(await apart(SCENARIOS)).toEqual([]);
    expect(await workbench.errorCells()).toEqual([]);
    const total = (await workbench.cell('Compare!D10')).value;
    expect((await workbench.cell('Start!B11')).value).toBeCloseTo(total as number, 6);
  });
});

describe('Settings', () => {
  it('are found by their names when the table is sorted', async () => {
    const { settings } = await tablesNow();
    const [header, ...rows] = settings;
    await writeTable('tblSettings', [header, ...[...rows].reverse()]);
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(SCENARIOS)).toEqual([]);
    expect((await workbench.cell('Checks!V7')).text).toBe('Jan-27');
    await writeTable('tblSettings', [header, ...rows]);
  });

  it('may give the start month as a text: the sheets read what the functions read, or say that they cannot', async () => {
    const cell = await settingRow('Start month');
    const asText = (text: string | number, format: string) =>
      workbench.excel(
        async (context, address, typed, numberFormat) => {
          const [sheet, place] = address.split('!');
          const range = context.workbook.worksheets.getItem(sheet).getRange(place);
          range.numberFormat = [[numberFormat]];
          range.values = [[typed]];
          await context.sync();
        },
        cell,
        text,
        format,
      );
    const rates = async () => (await workbench.cells('Rates!F4:H4'))[0].map(({ text }) => text);
    const dated = await rates();
    await asText('Jan 2027', '@');
    await workbench.settled();
    expect((await workbench.cell(cell)).value).toBe('Jan 2027');
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await rates()).toEqual(dated);
    expect(await verdictOf('The first month is the start month')).toEqual(['OK', '0']);

    await asText('soon', '@');
    await workbench.settled();
    expect(await rates()).toEqual(['', 'no day', expect.stringMatching(/^Start month is a text .*type a date/)]);
    expect(await verdictOf('The first month is the start month')).toEqual(['ERROR', 'no forecast']);

    await asText(46388, 'mmm-yy');
    await workbench.settled();
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
  });
});

describe('A row that adds up others', () => {
  it('is left out of blocks, charts and the check of shares, as the functions leave it out', async () => {
    const { panel, payerMix } = await tablesNow();
    const total = panel[1].map((cell, c) => (typeof cell === 'number' ? cell : c === 0 ? 'Total programs' : ''));
    const share = payerMix[0].indexOf('Share of panel');
    const ofPayers = payerMix[1].map((cell, c) => (c === 1 ? 'Total CCM' : c === share ? 1 : cell));
    await writeTable('tblPanel', [...panel, total]);
    await writeTable('tblPayerMix', [...payerMix, ofPayers]);
    await chartsFollow(36, PROGRAMS, SCENARIOS);
    expect(await apart(SCENARIOS)).toEqual([]);
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['OK', '0']);
    expect(await failing()).toEqual(['REVIEW Nothing odd in the inputs: 2.000000']);

    // A share too many of a program's own payers is still found, with the program that it is of.
    await writeTable('tblPayerMix', [...payerMix, ofPayers.map((cell, c) => (c === 1 ? 'Self-pay' : cell))]);
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['ERROR', '1.000000']);
    await shrink('tblPanel', panel.length);
    await shrink('tblPayerMix', payerMix.length);
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
  });
});

describe('Scenarios', () => {
  const added = (cells: Cells, name: string, like: string, at: number): Cells => {
    const column = cells[0].indexOf(like);
    return cells.map((row, r) => [...row.slice(0, at), r === 0 ? name : row[column], ...row.slice(at)]);
  };

  it('inserted between two others, or appended at the right end, are compared by name', async () => {
    const { scenarios } = await tablesNow();
    const between = added(scenarios, 'Cautious', 'Conservative', scenarios[0].indexOf('Expected'));
    await writeTable('tblScenarios', between);
    const four = ['Conservative', 'Cautious', 'Expected', 'Stretch'];
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(four)).toEqual([]);
    await chartsFollow(36, PROGRAMS, four);

    const five = [...four, 'Best*'];
    await writeTable('tblScenarios', added(between, 'Best*', 'Stretch', between[0].length));
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(five)).toEqual([]);
    await chartsFollow(36, PROGRAMS, five);
    await pane(workbench).scenario('Best*').waitFor();
  });

  it('with a * in their names are themselves: active, and as the base', async () => {
    await writeCell('Start!B5', 'Best*');
    await writeCell('Compare!B4', 'Best*');
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
    expect(await apart(['Conservative', 'Cautious', 'Expected', 'Stretch', 'Best*'])).toEqual([]);
    // What begins alike is not the same.
    await writeCell('Compare!B4', 'B*');
    expect(await verdictOf('Scenarios are compared with one that is there')).toEqual(['REVIEW', '1.000000']);
    expect((await workbench.cell('Compare!C24')).text).toBe('see Checks');
    await writeCell('Start!B5', 'Expected');
    await writeCell('Compare!B4', 'Expected');
  });

  it('renamed while one of them is active: the check fails, and says that it is not shown', async () => {
    const { scenarios } = await tablesNow();
    await writeTable('tblScenarios', [
      scenarios[0].map((header) => (header === 'Expected' ? 'Plan' : header)),
      ...scenarios.slice(1),
    ]);
    expect((await lightWords())[0]).toBe('ERROR');
    expect(await verdictOf('Compare agrees with Forecast')).toEqual([
      'ERROR',
      expect.stringMatching(/not shown|no forecast/),
    ]);
    await writeTable('tblScenarios', scenarios);
    expect(await failing()).toEqual([]);
    expect((await lightWords())[0]).toBe('OK');
  });
});

describe('Programs and payers', () => {
  it('typed below the last row have their block, their column, their series and their share checked', async () => {
    const { panel, payerMix } = await tablesNow();
    const last = 5 + panel.length;
    await workbench.type(`Panel!A${last + 1}`, 'R*M');
    for (const [header, value] of [
      ['Opening patients', 40],
      ['Referrals per month', 5],
      ['Conversion rate', 0.5],
      ['Disengagement rate', 0.02],
    ] as const)
      await workbench.type(`Panel!${letter(panel[0].indexOf(header))}${last + 1}`, value);
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['ERROR', expect.anything()]);
    const row = 6 + payerMix.length;
    const cells: Record<string, string | number> = {
      Program: 'r*m',
      Payer: 'Medicaid',
      'Share of panel': 1,
      'Allowed PPPM': 50,
      'Realization rate': 0.8,
      'Clean claim rate': 0.9,
      'Days to pay': 30,
    };
    for (const [header, value] of Object.entries(cells)) {
      await workbench.type(`Payer Mix!${letter(payerMix[0].indexOf(header))}${row}`, value);
    }
    const programs = [...PROGRAMS, 'R*M'];
    const scenarios = ['Conservative', 'Cautious', 'Expected', 'Stretch', 'Best*'];
    expect(await verdictOf('Payer shares of each program add to 100%')).toEqual(['OK', '0']);
    expect(await apart(scenarios)).toEqual([]);
    await chartsFollow(36, programs, scenarios);
    expect((await lightWords())[0]).toMatch(/OK|REVIEW/);
  });
});

const letter = (column: number): string => String.fromCharCode(65 + column);

describe('The largest workbook', () => {
  it('of 12 programs, 8 payers, 6 scenarios and 120 months reads as the engine does', async () => {
    const { panel, payerMix, scenarios } = await tablesNow();
    const programs = [...PROGRAMS, 'R*M', 'PCM', 'RTM', 'TCM', 'Stroke?', '~Home', 'Heart (HF)', '99457'];
    const payers = ['Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial', 'A*', 'B?', 'C~', 'Self-pay'];
    const at = (header: string) => payerMix[0].indexOf(header);
    const mix = programs.flatMap((program, p) =>
      payers.map((payer) =>
        payerMix[1].map((cell, c) =>
          c === at('Program')
            ? program
            : c === at('Payer')
              ? payer
              : c === at('Share of panel')
                ? 0.125
                : c === at('Allowed PPPM')
                  ? 50 + p
                  : c === at('Codes') || c === at('Percent of Medicare')
                    ? ''
                    : cell,
        ),
      ),
    );
    await writeTable('tblPanel', [
      panel[0],
      ...programs.map((name, p) => (panel[p + 1] ? panel[p + 1] : panel[2]).map((cell, c) => (c === 0 ? name : cell))),
    ]);
    await writeTable('tblPayerMix', [payerMix[0], ...mix]);
    await workbench.type(await settingRow('Months'), 120);
    const wide = scenarios.map((row, r) => [...row, r === 0 ? 'Mid' : '']);
    await writeTable('tblScenarios', wide);
    const six = ['Conservative', 'Cautious', 'Expected', 'Stretch', 'Best*', 'Mid'];
    expect(await apart(six)).toEqual([]);
    await chartsFollow(120, programs, six);
    expect(await workbench.errorCells()).toEqual([]);
    const [light, words] = await lightWords();
    // Notes on the inputs are all that is left to look at.
    expect([light, words]).toEqual(
      light === 'OK' ? ['OK', expect.anything()] : ['REVIEW', expect.stringMatching(/^1 to look at/)],
    );
    for (const test of ['Every program is shown', 'Every scenario is shown', 'Compare agrees with Forecast'])
      expect(await verdictOf(test), test).toEqual(['OK', '0']);
  });

  it('says which program and scenario it has no room for', async () => {
    const { panel, payerMix, scenarios } = await tablesNow();
    await writeTable('tblPanel', [...panel, panel[2].map((cell, c) => (c === 0 ? 'One more' : cell))]);
    await writeTable('tblPayerMix', [
      ...payerMix,
      payerMix[1].map((cell, c) => (c === 0 ? 'One more' : c === 2 ? 1 : cell)),
    ]);
    await writeTable(
      'tblScenarios',
      scenarios.map((row, r) => [...row, r === 0 ? 'Seventh' : '']),
    );
    expect((await failing()).filter((text) => !text.includes('Nothing odd'))).toEqual([
      '– Programs add to the total: allowed revenue: more programs than shown',
      '– Programs add to the total: total cost: more programs than shown',
      '– Programs add to the total: closing patients: more programs than shown',
      'REVIEW Every program is shown: 1.000000',
      'REVIEW Every scenario is shown: 1.000000',
    ]);
    expect((await lightWords())[0]).toBe('REVIEW');
  });
});

describe('A sheet deleted by hand', () => {
  it('leaves the rest working: Compare, then Log', async () => {
    for (const name of ['Compare', 'Log']) {
      await workbench.excel(async (context, sheet) => {
        context.workbook.worksheets.getItem(sheet).delete();
        await context.sync();
      }, name);
      await workbench.settled();
      expect(await workbench.errorCells(), name).toEqual([]);
      expect(await verdictOf('Compare agrees with Forecast')).toEqual(['–', 'sheet deleted']);
      expect((await lightWords())[0]).toBe('REVIEW');
      expect((await workbench.cell('Start!B11')).value).toEqual(expect.any(Number));
    }
    await workbench.frame
      .getByRole('region', { name: 'Checks', exact: true })
      .filter({ hasText: /to look at/ })
      .waitFor();
    await pane(workbench).scenario('Seventh').waitFor();
    expect([...new Set(workbench.errors)]).toEqual([]);
  });
});

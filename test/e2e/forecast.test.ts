/** Build, and what follows from it, on the built add-in: the cells against the engine and against themselves. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { codesOfProgram } from '../../src/rates/codes-of-program';
import { rate } from '../../src/rates/rate';
import { project } from '../../src/engine/project';
import { monthEndSerial } from '../../src/tables/calendar';
import { readModel } from '../../src/tables/reading/read-model';
import { modelOf } from '../../src/forecast/model-of';
import { planWorkbook, SAMPLE_PRACTICE } from '../../src/workbook';
import { columnName } from '../../src/workbook/plan/cells';
import {
  BREAK_EVEN_MONTHS_ROW,
  BREAK_EVEN_ROW,
  HIRES_ROW,
  LEAKAGE_ROW,
} from '../../src/workbook/sheets/compare/layout';
import { capacityRow, LIMIT_CELL } from '../../src/workbook/sheets/forecast/layout';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { buildFromPane, choose, pane, waitForLight } from './pane-actions';
import {
  differences,
  edited,
  expectedStatements,
  readStatements,
  SAMPLE_TABLES,
  type Series,
  type Statements,
} from './statement';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';

const EXPECTED = expectedStatements(SAMPLE_TABLES, 'Expected');
const GREEN = /^All \d+ checks pass/;

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

/** Where a cell of an input table stands: Panel!C7. Rows count from 1 below the header. */
const inputCell = (table: string, row: number, header: string): Promise<string> =>
  workbench.excel(
    async (context, name, line, title) => {
      const found = context.workbook.tables.getItem(name);
      const headers = found.getHeaderRowRange();
      headers.load('values');
      await context.sync();
      const cell = found.getDataBodyRange().getCell(line - 1, headers.values[0].indexOf(title));
      cell.load('address');
      await context.sync();
      return cell.address;
    },
    table,
    row,
    header,
  );

/** What stands in the input tables, headers included. */
const inputs = () =>
  workbench.excel(async (context) => {
    const names = ['tblPanel', 'tblPayerMix', 'tblCosts', 'tblSettings', 'tblScenarios', 'tblChanges'];
    const ranges = names.map((name) => context.workbook.tables.getItem(name).getRange());
    ranges.forEach((range) => range.load('values'));
    await context.sync();
    return Object.fromEntries(names.map((name, i) => [name, ranges[i].values])) as Record<
      string,
      (string | number | boolean)[][]
    >;
  });

/** The pictures that the charts of the active sheet show. */
const pictures = () =>
  workbench.page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('[data-chart] canvas')].map((canvas) => canvas.toDataURL()),
  );

describe('after Build', () => {
  it('all sheets are there, in their order', async () => {
    expect(await workbench.sheets()).toEqual([
      'Sheet1',
      ...planWorkbook(SAMPLE_PRACTICE).sheets.map(({ name }) => name),
    ]);
  });

  it('no cell of the workbook shows an error, and the check light is green', async () => {
    expect(await workbench.errorCells()).toEqual([]);
    expect(await workbench.cell('Start!B4')).toMatchObject({ value: 'OK' });
    await waitForLight(workbench, GREEN);
    expect(await pane(workbench).findings().count()).toBe(0);
  });

  it('the cells hold the engine’s own forecast of 4 programs × 4 payers × 36 months', async () => {
    expect(SAMPLE_PRACTICE).toMatchObject({ months: 36, programs: { length: 4 }, payers: { length: 4 } });
    expect(differences(await readStatements(workbench), EXPECTED)).toEqual([]);
  });

  it('the cells agree with themselves: patients, cash and programs add up', async () => {
    expect(residuals(await readStatements(workbench))).toEqual([]);
  });

  it('the pane says what Start says', async () => {
    const said = (await pane(workbench).figures('Expected').innerText()).replace(/\s+/g, ' ');
    for (const [label, figure] of (await workbench.cells('Start!A10:B19')).map((row) =>
      row.map(({ text }) => text.trim()),
    ))
      expect(said).toContain(`${label} ${figure}`);
  });

  it('charts are drawn from the cells', async () => {
    await workbench.select('Start!A1');
    expect((await workbench.charts('Start')).length).toBeGreaterThanOrEqual(2);
    expect((await workbench.charts('Compare')).length).toBeGreaterThanOrEqual(2);
    await expect.poll(async () => (await pictures()).length).toBeGreaterThanOrEqual(1);
    // As built, not as Excel begins a chart.
    const drawn = () =>
      workbench.page
        .locator('[data-chart] canvas')
        .evaluateAll((canvases) => canvases.map((canvas) => canvas.getAttribute('aria-label')));
    expect(await drawn()).toEqual([
      expect.stringMatching(/^Patients enrolled at month-end, by program, Program 1, Program 2, /),
      'Revenue, cost and margin a month, Allowed revenue, Total cost, Margin',
    ]);
  });
});

describe('a changed input', () => {
  it('moves the forecast, the headline and the chart', async () => {
    await workbench.select('Start!A1');
    const before = { figures: await pane(workbench).figures('Expected').innerText(), pictures: await pictures() };
    const cell = await inputCell('tblPanel', 1, 'Opening patients');
    const { value } = await workbench.cell(cell);
    await workbench.type(cell, 390);
    const changed = expectedStatements(edited(SAMPLE_TABLES, 'panel', 1, 'Opening patients', 390), 'Expected');
    expect(differences(await readStatements(workbench), changed)).toEqual([]);
    expect(changed.total.allowedRevenue.total).toBeGreaterThan(EXPECTED.total.allowedRevenue.total);
    const start = await workbench.cell('Start!B11');
    expect(start.value).toBeCloseTo(changed.total.allowedRevenue.total, 4);
    await pane(workbench).figures('Expected').getByText(start.text.trim()).waitFor();
    expect(await pane(workbench).figures('Expected').innerText()).not.toBe(before.figures);
    await expect.poll(pictures).not.toEqual(before.pictures);
    await waitForLight(workbench, GREEN);
    await workbench.type(cell, value as number);
  });

  it('of 62 instead of 62% is found at its table, row and column, said in the cell, and harms nothing else', async () => {
    const cell = await inputCell('tblPanel', 1, 'Conversion rate');
    const { value } = await workbench.cell(cell);
    const before = await inputs();
    await workbench.type(cell, 62);

    const finding = pane(workbench).findings().first();
    await finding.waitFor();
    expect(await finding.innerText()).toMatch(/Panel, row 7, Conversion rate[\s\S]*62[\s\S]*62%/);
    expect(await pane(workbench).findings().count()).toBe(1);
    await waitForLight(workbench, /^One input stops the forecast/);
    expect(await workbench.cell('Start!B4')).toMatchObject({ value: 'ERROR' });

    const errors = await workbench.errorCells();
    expect(errors.length).toBeGreaterThan(0);
    for (const { address, error, text } of errors) {
      expect(address).toMatch(/^(Forecast|Compare)!/);
      expect([error, text]).toEqual([
        '#VALUE!',
        expect.stringMatching(
          /Panel, row 1 \(CCM\), Conversion rate is 62; give a share from 0 to 1, e\.g\. 0\.62 or 62%/,
        ),
      ]);
    }
    const after = await inputs();
    expect(after.tblPanel[1][after.tblPanel[0].indexOf('Conversion rate')]).toBe(62);
    after.tblPanel[1][after.tblPanel[0].indexOf('Conversion rate')] = value as number;
    expect(after).toEqual(before);

    await workbench.select('Start!A1');
    await finding.click();
    await expect
      .poll(() =>
        workbench.excel(async (context) => {
          const range = context.workbook.getSelectedRange();
          range.load('address');
          await context.sync();
          return range.address;
        }),
      )
      .toBe(cell);

    await workbench.type(cell, value as number);
    await waitForLight(workbench, GREEN);
    expect(await workbench.errorCells()).toEqual([]);
    expect(differences(await readStatements(workbench), EXPECTED)).toEqual([]);
  });

  it('of order is no change: rows of the tables may stand in any order', async () => {
    const reverse = () =>
      workbench.excel(async (context) => {
        for (const name of ['tblPanel', 'tblPayerMix', 'tblCosts']) {
          const body = context.workbook.tables.getItem(name).getDataBodyRange();
          body.load('formulas');
          await context.sync();
          body.formulas = [...body.formulas].reverse();
        }
        await context.sync();
      });
    const totals = async () => {
      const cells = await workbench.cells('Forecast!C7:AM40');
      return cells.map((row) => row.map(({ value }) => value as number));
    };
    const before = await totals();
    await reverse();
    await workbench.settled();
    const after = await totals();
    await reverse();
    await workbench.settled();
    for (const [i, row] of before.entries())
      row.forEach((figure, j) =>
        expect(Math.abs(after[i][j] - figure)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(figure))),
      );
  });
});

describe('Rates', () => {
  const listed = SAMPLE_PRACTICE.programs.flatMap(({ name }) => codesOfProgram(name));
  const { lastDay } = rateBook();
  /** What the engine has for a code; null where it has no amount. */
  const engineAmount = (code: string, locality: string, date: string): number | null => {
    try {
      return rate({ code, locality, date, setting: 'nonfacility', qp: false }).amount;
    } catch {
      return null;
    }
  };
  const agreesIn = async (locality: string) => {
    const shown = await workbench.cells(`Rates!B7:H${6 + listed.length}`);
    listed.forEach(({ code }, i) => {
      const [typed, , , , earlier, amount, change] = shown[i].map(({ value }) => value);
      const [last, now] = [`${Number(lastDay.slice(0, 4)) - 1}-12-31`, lastDay].map((date) =>
        engineAmount(code, locality, date),
      );
      expect([String(typed), earlier, amount], code).toEqual([code, last ?? 'no amount', now ?? 'no amount']);
      expect(change, code).toEqual(last && now ? expect.closeTo(now / last - 1, 12) : '');
    });
    expect(shown.flat().some(({ value }) => value === 0)).toBe(false);
  };
  /** Codes of all programs of the book: one that is added later finds its codes there. */
  const listedRows = async () =>
    (await workbench.cells('Rates!A7:A80')).findIndex(([{ text }]) => text === 'your choice');
  const allowedOf = async (row: number) =>
    (await workbench.cell(await inputCell('tblPayerMix', row, 'Allowed PPPM'))).value;

  it('shows the engine’s amount for every code, this year and the year before', () => agreesIn('national'));

  it('a locality in Settings moves its amounts, those on Payer Mix, and the forecast', async () => {
    const settings = await workbench.excel(async (context) => {
      const body = context.workbook.tables.getItem('tblSettings').getDataBodyRange();
      body.load('values');
      await context.sync();
      return body.values.map(([name]) => name as string);
    });
    const row = settings.indexOf('Locality') + 1;
    const cell = await inputCell('tblSettings', row, 'Value');
    await workbench.type(cell, 'NY-01');
    await agreesIn('NY-01');
    expect(await allowedOf(1)).toBeCloseTo(
      engineAmount('99490', 'NY-01', lastDay)! + 0.25 * engineAmount('99439', 'NY-01', lastDay)!,
      9,
    );
    const changed = expectedStatements(edited(SAMPLE_TABLES, 'settings', row, 'Value', 'NY-01'), 'Expected');
    expect(changed.total.allowedRevenue.total).toBeGreaterThan(EXPECTED.total.allowedRevenue.total);
    expect(differences(await readStatements(workbench), changed)).toEqual([]);

    // A state with several localities has no amounts, and every result says so; no sheet of inputs shows an error for it.
    await workbench.type(cell, 'NY');
    expect((await workbench.cell(await inputCell('tblPayerMix', 1, 'Allowed PPPM'))).text).toBe('');
    for (const { address, text } of await workbench.errorCells())
      expect([address, text]).toEqual([
        expect.stringMatching(/^(Rates|Forecast|Compare)!/),
        expect.stringContaining('NY has 5 localities'),
      ]);
    expect((await workbench.errorCells()).filter(({ address }) => address.startsWith('Rates!'))).toHaveLength(
      2 * (await listedRows()),
    );
    expect(new Set((await workbench.cells(`Rates!I7:I${6 + listed.length}`)).flat().map(({ value }) => value))).toEqual(
      new Set(['see Findings on Checks']),
    );
    await pane(workbench).findings().first().waitFor();
    expect(await pane(workbench).findings().count()).toBe(1);

    await workbench.type(cell, '');
    await agreesIn('national');
    expect(differences(await readStatements(workbench), EXPECTED)).toEqual([]);
    expect(await workbench.errorCells()).toEqual([]);
    await waitForLight(workbench, GREEN);
  });

  it('an amount typed over its formula holds instead, and is pointed out; the cleared cell follows the codes', async () => {
    const cell = await inputCell('tblPayerMix', 1, 'Allowed PPPM');
    const formula = await workbench.excel(async (context, address) => {
      const [sheet, place] = address.split('!');
      const range = context.workbook.worksheets.getItem(sheet.replaceAll("'", '')).getRange(place);
      range.load('formulas');
      await context.sync();
      return range.formulas[0][0] as string;
    }, cell);
    expect(formula).toContain('AllowedByCodes');
    await workbench.type(cell, 80);
    const typed = expectedStatements(edited(SAMPLE_TABLES, 'payerMix', 1, 'Allowed PPPM', 80), 'Expected');
    expect(typed.total.allowedRevenue.total).toBeGreaterThan(EXPECTED.total.allowedRevenue.total);
    expect(differences(await readStatements(workbench), typed)).toEqual([]);
    await pane(workbench).findings().first().waitFor();
    expect(await pane(workbench).findings().first().innerText()).toMatch(
      /Payer Mix, row 7[\s\S]*what is typed holds in all months/,
    );
    await waitForLight(workbench, /^1 to look at/);

    await workbench.type(cell, '');
    expect(differences(await readStatements(workbench), EXPECTED)).toEqual([]);
    await workbench.type(cell, formula);
    expect(await allowedOf(1)).toBeCloseTo(
      engineAmount('99490', 'national', lastDay)! + 0.25 * engineAmount('99439', 'national', lastDay)!,
      9,
    );
    expect(differences(await readStatements(workbench), EXPECTED)).toEqual([]);
    await waitForLight(workbench, GREEN);
  });
});

describe('Capacity', () => {
  const column = async (address: string) => (await workbench.cells(address)).map(([{ value }]) => value);
  const months = SAMPLE_PRACTICE.months;
  const monthsOf = async (row: number) =>
    (await workbench.cells(`Forecast!D${row + 1}:${columnName(2 + months)}${row + 1}`))[0].map(
      ({ value }) => value as number,
    );
  const { total, team } = project(modelOf(readModel(SAMPLE_TABLES), 'Expected'));

  const lines = () => column(`Forecast!A${capacityRow('careTeamUnits') + 1}:A${capacityRow('minutesUsed') + 1}`);
  const USED = ['Care team units', 'Utilization rate', 'Waiting patients'];

  it('shows minutes once somebody gives them, and no sooner', async () => {
    expect(await lines()).toEqual([...USED, '', '']);
    const at = SAMPLE_TABLES.costs![0].indexOf('Minutes per unit');
    const cell = `Costs!${columnName(at)}7`;
    await workbench.type(cell, 9_000);
    expect(await lines()).toEqual([...USED, 'Minutes available', 'Minutes used']);
    await workbench.type(cell, '');
    expect(await lines()).toEqual([...USED, '', '']);
  });

  it('shows units, utilization and who waits, beside the limit that was set', async () => {
    for (const key of ['careTeamUnits', 'utilizationRate', 'waitingPatients'] as const)
      (await monthsOf(capacityRow(key))).forEach((value, t) =>
        expect(value, `${key}, month ${t + 1}`).toBeCloseTo(total.series[key][t], 9),
      );
    const limit = await workbench.cell(`Forecast!${columnName(LIMIT_CELL.column)}${LIMIT_CELL.row + 1}`);
    expect(limit.value).toBe(1);
  });

  it('lists every hire with its month', async () => {
    const first = HIRES_ROW + 2;
    const rows = (await workbench.cells(`Compare!A${first}:E${first + 60}`))
      .map((row) => row.map(({ value }) => value))
      .filter(([month]) => month !== '');
    const arrivals = team!.items
      .flatMap(({ item, hired }) =>
        [...hired].flatMap((units, t) =>
          units > 0 ? [[monthEndSerial(SAMPLE_PRACTICE.startMonth + t), item] as const] : [],
        ),
      )
      .sort(([a], [b]) => a - b);
    expect(arrivals.length).toBeGreaterThan(0);
    const said = (
      await workbench.frame.getByRole('region', { name: 'Next to join the care team' }).innerText()
    ).replace(/\s+/g, ' ');
    expect(said).toContain(`${arrivals[0][1]} 1 more`);
    for (const [month, item] of arrivals)
      expect(
        rows.some((row) => row[0] === month && row[1] === item),
        `${item} in ${month}`,
      ).toBe(true);
  });

  it('the way from eligible patients to cash ends at the revenue and the cash, and the panel stands beside what breaks even', async () => {
    const steps = await workbench.cells(`Compare!A${LEAKAGE_ROW + 1}:C${LEAKAGE_ROW + 9}`);
    expect(steps.map(([{ value }]) => value)).toEqual([
      expect.stringMatching(/^Expected · /),
      'Eligible',
      'Enrolled',
      'Billable',
      'Claimed',
      'Paid',
      'Collected',
      'Cash collected',
      'Cash still to come',
    ]);
    const dollars = steps.map(([, , { value }]) => value as number);
    expect(dollars[5]).toBeCloseTo(total.totals.allowedRevenue, 2);
    expect(dollars[6]).toBeCloseTo(dollars[7] + dollars[8], 6);
    expect(dollars[7]).toBeCloseTo(total.totals.cashCollected, 2);
    const charts = (await workbench.charts('Compare')).map(({ name }) => name);
    expect(charts).toEqual(expect.arrayContaining(['Leakage', 'BreakEven']));
    const [[{ value: panelAt }]] = await workbench.cells(`Compare!B${BREAK_EVEN_ROW + 2}`);
    expect(panelAt).toBeGreaterThan(0);
    expect(
      new Set(
        (
          await workbench.cells(
            `Compare!D${BREAK_EVEN_MONTHS_ROW + 1}:${columnName(2 + months)}${BREAK_EVEN_MONTHS_ROW + 1}`,
          )
        )[0].map(({ value }) => value),
      ),
    ).toEqual(new Set([panelAt]));
  });

  it('a panel beyond the team crosses a guardrail: its light turns, and the finding says month, value, limit and what to do', async () => {
    const lights = async () => (await workbench.cells('Start!A24:C28')).map((row) => row.map(({ value }) => value));
    expect((await lights()).map(([name, , verdict]) => [name, verdict])).toEqual([
      ['Lowest realization: 65.0%', 'OK'],
      ['Lowest claim success: 90.0%', 'OK'],
      ['Highest utilization: 100.0%', 'OK'],
      ['Highest expense PMPM: no limit', '–'],
      [expect.stringMatching(/^Most waiting patients: \d+$/), 'OK'],
    ]);
    const guardrails = workbench.frame.getByRole('region', { name: 'Guardrails' });
    expect((await guardrails.getByText('Kept').all()).length).toBe(4);
    const cell = await inputCell('tblPanel', 1, 'Opening patients');
    const { value } = await workbench.cell(cell);
    await workbench.type(cell, 700);
    const crossed = project(
      modelOf(readModel(edited(SAMPLE_TABLES, 'panel', 1, 'Opening patients', 700)), 'Expected'),
    ).byProgram.get('CCM')!;
    expect((await lights())[2]).toEqual([
      'Highest utilization: 100.0%',
      expect.closeTo(Math.max(...crossed.series.utilizationRate), 9),
      'REVIEW',
    ]);
    await waitForLight(workbench, /^1 to look at/);
    await guardrails.getByText('Crossed').waitFor();
    expect((await guardrails.innerText()).replace(/\s+/g, ' ')).toMatch(
      /Highest utilization 100\.0% Crossed Worst month: \d+\.\d% in \w+-\d\d\. Add units/,
    );
    const finding = pane(workbench).findings().filter({ hasText: 'scenario Expected' }).first();
    expect(await finding.innerText()).toMatch(
      /Utilization rate \(CCM\), scenario Expected: \d+\.\d% in 20\d\d-\d\d is over the limit of 100\.0%.*Add units/s,
    );
    await workbench.type(cell, value as number);
    await waitForLight(workbench, GREEN);
  });
});

describe('the active scenario', () => {
  const agrees = async (scenario: string) => {
    await pane(workbench).figures(scenario).waitFor();
    await workbench.settled();
    expect(await pane(workbench).scenario(scenario).isChecked()).toBe(true);
    expect(differences(await readStatements(workbench), expectedStatements(SAMPLE_TABLES, scenario))).toEqual([]);
    await pane(workbench)
      .figures(scenario)
      .getByText((await workbench.cell('Start!B11')).text.trim())
      .waitFor();
  };

  it('is switched in the pane, and the workbook follows', async () => {
    await choose(workbench.frame, 'Stretch');
    await expect.poll(async () => (await workbench.cell('Start!B5')).value).toBe('Stretch');
    await agrees('Stretch');
  });

  it('is switched in the cell, and the pane follows', async () => {
    await workbench.type('Start!B5', 'Conservative');
    await agrees('Conservative');
    await workbench.type('Start!B5', 'Expected');
    await agrees('Expected');
  });
});

it('nothing was complained about on the way, and nobody else was asked for anything', () => {
  expect([...new Set(workbench.errors)]).toEqual([]);
  expect(workbench.externalRequests).toEqual([]);
});

/** Identities that the cells must satisfy by themselves, where they do not to one part in 10⁹. */
function residuals({ total, byProgram }: Statements): string[] {
  const off: string[] = [];
  const check = (what: string, left: number, right: number) => {
    if (!(Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right))))
      off.push(`${what}: ${left} ≠ ${right}`);
  };
  const months = total.openingPatients.months.length;
  for (let t = 0; t < months; t++) {
    const at = ({ months: values }: Series) => values[t];
    const month = `month ${t + 1}`;
    check(
      `${month}: opening − lost + new = closing`,
      at(total.openingPatients) - at(total.lostPatients) + at(total.newPatients),
      at(total.closingPatients),
    );
    const earlier = t === 0 ? 0 : total.receivable.months[t - 1];
    check(
      `${month}: cash + bad debt + receivable movement = revenue`,
      at(total.cashCollected) + at(total.badDebt) + at(total.receivable) - earlier,
      at(total.allowedRevenue),
    );
    check(
      `${month}: revenue − bad debt − cost = margin`,
      at(total.allowedRevenue) - at(total.badDebt) - at(total.totalCost),
      at(total.margin),
    );
    for (const key of [
      'newPatients',
      'lostPatients',
      'closingPatients',
      'activePatients',
      'allowedRevenue',
      'cashCollected',
      'totalCost',
      'margin',
    ] as const) {
      const programs = [...byProgram.values()].map((statement) => at(statement[key]));
      check(
        `${month}: programs add to ${key}`,
        programs.reduce((sum, value) => sum + value, 0),
        at(total[key]),
      );
    }
  }
  for (const key of [
    'newPatients',
    'lostPatients',
    'allowedRevenue',
    'badDebt',
    'cashCollected',
    'totalCost',
    'margin',
  ] as const)
    check(
      `total of ${key}`,
      total[key].months.reduce((sum, value) => sum + value, 0),
      total[key].total,
    );
  check('total of closingPatients', total.closingPatients.months[months - 1], total.closingPatients.total);
  return off;
}

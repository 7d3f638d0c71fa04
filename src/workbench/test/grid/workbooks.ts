/** Sheets, tables, names, validation, notes, formats and charts, and the whole workbook saved and loaded. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChartSpec, ValidationRule } from '../../grid/grid';

export function describeWorkbooks(page: () => Page): void {
  const emptied = () => beforeEach(() => page().evaluate(() => window.grid.load(window.blank)));

  describe('tables', () => {
    emptied();

    it('take in a row that is typed below them, with formulas, formats and validation', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(
          sheet,
          at('A1:C3'),
          [
            ['Item', 'Amount', 'Double'],
            ['a', 1, '=[@Amount]*2'],
            ['b', 2, '=tblCosts[@amount]*2'],
          ],
          'addin',
        );
        grid.addTable('tblCosts', sheet, at('A1:C3'), 'TableStyleMedium2');
        grid.write(sheet, at('C2'), [['=[@Amount]*2']], 'addin');
        grid.format(sheet, at('B2:B3'), { numberFormat: '$#,##0' });
        grid.setValidation(sheet, at('B2:B3'), {
          kind: 'decimal',
          operator: 'GreaterThan',
          formula1: 0,
          ignoreBlanks: true,
        });
        grid.write(sheet, at('E1'), [['=SUM(tblCosts[Double])']], 'addin');
        await grid.settled();
        const before = grid.readValues(sheet, at('E1'));
        grid.write(sheet, at('A4:B4'), [['c', 10]], 'user');
        await grid.settled();
        return {
          before,
          after: grid.readValues(sheet, at('E1')),
          row: grid.readTexts(sheet, at('A4:C4')),
          formulas: grid.readFormulas(sheet, at('C2:C4')),
          range: grid.tables()[0].range,
          rule: grid.readValidation(sheet, 3, 1)?.operator,
        };
      });
      expect(seen.before).toEqual([[6]]);
      expect(seen.after).toEqual([[26]]);
      expect(seen.row).toEqual([['c', '$10', '20']]);
      expect(seen.formulas).toEqual([['=[@Amount]*2'], ['=[@amount]*2'], ['=[@amount]*2']]);
      expect(seen.range).toEqual({ row: 0, column: 0, rows: 4, columns: 3 });
      expect(seen.rule).toBe('GreaterThan');
    });

    it('are known to formulas that came before them, by their new name and by new titles', async () => {
      const values = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const seen: unknown[] = [];
        const look = async () => {
          await grid.settled();
          seen.push(grid.readValues(sheet, at('D1'))[0][0], grid.readFormulas(sheet, at('D1'))[0][0]);
        };
        grid.write(
          sheet,
          at('A1:B3'),
          [
            ['Item', 'Two words'],
            ['a', 1],
            ['b', 2],
          ],
          'addin',
        );
        grid.write(sheet, at('D1'), [['=SUM(tblCosts[Two words])']], 'addin');
        await look();
        const { id } = grid.addTable('tblCosts', sheet, at('A1:B3'), 'TableStyleLight1');
        await look();
        grid.updateTable(id, { range: at('A1:B2') });
        await look();
        grid.updateTable(id, { name: 'tblOther' });
        await look();
        grid.write(sheet, at('B1'), [['Amount']], 'user');
        grid.write(sheet, at('D1'), [['=SUM(tblOther[Amount])']], 'user');
        await look();
        grid.deleteTable(id);
        grid.write(sheet, at('D1'), [['=SUM(tblOther[Amount])']], 'user');
        await look();
        return seen;
      });
      expect(values).toEqual([
        { error: '#NAME?' },
        '=SUM(tblCosts[Two words])',
        3,
        '=SUM(tblCosts[Two words])',
        1,
        '=SUM(tblCosts[Two words])',
        1,
        '=SUM(tblOther[Two words])',
        1,
        '=SUM(tblOther[Amount])',
        { error: '#NAME?' },
        '=SUM(tblOther[Amount])',
      ]);
    });

    it('leave a totals row out of their data', async () => {
      const values = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:A4'), [['Amount'], [1], [2], ['=SUM(tblCosts[Amount])']], 'addin');
        const { id } = grid.addTable('tblCosts', sheet, at('A1:A4'), 'TableStyleMedium2');
        grid.updateTable(id, { showTotals: true });
        grid.write(sheet, at('C1:C2'), [['=tblCosts[#Totals]'], ['=ROWS(tblCosts[#All])']], 'addin');
        await grid.settled();
        return [grid.readValues(sheet, at('A4')), grid.readValues(sheet, at('C1:C2'))];
      });
      expect(values).toEqual([[[3]], [[3], [4]]]);
    });
  });

  describe('formats', () => {
    emptied();

    it('of many rows leave the rows above them as they are', async () => {
      const fills = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.format(sheet, { row: 5, column: 0, rows: 5_000, columns: 1 }, { fill: '#FFF9DB' });
        await grid.settled();
        return [at('A1'), at('A6')].map(({ row, column }) => grid.readFormat(sheet, row, column).fill);
      });
      expect(fills[0]).not.toBe('#FFF9DB');
      expect(fills[1]?.toUpperCase()).toBe('#FFF9DB');
    });
  });

  describe('names', () => {
    emptied();

    it('change the formulas that use them', async () => {
      const values = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const seen: unknown[] = [];
        const look = async () => {
          await grid.settled();
          seen.push(grid.readValues(sheet, at('B1:B2')).flat());
        };
        grid.write(
          sheet,
          at('A1:B2'),
          [
            [10, '=Rate*2'],
            [20, '=Twice+1'],
          ],
          'addin',
        );
        await look();
        grid.setName('Rate', '=Sheet1!$A$1', 'A rate.');
        grid.setName('Twice', '=Rate*2');
        await look();
        grid.setName('Rate', '=Sheet1!$A$2');
        await look();
        grid.write(sheet, at('A2'), [[30]], 'user');
        await look();
        seen.push(grid.names());
        grid.deleteName('rate');
        await look();
        return seen;
      });
      const unknown = { error: '#NAME?' };
      expect(values).toEqual([
        [unknown, unknown],
        [20, 21],
        [40, 41],
        [60, 61],
        [
          { name: 'Rate', formula: '=Sheet1!$A$2', comment: 'A rate.' },
          { name: 'Twice', formula: '=Rate*2', comment: '' },
        ],
        [unknown, unknown],
      ]);
    });
  });

  describe('sheets', () => {
    emptied();

    it('are renamed, moved and deleted with the formulas that name them', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at } = window;
        const first = grid.sheets()[0].id;
        const second = grid.addSheet('Costs');
        grid.write(second, at('A1'), [[5]], 'addin');
        grid.write(first, at('A1'), [['=Costs!A1*2']], 'addin');
        await grid.settled();
        const active = grid.activeSheet();
        grid.updateSheet(second, { name: 'Care costs', position: 0, tabColor: '#1F4E79', showGridlines: false });
        grid.write(second, at('A1'), [[6]], 'addin');
        await grid.settled();
        const renamed = [
          grid.readFormulas(first, at('A1')),
          grid.readValues(first, at('A1')),
          grid.sheets().map((sheet) => ({ ...sheet, id: '' })),
        ];
        grid.deleteSheet(second);
        await grid.settled();
        return {
          stillActive: active === first,
          renamed,
          deleted: grid.readValues(first, at('A1')),
          left: grid.sheets().length,
        };
      });
      expect(seen.stillActive).toBe(true);
      expect(seen.renamed).toEqual([
        [["='Care costs'!A1*2"]],
        [[12]],
        [
          { id: '', name: 'Care costs', position: 0, tabColor: '#1F4E79', showGridlines: false, isHidden: false },
          { id: '', name: 'Sheet1', position: 1, tabColor: null, showGridlines: true, isHidden: false },
        ],
      ]);
      expect(seen.deleted).toEqual([[{ error: '#REF!' }]]);
      expect(seen.left).toBe(1);
    });

    it('keep formats, sizes and frozen panes', async () => {
      const seen = await page().evaluate(() => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const line = { color: '#BFBFBF', style: 'thin' as const };
        grid.format(sheet, at('B2:C3'), {
          numberFormat: '0.0%',
          fill: '#FFF9E5',
          fontColor: '#0000FF',
          fontName: 'Arial',
          fontSize: 14,
          bold: true,
          italic: true,
          underline: true,
          horizontal: 'Center',
          vertical: 'Top',
          wrap: true,
          indent: 2,
          borders: { top: line, insideVertical: line },
        });
        grid.format(sheet, { row: 0, column: 5, rows: 1_048_576, columns: 1 }, { numberFormat: '#,##0' });
        grid.setColumnWidth(sheet, 1, 2, 130);
        grid.setRowHeight(sheet, 1, 1, 44);
        grid.freeze(sheet, 4, 1);
        return {
          left: grid.readFormat(sheet, 1, 1),
          bottom: grid.readFormat(sheet, 2, 1),
          column: grid.readFormat(sheet, 500, 5).numberFormat,
          plain: grid.readFormat(sheet, 9, 9),
          width: grid.columnWidth(sheet, 2),
          height: grid.rowHeight(sheet, 1),
          frozen: grid.frozen(sheet),
        };
      });
      const line = { color: '#BFBFBF', style: 'thin' };
      const shared = {
        numberFormat: '0.0%',
        fill: '#FFF9E5',
        fontColor: '#0000FF',
        fontName: 'Arial',
        fontSize: 14,
        bold: true,
        italic: true,
        underline: true,
        horizontal: 'Center',
        vertical: 'Top',
        wrap: true,
        indent: 2,
      };
      expect(seen.left).toEqual({ ...shared, borders: { top: line, right: line } });
      expect(seen.bottom).toEqual({ ...shared, borders: { right: line } });
      expect(seen.column).toBe('#,##0');
      expect(seen.plain).toEqual({ fontName: 'Calibri', fontSize: 11, vertical: 'Bottom' });
      expect([seen.width, seen.height, seen.frozen]).toEqual([130, 44, { rows: 4, columns: 1 }]);
    });

    it('fit a row to a bigger font, unless its height was set', async () => {
      const heights = await page().evaluate(() => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:A3'), [['Title'], ['Title'], ['text']], 'addin');
        grid.setRowHeight(sheet, 1, 1, 24);
        grid.format(sheet, at('A1:A2'), { fontSize: 20 });
        return [0, 1, 2].map((row) => grid.rowHeight(sheet, row));
      });
      expect(heights[0]).toBeGreaterThan(26);
      expect(heights.slice(1)).toEqual([24, 20]);
    });
  });

  describe('validation', () => {
    emptied();

    const share: ValidationRule = {
      kind: 'decimal',
      operator: 'Between',
      formula1: 0,
      formula2: 1,
      ignoreBlanks: true,
      prompt: { title: 'Share', message: 'From 0 to 1.' },
      alert: { title: 'Share', message: 'From 0 to 1, please.', style: 'Warning' },
    };

    it('is read back, replaced in a part of its range, and taken away', async () => {
      const seen = await page().evaluate((rule) => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.setValidation(sheet, at('A1:A10'), rule);
        grid.setValidation(sheet, at('A3:A4'), { kind: 'list', source: 'CCM,RPM', ignoreBlanks: false });
        grid.setValidation(sheet, at('A6'), null);
        return [0, 2, 5, 9, 10].map((row) => grid.readValidation(sheet, row, 0));
      }, share);
      expect(seen).toEqual([share, { kind: 'list', source: 'CCM,RPM', ignoreBlanks: false }, null, share, null]);
    });

    it('offers what a table gains below, where its choices are a whole column of it', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const other = grid.addSheet('Payer Mix');
        const name = grid.sheets()[0].name;
        grid.write(
          sheet,
          at('A1:B3'),
          [
            ['Program', 'Eligible'],
            ['CCM', 10],
            ['RPM', 20],
          ],
          'addin',
        );
        grid.addTable('tblPanel', sheet, at('A1:B3'), 'TableStyleMedium2');
        const list = (source: string): ValidationRule => ({ kind: 'list', source, ignoreBlanks: true });
        grid.setValidation(other, at('A2:A9'), list(`=${name}!$A$2:$A$3`));
        grid.setValidation(other, at('B2:B9'), list(`=${name}!$A$3:$A$3`));
        grid.setValidation(sheet, at('D1'), list('=$B$2:$B$3'));
        grid.write(sheet, at('A4:B4'), [['BHI', 30]], 'user');
        await grid.settled();
        const places: [string, number, number][] = [
          [other, 1, 0],
          [other, 1, 1],
          [sheet, 0, 3],
        ];
        return places.map((place) => grid.readValidation(...place)?.source);
      });
      expect(seen).toEqual(['=Sheet1!$A$2:$A$4', '=Sheet1!$A$3:$A$3', '=$B$2:$B$4']);
    });

    it('gets its parts one after another, and is one rule', async () => {
      const seen = await page().evaluate((rule) => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const { prompt, alert, ...bare } = rule;
        grid.batch(() => {
          grid.setValidation(sheet, at('A1:A10'), bare);
          grid.setValidation(sheet, at('A1:A10'), { ...grid.readValidation(sheet, 4, 0)!, prompt });
          grid.setValidation(sheet, at('A1:A10'), { ...grid.readValidation(sheet, 4, 0)!, alert });
        });
        const { validation } = grid.save() as { validation: [string, unknown][] };
        return { rule: grid.readValidation(sheet, 9, 0), kept: validation.length };
      }, share);
      expect(seen).toEqual({ rule: share, kept: 1 });
    });

    it('shows its hint beside the selected cell', async () => {
      await page().evaluate((rule) => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.setValidation(sheet, at('A2'), rule);
        grid.select(sheet, at('A2'));
      }, share);
      const hint = page().locator('[data-callout="hint"]');
      await hint.waitFor({ timeout: 10_000 });
      expect(await hint.textContent()).toBe('ShareFrom 0 to 1.');
      await page().evaluate(() => window.grid.select(window.grid.sheets()[0].id, window.at('A5')));
      await hint.waitFor({ state: 'detached', timeout: 10_000 });
    });
  });

  describe('conditional formats', () => {
    emptied();

    it('color a cell when their formula is true, and no longer once cleared', async () => {
      /** As seen on the screen, in B2, clear of any text. */
      const colorOf = async () => {
        await page().evaluate(() => window.grid.settled());
        await page().waitForTimeout(500);
        const corner = await page().locator('#univer-sheet-main-canvas_workbook').boundingBox();
        const picture = await page().screenshot({
          clip: { x: corner!.x + 46 + 72 + 36, y: corner!.y + 20 + 20 + 6, width: 1, height: 1 },
        });
        return page().evaluate(async (base64) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const context = new OffscreenCanvas(1, 1).getContext('2d')!;
          context.drawImage(image, 0, 0);
          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }, picture.toString('base64'));
      };
      await page().evaluate(() => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(
          sheet,
          at('A1:B2'),
          [
            ['CHECK', ''],
            ['', ''],
          ],
          'addin',
        );
        grid.addConditionalFormat(sheet, at('B2:B3'), {
          kind: 'formula',
          formula: '=$A$1="OK"',
          format: { fill: '#C6EFCE', fontColor: '#006100' },
        });
        grid.select(sheet, at('F9'));
      });
      expect(await colorOf()).toEqual([255, 255, 255]);
      await page().evaluate(() => window.grid.write(window.grid.sheets()[0].id, window.at('A1'), [['OK']], 'user'));
      expect(await colorOf()).toEqual([198, 239, 206]);
      await page().evaluate(() => window.grid.clearConditionalFormats(window.grid.sheets()[0].id, null));
      expect(await colorOf()).toEqual([255, 255, 255]);
    });
  });

  describe('charts', () => {
    emptied();

    it('are drawn on the active sheet and follow the cells', async () => {
      await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const other = grid.addSheet('Other');
        grid.write(
          other,
          at('A1:B4'),
          [
            ['Jan', 1],
            ['Feb', 2],
            ['Mar', '=B2+B1'],
            ['Apr', 4],
          ],
          'addin',
        );
        const series: ChartSpec['series'] = [
          {
            name: 'Patients',
            values: { sheetId: other, range: at('B1:B4') },
            categories: { sheetId: other, range: at('A1:A4') },
            color: null,
            kind: null,
            secondaryAxis: false,
          },
        ];
        const chart: ChartSpec = {
          id: 'panel',
          name: 'Panel',
          kind: 'line',
          title: 'Panel',
          series,
          position: { left: 100, top: 40, width: 360, height: 220 },
          legend: 'bottom',
          valueAxis: { title: null, numberFormat: '#,##0' },
          categoryAxis: { title: null, numberFormat: null },
        };
        grid.putChart(sheet, chart);
        grid.putChart(other, { ...chart, id: 'elsewhere' });
        await grid.settled();
      });
      const canvas = page().locator('[data-chart="panel"] canvas');
      await canvas.waitFor({ timeout: 10_000 });
      const picture = async () => {
        await page().waitForTimeout(200);
        return canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
      };
      const before = await picture();
      expect(await page().locator('[data-chart="elsewhere"]').count()).toBe(0);
      await page().evaluate(async () => {
        const { grid, at } = window;
        grid.write(grid.sheets()[1].id, at('B1'), [[30]], 'user');
        await grid.settled();
      });
      expect(await picture()).not.toBe(before);
      await page().evaluate(() => window.grid.activateSheet(window.grid.sheets()[1].id));
      await page().locator('[data-chart="elsewhere"] canvas').waitFor({ timeout: 10_000 });
      const specs = await page().evaluate(() => {
        const { grid } = window;
        const [first, second] = grid.sheets();
        const left = grid.charts(first.id).map(({ id, position }) => ({ id, position }));
        grid.deleteChart(second.id, 'elsewhere');
        return { left, right: grid.charts(second.id) };
      });
      expect(specs).toEqual({
        left: [{ id: 'panel', position: { left: 100, top: 40, width: 360, height: 220 } }],
        right: [],
      });
      await page().locator('[data-chart="elsewhere"]').waitFor({ state: 'detached', timeout: 10_000 });
    });
  });

  describe('a saved workbook', () => {
    emptied();

    it('comes back with everything that was in it', async () => {
      const [before, after] = await page().evaluate(
        async (blank) => {
          const { grid, at, sample } = window;
          const sheet = grid.sheets()[0].id;
          const other = grid.addSheet('Costs');
          grid.write(
            sheet,
            at('A1:C2'),
            [
              ['Item', 'Amount', 'Double'],
              ['a', 4, '=[@Amount]*2'],
            ],
            'addin',
          );
          grid.addTable('tblCosts', sheet, at('A1:C2'), 'TableStyleLight9');
          grid.setName('Amounts', '=tblCosts[Amount]');
          grid.write(other, at('A1:A3'), [['=SUM(Amounts)'], ['=PPPM.FAIL("#N/A")'], ['=PPPM.GROW(A1,3)']], 'addin');
          grid.format(other, at('A1'), { numberFormat: '0.00', bold: true });
          grid.setValidation(other, at('B1'), {
            kind: 'list',
            source: 'a,b',
            ignoreBlanks: true,
            prompt: { title: 'Pick', message: 'One.' },
          });
          grid.setNote(other, 0, 0, 'A note.');
          grid.freeze(other, 1, 1);
          grid.putChart(other, {
            id: 'one',
            name: 'One',
            kind: 'columnStacked',
            title: 'One',
            series: [],
            position: { left: 300, top: 20, width: 200, height: 100 },
            legend: null,
            valueAxis: { title: null, numberFormat: null },
            categoryAxis: { title: null, numberFormat: null },
          });
          await grid.settled();
          const look = () => ({
            sheets: grid.sheets(),
            tables: grid.tables().map((table) => ({ ...table, id: '' })),
            names: grid.names(),
            values: grid.sheets().map(({ id }) => grid.readValues(id, at('A1:D4'))),
            formulas: grid.readFormulas(sheet, at('A1:C2')),
            format: grid.readFormat(other, 0, 0),
            rule: grid.readValidation(other, 0, 1),
            frozen: grid.frozen(other),
            charts: grid.charts(other),
          });
          const first = look();
          const saved = JSON.parse(JSON.stringify(grid.save()));
          grid.load(blank);
          const asked = sample.calls.length;
          grid.load(saved);
          await grid.settled();
          const second = look();
          grid.write(sheet, at('B2'), [[5]], 'user');
          await grid.settled();
          return [
            { ...first, asked: 0, edited: [[5], [{ error: '#N/A', text: 'It failed with #N/A.' }], [5]] },
            {
              ...second,
              asked: second ? sample.calls.length - asked - 1 : -1,
              edited: grid.readValues(other, at('A1:A3')),
            },
          ];
        },
        await page().evaluate(() => window.blank),
      );
      expect(after).toEqual(before);
    });
  });
}

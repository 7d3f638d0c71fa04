/** What is written into cells, what is read back, and what others are told of it. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GridEvent } from '../../grid/grid';

export function describeContents(page: () => Page): void {
  describe('cells', () => {
    beforeEach(() => page().evaluate(() => window.grid.load(window.blank)));

    it('keep numbers, truth values, text and formulas as they were written', async () => {
      const read = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(
          sheet,
          at('A1:B4'),
          [
            [1.5, '=A1*2'],
            [true, 'text'],
            ['=A2', "'=A1"],
            ["'007", '12'],
          ],
          'addin',
        );
        await grid.settled();
        return { values: grid.readValues(sheet, at('A1:B4')), formulas: grid.readFormulas(sheet, at('A1:B4')) };
      });
      expect(read.values).toEqual([
        [1.5, 3],
        [true, 'text'],
        [true, '=A1'],
        ['007', '12'],
      ]);
      expect(read.formulas).toEqual([
        [1.5, '=A1*2'],
        [true, 'text'],
        ['=A2', '=A1'],
        ['007', '12'],
      ]);
    });

    it('leave a cell alone for null and empty it for empty text', async () => {
      const read = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:C1'), [[1, 2, 3]], 'addin');
        grid.write(sheet, at('A1:C1'), [[null, '', 4]], 'addin');
        return { values: grid.readValues(sheet, at('A1:D1')), used: grid.usedRange(sheet) };
      });
      expect(read.values).toEqual([[1, null, 4, null]]);
      expect(read.used).toEqual({ row: 0, column: 0, rows: 1, columns: 3 });
    });

    it('keep digits in a text format as text, whatever format comes later', async () => {
      const values = await page().evaluate(() => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.format(sheet, at('A1:A2'), { numberFormat: '@' });
        grid.write(sheet, at('A1:A2'), [['99490'], ['0123']], 'addin');
        grid.format(sheet, at('A1:A2'), { numberFormat: '0.00', bold: true });
        return grid.readValues(sheet, at('A1:A2'));
      });
      expect(values).toEqual([['99490'], ['0123']]);
    });

    it('show numbers by their format, spilled ones too', async () => {
      const texts = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:A4'), [[0.625], [46053], [-1234.5], ['=SEQUENCE(1,3,1000)']], 'addin');
        grid.format(sheet, at('A1'), { numberFormat: '0.0%' });
        grid.format(sheet, at('A2'), { numberFormat: 'mmm-yy' });
        grid.format(sheet, at('A3'), { numberFormat: '#,##0;[Red](#,##0)' });
        grid.format(sheet, at('A4:C4'), { numberFormat: '$#,##0' });
        await grid.settled();
        return [...grid.readTexts(sheet, at('A1:A3')), ...grid.readTexts(sheet, at('A4:C4'))];
      });
      expect(texts).toEqual([['62.5%'], ['Jan-26'], ['(1,235)'], ['$1,000', '$1,001', '$1,002']]);
    });

    it('keep their formula when only their format changes', async () => {
      const formulas = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.addSheet('Another');
        grid.batch(() => {
          grid.write(sheet, at('A5'), [['=1+1']], 'addin');
          grid.format(sheet, at('A1'), { bold: true, fontSize: 18 });
          grid.format(sheet, at('A5:AM5'), { bold: true, fill: '#1F3864' });
          grid.setColumnWidth(sheet, 0, 1, 150);
          grid.freeze(sheet, 5, 3);
        });
        grid.clear(sheet, at('A5'), 'formats');
        await grid.settled();
        return [grid.readFormulas(sheet, at('A5')), grid.readValues(sheet, at('A5'))];
      });
      expect(formulas).toEqual([[['=1+1']], [[2]]]);
    });

    it('tell by a formula of an error among them, and when there is none any more', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:A3'), [['text'], ['=SEQUENCE(2)'], ['=A9/A8']], 'addin');
        grid.write(
          sheet,
          at('C1:C3'),
          [['=ISERROR(SUM(A1:B99))'], ['=N( ISERROR( SUM($A$1:A2) ) )'], ['=IFERROR(N(ISERROR(SUM(A5:A99))),9)']],
          'addin',
        );
        const read = async () => {
          await grid.settled();
          return grid.readValues(sheet, at('C1:C3')).map(([value]) => value);
        };
        const before = await read();
        grid.write(sheet, at('A8:A9'), [[2], [4]], 'addin');
        grid.write(sheet, at('A3'), [['']], 'addin');
        const after = await read();
        return { before, after };
      });
      expect(seen.before).toEqual([true, 1, 0]);
      expect(seen.after).toEqual([false, 0, 0]);
    });

    it('ask for no frame while nothing changes', async () => {
      const frames = () =>
        page().evaluate(
          () =>
            new Promise<number>((resolve) => {
              const { requestAnimationFrame } = window;
              let asked = 0;
              window.requestAnimationFrame = (frame) => {
                asked++;
                return requestAnimationFrame.call(window, frame);
              };
              setTimeout(() => {
                window.requestAnimationFrame = requestAnimationFrame;
                resolve(asked);
              }, 300);
            }),
        );
      // Sixty a second would be asked for as long as the page is open.
      await expect.poll(frames, { timeout: 20_000 }).toBe(0);
    });

    it('make room beyond the edge of the sheet', async () => {
      const values = await page().evaluate(async () => {
        const { grid } = window;
        const sheet = grid.sheets()[0].id;
        const far = { row: 4999, column: 299, rows: 1, columns: 1 };
        grid.write(sheet, far, [[7]], 'addin');
        grid.write(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, [['=KN5000+1']], 'addin');
        await grid.settled();
        return grid.readValues(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
      });
      expect(values).toEqual([[8]]);
    });

    it('say once for a whole batch that a sheet changed, and by whom', async () => {
      const events = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        const told: GridEvent[] = [];
        const stop = grid.on((event) => told.push(event));
        grid.batch(() => {
          for (let row = 0; row < 300; row++)
            grid.write(sheet, { row, column: 0, rows: 1, columns: 2 }, [[row, `=A${row + 1}*2`]], 'addin');
        });
        await grid.settled();
        grid.write(sheet, at('A1'), [[5]], 'user');
        await grid.settled();
        grid.select(sheet, at('B2:C3'));
        const added = grid.addSheet('Added');
        grid.activateSheet(added);
        grid.deleteSheet(added);
        stop();
        grid.write(sheet, at('A1'), [[6]], 'user');
        return told;
      });
      expect(events[0]).toEqual({ type: 'stored' });
      const [first, ...rest] = events.filter(({ type }) => type !== 'stored');
      expect(first).toEqual({
        type: 'changed',
        sheetId: 'sheet-1',
        range: { row: 0, column: 0, rows: 300, columns: 2 },
        source: 'addin',
      });
      expect(rest.slice(0, 3)).toEqual([
        { type: 'calculated', sheetId: 'sheet-1' },
        { type: 'changed', sheetId: 'sheet-1', range: { row: 0, column: 0, rows: 1, columns: 1 }, source: 'user' },
        { type: 'calculated', sheetId: 'sheet-1' },
      ]);
      expect(rest).toContainEqual({
        type: 'selectionChanged',
        sheetId: 'sheet-1',
        range: { row: 1, column: 1, rows: 2, columns: 2 },
      });
      const kinds = rest.map((event) => event.type);
      expect(kinds.indexOf('sheetAdded')).toBeGreaterThan(kinds.indexOf('selectionChanged'));
      expect(kinds.indexOf('sheetActivated')).toBeGreaterThan(kinds.indexOf('sheetAdded'));
      expect(kinds.indexOf('sheetDeleted')).toBeGreaterThan(kinds.indexOf('sheetActivated'));
    });
  });

  describe('a user at the keyboard', () => {
    beforeEach(() => page().evaluate(() => window.grid.load(window.blank)));

    const type = async (cell: string, text: string) => {
      await page().evaluate((address) => window.grid.select(window.grid.sheets()[0].id, window.at(address)), cell);
      await page().keyboard.type(text);
      await page().keyboard.press('Enter');
      await page().evaluate(() => window.grid.settled());
    };

    it('types numbers, percentages and formulas of the add-in, and takes them back', async () => {
      await page().mouse.click(400, 300);
      await type('A1', '62%');
      await type('A2', '=pppm.add(A1,1)');
      await type('A3', "'007");
      const read = () =>
        page().evaluate(() => {
          const { grid, at } = window;
          return grid.readValues(grid.sheets()[0].id, at('A1:A3'));
        });
      expect(await read()).toEqual([[0.62], [1.62], ['007']]);
      await page().keyboard.press('Control+z');
      await page().keyboard.press('Control+z');
      await page().evaluate(() => window.grid.settled());
      expect(await read()).toEqual([[0.62], [null], [null]]);
    });

    it('means 62% by 62 where percentages are shown', async () => {
      await page().evaluate(() =>
        window.grid.format(window.grid.sheets()[0].id, window.at('A1:A3'), { numberFormat: '0.0%' }),
      );
      await page().mouse.click(400, 300);
      await type('A1', '62');
      await type('A2', '0.5');
      await type('A3', '=31*2');
      const seen = await page().evaluate(() => {
        const { grid, at } = window;
        return grid.readValues(grid.sheets()[0].id, at('A1:A3'));
      });
      expect(seen).toEqual([[0.62], [0.5], [62]]);
    });

    it('means a month by 2026-07, and a day by 7/15/2026, as Excel shows them', async () => {
      await page().evaluate(() =>
        window.grid.format(window.grid.sheets()[0].id, window.at('B3'), { numberFormat: 'mmm-yy' }),
      );
      await page().mouse.click(400, 300);
      await type('B1', '2026-07');
      await type('B2', '7/15/2026');
      await type('B3', '2026-08-31');
      await type('B4', 'July');
      const seen = await page().evaluate(() => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        return { values: grid.readValues(sheet, at('B1:B4')), texts: grid.readTexts(sheet, at('B1:B4')) };
      });
      expect(seen.values).toEqual([[46204], [46218], [46265], ['July']]);
      expect(seen.texts).toEqual([['Jul-26'], ['7/15/2026'], ['Aug-26'], ['July']]);
    });

    it('is offered the functions of the add-in with what they do', async () => {
      await page().mouse.click(400, 300);
      await page().keyboard.type('=PPPM.FORE');
      await page().waitForFunction(() => document.body.textContent?.includes('What FORECAST gives.'), undefined, {
        timeout: 10_000,
      });
      await page().keyboard.press('Escape');
      await page().keyboard.press('Escape');
    });
  });
}

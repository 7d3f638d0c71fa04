/** The add-in's functions: when they are asked, what the cells show meanwhile, and what is said of errors. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';

export function describeFunctions(page: () => Page): void {
  describe('functions of the add-in', () => {
    beforeEach(() =>
      page().evaluate(() => {
        const { grid, sample, blank } = window;
        grid.load(blank);
        grid.registerFunctions(sample.functions);
        sample.calls.length = 0;
      }),
    );

    it('run side by side, and the cells show #BUSY! until the answers come', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at, sample } = window;
        const sheet = grid.sheets()[0].id;
        const answer = sample.holdAnswers();
        const formulas = Array.from({ length: 12 }, (_, i) => [`=PPPM.SLOW(${i + 100})`]);
        grid.write(sheet, at('A1:A12'), formulas, 'addin');
        grid.write(sheet, at('B1'), [['=SUM(A1:A12)']], 'addin');
        while (sample.calls.length < 12) await new Promise((resolve) => setTimeout(resolve, 1));
        await new Promise((resolve) => setTimeout(resolve, 20));
        const busy = { value: grid.readValues(sheet, at('A1:B1')), text: grid.readTexts(sheet, at('A1')) };
        answer();
        await grid.settled();
        return { busy, values: grid.readValues(sheet, at('A1:B1')), atOnce: sample.mostAtOnce() };
      });
      expect(seen.busy).toEqual({ value: [[{ error: '#BUSY!' }, { error: '#BUSY!' }]], text: [['#BUSY!']] });
      expect(seen.values).toEqual([[1000, 12660]]);
      expect(seen.atOnce).toBeGreaterThanOrEqual(12);
    });

    it('leave what they showed in place, and what reads it, while a quick answer is awaited', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at, sample } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:C1'), [[1, '=PPPM.SLOWROW(A1)', null]], 'addin');
        grid.write(sheet, at('F1:G1'), [['=SUM(B1#)', '=A1+F1']], 'addin');
        await grid.settled();
        const shown = () => grid.readValues(sheet, at('B1:G1'))[0];
        const before = shown();
        const answer = sample.holdAnswers();
        const asked = sample.calls.length;
        grid.write(sheet, at('A1'), [[2]], 'user');
        while (sample.calls.length === asked) await new Promise((resolve) => setTimeout(resolve, 1));
        await new Promise((resolve) => setTimeout(resolve, 100));
        const awaited = shown();
        await new Promise((resolve) => setTimeout(resolve, 800));
        const late = shown();
        answer();
        await grid.settled();
        return { before, awaited, late, after: shown() };
      });
      const busy = { error: '#BUSY!' };
      expect(seen.before).toEqual([1, 10, 100, null, 111, 112]);
      expect(seen.awaited).toEqual(seen.before);
      expect([seen.late[0], seen.late[4], seen.late[5]]).toEqual([busy, busy, busy]);
      expect(seen.after).toEqual([2, 20, 200, null, 222, 224]);
    });

    it('are asked once for equal arguments, and again when everything is recalculated', async () => {
      const counts = await page().evaluate(async () => {
        const { grid, at, sample } = window;
        const sheet = grid.sheets()[0].id;
        const asked = () => sample.calls.length;
        grid.write(
          sheet,
          at('A1:B3'),
          [
            [1, '=PPPM.SLOW(A1)'],
            [2, '=PPPM.SLOW(A1)'],
            [3, '=PPPM.SLOW(1)'],
          ],
          'addin',
        );
        await grid.settled();
        const first = asked();
        grid.write(sheet, at('A1'), [[5]], 'user');
        await grid.settled();
        grid.write(sheet, at('A1'), [[1]], 'user');
        await grid.settled();
        const edited = asked();
        grid.recalculate();
        await grid.settled();
        return { first, edited, recalculated: asked(), values: grid.readValues(sheet, at('B1:B3')) };
      });
      expect(counts).toEqual({ first: 1, edited: 2, recalculated: 3, values: [[10], [10], [10]] });
    });

    it('are told which cell asks, with quotes where the sheet needs them', async () => {
      const callers = await page().evaluate(async () => {
        const { grid, at, sample } = window;
        const sheet = grid.addSheet('Payer Mix');
        grid.write(sheet, at('B3'), [['=PPPM.ADD(1,2)']], 'addin');
        await grid.settled();
        return sample.calls.map((call) => call.caller);
      });
      expect(callers).toEqual(["'Payer Mix'!B3"]);
    });

    it('say in words what is wrong, in the value and beside the selected cell', async () => {
      const values = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:A5'), [['#VALUE'], ['=PPPM.FAIL(A1&"!")'], ['=PPPM.PARTLY()'], [''], ['']], 'addin');
        await grid.settled();
        grid.select(sheet, at('A2'));
        return grid.readValues(sheet, at('A2:A5'));
      });
      expect(values).toEqual([
        [{ error: '#VALUE!', text: 'It failed with #VALUE!.' }],
        [1],
        [{ error: '#N/A', text: 'No second one.' }],
        [3],
      ]);
      const callout = page().locator('[data-callout="error"]');
      await callout.waitFor({ timeout: 10_000 });
      expect(await callout.textContent()).toContain('It failed with #VALUE!.');
      await page().evaluate(async () => {
        const { grid, at } = window;
        grid.write(grid.sheets()[0].id, at('A2'), [['=PPPM.ADD(1,1)']], 'user');
        await grid.settled();
      });
      await callout.waitFor({ state: 'detached', timeout: 10_000 });
    });

    it('follow their inputs through spills and other functions', async () => {
      const values = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(
          sheet,
          at('A1:A5'),
          [[2], ['=PPPM.SLOWROW(A1)'], ['=PPPM.TIMES(A2#,2)'], ['=SUM(A3#)'], ['=C3+1']],
          'addin',
        );
        await grid.settled();
        const before = grid.readValues(sheet, at('A2:C5'));
        grid.write(sheet, at('A1'), [[3]], 'user');
        await grid.settled();
        return { before, after: grid.readValues(sheet, at('A2:C5')) };
      });
      expect(values.before).toEqual([
        [2, 20, 200],
        [4, 40, 400],
        [444, null, null],
        [401, null, null],
      ]);
      expect(values.after).toEqual([
        [3, 30, 300],
        [6, 60, 600],
        [666, null, null],
        [601, null, null],
      ]);
    });

    it('that answer as before are followed by what read their cells while they were awaited', async () => {
      const sums = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(
          sheet,
          at('A1:B2'),
          [
            ['Program', 'Opening'],
            ['CCM', 100],
          ],
          'addin',
        );
        grid.write(sheet, at('D1:F1'), [[1, '=SUM(D6:E7)+0*D1', '']], 'addin');
        // The answer does not depend on D1, but the function is asked anew when D1 changes.
        grid.write(sheet, at('A5'), [['=PPPM.FORECAST(A1:B2,A1:B2,A1:B2,D1)']], 'addin');
        await grid.settled();
        const before = grid.readValues(sheet, at('E1'));
        grid.write(sheet, at('D1'), [[2]], 'user');
        await grid.settled();
        return [before, grid.readValues(sheet, at('E1'))];
      });
      expect(sums).toEqual([[[602]], [[602]]]);
    });

    it('stop at #SPILL! where a cell is in the way, and spill when it is emptied', async () => {
      const values = await page().evaluate(async () => {
        const { grid, at } = window;
        const sheet = grid.sheets()[0].id;
        grid.format(sheet, at('A1:D2'), { fill: '#FFF9E5' });
        grid.write(sheet, at('A1:C1'), [['=PPPM.GROW(1,3)', '', 9]], 'addin');
        await grid.settled();
        const blocked = { values: grid.readValues(sheet, at('A1:C1')), spill: grid.spillRange(sheet, 0, 0) };
        grid.write(sheet, at('C1'), [['']], 'user');
        await grid.settled();
        return { blocked, free: { values: grid.readValues(sheet, at('A1:C1')), spill: grid.spillRange(sheet, 0, 0) } };
      });
      expect(values.blocked).toEqual({ values: [[{ error: '#SPILL!' }, null, 9]], spill: null });
      expect(values.free).toEqual({ values: [[1, 2, 3]], spill: { row: 0, column: 0, rows: 1, columns: 3 } });
    });

    it('are unknown without the add-in: saved values stay until a cell is calculated', async () => {
      const seen = await page().evaluate(async () => {
        const { grid, at, sample } = window;
        const sheet = grid.sheets()[0].id;
        grid.write(sheet, at('A1:A3'), [[2], ['=PPPM.SLOWROW(A1)'], ['=SUM(A2#)']], 'addin');
        await grid.settled();
        const saved = structuredClone(grid.save());
        grid.unregisterFunctions();
        grid.load(saved);
        await grid.settled();
        const loaded = grid.readValues(sheet, at('A2:C3'));
        grid.write(sheet, at('A1'), [[3]], 'user');
        await grid.settled();
        const touched = grid.readValues(sheet, at('A2:C3'));
        grid.registerFunctions(sample.functions);
        await grid.settled();
        return { loaded, touched, back: grid.readValues(sheet, at('A2:C3')), spill: grid.spillRange(sheet, 1, 0) };
      });
      expect(seen.loaded).toEqual([
        [2, 20, 200],
        [222, null, null],
      ]);
      expect(seen.touched).toEqual([
        [{ error: '#NAME?' }, null, null],
        [{ error: '#NAME?' }, null, null],
      ]);
      expect(seen.back).toEqual([
        [3, 30, 300],
        [333, null, null],
      ]);
      expect(seen.spill).toEqual({ row: 1, column: 0, rows: 1, columns: 3 });
    });
  });
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../../e2e/workbench';
import { buildFixture } from './fixture/build-fixture';

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let workbench: Workbench;

beforeAll(async () => {
  fixture = await buildFixture();
  workbench = await openWorkbench({ dist: fixture.dist });
}, 60_000);

afterAll(async () => {
  await workbench?.close();
  fixture?.remove();
});

test('Office.js believes to be in desktop Excel', async () => {
  const info = await workbench.frame.evaluate(() => Office.onReady());
  expect(info).toMatchObject({ host: 'Excel', platform: 'PC' });
});

test('values written in one batch are read in the next', async () => {
  const values = await workbench.excel(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
    range.values = [['a', 1], [true, '62%']];
    await context.sync();
    range.load('values,address,numberFormat');
    await context.sync();
    return [range.values, range.address, range.numberFormat];
  });
  expect(values).toEqual([[['a', 1], [true, 0.62]], 'Sheet1!A1:B2', [['General', 'General'], ['General', '0%']]]);
});

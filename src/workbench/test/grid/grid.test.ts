/** The grid in a real browser. All its tests share one page, because bundling it takes longer than most of them. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeConsistency } from './consistency';
import { describeContents } from './contents';
import { describeFormulas } from './formulas';
import { describeFunctions } from './functions';
import { openGridPage, type GridPage } from './grid-page';
import { describeWorkbooks } from './workbooks';

// A loaded machine takes its time over a browser.
vi.setConfig({ testTimeout: 60_000 });

let opened: GridPage;
const page = () => opened.page;

beforeAll(async () => {
  opened = await openGridPage();
}, 120_000);

afterAll(async () => {
  await opened?.close();
}, 60_000);

describeFormulas(page);
describeContents(page);
describeFunctions(page);
describeWorkbooks(page);
describeConsistency(page);

it('complains about nothing, and asks nothing of other places', () => {
  expect(opened.complaints).toEqual([]);
});

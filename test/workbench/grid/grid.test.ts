/** The grid in a real browser. All its tests share one page, because bundling it takes longer than most of them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeConsistency } from './consistency';
import { describeFormulas } from './formulas';
import { openGridPage, type GridPage } from './grid-page';

let opened: GridPage;
const page = () => opened.page;

beforeAll(async () => {
  opened = await openGridPage();
}, 120_000);

afterAll(async () => {
  await opened?.close();
}, 60_000);

describeFormulas(page);
describeConsistency(page);

it('complains about nothing, and asks nothing of other places', () => {
  expect(opened.complaints).toEqual([]);
});

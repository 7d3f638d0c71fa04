/**
 * Every native formula of the built workbook, calculated again by engines that share nothing with the grid's: IronCalc
 * everywhere, LibreOffice where it is installed.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/workbench/driver/browser';
import { openWorkbench, type Workbench } from '../../src/workbench/driver/workbench';
import {
  differs,
  inWords,
  isNative,
  type Answer,
  type CalculatedWorkbook,
} from '../second-calculator/calculated-workbook';
import { WRONG_VALUE } from '../second-calculator/flat-ods';
import { isCalculated, recalculate } from '../second-calculator/iron-calc';
import {
  findLibreOffice,
  isCalculatedInLibreOffice,
  recalculateInLibreOffice,
} from '../second-calculator/libre-office';
import { buildFromPane } from './pane-actions';
import { readWorkbook } from './read-workbook';

const libreOffice = findLibreOffice();
if (!libreOffice) console.log('Left out: LibreOffice as a second calculator, for soffice is not installed.');

interface Calculator {
  name: string;
  isThere: boolean;
  recalculate(workbook: CalculatedWorkbook): Answer[];
  /** Whether it calculates a formula; what it does not stands as the value that the workbook has. */
  takes(formula: string | null): boolean;
}

const CALCULATORS: Calculator[] = [
  { name: 'IronCalc', isThere: true, recalculate, takes: isCalculated },
  {
    name: 'LibreOffice',
    isThere: libreOffice !== undefined,
    recalculate: (workbook) => recalculateInLibreOffice(libreOffice!, workbook),
    takes: isCalculatedInLibreOffice,
  },
];

let browser: Browser;
let workbench: Workbench;
/** As built, and after what users do to it. */
const workbooks = new Map<string, CalculatedWorkbook>();
const BUILT = 'as built';
const WITH_RISK = 'with the sheets Risk and Uncertainty';
const EDITS: [string, string, string | number][] = [
  ['with another scenario', 'ActiveScenario', 'Conservative'],
  ['with a share of panel that is missing', 'Payer Mix!C7', ''],
  ['with an eligible number that is none', 'Panel!B7', 'many'],
  ['with an error among the inputs', 'Costs!E7', '=NA()'],
  ['with fewer months', 'ForecastMonths', 13],
];

beforeAll(async () => {
  browser = await launchBrowser();
  workbench = await openWorkbench({ browser });
  await buildFromPane(workbench);
  const built = await readWorkbook(workbench);
  workbooks.set(BUILT, built);
  for (const [name, address, content] of EDITS) {
    const at = (built.names[address] ?? address).replaceAll('$', '').replaceAll("'", '');
    const before = (await workbench.cell(at)).value;
    await workbench.type(at, content);
    workbooks.set(name, await readWorkbook(workbench));
    await workbench.type(at, before as string | number);
  }
  await workbench.frame.getByRole('button', { name: 'What-if', exact: true }).click();
  await workbench.frame.getByRole('button', { name: 'Add the Risk sheets', exact: true }).click();
  await workbench.frame.getByRole('button', { name: 'Go to Risk', exact: true }).waitFor();
  await workbench.settled();
  workbooks.set(WITH_RISK, await readWorkbook(workbench));
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

describe.each(CALCULATORS)('$name', ({ isThere, recalculate: recalculated, takes }) => {
  it.skipIf(!isThere).each([BUILT, ...EDITS.map(([name]) => name), WITH_RISK])(
    'gives the same values in every cell %s',
    (name) => {
      const answers = recalculated(workbooks.get(name)!);
      expect(answers.length).toBeGreaterThan(500);
      expect(answers.filter(differs).map(inWords)).toEqual([]);
    },
  );

  it.skipIf(!isThere)('sees a wrong value wherever one is planted in the workbook’s own', () => {
    const workbook = workbooks.get(BUILT)!;
    const wrong: CalculatedWorkbook = {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((row) =>
          row.map((cell) => (cell && takes(cell.formula) ? { ...cell, value: WRONG_VALUE } : cell)),
        ),
      })),
    };
    const right = new Map(recalculated(workbook).map(({ at, value }) => [at, value]));
    const answers = recalculated(wrong);
    for (const answer of answers) expect(answer.value, answer.at).toBe(right.get(answer.at));
    expect(answers.filter((answer) => answer.expected === WRONG_VALUE && !differs(answer))).toEqual([]);
  });
});

const formulas = () =>
  workbooks
    .get(BUILT)!
    .sheets.flatMap(({ name, cells }) =>
      cells.flat().flatMap((cell) => (isNative(cell?.formula ?? null) ? [{ name, formula: cell!.formula! }] : [])),
    );

it('leaves only a few native formulas out with IronCalc: what the settings say as read, and the stamp', () => {
  const left = formulas().filter(({ formula }) => !isCalculated(formula));
  expect(new Set(left.map(({ name }) => name))).toEqual(new Set(['Checks']));
  expect(left.length).toBeLessThan(formulas().length / 20);
});

it('leaves two native formulas out with LibreOffice', () => {
  expect(formulas().filter(({ formula }) => !isCalculatedInLibreOffice(formula)).length).toBe(2);
});

it.skipIf(!libreOffice)('says in LibreOffice, which has no add-in, that nothing is calculated', () => {
  const built = workbooks.get(BUILT)!;
  const alone: CalculatedWorkbook = {
    ...built,
    sheets: built.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((row) =>
        row.map((cell) => (cell?.formula?.includes('PPPM.') ? { ...cell, value: '#NAME?' } : cell)),
      ),
    })),
  };
  const answers = recalculateInLibreOffice(libreOffice!, alone, isNative);
  const shown = (cell: string) => answers.find(({ at }) => at === cell)?.value;
  expect([shown('Start!B4'), shown('Start!C4')]).toEqual([
    'ERROR',
    'The add-in PPPM for Excel is not there: nothing is calculated',
  ]);
});

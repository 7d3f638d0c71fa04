/** Planned workbooks calculated by engines that share nothing with ours: LibreOffice, all files in one go, and IronCalc. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { initSync, Model } from '@ironcalc/wasm';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { isFormula, onSheet, type Content } from '../../src/workbook/plan/cells';
import type { SheetsPlan } from '../../src/workbook/plan/plan';
import { plannedCells, type PlannedSheet, type Value } from './planned-cells';

/** What stands in each cell that is to be calculated: where it is read afterwards, nothing was. */
export const CANARY = -999;

/** Values by sheet, row and column. */
export type Calculated = ReadonlyMap<string, readonly (readonly Value[])[]>;

/** LibreOffice takes the values in an .xlsx for right unless it is told to calculate all of them again. */
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>`;

const MOST_TIME = 590_000;

export async function recalculatedByLibreOffice(program: string, plans: readonly SheetsPlan[]): Promise<Calculated[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pppm-plain-copy-'));
  try {
    const settings = join(folder, 'settings');
    mkdirSync(join(settings, 'user'), { recursive: true });
    writeFileSync(join(settings, 'user', 'registrymodifications.xcu'), ALWAYS_CALCULATE);
    const files: string[] = [];
    for (const [i, plan] of plans.entries()) {
      const file = join(folder, `copy-${i}.xlsx`);
      writeFileSync(file, await asFile(plan));
      files.push(file);
    }
    const out = join(folder, 'out');
    execFileSync(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(settings)}`,
        ...['--headless', '--convert-to', 'xlsx', '--outdir', out, ...files],
      ],
      { stdio: 'pipe', timeout: MOST_TIME },
    );
    const calculated: Calculated[] = [];
    for (const i of plans.keys()) {
      const { sheets } = await readXlsx(readFileSync(join(out, `copy-${i}.xlsx`)));
      calculated.push(new Map(sheets.map(({ name, rows }) => [name, rows as Value[][]])));
    }
    return calculated;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asFile = (plan: SheetsPlan): Promise<Uint8Array> =>
  writeXlsx({
    namedRanges: plan.names.map(({ name, sheet, area }) => ({ name, range: onSheet(sheet, area) })),
    sheets: plannedCells(plan).map(({ name, cells }) => {
      const formulas = new Map<string, object>();
      const rows = Array.from(cells, (line = [], r) =>
        Array.from(line, (content: Content | undefined, c) => {
          if (!isFormula(content ?? null)) return (content ?? null) as Value;
          formulas.set(`${r},${c}`, {
            formula: (content as { formula: string }).formula.slice(1),
            formulaResult: CANARY,
            value: CANARY,
            type: 'formula',
          });
          return null;
        }),
      );
      return { name, rows, cells: formulas as never };
    }),
  });

const wasm = createRequire(__filename)
  .resolve('@ironcalc/wasm')
  .replace(/wasm\.js$/, 'wasm_bg.wasm');
let isLoaded = false;

export function recalculatedByIronCalc(plan: SheetsPlan): Calculated {
  if (!isLoaded) initSync({ module: readFileSync(wasm) });
  isLoaded = true;
  const sheets = plannedCells(plan);
  const model = new Model('copy', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  sheets.forEach(({ name }, sheet) => {
    if (sheet > 0) model.newSheet();
    model.renameSheet(sheet, name);
  });
  for (const { name, sheet, area } of plan.names) model.newDefinedName(name, null, onSheet(sheet, area));
  sheets.forEach((each, sheet) => {
    // Numbers are read as they are shown: with fifteen digits.
    const { height, width } = sizeOf(each);
    forEach(each, (content, r, c) => model.setUserInput(sheet, r + 1, c + 1, typed(content)));
    model.updateRangeStyle({ sheet, row: 1, column: 1, height, width }, 'num_fmt', '0.00000000000000E+00');
  });
  model.resumeEvaluation();
  model.evaluate();
  const calculated = new Map(
    sheets.map((each, sheet) => {
      const values: Value[][] = [];
      forEach(each, (_, r, c) => ((values[r] ??= [])[c] = valueAt(model, sheet, r, c)));
      return [each.name, values] as const;
    }),
  );
  model.free();
  return calculated;
}

const sizeOf = ({ cells }: PlannedSheet) => ({
  height: Math.max(1, cells.length),
  width: Math.max(1, ...Array.from(cells, (row) => row?.length ?? 0)),
});

const forEach = ({ cells }: PlannedSheet, look: (content: Content, row: number, column: number) => void): void =>
  cells.forEach((row, r) =>
    row.forEach((content, c) => {
      if (content !== null && content !== undefined && content !== '') look(content, r, c);
    }),
  );

const typed = (content: Content): string => {
  if (isFormula(content)) return content.formula;
  return typeof content === 'string' ? `'${content}` : String(content);
};

const NUMBER = 1;

function valueAt(model: Model, sheet: number, row: number, column: number): Value {
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  return model.getCellType(sheet, row + 1, column + 1) === NUMBER && shown !== '' ? Number(shown) : shown;
}

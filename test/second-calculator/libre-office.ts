/** A second calculator for the native formulas of a workbook: LibreOffice, without its windows, where it is installed. */
import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNative, type Answer, type CalculatedWorkbook, type Value } from './calculated-workbook';
import { writeFlatOds } from './flat-ods';
import { columnName } from './plain-references';

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  win32: 'C:\\Program Files\\LibreOffice\\program\\soffice.com',
};

/** The program, if it is installed. */
export const findLibreOffice = (): string | undefined =>
  [
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'soffice')),
    USUAL_PLACES[process.platform],
  ].find((path) => {
    try {
      accessSync(path ?? '', constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** It takes the values in a file for right unless it is told to calculate all of them again. */
const ALWAYS_CALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>`;

/** What LibreOffice 7.4 cannot work out: ERROR.TYPE of a range. Such a formula stands as the value it had. */
const BEYOND_IT = /ERROR\.TYPE\([^()]*:/;

/** Whether a formula is calculated here; calls of the add-in stand as the values they gave, too. */
export const isCalculatedInLibreOffice = (formula: string | null): formula is string =>
  isNative(formula) && !BEYOND_IT.test(formula);

/** Commas, quotes around texts only, UTF-8, numbers as shown, all sheets. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';
const TAKES_AT_MOST = 120_000;

/** Every cell of every formula that is calculated: what LibreOffice says, beside what the workbook says. */
export function recalculateInLibreOffice(
  program: string,
  workbook: CalculatedWorkbook,
  isCalculated = isCalculatedInLibreOffice,
): Answer[] {
  const calculated = openInLibreOffice(program, 'workbook.fods', writeFlatOds(workbook, isCalculated));
  return workbook.sheets.flatMap(({ name, cells }) =>
    cells.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        const formula = cell?.formula ?? null;
        if (!cell || !isCalculated(formula)) return [];
        return Array.from({ length: cell.rows * cell.columns }, (_, i): Answer => {
          const [down, right] = [r + Math.floor(i / cell.columns), c + (i % cell.columns)];
          return {
            at: `${name}!${columnName(right)}${down + 1}`,
            formula,
            value: calculated.get(name)?.[down]?.[right] ?? '',
            expected: cells[down]?.[right]?.value ?? '',
          };
        });
      }),
    ),
  );
}

/**
 * The values of every sheet, by its name, once all formulas are calculated anew.
 * @throws where LibreOffice does not open the file
 */
export function openInLibreOffice(program: string, name: string, content: string | Uint8Array): Map<string, Value[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'pppm-libre-office-'));
  try {
    const settings = join(folder, 'settings');
    mkdirSync(join(settings, 'user'), { recursive: true });
    writeFileSync(join(settings, 'user', 'registrymodifications.xcu'), ALWAYS_CALCULATE);
    writeFileSync(join(folder, name), content);
    execFileSync(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(settings)}`,
        ...['--headless', '--convert-to', CSV, '--outdir', folder, join(folder, name)],
      ],
      { stdio: 'pipe', timeout: TAKES_AT_MOST },
    );
    const sheet = new RegExp(`^${name.replace(/\.\w+$/, '')}-(.*)\\.csv$`);
    return new Map(
      readdirSync(folder).flatMap((file): [string, Value[][]][] => {
        const found = sheet.exec(file);
        return found ? [[found[1], valuesOf(readFileSync(join(folder, file), 'utf8'))]] : [];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y;

/** What is in quotes is a text, whatever else a number or nothing. */
function valuesOf(csv: string): Value[][] {
  const rows: Value[][] = [[]];
  FIELD.lastIndex = 0;
  for (let match = FIELD.exec(csv); match; match = FIELD.exec(csv)) {
    const [, text, bare, end] = match;
    rows.at(-1)!.push(text?.replaceAll('""', '"') ?? (bare === '' ? '' : Number(bare)));
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}

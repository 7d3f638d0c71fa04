/**
 * The grid's calculation without its window: contents go in, values come out. It runs in Node too, so that a file can
 * be made with the figures that the same workbook shows in the window.
 */
import {
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverFormulaEnginePlugin, type IUniverEngineFormulaConfig } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import { AddinFunctions } from './addin-functions';
import { Calculation, takeOverCalculation } from './calculation';
import { Cells } from './cells';
import { emptySheet } from './empty-workbook';
import { ErrorTexts } from './error-texts';
import { registerExcelFunctions } from './excel-functions';
import type { AddinFunction, CellRange, CellValue } from './grid';
import { Names } from './names';
import { translateFormulas } from './parsed-formulas';
import { correctSpilledCells } from './spilled-cells';
import { excelTableStyles } from './table-styles';
import { DEFAULT_TABLE_STYLE } from './table-styles';
import { Tables } from './tables';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

export interface Uncalculated {
  sheets: readonly {
    name: string;
    /** Formulas with their leading =, and constants as they are typed. */
    cells: readonly { row: number; column: number; content: string | number | boolean }[];
    tables: readonly { name: string; range: CellRange }[];
  }[];
  names: readonly { name: string; formula: string }[];
  functions: readonly AddinFunction[];
}

export interface CalculatedCell {
  value: CellValue;
  /** Cells that the formula fills; null where it fills its own only. */
  spill: CellRange | null;
}

export type Calculated = (sheet: string, row: number, column: number) => CalculatedCell;

/** @returns the values, once every formula and every function has answered */
export async function calculate({ sheets, names, functions }: Uncalculated): Promise<Calculated> {
  const { calculation, cells, tables, names: defined, addin } = openWorkbook(sheets.map(({ name }) => name));
  addin.register([...functions], false);
  calculation.hold();
  // Tables take their titles from cells, and formulas that name a table need it to be there.
  sheets.forEach((sheet, i) => {
    const contents = sheet.cells.filter(({ content }) => !isFormula(content));
    for (const { row, column, content } of contents) cells.put(idOf(i), row, column, content);
  });
  cells.flush();
  sheets.forEach((sheet, i) => {
    for (const { name, range } of sheet.tables) tables.add(name, idOf(i), range, DEFAULT_TABLE_STYLE);
  });
  for (const { name, formula } of names) defined.set(name, formula);
  sheets.forEach((sheet, i) => {
    const formulas = sheet.cells.filter(({ content }) => isFormula(content));
    for (const { row, column, content } of formulas) cells.put(idOf(i), row, column, content);
  });
  cells.flush();
  calculation.release();
  await calculation.settled();
  const places = new Map(sheets.map(({ name }, i) => [name, idOf(i)]));
  return (sheet, row, column) => {
    const id = places.get(sheet)!;
    return { value: cells.value(id, row, column), spill: cells.spillFrom(id, row, column) };
  };
}

/** A workbook without a window; its sheets are `sheet-1`, `sheet-2` and so on. */
export function openWorkbook(sheetNames: readonly string[], engine?: Partial<IUniverEngineFormulaConfig>) {
  const app = bootCalculation(sheetNames, engine);
  const texts = new ErrorTexts();
  const calculation = new Calculation(app);
  const cells = new Cells(app, texts);
  const tables = new Tables(app, cells, calculation);
  const names = new Names(app, calculation);
  correctSpilledCells(app.injector);
  registerExcelFunctions(app.injector);
  translateFormulas(app.injector, (name) => tables.referable(name));
  return { app, calculation, cells, tables, names, addin: new AddinFunctions(app, calculation, texts) };
}

const idOf = (place: number): string => `sheet-${place + 1}`;
const isFormula = (content: string | number | boolean): boolean =>
  typeof content === 'string' && content.startsWith('=');

function bootCalculation(sheetNames: readonly string[], engine?: Partial<IUniverEngineFormulaConfig>): UniverApp {
  takeOverCalculation();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, engine);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: excelTableStyles, defaultThemeIndex: 0 });
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: WORKBOOK_ID,
    name: 'Workbook',
    sheetOrder: sheetNames.map((_, i) => idOf(i)),
    sheets: Object.fromEntries(sheetNames.map((name, i) => [idOf(i), emptySheet(idOf(i), name)])),
    styles: {},
  });
  const injector = univer.__getInjector();
  const workbook = (): Workbook =>
    injector.get(IUniverInstanceService).getUnit<Workbook>(WORKBOOK_ID, UniverInstanceType.UNIVER_SHEET)!;
  return {
    univer,
    api: FUniver.newAPI(univer),
    injector,
    commands: injector.get(ICommandService),
    workbook,
    sheet: (sheetId) => workbook().getSheetBySheetId(sheetId)!,
  };
}

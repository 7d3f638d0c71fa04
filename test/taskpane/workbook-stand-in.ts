/**
 * A workbook without a spreadsheet: keeps the planned tables in memory and answers the pane from the engine.
 * It can be told to be slow, to refuse, and to be edited by someone else.
 */
import { outlook } from '../../src/forecast/outlook';
import { scenariosOf, type TablesNow } from '../../src/workbook/edits/tables-now';
import { sameTables } from '../../src/workbook/edits/same';
import { undoing } from '../../src/workbook/edits/undo';
import { edited, modelTables, tablesOfPlan } from '../workbook/edits/tables';
import type { WorkbookApi } from '../../src/taskpane/workbook-api';
import type { Finding } from '../../src/tables/messages/finding';
import { readModel, type ModelTables, type Range } from '../../src/tables/reading/read-model';
import { readSettings } from '../../src/tables/reading/read-settings';
import {
  NO_WORDS,
  placed,
  type CapabilityKey,
  type ExportWords,
  type FinishKey,
  type SelectedRows,
  type Status,
  type WorkbookPlan,
} from '../../src/workbook';

export interface StandIn extends WorkbookApi {
  /** Types into a table, row and column counted from 0 at the header. */
  edit(table: Exclude<keyof ModelTables, 'actuals'>, row: number, header: string, value: string | number): void;
  chooseScenario(name: string): void;
  /** Leaves the sheets without what makes them a workbook, as when some are deleted by hand. */
  lose(): void;
  selected: Finding[];
  selectedPlaces: string[];
  /** What Excel refuses at the end of Build. */
  refuses: FinishKey[];
  /** Excel calculates only when asked. */
  byHand: boolean;
  /** How often Excel was asked to calculate again. */
  calculations: number;
  /** Sheets of the user, in nobody's way unless a name clashes. */
  foreign: string[];
  /** Milliseconds before anything is answered. */
  delay: number;
  /** What the next call fails with. */
  failNext: Error | null;
  /** The rows that the user has selected. */
  selectedRows: SelectedRows;
  /** What the selected cell, Sheet1!B7, holds. */
  selectedCell: string;
  /** Tables of sheets that were added, by name. */
  addedTables: Record<string, Range>;
}

const PLACE = { sheetId: 'sheet', cell: 'B7', address: 'Sheet1!B7' };

const headerRows = (tables: TablesNow) =>
  new Map(
    Object.values(tables).flatMap((table) =>
      table ? [[table.schema.title, { sheet: table.sheet, headerRow: table.headerRow }] as const] : [],
    ),
  );

export function standIn(planWorkbook: WorkbookApi['planWorkbook'], sheetNames: readonly string[]): StandIn {
  const added = new Set<CapabilityKey>();
  let built: { plan: WorkbookPlan; tables: TablesNow; scenario: string } | null = null;
  let isWhole = true;
  let words: ExportWords = NO_WORDS;
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, api.delay));
    const failure = api.failNext;
    api.failNext = null;
    if (failure) throw failure;
  };

  const status = (): Status | null => {
    if (!built || !isWhole) return null;
    const { plan, tables, scenario } = built;
    const { findings } = readModel(modelTables(tables));
    const forecast = outlook(modelTables(tables), scenario);
    const money = (value: number | undefined) =>
      value === undefined ? '#VALUE!' : `$${Math.round(value).toLocaleString('en-US')}`;
    const broken = findings.some(({ severity }) => severity === 'error');
    return {
      practice: plan.practice.name,
      version: plan.version,
      scenarios: scenariosOf(tables),
      scenario,
      headline: [
        {
          label: 'Allowed revenue',
          value: forecast?.allowedRevenue ?? '#VALUE!',
          unit: '$',
          text: money(forecast?.allowedRevenue),
        },
        { label: 'Margin', value: forecast?.margin ?? '#VALUE!', unit: '$', text: money(forecast?.margin) },
        {
          label: 'Closing patients',
          value: forecast?.closingPatients ?? '#VALUE!',
          unit: 'patients',
          text: forecast ? String(Math.round(forecast.closingPatients)) : '#VALUE!',
        },
      ],
      guardrails: [
        {
          name: 'Lowest realization',
          light: 'ok',
          worst: '81.6%',
          limit: '65.0%',
          month: 'Jun-27',
          advice: 'Raise Realization rate.',
        },
        {
          name: 'Highest utilization',
          light: 'review',
          worst: '171.8%',
          limit: '100.0%',
          month: 'Jan-27',
          advice: 'Add units on Costs earlier, or raise Patients per unit.',
        },
        { name: 'Highest expense PMPM', light: null, worst: '$79.99', limit: 'no limit', month: 'Jan-27', advice: '' },
      ],
      hires: ['Mar-27', 'Jul-27', 'Mar-28', 'Nov-28', 'Jul-29'].map((month, i) => ({
        month,
        role: 'Advanced primary care management coordinators',
        joining: 1,
        onDuty: i + 1,
      })),
      findings: findings.map((finding) => placed(finding, headerRows(tables))),
      failed: broken ? [{ test: 'The statement is there, line by line', verdict: 'ERROR', where: 'Forecast A6' }] : [],
      light: broken ? 'error' : findings.length ? 'review' : 'ok',
      isCurrent: true,
      byHand: api.byHand,
      trouble: null,
      lightText: broken ? 'An input cannot be used' : findings.length ? 'Findings to review' : 'All checks pass',
    };
  };

  const api: StandIn = {
    selected: [],
    selectedPlaces: [],
    refuses: [],
    byHand: false,
    calculations: 0,
    foreign: [],
    delay: 0,
    failNext: null,
    selectedCell: '',
    selectedRows: { address: '', cells: [] },
    addedTables: {},
    planWorkbook,
    async inspectWorkbook() {
      await answer();
      return {
        ours: built ? [...sheetNames] : [],
        conflicts: built ? [] : sheetNames.filter((name) => api.foreign.includes(name)),
        isCutOff: false,
      };
    },
    async buildWorkbook(plan, onProgress) {
      for (const [i, { name }] of plan.sheets.entries()) {
        onProgress?.(i, plan.sheets.length, `Writing ${name}`);
        await answer();
      }
      built = { plan, tables: tablesOfPlan(plan), scenario: 'Expected' };
      return api.refuses;
    },
    async finishAgain() {
      await answer();
      return api.refuses;
    },
    async removeWorkbook() {
      await answer();
      built = null;
      isWhole = true;
      added.clear();
    },
    async readCapabilities() {
      await answer();
      return [...added];
    },
    async addSheets(key) {
      await answer();
      added.add(key);
      return api.refuses;
    },
    async finishAddition() {
      await answer();
      return api.refuses;
    },
    async showSheets(key) {
      await answer();
      if (!added.has(key)) throw new Error('It is not there any more.');
    },
    async readStatus() {
      const read = status();
      await answer();
      return read;
    },
    async setScenario(name) {
      await answer();
      api.chooseScenario(name);
    },
    async selectFinding(finding) {
      await answer();
      api.selected.push(finding);
    },
    async selectPlace({ address }) {
      await answer();
      api.selectedPlaces.push(address);
    },
    async calculateNow() {
      await answer();
      api.calculations++;
    },
    async calculateByItself() {
      await answer();
      api.byHand = false;
    },
    async calculateAgain() {
      await answer();
      api.calculations++;
    },
    excelIsWaiting: () => false,
    onExcelWaiting: () => () => {},
    async watchWorkbook(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async readRateSettings() {
      await answer();
      if (!built) return null;
      const { startMonth, pricing } = readSettings(modelTables(built.tables).settings ?? null, []).settings;
      return { locality: pricing.locality, setting: pricing.careSetting, qp: pricing.qp, startMonth };
    },
    async insertAmount(formula, over) {
      await answer();
      if (api.selectedCell && !over) return { occupied: PLACE, holds: api.selectedCell };
      const before = { content: api.selectedCell, numberFormat: 'General' };
      api.selectedCell = formula;
      return { inserted: { place: PLACE, formula, before } };
    },
    async takeBackAmount({ formula, before }) {
      await answer();
      if (api.selectedCell !== formula) throw new Error('Sheet1!B7 has been changed since, so it was left as it is.');
      api.selectedCell = String(before.content);
    },
    async readTables() {
      await answer();
      return built!.tables;
    },
    async readAddedTables(names) {
      await answer();
      return Object.fromEntries(names.map((name) => [name, api.addedTables[name] ?? null])) as never;
    },
    async doEdit(edit, shown) {
      await answer();
      const before = built!.tables;
      if (!sameTables(before, shown)) throw new Error('The tables have changed since this was shown.');
      built = { ...built!, tables: edited(before, edit.steps) };
      changed();
      return { edit, before, after: built.tables };
    },
    async undoEdit(done) {
      await answer();
      const { steps, problem } = undoing(done, built!.tables);
      if (problem !== null) throw new Error(problem);
      built = { ...built!, tables: edited(built!.tables, steps) };
      changed();
    },
    async readExportWords() {
      await answer();
      return words;
    },
    async writeExportWords(said) {
      await answer();
      words = said;
    },
    async readUncertainty() {
      await answer();
      return null;
    },
    async readSelectedRows() {
      await answer();
      return api.selectedRows;
    },
    edit(table, row, header, value) {
      const { tables } = built!;
      const column = tables[table]!.headers.indexOf(header);
      built = { ...built!, tables: edited(tables, [{ what: 'set', table, at: row - 1, column, content: value }]) };
      changed();
    },
    chooseScenario(name) {
      built = { ...built!, scenario: name };
      changed();
    },
    lose() {
      isWhole = false;
      changed();
    },
  };
  return api;
}

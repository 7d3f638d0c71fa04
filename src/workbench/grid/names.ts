/** Workbook-level names. */
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  type ISetDefinedNameMutationParam,
} from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { Calculation } from './calculation';
import { wordsOf } from './formula-text';

export class Names {
  private readonly service: IDefinedNamesService;

  constructor(
    private readonly app: UniverApp,
    private readonly calculation: Calculation,
  ) {
    this.service = app.injector.get(IDefinedNamesService);
    // Names follow the cells that they stand for, also where rows are inserted or a sheet goes.
    app.commands.onCommandExecuted(({ id, params }) => {
      if (id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id)
        this.changed((params as ISetDefinedNameMutationParam).name);
    });
  }

  set(name: string, formula: string, comment?: string): void {
    const id = this.idOf(name) ?? `name-${name.toLowerCase()}`;
    // Univer keeps a plain reference without the leading =, and a formula with it.
    const formulaOrRefString = isReference(formula) ? formula.replace(/^=/, '') : formula;
    this.app.commands.syncExecuteCommand(SetDefinedNameMutation.id, {
      unitId: WORKBOOK_ID,
      id,
      name,
      formulaOrRefString,
      comment: comment ?? this.service.getValueById(WORKBOOK_ID, id)?.comment ?? '',
      localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    });
  }

  delete(name: string): void {
    const id = this.idOf(name);
    if (!id) return;
    this.app.commands.syncExecuteCommand(RemoveDefinedNameMutation.id, {
      ...this.service.getValueById(WORKBOOK_ID, id),
      unitId: WORKBOOK_ID,
      id,
    });
  }

  all(): { name: string; formula: string; comment: string }[] {
    return Object.values(this.service.getDefinedNameMap(WORKBOOK_ID) ?? {}).map(
      ({ name, formulaOrRefString, comment }) => ({
        name,
        formula: formulaOrRefString.startsWith('=') ? formulaOrRefString : `=${formulaOrRefString}`,
        comment: comment ?? '',
      }),
    );
  }

  private idOf(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return Object.values(this.service.getDefinedNameMap(WORKBOOK_ID) ?? {}).find(
      (item) => item.name.toLowerCase() === wanted,
    )?.id;
  }

  /** Names made of this name change with it. */
  private changed(name: string): void {
    const words = new Set([name.toLowerCase()]);
    for (let before = -1; before !== words.size;) {
      before = words.size;
      for (const other of this.all())
        if ([...wordsOf(other.formula)].some((word) => words.has(word))) words.add(other.name.toLowerCase());
    }
    this.calculation.wordsChanged([...words]);
  }
}

const SHEET = "(?:'(?:[^']|'')+'|[A-Za-z0-9_.\\u0080-\\uffff]+)!";
const CELL = '\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}';
const REFERENCE = new RegExp(`^=?(?:${SHEET})?${CELL}(?::${CELL})?$`);

function isReference(formula: string): boolean {
  return REFERENCE.test(formula);
}

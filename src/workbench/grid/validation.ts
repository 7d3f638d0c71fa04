/** Data validation: lists with a drop-down, bounds, and formulas. */
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  IUniverInstanceService,
  Rectangle,
  UniverInstanceType,
  type IRange,
  type ISheetDataValidationRule,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
  UpdateDataValidationMutation,
  UpdateRuleType,
  type IUpdateDataValidationMutationParams,
} from '@univerjs/data-validation';
import { SheetsDataValidationValidatorService } from '@univerjs/sheets-data-validation';
import { extendedDown, gridRange, sameRange, univerRange } from './address';
import { lengthenedSource } from './list-sources';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { CellRange, ValidationRule } from './grid';

const TYPES = {
  list: DataValidationType.LIST,
  decimal: DataValidationType.DECIMAL,
  wholeNumber: DataValidationType.WHOLE,
  date: DataValidationType.DATE,
  custom: DataValidationType.CUSTOM,
};
const OPERATORS = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};
const ALERTS = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

export class Validation {
  private readonly model: DataValidationModel;
  /** What was asked for, by Univer's rule: Univer keeps only a part of it. */
  private readonly rules = new Map<string, ValidationRule>();
  private nextId = 1;
  /** The rule set last, which may get more of its parts one after another, as an add-in sets them. */
  private gathered: { sheetId: string; range: CellRange; rule: ValidationRule | null } | null = null;

  constructor(private readonly app: UniverApp) {
    this.model = app.injector.get(DataValidationModel);
    onlyOnSheetsThatAreThere(app);
    app.commands.onCommandExecuted(({ id, params }) => {
      if (id === UpdateDataValidationMutation.id) this.followSource(params as IUpdateDataValidationMutationParams);
    });
  }

  /** A list that got other choices, or got its old ones back. */
  private followSource({ ruleId, payload }: IUpdateDataValidationMutationParams): void {
    const asked = this.rules.get(ruleId);
    if (asked?.kind === 'list' && payload.type === UpdateRuleType.SETTING)
      this.rules.set(ruleId, { ...asked, source: payload.payload.formula1 });
  }

  /** Takes effect with the next flush. */
  set(sheetId: string, range: CellRange, rule: ValidationRule | null): void {
    if (this.gathered && !(this.gathered.sheetId === sheetId && sameRange(this.gathered.range, range))) this.flush();
    this.gathered = { sheetId, range, rule };
  }

  flush(): void {
    if (!this.gathered) return;
    const { sheetId, range, rule } = this.gathered;
    this.gathered = null;
    if (!this.app.workbook().getSheetBySheetId(sheetId)) return;
    const target = univerRange(range);
    this.take(sheetId, target);
    if (!rule) return;
    const uid = `validation-${this.nextId++}`;
    this.rules.set(uid, rule);
    this.app.commands.syncExecuteCommand(AddDataValidationMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      rule: univerRule(uid, target, rule),
    });
  }

  read(sheetId: string, row: number, column: number): ValidationRule | null {
    if (this.gathered?.sheetId === sheetId && isInRange(this.gathered.range, row, column)) return this.gathered.rule;
    const found = this.rulesOf(sheetId).find(({ ranges }) =>
      ranges.some(
        (range) =>
          row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn,
      ),
    );
    return found ? (this.rules.get(found.uid) ?? gridRule(found)) : null;
  }

  all(sheetId: string): { ranges: CellRange[]; rule: ValidationRule }[] {
    this.flush();
    return this.rulesOf(sheetId).flatMap((rule) => {
      const asked = this.rules.get(rule.uid) ?? gridRule(rule);
      return asked ? [{ ranges: rule.ranges.map(gridRange), rule: asked }] : [];
    });
  }

  /** Rules that end in the row hold in as many rows below it, too, as in Excel's tables. */
  extendDown(
    sheetId: string,
    { row, column, columns }: Pick<CellRange, 'row' | 'column' | 'columns'>,
    rows: number,
  ): void {
    this.flush();
    this.take(sheetId, univerRange({ row: row + 1, column, rows, columns }));
    for (const rule of this.rulesOf(sheetId)) {
      const ranges = extendedDown(rule.ranges, { row, column, columns }, rows);
      if (ranges)
        this.app.commands.syncExecuteCommand(UpdateDataValidationMutation.id, {
          unitId: WORKBOOK_ID,
          subUnitId: sheetId,
          ruleId: rule.uid,
          payload: { type: UpdateRuleType.RANGE, payload: ranges },
        });
    }
  }

  /** Drop-downs whose choices are a whole column of the table go on into the rows that it gains below. */
  lengthenLists(sheet: string, data: CellRange, rows: number): void {
    this.flush();
    for (const { name, id } of this.app.workbook().getSheets().map(nameAndId)) {
      for (const { uid, type, formula1, operator, allowBlank } of this.rulesOf(id)) {
        const source =
          type === DataValidationType.LIST && lengthenedSource(formula1 ?? '', name, { sheet, data }, rows);
        if (!source) continue;
        this.app.commands.syncExecuteCommand(UpdateDataValidationMutation.id, {
          unitId: WORKBOOK_ID,
          subUnitId: id,
          ruleId: uid,
          payload: { type: UpdateRuleType.SETTING, payload: { type, formula1: source, operator, allowBlank } },
        });
      }
    }
  }

  save(): unknown {
    return [...this.rules];
  }

  load(saved: unknown): void {
    this.gathered = null;
    this.rules.clear();
    for (const [uid, rule] of saved as [string, ValidationRule][]) this.rules.set(uid, rule);
    this.nextId = Math.max(0, ...[...this.rules.keys()].map((uid) => Number(uid.split('-')[1]))) + 1;
  }

  /** Takes the range out of every rule on the sheet. */
  private take(sheetId: string, target: IRange): void {
    for (const rule of this.rulesOf(sheetId)) {
      if (!rule.ranges.some((range) => Rectangle.intersects(range, target))) continue;
      const ranges = rule.ranges.flatMap((range) =>
        Rectangle.intersects(range, target) ? Rectangle.subtract(range, target) : [range],
      );
      const place = { unitId: WORKBOOK_ID, subUnitId: sheetId, ruleId: rule.uid };
      if (ranges.length === 0) {
        this.app.commands.syncExecuteCommand(RemoveDataValidationMutation.id, place);
        this.rules.delete(rule.uid);
      } else {
        this.app.commands.syncExecuteCommand(UpdateDataValidationMutation.id, {
          ...place,
          payload: { type: UpdateRuleType.RANGE, payload: ranges },
        });
      }
    }
  }

  private rulesOf(sheetId: string): ISheetDataValidationRule[] {
    return [...this.model.getRules(WORKBOOK_ID, sheetId)] as ISheetDataValidationRule[];
  }
}

/** Univer validates when the browser is idle, and then throws where a sheet has gone in the meantime. */
function onlyOnSheetsThatAreThere(app: UniverApp): void {
  const validator = app.injector.get(SheetsDataValidationValidatorService);
  const validate = validator.validatorRanges.bind(validator);
  validator.validatorRanges = async (unitId, sheetId, ranges) => {
    const workbook = app.injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    return workbook?.getSheetBySheetId(sheetId) ? validate(unitId, sheetId, ranges) : [];
  };
}

const nameAndId = (sheet: Worksheet) => ({ name: sheet.getName(), id: sheet.getSheetId() });

function isInRange({ row, column, rows, columns }: CellRange, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}

function univerRule(uid: string, range: IRange, rule: ValidationRule): ISheetDataValidationRule {
  return {
    uid,
    type: TYPES[rule.kind],
    ranges: [range],
    formula1: rule.kind === 'list' || rule.kind === 'custom' ? rule.source : textOf(rule.formula1),
    formula2: textOf(rule.formula2),
    operator: rule.operator && OPERATORS[rule.operator],
    allowBlank: rule.ignoreBlanks,
    // Plain text in the cell: Excel shows the arrow, not a colored chip.
    renderMode: DataValidationRenderMode.ARROW,
    showErrorMessage: rule.alert !== undefined,
    error: rule.alert?.message,
    errorTitle: rule.alert?.title,
    errorStyle: ALERTS[rule.alert?.style ?? 'Information'],
    showInputMessage: rule.prompt !== undefined,
    prompt: rule.prompt?.message,
    promptTitle: rule.prompt?.title,
  };
}

/** For a rule the user made in Univer's own panel. */
function gridRule(rule: ISheetDataValidationRule): ValidationRule | null {
  const kind = (Object.keys(TYPES) as (keyof typeof TYPES)[]).find((key) => TYPES[key] === rule.type);
  if (!kind) return null;
  const bySource = kind === 'list' || kind === 'custom';
  return {
    kind,
    ignoreBlanks: rule.allowBlank ?? true,
    ...(bySource ? { source: rule.formula1 } : { formula1: rule.formula1, formula2: rule.formula2 }),
    ...(rule.operator
      ? {
          operator: (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).find(
            (key) => OPERATORS[key] === rule.operator,
          ),
        }
      : {}),
  };
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

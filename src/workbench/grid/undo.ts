/**
 * What Ctrl+Z takes back. Univer remembers the user's own mutation only; what followed from it (a table that grew, its
 * formulas in the new row) goes back with it. What the add-in writes is not the user's to undo, as in Excel.
 */
import {
  CommandType,
  IUndoRedoService,
  LocalUndoRedoService,
  RedoCommandId,
  Tools,
  UndoCommandId,
  type IMutationInfo,
  type IUndoRedoItem,
} from '@univerjs/core';
import {
  DataValidationModel,
  UpdateDataValidationMutation,
  UpdateRuleType,
  type IUpdateDataValidationMutationParams,
} from '@univerjs/data-validation';
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory } from '@univerjs/sheets';
import { ConditionalFormattingRuleModel, SetConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

type Inverse = (app: UniverApp, params: never) => object | null | undefined;

/** What takes a mutation back, worked out before it happens. */
const INVERSES: Readonly<Record<string, Inverse>> = {
  [SetRangeValuesMutation.id]: ({ injector }, params) =>
    injector.invoke((accessor) => SetRangeValuesUndoMutationFactory(accessor, Tools.deepClone(params))),
  [UpdateDataValidationMutation.id]: ({ injector }, params: IUpdateDataValidationMutationParams) => {
    const rule = injector.get(DataValidationModel).getRuleById(WORKBOOK_ID, params.subUnitId, params.ruleId);
    const { type } = params.payload;
    return (
      rule && {
        ...params,
        payload: { type, payload: Tools.deepClone(type === UpdateRuleType.RANGE ? rule.ranges : rule) },
      }
    );
  },
  [SetConditionalRuleMutation.id]: ({ injector }, params: { subUnitId: string; cfId: string }) => {
    const rule = injector.get(ConditionalFormattingRuleModel).getRule(WORKBOOK_ID, params.subUnitId, params.cfId);
    return rule && { ...params, rule: Tools.deepClone(rule) };
  },
};

const SET_SHAPE = 'workbench.mutation.set-shape';

/** What is kept beside Univer, and changes as a whole: the places of tables. */
export interface Shape<T> {
  read(): T;
  restore(shape: T): void;
}

/** Univer's stack of undos, which lets what is pushed onto it be completed, or left out. */
export class UndoStack extends LocalUndoRedoService {
  complete: (item: IUndoRedoItem) => IUndoRedoItem | null = (item) => item;

  override pushUndoRedo(item: IUndoRedoItem): void {
    const complete = item.unitID === WORKBOOK_ID ? this.complete(item) : item;
    if (complete) super.pushUndoRedo(complete);
  }
}

export class Undo<T> {
  private followers: { undo: IMutationInfo; redo: IMutationInfo }[] = [];
  private isFollowing = false;
  private lastShape: T;
  private readonly stack: UndoStack;
  /** True while something is undone or redone: it brings along what followed from it. */
  isReplaying = false;

  /** @param isUsers whether what happens now is the user's doing */
  constructor(
    private readonly app: UniverApp,
    private readonly shape: Shape<T>,
    isUsers: () => boolean,
  ) {
    this.stack = app.injector.get(IUndoRedoService) as UndoStack;
    this.lastShape = shape.read();
    app.commands.registerCommand({
      id: SET_SHAPE,
      type: CommandType.MUTATION,
      handler: (_, params: { shape: T }) => {
        shape.restore(params.shape);
        this.lastShape = shape.read();
        return true;
      },
    });
    this.stack.complete = (item) => (isUsers() ? this.withWhatFollowed(item) : null);
    app.commands.beforeCommandExecuted(({ id, params }) => {
      if (id === UndoCommandId || id === RedoCommandId) this.replay();
      else if (this.isFollowing) this.note(id, params);
    });
  }

  /** Does what follows from what the user has just done, to be taken back together with it. */
  follow(work: () => void): void {
    this.isFollowing = true;
    try {
      work();
    } finally {
      this.isFollowing = false;
    }
  }

  /** After the add-in's work, from which the user goes on. */
  rebase(): void {
    this.followers = [];
    this.lastShape = this.shape.read();
  }

  /** The workbook is another one, and what was done before has nothing left to be done to. */
  forget(): void {
    this.stack.clearUndoRedo(WORKBOOK_ID);
    this.rebase();
  }

  private withWhatFollowed(item: IUndoRedoItem): IUndoRedoItem {
    const followers = this.followers;
    const before = this.lastShape;
    this.rebase();
    const isSameShape = JSON.stringify(before) === JSON.stringify(this.lastShape);
    const into = (shape: T): IMutationInfo[] =>
      isSameShape ? [] : [{ id: SET_SHAPE, params: { unitId: WORKBOOK_ID, shape } }];
    return {
      ...item,
      undoMutations: [...followers.map(({ undo }) => undo).reverse(), ...item.undoMutations, ...into(before)],
      redoMutations: [...item.redoMutations, ...followers.map(({ redo }) => redo), ...into(this.lastShape)],
    };
  }

  private note(id: string, params: unknown): void {
    const inverse = INVERSES[id]?.(this.app, params as never);
    if (!inverse) return;
    this.followers.push({ undo: { id, params: inverse }, redo: { id, params: Tools.deepClone(params as object) } });
  }

  /** Undoing and redoing is done by the end of the command, which calls nothing that waits. */
  private replay(): void {
    this.isReplaying = true;
    queueMicrotask(() => (this.isReplaying = false));
  }
}

import { sheetState, type CommentState } from '../document-state';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../excel-error';
import { HostCollection, HostObject, identity, items } from '../host-object';
import type { HostState } from '../host-state';
import { splitAddress } from '../address';
import { Range } from './range';
import { Worksheet } from './worksheet';
import { WorksheetCollection } from './worksheet-collection';

/** Comments of a sheet, or of all sheets. The grid shows them as notes. */
export class CommentCollection extends HostCollection<Comment> {
  readonly typeName = 'CommentCollection';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string | null,
  ) {
    super();
  }

  [items]() {
    const sheets = this.sheetId === null ? this.state.grid.sheets().map(({ id }) => id) : [this.sheetId];
    return sheets.flatMap((sheetId) =>
      sheetState(this.state.document, sheetId).comments.map((comment) => new Comment(this.state, sheetId, comment)),
    );
  }

  add(cell: Range | string, content: string) {
    const range = cell instanceof Range ? cell : this.find(cell);
    if (range.area.rows !== 1 || range.area.columns !== 1 || typeof content !== 'string' || content === '')
      throw invalidArgument();
    const { row, column } = range.area;
    const { comments } = sheetState(this.state.document, range.sheetId);
    if (comments.some((comment) => comment.row === row && comment.column === column)) throw itemAlreadyExists();
    const comment = { id: crypto.randomUUID(), row, column, content };
    comments.push(comment);
    this.state.grid.setNote(range.sheetId, row, column, content);
    return new Comment(this.state, range.sheetId, comment);
  }
  getItemAt(index: number) {
    const comment = this[items]()[index];
    if (!comment) throw itemNotFound();
    return comment;
  }

  private readonly find = (address: string) => {
    const { sheet } = splitAddress(address);
    if (sheet !== null) return new WorksheetCollection(this.state).getItem(sheet).getRange(address);
    if (this.sheetId === null) throw invalidArgument();
    return new Worksheet(this.state, this.sheetId).getRange(address);
  };
}

class Comment extends HostObject {
  readonly typeName = 'Comment';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
    private readonly comment: CommentState,
  ) {
    super();
  }

  override [identity]() {
    return { Id: this.comment.id };
  }

  get content() {
    return this.comment.content;
  }

  delete() {
    const sheet = sheetState(this.state.document, this.sheetId);
    sheet.comments = sheet.comments.filter((comment) => comment !== this.comment);
    this.state.grid.setNote(this.sheetId, this.comment.row, this.comment.column, null);
  }
}

/**
 * Rows of a table are inserted and deleted as rows of the sheet. Univer would move the cells below the table only, and
 * leave behind the tables, names, validation and formats that stand there.
 */
import { ICommandService, type IAccessor, type IRange } from '@univerjs/core';
import { InsertMultiRowsAboveCommand, RemoveRowCommand, SheetsSelectionsService } from '@univerjs/sheets';
import { SheetTableInsertRowCommand, SheetTableRemoveRowCommand } from '@univerjs/sheets-table';

export function insertWholeRows(): void {
  SheetTableInsertRowCommand.handler = (accessor) =>
    withSelection(accessor, ({ startRow, endRow }) =>
      accessor.get(ICommandService).executeCommand(InsertMultiRowsAboveCommand.id, { value: endRow - startRow + 1 }),
    );
  SheetTableRemoveRowCommand.handler = (accessor) =>
    withSelection(accessor, (range) => accessor.get(ICommandService).executeCommand(RemoveRowCommand.id, { range }));
}

function withSelection(accessor: IAccessor, work: (range: IRange) => Promise<boolean>): Promise<boolean> | false {
  const range = accessor.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  return range ? work(range) : false;
}

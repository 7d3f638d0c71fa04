/** Univer as it runs on the page, and the one workbook in it. */
import type { ICommandService, Injector, Univer, Workbook, Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';

export const WORKBOOK_ID = 'workbook';

export interface UniverApp {
  univer: Univer;
  api: FUniver;
  injector: Injector;
  commands: ICommandService;
  workbook(): Workbook;
  sheet(sheetId: string): Worksheet;
}

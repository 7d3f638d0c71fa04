/** Puts workbooks into the browser's storage beside the page, which is half of what keeping one takes. */
import { putKept } from './kept-workbook';
import type { WorkbookSnapshot } from './workbench-api';

/** Null once the workbook is kept, or why it is not. */
export type KeptAnswer = string | null;

const tell = (answer: KeptAnswer): void => {
  postMessage(answer);
};

onmessage = ({ data: workbook }: MessageEvent<WorkbookSnapshot>) => {
  putKept(workbook).then(
    () => tell(null),
    (reason: unknown) => tell(String(reason)),
  );
};

/** Calculates a workbook beside the window: its grid is another one, which knows no screen. One workbook, one answer. */
import type { Workbook } from '../../xlsx';
import { calculated } from './calculated';

/** The workbook with its values, or why it has none. */
export type Answer = { workbook: Workbook } | { failure: string };

const tell = (answer: Answer): void => {
  postMessage(answer);
};

onmessage = ({ data: workbook }: MessageEvent<Workbook>) => {
  calculated(workbook, []).then(
    (whole) => tell({ workbook: whole }),
    (reason: unknown) => tell({ failure: String(reason) }),
  );
};

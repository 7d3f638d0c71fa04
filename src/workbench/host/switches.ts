import type { Failing } from './failing';
import { LARGEST_PAYLOAD } from './payload-limit';

/** Ways in which real Excel interrupts, delays and forgets, to be switched on and off while it is played. */
export interface Switches {
  /** A cell is being typed in: batches are refused, or kept until the typing ends. */
  editing: boolean;
  /** Milliseconds that answers of custom functions take longer to reach their cells. */
  late: number;
  /** They take differently long, so that some overtake others. */
  outOfOrder: boolean;
  /** A cell that is calculated again shows its old value until the answer is there, not #BUSY!. */
  oldValues: boolean;
  /** Calculation is by hand: what changes waits until somebody asks for it. */
  manual: boolean;
  /** The workbook counts its days from 1904: DATE answers 1,462 less. */
  since1904: boolean;
  /** The window of another workbook is in front: Excel refuses names, and what is about the selection. */
  behind: boolean;
  /** Batches that fail. */
  failing: Failing | null;
  /** Characters that a batch, and its answer, may have: 5 MB in Excel on the web. */
  payload: number;
}

export const SWITCHES_OFF: Switches = {
  editing: false,
  late: 0,
  outOfOrder: false,
  oldValues: false,
  manual: false,
  since1904: false,
  behind: false,
  failing: null,
  payload: LARGEST_PAYLOAD,
};

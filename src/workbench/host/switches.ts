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
}

export const SWITCHES_OFF: Switches = { editing: false, late: 0, outOfOrder: false, oldValues: false };

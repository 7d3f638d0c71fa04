/**
 * Excel on the web refuses a batch of more than 5 MB, and an answer of more than that. What is larger is sent, or asked
 * for, in parcels; what is smaller, which is nearly everything, still happens as a whole or not at all.
 */
import { Refusal } from './refusal';

/** Cells whose contents are read or written at a time: up to half a megabyte, but for long texts. */
export const MOST_CELLS = 20_000;
/** What else is asked of Excel counts as so many cells. */
const ACTION = 10;

/** Writes that are sent when they are many. */
export class Parcels {
  private cells = 0;
  private hasSent = false;

  constructor(private readonly context: Excel.RequestContext) {}

  /** To be asked before each write. @throws Refusal when Excel refuses a parcel after others were written */
  async takes(cells: number): Promise<void> {
    if (this.cells + cells + ACTION > MOST_CELLS && this.cells > 0) await this.send();
    // Nothing is left in hand behind the last parcel: Excel.run would send it, and a refusal would begin all anew.
    if (this.cells === 0) this.context.application.suspendApiCalculationUntilNextSync();
    this.cells += cells + ACTION;
  }

  /** What is left. */
  async send(): Promise<void> {
    try {
      await this.context.sync();
    } catch (error) {
      // Begun again, the work would find tables that are not as they were.
      if (!this.hasSent) throw error;
      throw new Refusal(
        `Excel stopped when a part was done (${error instanceof Error ? error.message : String(error)}), and the rest is not. Look at the tables before you do it again.`,
      );
    }
    this.hasSent = true;
    this.cells = 0;
  }
}

/** How many rows, of so many cells and properties each, go into a parcel. */
export const rowsInParcel = (cells: number): number => Math.max(1, Math.floor(MOST_CELLS / cells));

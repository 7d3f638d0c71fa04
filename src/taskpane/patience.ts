/**
 * How long the pane waits for figures that Excel has not brought: what passes by itself is not called a trouble.
 * A function that is not known yet is asked for once more before the user is.
 */
import type { Status } from '../workbook';

/** Milliseconds that an error may still go away by itself. */
const PATIENCE: Readonly<Record<string, number>> = {
  // Somebody has to make room.
  '#SPILL!': 0,
  // After a first installation Excel learns the names of the functions some seconds late.
  '#NAME?': 6_000,
};
const OTHERWISE = 4_000;
/** Old figures, or #BUSY!. */
const FOR_OLD_FIGURES = 20_000;

/** Nothing more to wait for; wait, quietly; ask Excel to calculate once more; tell the user. */
export type Advice = 'done' | 'wait' | 'ask again' | 'tell';

export class Patience {
  private cause: string | null = null;
  private since = 0;
  private hasAsked = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  judge({ isCurrent, byHand, trouble }: Pick<Status, 'isCurrent' | 'byHand' | 'trouble'>): Advice {
    const cause = trouble?.error ?? (isCurrent ? null : 'old figures');
    if (cause !== this.cause) this.begin(cause);
    if (cause === null) return 'done';
    // Who calculates by hand is told at once: nothing comes by itself.
    const patience = trouble ? (PATIENCE[trouble.error] ?? OTHERWISE) : byHand ? 0 : FOR_OLD_FIGURES;
    if (this.now() - this.since < patience) return 'wait';
    if (cause !== '#NAME?' || this.hasAsked) return 'tell';
    this.hasAsked = true;
    this.since = this.now();
    return 'ask again';
  }

  private begin(cause: string | null): void {
    this.cause = cause;
    this.since = this.now();
    this.hasAsked = false;
  }
}

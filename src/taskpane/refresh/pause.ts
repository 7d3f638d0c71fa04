/** Long work in pieces: the page shows how far it is, answers the user in between, and can be told to stop. */

/** The user has stopped it. */
export class Stopped extends Error {}

/** Milliseconds of work between two looks at the page: less than anybody notices. */
const PIECE = 24;

export class Work {
  private isStopped = false;
  private last = performance.now();

  /** @param show is told the share that is done; NaN where nobody knows */
  constructor(private readonly show: (share: number) => void) {}

  readonly stop = (): void => {
    this.isStopped = true;
  };

  /** @throws Stopped */
  readonly pause = async (share: number): Promise<void> => {
    if (this.isStopped) throw new Stopped();
    if (performance.now() - this.last < PIECE) return;
    this.show(share);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.last = performance.now();
    if (this.isStopped) throw new Stopped();
  };
}

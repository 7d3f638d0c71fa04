/** The formulas of one pass, for Univer's loop, which takes them from the end until there are none. */

export interface Runnable<Tree> {
  tree: Tree;
}

export class RunList<Tree> {
  private current: Runnable<Tree> | null = null;
  private isAwaiting = false;
  private readonly held = new Set<Runnable<Tree>>();

  constructor(
    private readonly formulas: Runnable<Tree>[],
    private readonly readersOf: (formula: Runnable<Tree>) => Runnable<Tree>[],
  ) {}

  /** Drops those at the end that wait for another formula's answer. */
  get length(): number {
    const { formulas, held } = this;
    while (formulas.length > 0 && held.has(formulas[formulas.length - 1])) this.holdReadersOf(formulas.pop()!);
    return formulas.length;
  }

  pop(): Tree | undefined {
    this.current = this.formulas.pop() ?? null;
    return this.current?.tree;
  }

  awaitAnswer(): void {
    this.isAwaiting = true;
  }

  /** Whether the value just worked out stands for an answer that is awaited. */
  skipsValue(): boolean {
    if (!this.isAwaiting) return false;
    this.isAwaiting = false;
    if (this.current) this.holdReadersOf(this.current);
    return true;
  }

  private holdReadersOf(formula: Runnable<Tree>): void {
    for (const reader of this.readersOf(formula)) this.held.add(reader);
  }
}

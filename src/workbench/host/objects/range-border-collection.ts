import { invalidArgument } from '../excel-error';
import { HostCollection, items } from '../host-object';
import { RangeBorder, SIDES } from './range-border';
import type { Range } from './range';

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  readonly typeName = 'RangeBorderCollection';

  constructor(private readonly range: Range) {
    super();
  }

  [items]() {
    return Object.keys(SIDES).map((side) => this.getItem(side));
  }

  get count() {
    return Object.keys(SIDES).length;
  }

  getItem(side: string) {
    if (!(side in SIDES)) throw invalidArgument();
    return new RangeBorder(this.range, side as keyof typeof SIDES);
  }
  getItemAt(index: number) {
    const side = Object.keys(SIDES)[index];
    if (!side) throw invalidArgument();
    return this.getItem(side);
  }
}

import { invalidArgument } from '../excel-error';
import { HostObject } from '../host-object';
import { RangeBorder, SIDES } from './range-border';
import type { Range } from './range';

export class RangeBorderCollection extends HostObject {
  readonly typeName = 'RangeBorderCollection';

  constructor(private readonly range: Range) {
    super();
  }

  getItem(side: string) {
    if (!(side in SIDES)) throw invalidArgument();
    return new RangeBorder(this.range, side as keyof typeof SIDES);
  }
}

import { HostObject } from '../host-object';
import type { HostState } from '../host-state';

const DAY = 86_400_000;
/** Days from Excel's day 0 to that of workbooks that count from 1904. */
const LATER = 1462;

/** workbook.functions: worksheet functions without a cell. */
export class Functions extends HostObject {
  readonly typeName = 'Functions';

  constructor(private readonly state: HostState) {
    super();
  }

  date(year: number, month: number, day: number) {
    const serial = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY;
    return new FunctionResult(this.state.since1904() ? serial - LATER : serial);
  }
}

class FunctionResult extends HostObject {
  readonly typeName = 'FunctionResult';

  constructor(private readonly answer: number) {
    super();
  }

  get value() {
    return this.answer;
  }
  get error() {
    return '';
  }
}

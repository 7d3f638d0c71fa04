import { sheetState } from '../document-state';
import { invalidArgument } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';
import { attributes, properties } from '../properties';
import { Range } from './range';
import { Worksheet } from './worksheet';

/** Print set-up, as the print preview shows it (page-setup.ts). */
export class PageLayout extends HostObject {
  readonly typeName = 'PageLayout';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  static {
    const kept = attributes<PageLayout, Record<string, unknown>>(
      (layout, key) => layout.kept()[key],
      (layout, change) => Object.assign(layout.kept(), change),
    );
    properties(this, {
      orientation: kept('orientation', { unset: 'Portrait', write: orientation }),
      zoom: kept('zoom', { unset: { scale: 100 } }),
      leftMargin: kept('leftMargin', { unset: 50.4, write: margin }),
      rightMargin: kept('rightMargin', { unset: 50.4, write: margin }),
      centerHorizontally: kept('centerHorizontally', { unset: false }),
      printGridlines: kept('printGridlines', { unset: false }),
    });
  }

  get headersFooters() {
    return new HeaderFooterGroup(this.state, this.sheetId);
  }

  setPrintArea(area: Range | string) {
    this.kept()['printArea'] = this.range(area).area;
  }
  setPrintTitleRows(rows: Range | string) {
    this.kept()['printTitleRows'] = this.range(rows).getEntireRow().area;
  }
  setPrintTitleColumns(columns: Range | string) {
    this.kept()['printTitleColumns'] = this.range(columns).getEntireColumn().area;
  }
  getPrintAreaOrNullObject() {
    const area = this.kept()['printArea'] as Range['area'] | undefined;
    return area ? new PrintArea(this.state, new Range(this.state, this.sheetId, area)) : null;
  }
  getPrintTitleRowsOrNullObject() {
    const area = this.kept()['printTitleRows'] as Range['area'] | undefined;
    return area ? new Range(this.state, this.sheetId, area) : null;
  }

  private readonly kept = () => sheetState(this.state.document, this.sheetId).pageLayout;
  private readonly range = (range: Range | string) =>
    typeof range === 'string' ? new Worksheet(this.state, this.sheetId).getRange(range) : range;
}

/** The part of Excel's RangeAreas that a print area of one rectangle shows. */
class PrintArea extends HostObject {
  readonly typeName = 'RangeAreas';

  constructor(
    private readonly state: HostState,
    private readonly range: Range,
  ) {
    super();
  }

  get address() {
    return this.range.address;
  }
  _keepReference() {
    this.state.references.keep(this);
  }
}

function margin(points: number): number {
  if (typeof points !== 'number' || points < 0) throw invalidArgument();
  return points;
}

function orientation(value: string): string {
  if (!['Portrait', 'Landscape'].includes(value)) throw invalidArgument();
  return value;
}

class HeaderFooterGroup extends HostObject {
  readonly typeName = 'HeaderFooterGroup';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  get defaultForAllPages() {
    return new HeaderFooter(sheetState(this.state.document, this.sheetId).headerFooter);
  }
}

class HeaderFooter extends HostObject {
  readonly typeName = 'HeaderFooter';

  constructor(private readonly kept: Record<string, string>) {
    super();
  }

  static {
    const text = attributes<HeaderFooter, Record<string, string>>(
      ({ kept }, key) => kept[key],
      ({ kept }, change) => Object.assign(kept, change),
    );
    properties(this, {
      leftFooter: text('leftFooter', { unset: '' }),
      centerFooter: text('centerFooter', { unset: '' }),
      rightFooter: text('rightFooter', { unset: '' }),
    });
  }
}

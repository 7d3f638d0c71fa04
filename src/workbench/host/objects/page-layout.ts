import { sheetState } from '../document-state';
import { invalidArgument } from '../excel-error';
import { HostObject } from '../host-object';
import type { HostState } from '../host-state';
import { Range } from './range';
import { Worksheet } from './worksheet';

/** Print set-up: the workbench prints nothing, but keeps and returns what was set. */
export class PageLayout extends HostObject {
  readonly typeName = 'PageLayout';

  constructor(
    private readonly state: HostState,
    private readonly sheetId: string,
  ) {
    super();
  }

  get orientation() {
    return this.read('orientation', 'Portrait');
  }
  set orientation(value: string) {
    if (!['Portrait', 'Landscape'].includes(value)) throw invalidArgument();
    this.keep('orientation', value);
  }
  get paperSize() {
    return this.read('paperSize', 'Letter');
  }
  set paperSize(value: string) {
    this.keep('paperSize', value);
  }
  get zoom() {
    return this.read('zoom', { scale: 100 });
  }
  set zoom(value: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number }) {
    this.keep('zoom', value);
  }
  get centerHorizontally() {
    return this.read('centerHorizontally', false);
  }
  set centerHorizontally(value: boolean) {
    this.keep('centerHorizontally', value);
  }
  get centerVertically() {
    return this.read('centerVertically', false);
  }
  set centerVertically(value: boolean) {
    this.keep('centerVertically', value);
  }
  get printGridlines() {
    return this.read('printGridlines', false);
  }
  set printGridlines(value: boolean) {
    this.keep('printGridlines', value);
  }
  get printHeadings() {
    return this.read('printHeadings', false);
  }
  set printHeadings(value: boolean) {
    this.keep('printHeadings', value);
  }
  get printOrder() {
    return this.read('printOrder', 'DownThenOver');
  }
  set printOrder(value: string) {
    this.keep('printOrder', value);
  }
  get leftMargin() {
    return this.read('leftMargin', 50.4);
  }
  set leftMargin(points: number) {
    this.keep('leftMargin', points);
  }
  get rightMargin() {
    return this.read('rightMargin', 50.4);
  }
  set rightMargin(points: number) {
    this.keep('rightMargin', points);
  }
  get topMargin() {
    return this.read('topMargin', 54);
  }
  set topMargin(points: number) {
    this.keep('topMargin', points);
  }
  get bottomMargin() {
    return this.read('bottomMargin', 54);
  }
  set bottomMargin(points: number) {
    this.keep('bottomMargin', points);
  }
  get headersFooters() {
    return new HeaderFooterGroup(this.state, this.sheetId);
  }

  setPrintArea(area: Range | string) {
    this.keep('printArea', this.range(area).area);
  }
  setPrintTitleRows(rows: Range | string) {
    this.keep('printTitleRows', this.range(rows).getEntireRow().area);
  }
  setPrintTitleColumns(columns: Range | string) {
    this.keep('printTitleColumns', this.range(columns).getEntireColumn().area);
  }
  getPrintTitleRowsOrNullObject() {
    return this.titles('printTitleRows');
  }
  getPrintTitleColumnsOrNullObject() {
    return this.titles('printTitleColumns');
  }

  private readonly kept = () => sheetState(this.state.document, this.sheetId).pageLayout;
  private readonly read = <T>(key: string, otherwise: T): T => (this.kept()[key] as T | undefined) ?? otherwise;
  private readonly keep = (key: string, value: unknown) => {
    this.kept()[key] = value;
  };
  private readonly range = (range: Range | string) =>
    typeof range === 'string' ? new Worksheet(this.state, this.sheetId).getRange(range) : range;
  private readonly titles = (key: string) => {
    const area = this.kept()[key] as Range['area'] | undefined;
    return area ? new Range(this.state, this.sheetId, area) : null;
  };
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

  get leftHeader() {
    return this.kept['leftHeader'] ?? '';
  }
  set leftHeader(text: string) {
    this.kept['leftHeader'] = text;
  }
  get centerHeader() {
    return this.kept['centerHeader'] ?? '';
  }
  set centerHeader(text: string) {
    this.kept['centerHeader'] = text;
  }
  get rightHeader() {
    return this.kept['rightHeader'] ?? '';
  }
  set rightHeader(text: string) {
    this.kept['rightHeader'] = text;
  }
  get leftFooter() {
    return this.kept['leftFooter'] ?? '';
  }
  set leftFooter(text: string) {
    this.kept['leftFooter'] = text;
  }
  get centerFooter() {
    return this.kept['centerFooter'] ?? '';
  }
  set centerFooter(text: string) {
    this.kept['centerFooter'] = text;
  }
  get rightFooter() {
    return this.kept['rightFooter'] ?? '';
  }
  set rightFooter(text: string) {
    this.kept['rightFooter'] = text;
  }
}

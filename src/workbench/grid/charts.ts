/** Charts over the cells: where they lie, and when they are drawn anew. */
import { DrawingTypeEnum } from '@univerjs/core';
import {
  DrawingApplyType,
  ISheetDrawingService,
  SetDrawingApplyMutation,
  type ISetDrawingApplyMutationParams,
  type ISheetFloatDom,
} from '@univerjs/sheets-drawing';
import { SheetCanvasFloatDomManagerService } from '@univerjs/sheets-drawing-ui';
import { ComponentManager } from '@univerjs/ui';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import type { Calculation } from './calculation';
import type { Cells } from './cells';
import { chartFrame } from './chart-frame';
import { ChartPicture, type ChartData } from './chart-picture';
import { onDates } from './date-axis';
import type { CellRange, ChartSpec } from './grid';

const FRAME = 'workbench-chart';

type Operation = Pick<ISetDrawingApplyMutationParams, 'objects'> & { redo: ISetDrawingApplyMutationParams['op'] };

interface Placed {
  sheetId: string;
  spec: ChartSpec;
}

export class Charts {
  private readonly charts = new Map<string, Placed>();
  private readonly pictures = new Map<string, ChartPicture>();
  private redrawing = false;

  constructor(
    private readonly app: UniverApp,
    private readonly cells: Cells,
    private readonly calculation: Calculation,
  ) {
    const frame = chartFrame(
      (id, canvas) => this.show(id, canvas),
      (id) => this.hide(id),
    );
    app.injector.get(ComponentManager).register(FRAME, frame);
    // Asked for, it starts to watch the drawings.
    app.injector.get(SheetCanvasFloatDomManagerService);
    calculation.onCalculated(() => this.redrawSoon());
    app.commands.onCommandExecuted((command) => {
      if (command.id === SetDrawingApplyMutation.id) this.followMoves();
    });
  }

  put(sheetId: string, spec: ChartSpec): void {
    this.delete(sheetId, spec.id);
    const copy = structuredClone(spec);
    this.charts.set(spec.id, { sheetId, spec: copy });
    this.cells.flush();
    this.apply(DrawingApplyType.INSERT, this.drawing(sheetId, copy));
    // A chart that is put again at once keeps its frame, and with it the picture of what it was.
    const shown = this.pictures.get(spec.id);
    if (shown) this.show(spec.id, shown.canvas);
  }

  delete(sheetId: string, chartId: string): void {
    const placed = this.charts.get(chartId);
    if (!placed || placed.sheetId !== sheetId) return;
    this.charts.delete(chartId);
    const drawing = this.app.injector
      .get(ISheetDrawingService)
      .getDrawingByParam({ unitId: WORKBOOK_ID, subUnitId: sheetId, drawingId: chartId });
    if (drawing) this.apply(DrawingApplyType.REMOVE, drawing as ISheetFloatDom);
  }

  of(sheetId: string): ChartSpec[] {
    return [...this.charts.values()]
      .filter((placed) => placed.sheetId === sheetId)
      .map((placed) => structuredClone(placed.spec));
  }

  draw(chartId: string, canvas: HTMLCanvasElement): () => void {
    const placed = this.charts.get(chartId);
    if (!placed) return () => undefined;
    const picture = new ChartPicture(canvas, placed.spec, this.read(placed.spec));
    return () => picture.destroy();
  }

  forgetSheet(sheetId: string): void {
    for (const [id, placed] of [...this.charts]) if (placed.sheetId === sheetId) this.charts.delete(id);
  }

  clear(): void {
    for (const { sheetId, spec } of [...this.charts.values()]) this.delete(sheetId, spec.id);
  }

  /** Constants changed: charts may show them though nothing was calculated. */
  cellsChanged(): void {
    this.redrawSoon();
  }

  save(): unknown {
    return [...this.charts.values()].map((placed) => structuredClone(placed));
  }

  load(saved: unknown): void {
    for (const { sheetId, spec } of saved as Placed[]) this.put(sheetId, spec);
  }

  private show(id: string, canvas: HTMLCanvasElement): void {
    const placed = this.charts.get(id);
    if (!placed) return;
    this.hide(id);
    this.pictures.set(id, new ChartPicture(canvas, placed.spec, this.read(placed.spec)));
  }

  private hide(id: string): void {
    this.pictures.get(id)?.destroy();
    this.pictures.delete(id);
  }

  /** While functions are asked the charts keep what they showed last. */
  private redrawSoon(): void {
    if (this.redrawing) return;
    this.redrawing = true;
    void this.calculation.settled().then(() => {
      this.redrawing = false;
      for (const [id, picture] of this.pictures) {
        const placed = this.charts.get(id);
        if (placed) picture.update(this.read(placed.spec));
      }
    });
  }

  private read(spec: ChartSpec): ChartData {
    const categories = spec.series.find((series) => series.categories)?.categories ?? null;
    return onDates(spec.categoryAxis, {
      categories: categories ? this.readCells(categories).map(({ value, text }) => ({ value, text })) : [],
      series: spec.series.map((series) =>
        this.readCells(series.values).map(({ value }) => (typeof value === 'number' ? value : null)),
      ),
      valueFormat: this.formatOf(spec, false),
      secondaryFormat: this.formatOf(spec, true),
      categoryFormat: categories ? this.formatAt(categories) : null,
    });
  }

  private formatOf(spec: ChartSpec, secondary: boolean): string | null {
    const first = spec.series.find((series) => series.secondaryAxis === secondary);
    return first ? this.formatAt(first.values) : null;
  }

  private formatAt({ sheetId, range }: { sheetId: string; range: CellRange }): string | null {
    if (!this.exists(sheetId)) return null;
    return this.app.sheet(sheetId).getComposedCellStyle(range.row, range.column).n?.pattern ?? null;
  }

  private readCells({ sheetId, range }: { sheetId: string; range: CellRange }) {
    const found: { value: ReturnType<Cells['value']>; text: string }[] = [];
    if (!this.exists(sheetId)) return found;
    for (let row = range.row; row < range.row + range.rows; row++) {
      for (let column = range.column; column < range.column + range.columns; column++)
        found.push({ value: this.cells.value(sheetId, row, column), text: this.cells.text(sheetId, row, column) });
    }
    return found;
  }

  private exists(sheetId: string): boolean {
    return this.app.workbook().getSheetBySheetId(sheetId) != null;
  }

  /** Past Univer's command, which would put the chart on the user's undo list. */
  private apply(type: DrawingApplyType, drawing: ISheetFloatDom): void {
    const service = this.app.injector.get(ISheetDrawingService);
    const { redo, objects } = (
      type === DrawingApplyType.INSERT ? service.getBatchAddOp([drawing]) : service.getBatchRemoveOp([drawing])
    ) as Operation;
    this.app.commands.syncExecuteCommand(SetDrawingApplyMutation.id, {
      unitId: WORKBOOK_ID,
      subUnitId: drawing.subUnitId,
      op: redo,
      objects,
      type,
    });
  }

  private drawing(sheetId: string, spec: ChartSpec): ISheetFloatDom {
    const { left, top, width, height } = spec.position;
    const headers = this.headers(sheetId);
    const sheetTransform = {
      from: this.cellAt(sheetId, left, top),
      to: this.cellAt(sheetId, left + width, top + height),
    };
    return {
      unitId: WORKBOOK_ID,
      subUnitId: sheetId,
      drawingId: spec.id,
      drawingType: DrawingTypeEnum.DRAWING_DOM,
      componentKey: FRAME,
      data: { chartId: spec.id },
      transform: { left: left + headers.width, top: top + headers.height, width, height },
      sheetTransform,
      axisAlignSheetTransform: sheetTransform,
      allowTransform: true,
    };
  }

  private cellAt(sheetId: string, left: number, top: number) {
    const sheet = this.app.sheet(sheetId);
    let [row, column, rowOffset, columnOffset] = [0, 0, top, left];
    for (; row < sheet.getRowCount() - 1 && rowOffset >= sheet.getRowHeight(row); row++)
      rowOffset -= sheet.getRowHeight(row);
    for (; column < sheet.getColumnCount() - 1 && columnOffset >= sheet.getColumnWidth(column); column++)
      columnOffset -= sheet.getColumnWidth(column);
    return { row, rowOffset, column, columnOffset };
  }

  /** Univer measures from the corner of the row and column headers. */
  private headers(sheetId: string): { width: number; height: number } {
    const { rowHeader, columnHeader } = this.app.sheet(sheetId).getConfig();
    return { width: rowHeader.width, height: columnHeader.height };
  }

  /** The user may drag and size a chart. */
  private followMoves(): void {
    const drawings = this.app.injector.get(ISheetDrawingService);
    for (const [id, { sheetId, spec }] of this.charts) {
      const transform = drawings.getDrawingByParam({
        unitId: WORKBOOK_ID,
        subUnitId: sheetId,
        drawingId: id,
      })?.transform;
      if (!transform) continue;
      const { left = 0, top = 0, width = 0, height = 0 } = transform;
      const headers = this.headers(sheetId);
      spec.position = { left: left - headers.width, top: top - headers.height, width, height };
    }
  }
}

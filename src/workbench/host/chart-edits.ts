import type { ChartSpec, Grid } from '../grid/grid';

/**
 * Charts while a batch changes them. The add-in sets a chart's properties one by one; the grid draws it once,
 * when the batch is through.
 */
export class ChartEdits {
  private readonly edited = new Map<string, { sheetId: string; chart: ChartSpec }>();

  constructor(
    private readonly grid: Grid,
    private readonly later: (key: string, work: () => void) => void,
  ) {}

  /** The charts of a sheet, as they are or are about to be. */
  of(sheetId: string): ChartSpec[] {
    const drawn = this.grid.charts(sheetId);
    const ids = new Set(drawn.map(({ id }) => id));
    const added = [...this.edited.values()].filter((edit) => edit.sheetId === sheetId && !ids.has(edit.chart.id));
    return [...drawn.map((chart) => this.edited.get(chart.id)?.chart ?? chart), ...added.map(({ chart }) => chart)];
  }

  put(sheetId: string, chart: ChartSpec): void {
    this.edited.set(chart.id, { sheetId, chart });
    this.later(`chart ${chart.id}`, () => {
      // Its sheet may have been deleted since.
      if (this.edited.delete(chart.id) && this.grid.sheets().some(({ id }) => id === sheetId))
        this.grid.putChart(sheetId, chart);
    });
  }

  delete(sheetId: string, chartId: string): void {
    this.edited.delete(chartId);
    if (this.grid.charts(sheetId).some(({ id }) => id === chartId)) this.grid.deleteChart(sheetId, chartId);
  }
}

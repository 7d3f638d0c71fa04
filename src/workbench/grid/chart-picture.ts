/** Draws one chart, the way Excel draws a clean one. */
import { numfmt } from '@univerjs/core';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
  type ChartOptions,
  type LegendItem,
  type TooltipItem,
} from 'chart.js';
import { fontStack } from './font-stacks';
import type { CellValue, ChartSpec } from './grid';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);

export interface ChartData {
  categories: { value: CellValue; text: string }[];
  /** By series; null leaves a gap. */
  series: (number | null)[][];
  valueFormat: string | null;
  secondaryFormat: string | null;
  categoryFormat: string | null;
}

/** The accents of the Office theme. */
const PALETTE = [
  '#4472C4',
  '#ED7D31',
  '#70AD47',
  '#FFC000',
  '#5B9BD5',
  '#7F7F7F',
  '#264478',
  '#9E480E',
  '#43682B',
  '#997300',
];
const FONT = fontStack('Calibri');
const TEXT = '#404040';
const GRID_LINE = '#E3E3E3';
const AXIS_LINE = '#BFBFBF';

type Kind = 'bar' | 'line' | 'pie' | 'doughnut';
type Dataset = ChartDataset<Kind, (number | null)[]>;

export class ChartPicture {
  private readonly chart: Chart<Kind, (number | null)[], string>;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly spec: ChartSpec,
    data: ChartData,
  ) {
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', [spec.title ?? 'Chart', ...spec.series.map(({ name }) => name)].join(', '));
    this.chart = new Chart(canvas, this.configuration(data));
  }

  update(data: ChartData): void {
    const { data: fresh, options } = this.configuration(data);
    this.chart.data.labels = fresh.labels;
    fresh.datasets.forEach((dataset, index) => {
      this.chart.data.datasets[index].data = dataset.data;
    });
    if (options) this.chart.options = options;
    this.chart.update('none');
  }

  destroy(): void {
    this.chart.destroy();
  }

  private configuration(data: ChartData): ChartConfiguration<Kind, (number | null)[], string> {
    return {
      type: chartJsType(this.spec.kind),
      data: { labels: this.labels(data), datasets: this.spec.series.map((_, index) => this.dataset(data, index)) },
      options: this.options(data) as ChartOptions<Kind>,
    };
  }

  private labels(data: ChartData): string[] {
    const pattern = linked(this.spec.categoryAxis.numberFormat) ?? linked(data.categoryFormat);
    if (data.categories.length > 0)
      return data.categories.map(({ value, text }) =>
        typeof value === 'number' && pattern ? formatted(value, pattern) : text,
      );
    const length = Math.max(0, ...data.series.map((values) => values.length));
    return Array.from({ length }, (_, index) => String(index + 1));
  }

  private dataset(data: ChartData, index: number): Dataset {
    const series = this.spec.series[index];
    const kind = series.kind ?? this.spec.kind;
    const color = series.color ?? PALETTE[index % PALETTE.length];
    const common = { label: series.name, data: data.series[index] };
    if (kind === 'pie' || kind === 'doughnut') {
      const colors = data.series[index].map((_, slice) => PALETTE[slice % PALETTE.length]);
      return { ...common, backgroundColor: colors, borderColor: '#fff', borderWidth: 2 } as Dataset;
    }
    const axis = isBar(this.spec.kind)
      ? { xAxisID: series.secondaryAxis ? 'x2' : 'x' }
      : { yAxisID: series.secondaryAxis ? 'y2' : 'y' };
    if (kind === 'line' || kind === 'area' || kind === 'areaStacked') {
      const filled = kind !== 'line';
      return {
        ...common,
        ...axis,
        type: 'line',
        borderColor: color,
        backgroundColor: filled ? `${color}B3` : color,
        borderWidth: filled ? 1 : 2.25,
        pointRadius: 0,
        pointHitRadius: 8,
        fill: filled ? (kind === 'areaStacked' && index > 0 ? '-1' : 'origin') : false,
        stack: kind === 'areaStacked' ? 'areas' : `line ${index}`,
        // Lines are seen over the columns they are combined with.
        order: filled ? 2 : 0,
      } as Dataset;
    }
    return {
      ...common,
      ...axis,
      type: 'bar',
      backgroundColor: color,
      stack: isStacked(kind) ? 'columns' : `column ${index}`,
      categoryPercentage: 0.72,
      barPercentage: isStacked(kind) ? 1 : 0.92,
      order: 1,
    } as Dataset;
  }

  private options(data: ChartData): ChartOptions<'bar'> {
    const { spec } = this;
    const round = spec.kind === 'pie' || spec.kind === 'doughnut';
    const sideways = isBar(spec.kind);
    const valueFormat = linked(spec.valueAxis.numberFormat) ?? linked(data.valueFormat);
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: sideways ? 'y' : 'x',
      // The sheet's own zoom scales the picture: drawn at twice the size, it stays sharp.
      devicePixelRatio: Math.max(2, globalThis.devicePixelRatio || 1),
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 2, right: 10, bottom: 2, left: 4 } },
      font: { family: FONT, size: 12 },
      color: TEXT,
      plugins: {
        title: {
          display: Boolean(spec.title),
          text: spec.title ?? '',
          color: TEXT,
          font: { family: FONT, size: 16, weight: 'normal' },
          padding: { top: 2, bottom: 8 },
        },
        legend: {
          display: spec.legend !== null && (round || spec.series.length > 0),
          position: spec.legend ?? 'bottom',
          labels: this.legendLabels(),
        },
        tooltip: {
          callbacks: {
            label: (item: TooltipItem<'bar'>) =>
              `${item.dataset.label ?? ''}: ${item.raw === null ? '' : formatted(Number(item.raw), valueFormat)}`,
          },
        },
      },
      ...(round ? {} : { scales: this.scales(data, sideways, valueFormat) }),
    };
  }

  /** In the order of the series; a line is shown by a line, as Excel has it. */
  private legendLabels() {
    const { spec } = this;
    const round = spec.kind === 'pie' || spec.kind === 'doughnut';
    return {
      padding: 14,
      boxWidth: 18,
      boxHeight: 8,
      color: TEXT,
      font: { family: FONT, size: 12 },
      ...(round
        ? {}
        : {
            usePointStyle: true,
            sort: (a: LegendItem, b: LegendItem) => (a.datasetIndex ?? 0) - (b.datasetIndex ?? 0),
            generateLabels: (chart: Chart) =>
              Chart.defaults.plugins.legend.labels.generateLabels(chart).map((item): LegendItem => {
                const isLine = (spec.series[item.datasetIndex ?? 0].kind ?? spec.kind) === 'line';
                return isLine
                  ? { ...item, pointStyle: 'line', lineWidth: 2.25 }
                  : { ...item, pointStyle: 'rect', lineWidth: 0 };
              }),
          }),
    };
  }

  private scales(data: ChartData, sideways: boolean, valueFormat: string | null): ChartOptions<'bar'>['scales'] {
    const { spec } = this;
    const stacked = spec.series.some((series) => isStacked(series.kind ?? spec.kind));
    const hasNumbers = data.series.some((values) => values.some((one) => one !== null));
    const ticks = { color: TEXT, font: { family: FONT, size: 12 } };
    const title = (text: string | null) => ({
      display: Boolean(text),
      text: text ?? '',
      color: TEXT,
      font: { family: FONT, size: 12 },
    });
    const category: Scale = {
      stacked,
      title: title(spec.categoryAxis.title),
      grid: { display: false },
      border: { color: AXIS_LINE },
      ticks: { ...ticks, autoSkip: true, autoSkipPadding: 12, maxRotation: 0, minRotation: 0 },
      // Excel puts a bar chart's first category at the bottom.
      reverse: sideways,
    };
    const value = (
      pattern: string | null,
      position: 'left' | 'right' | 'top' | 'bottom',
      secondary: boolean,
    ): Scale => ({
      stacked,
      position,
      beginAtZero: true,
      title: title(secondary ? null : spec.valueAxis.title),
      grid: { display: !secondary, color: GRID_LINE, drawTicks: false },
      border: { display: false },
      // Without numbers an axis would count in nothings.
      ticks: {
        ...ticks,
        display: hasNumbers,
        padding: 6,
        maxTicksLimit: 8,
        precision: decimalsOf(axisPattern(pattern)),
        callback: (tick: string | number) => formatted(Number(tick), axisPattern(pattern)),
      },
    });
    const secondary = spec.series.some((series) => series.secondaryAxis) ? linked(data.secondaryFormat) : undefined;
    return sideways
      ? {
          y: category,
          x: value(valueFormat, 'bottom', false),
          ...(secondary === undefined ? {} : { x2: value(secondary, 'top', true) }),
        }
      : {
          x: category,
          y: value(valueFormat, 'left', false),
          ...(secondary === undefined ? {} : { y2: value(secondary, 'right', true) }),
        };
  }
}

type Scale = NonNullable<NonNullable<ChartOptions<'bar'>['scales']>[string]>;

function chartJsType(kind: ChartSpec['kind']): Kind {
  if (kind === 'pie' || kind === 'doughnut') return kind;
  return kind === 'line' || kind === 'area' || kind === 'areaStacked' ? 'line' : 'bar';
}

function isBar(kind: ChartSpec['kind']): boolean {
  return kind === 'barClustered' || kind === 'barStacked';
}

function isStacked(kind: ChartSpec['kind']): boolean {
  return kind === 'columnStacked' || kind === 'barStacked' || kind === 'areaStacked';
}

/** "General", and no format at all, leave the choice to the next one asked. */
function linked(pattern: string | null): string | null {
  return pattern && pattern.toLowerCase() !== 'general' ? pattern : null;
}

/** An axis counts in round steps: cents and the width of an accounting format only get in the way. */
function axisPattern(pattern: string | null): string | null {
  return (
    pattern &&
    pattern
      .split(';')[0]
      .replace(/_[()\-]/g, '')
      .replace(/\*\s/g, '')
      .trim()
  );
}

/** An axis in whole dollars has no steps of half a dollar. */
function decimalsOf(pattern: string | null): number | undefined {
  if (!pattern || !/[0#]/.test(pattern)) return undefined;
  const decimals = /\.([0#]+)/.exec(pattern)?.[1].length ?? 0;
  return pattern.includes('%') ? decimals + 2 : decimals;
}

function formatted(value: number, pattern: string | null): string {
  if (!pattern) return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
  return numfmt.format(pattern, value, { throws: false }).trim();
}

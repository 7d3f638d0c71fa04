/** A chart and where it lies. */
import type { Chart, ChartKind, Corner, Series } from '../workbook';
import { attribute, child, children, isOn, numberOf, within, type Element } from './xml-tree';

const EMU = 9_525;

/** @returns null for a chart of a kind that is not read */
export function readChart(space: Element | undefined, frame: { name: string; from: Corner; to: Corner }): Chart | null {
  const chart = child(space, 'chart');
  const area = child(chart, 'plotArea');
  const plots = (area?.children ?? []).filter(({ name }) => name.endsWith('Chart'));
  const kinds = plots.map(kindOf);
  if (plots.length === 0 || kinds.includes(null)) return null;
  const [categoryAxis] = [...children(area, 'dateAx'), ...children(area, 'catAx')];
  const axes = children(area, 'valAx');
  const firstAxis = axes[0] && attribute(child(axes[0], 'axId'), 'val');
  const kind = kinds[0]!;
  const series = plots.flatMap((plot, i) => {
    const isOnSecondAxis =
      axes.length > 1 && !children(plot, 'axId').some((axis) => attribute(axis, 'val') === firstAxis);
    return children(plot, 'ser').map((one) => ({
      order: numberOf(child(one, 'order'), 'val') ?? 0,
      series: seriesOf(one, kinds[i] === kind ? null : kinds[i], isOnSecondAxis),
    }));
  });
  const legend = child(chart, 'legend');
  const isOfDates = categoryAxis?.name === 'dateAx';
  const unit = attribute(child(categoryAxis, 'baseTimeUnit'), 'val');
  return {
    ...frame,
    kind,
    title: titleOf(child(chart, 'title')),
    series: series.sort((a, b) => a.order - b.order).map((one) => one.series),
    legend: legend ? (LEGENDS[attribute(child(legend, 'legendPos'), 'val') ?? 'r'] ?? 'right') : null,
    valueAxis: { title: titleOf(child(axes[0], 'title')), numberFormat: formatOf(axes[0]) },
    categoryAxis: {
      title: titleOf(child(categoryAxis, 'title')),
      numberFormat: formatOf(categoryAxis),
      type: isOfDates ? 'DateAxis' : isOn(child(categoryAxis, 'auto'), 'val') ? 'Automatic' : 'TextAxis',
      ...(unit && UNITS[unit] && { baseTimeUnit: UNITS[unit] }),
      tickLabels: attribute(child(categoryAxis, 'tickLblPos'), 'val') === 'low' ? 'Low' : 'NextToAxis',
    },
  };
}

const LEGENDS: Readonly<Record<string, Chart['legend']>> = { t: 'top', b: 'bottom', l: 'left', r: 'right' };
const UNITS: Readonly<Record<string, Chart['categoryAxis']['baseTimeUnit']>> = {
  days: 'Days',
  months: 'Months',
  years: 'Years',
};

function kindOf(plot: Element): ChartKind | null {
  const isStacked = attribute(child(plot, 'grouping'), 'val') === 'stacked';
  switch (plot.name) {
    case 'lineChart':
      return 'line';
    case 'areaChart':
      return isStacked ? 'areaStacked' : 'area';
    case 'barChart':
      if (attribute(child(plot, 'barDir'), 'val') === 'bar') return isStacked ? 'barStacked' : 'barClustered';
      return isStacked ? 'columnStacked' : 'columnClustered';
    case 'pieChart':
      return 'pie';
    case 'doughnutChart':
      return 'doughnut';
    default:
      return null;
  }
}

function seriesOf(series: Element, kind: ChartKind | null, isOnSecondAxis: boolean): Series {
  const tx = child(series, 'tx');
  const reference = (element: Element | undefined): string | null =>
    element?.children.map((one) => child(one, 'f')?.text).find((text) => text !== undefined) ?? null;
  const spPr = child(series, 'spPr');
  const fill = child(spPr, 'ln', 'solidFill') ?? child(spPr, 'solidFill');
  const color = attribute(child(fill, 'srgbClr'), 'val');
  return {
    // A name in a cell is read as it was last.
    name: child(tx, 'v')?.text ?? within(tx, 'v')[0]?.text ?? '',
    values: reference(child(series, 'val')) ?? '',
    categories: reference(child(series, 'cat')),
    color: color && `#${color.toUpperCase()}`,
    kind,
    isOnSecondAxis,
  };
}

const titleOf = (title: Element | undefined): string | null =>
  title
    ? within(title, 't')
        .map(({ text }) => text)
        .join('')
    : null;

function formatOf(axis: Element | undefined): string | null {
  const format = child(axis, 'numFmt');
  return format && !isOn(format, 'sourceLinked') ? attribute(format, 'formatCode') : null;
}

export function cornerOf(element: Element | undefined): Corner {
  const number = (name: string): number => Number(child(element, name)?.text ?? 0);
  return { row: number('row'), column: number('col'), down: number('rowOff') / EMU, right: number('colOff') / EMU };
}

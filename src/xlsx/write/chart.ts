/** A chart: its plot, axes and legend, and the values that its cells had, which previews show. */
import type { Chart, ChartKind, Series, Value } from '../workbook';
import { HEADER, tag, text } from './xml';

/** The values of cells, row by row. */
export type CellsAt = (reference: string) => readonly Value[];

const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;
const SECOND_CATEGORY_AXIS = 333_333_333;
const SECOND_VALUE_AXIS = 444_444_444;

const val = (name: string, value: string | number | boolean): string => tag(`c:${name}`, { val: value });

interface Plot {
  element: string;
  before: string;
  after: string;
  hasAxes: boolean;
  isStacked: boolean;
}

const bars = (direction: 'col' | 'bar', isStacked: boolean): Plot => ({
  element: 'barChart',
  before: val('barDir', direction) + val('grouping', isStacked ? 'stacked' : 'clustered') + val('varyColors', false),
  after: val('gapWidth', 60) + (isStacked ? val('overlap', 100) : ''),
  hasAxes: true,
  isStacked,
});
const plain = (element: string, isStacked: boolean, after = ''): Plot => ({
  element,
  before: val('grouping', isStacked ? 'stacked' : 'standard') + val('varyColors', false),
  after,
  hasAxes: true,
  isStacked,
});
const round = (element: string, after: string): Plot => ({
  element,
  before: val('varyColors', true),
  after,
  hasAxes: false,
  isStacked: false,
});

const PLOTS: Readonly<Record<ChartKind, Plot>> = {
  line: plain('lineChart', false, val('marker', true)),
  columnClustered: bars('col', false),
  columnStacked: bars('col', true),
  barClustered: bars('bar', false),
  barStacked: bars('bar', true),
  area: plain('areaChart', false),
  areaStacked: plain('areaChart', true),
  pie: round('pieChart', val('firstSliceAng', 0)),
  doughnut: round('doughnutChart', val('firstSliceAng', 0) + val('holeSize', 50)),
};

export function writeChart(chart: Chart, cells: CellsAt): string {
  const kinds = chart.series.map((series) => ({ kind: series.kind ?? chart.kind, isSecond: series.isOnSecondAxis }));
  const groups = kinds.filter(
    ({ kind, isSecond }, i) => kinds.findIndex((other) => other.kind === kind && other.isSecond === isSecond) === i,
  );
  const plots = (groups.length > 0 ? groups : [{ kind: chart.kind, isSecond: false }]).map(({ kind, isSecond }) => {
    const { element, before, after, hasAxes } = PLOTS[kind];
    const series = chart.series.map((one, i) =>
      kinds[i].kind === kind && kinds[i].isSecond === isSecond ? seriesOf(one, i, kind, chart, cells) : '',
    );
    const axes = isSecond ? [SECOND_CATEGORY_AXIS, SECOND_VALUE_AXIS] : [CATEGORY_AXIS, VALUE_AXIS];
    return tag(`c:${element}`, {}, before, ...series, after, ...(hasAxes ? axes.map((id) => val('axId', id)) : []));
  });
  const hasAxes = groups.length === 0 ? PLOTS[chart.kind].hasAxes : groups.some(({ kind }) => PLOTS[kind].hasAxes);
  const isOnSide = chart.kind.startsWith('bar');
  return `${HEADER}${tag(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    val('roundedCorners', false),
    tag(
      'c:chart',
      {},
      chart.title === null ? '' : title(chart.title, 1200),
      val('autoTitleDeleted', chart.title === null),
      tag(
        'c:plotArea',
        {},
        '<c:layout/>',
        ...plots,
        ...(hasAxes ? axes(chart, isOnSide, CATEGORY_AXIS, VALUE_AXIS, false) : []),
        ...(kinds.some(({ isSecond }) => isSecond)
          ? axes(chart, isOnSide, SECOND_CATEGORY_AXIS, SECOND_VALUE_AXIS, true)
          : []),
      ),
      chart.legend ? tag('c:legend', {}, val('legendPos', chart.legend[0]), val('overlay', false)) : '',
      val('plotVisOnly', true),
      val('dispBlanksAs', 'gap'),
    ),
  )}`;
}

const title = (words: string, size: number): string =>
  tag(
    'c:title',
    {},
    tag(
      'c:tx',
      {},
      `<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="1"/></a:pPr><a:r><a:rPr lang="en-US" sz="${size}" b="1"/><a:t>${text(words)}</a:t></a:r></a:p></c:rich>`,
    ),
    val('overlay', false),
  );

function seriesOf(series: Series, place: number, kind: ChartKind, chart: Chart, cells: CellsAt): string {
  const { name, values, categories, color } = series;
  const fill = color && `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;
  const look = kind === 'line' ? `<a:ln w="28575" cap="rnd">${fill ?? ''}<a:round/></a:ln>` : (fill ?? '');
  return tag(
    'c:ser',
    {},
    val('idx', place),
    val('order', place),
    tag('c:tx', {}, `<c:v>${text(name)}</c:v>`),
    look && tag('c:spPr', {}, look),
    kind.startsWith('bar') || kind.startsWith('column') ? val('invertIfNegative', false) : '',
    kind === 'line' ? tag('c:marker', {}, val('symbol', 'none')) : '',
    categories === null ? '' : tag('c:cat', {}, categoriesOf(categories, chart.categoryAxis.numberFormat, cells)),
    tag('c:val', {}, numbers(values, chart.valueAxis.numberFormat, cells)),
    kind === 'line' ? val('smooth', false) : '',
  );
}

const numbers = (reference: string, format: string | null, cells: CellsAt): string =>
  tag(
    'c:numRef',
    {},
    `<c:f>${text(reference)}</c:f>`,
    tag(
      'c:numCache',
      {},
      `<c:formatCode>${text(format ?? 'General')}</c:formatCode>`,
      ...points(cells(reference), (value) => typeof value === 'number'),
    ),
  );

function categoriesOf(reference: string, format: string | null, cells: CellsAt): string {
  const values = cells(reference);
  const areTexts = values.some((value) => typeof value === 'string' && value !== '');
  return areTexts
    ? tag(
        'c:strRef',
        {},
        `<c:f>${text(reference)}</c:f>`,
        tag('c:strCache', {}, ...points(values, (value) => value !== null)),
      )
    : numbers(reference, format, cells);
}

const points = (values: readonly Value[], isShown: (value: Value) => boolean): string[] => [
  val('ptCount', values.length),
  ...values.map((value, idx) =>
    isShown(value)
      ? tag(
          'c:pt',
          { idx },
          `<c:v>${text(String(value !== null && typeof value === 'object' ? value.error : value))}</c:v>`,
        )
      : '',
  ),
];

function axes(chart: Chart, isOnSide: boolean, categoryId: number, valueId: number, isSecond: boolean): string[] {
  const { valueAxis, categoryAxis } = chart;
  const isOfDates = categoryAxis.type === 'DateAxis';
  const format = (code: string | null): string =>
    code === null ? '' : tag('c:numFmt', { formatCode: code, sourceLinked: false });
  const scaling = tag('c:scaling', {}, val('orientation', 'minMax'));
  const category = tag(
    isOfDates ? 'c:dateAx' : 'c:catAx',
    {},
    val('axId', categoryId),
    scaling,
    val('delete', isSecond),
    val('axPos', isOnSide ? 'l' : 'b'),
    categoryAxis.title === null || isSecond ? '' : title(categoryAxis.title, 1000),
    format(categoryAxis.numberFormat),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', categoryAxis.tickLabels === 'Low' ? 'low' : 'nextTo'),
    val('crossAx', valueId),
    val('crosses', 'autoZero'),
    val('auto', categoryAxis.type === 'Automatic'),
    isOfDates ? val('lblOffset', 100) : val('lblAlgn', 'ctr') + val('lblOffset', 100) + val('noMultiLvlLbl', false),
    isOfDates && categoryAxis.baseTimeUnit ? val('baseTimeUnit', categoryAxis.baseTimeUnit.toLowerCase()) : '',
  );
  const value = tag(
    'c:valAx',
    {},
    val('axId', valueId),
    scaling,
    val('delete', false),
    val('axPos', isOnSide ? (isSecond ? 't' : 'b') : isSecond ? 'r' : 'l'),
    isSecond
      ? ''
      : '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>',
    valueAxis.title === null || isSecond ? '' : title(valueAxis.title, 1000),
    format(valueAxis.numberFormat),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'nextTo'),
    val('crossAx', categoryId),
    val('crosses', isSecond ? 'max' : 'autoZero'),
    val('crossBetween', chart.kind.startsWith('area') ? 'midCat' : 'between'),
  );
  return [category, value];
}

/**
 * An axis of dates, as Excel draws one: points of the same date, in the axis's base unit, stand in the same place. Of
 * those the first that has a value is drawn; in Excel they lie over each other.
 */
import type { ChartData } from './chart-picture';
import type { CellValue, ChartSpec } from './grid';

export function onDates({ type, baseTimeUnit = 'Days' }: ChartSpec['categoryAxis'], data: ChartData): ChartData {
  if (type !== 'DateAxis') return data;
  const pointsAt = new Map<unknown, number[]>();
  data.categories.forEach(({ value }, point) => {
    const place = placeOf(value, baseTimeUnit);
    pointsAt.set(place, [...(pointsAt.get(place) ?? []), point]);
  });
  const places = [...pointsAt.values()];
  return {
    ...data,
    categories: places.map(([first]) => data.categories[first]),
    series: data.series.map((values) =>
      places.map((points) => points.map((point) => values[point]).find((value) => value !== null) ?? null),
    ),
  };
}

function placeOf(value: CellValue, unit: 'Days' | 'Months' | 'Years'): unknown {
  if (typeof value !== 'number' || unit === 'Days') return value;
  const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(value)));
  return unit === 'Years' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

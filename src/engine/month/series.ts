/** Where the series of a statement stand among its figures. */
import { ALL_SERIES, MEASURES, type SeriesKey } from '../model/lines';

/** Measures first: they are added up, what is made of them follows. */
export const SERIES: readonly SeriesKey[] = [
  ...MEASURES,
  ...ALL_SERIES.filter(({ made }) => made !== 'by events').map(({ key }) => key),
];

/** The place of each series among the figures, where that in month t is at place × months + t. */
export const PLACE = Object.fromEntries(SERIES.map((name, place) => [name, place])) as Record<SeriesKey, number>;

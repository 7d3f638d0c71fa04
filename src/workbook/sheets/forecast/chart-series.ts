/** Lines of Forecast as the series of a chart. */
import type { LineKey } from '../../../engine/model/lines';
import type { LegendEntry } from '../../layout/chart-legend';
import { SERIES_COLORS } from '../../layout/look';
import { places, ROOM } from '../../layout/room';
import type { ChartSeries } from '../../plan/plan';
import { linePlace, programName, programPlace, type ProgramLine } from './layout';

export const lineSeries = (key: LineKey, name: string, color: ChartSeries['color']): ChartSeries => ({
  name,
  color,
  ...linePlace(key),
});

/** A line of every program there is room for, named by its number: who it is, the legend beside the chart says. */
export const programSeries = (key: ProgramLine): ChartSeries[] =>
  places(ROOM.programs).map((program) => ({
    name: `Program ${program + 1}`,
    color: SERIES_COLORS[program],
    ...programPlace(program, key),
  }));

export const programLegend = (): LegendEntry[] =>
  places(ROOM.programs).map((program) => ({ name: programName(program), color: SERIES_COLORS[program] }));

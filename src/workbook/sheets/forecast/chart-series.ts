/** Lines of Forecast as the series of a chart. */
import type { LineKey } from '../../../engine/model/lines';
import type { ChartSeries } from '../../plan/plan';
import { SERIES_COLORS } from '../../layout/look';
import type { Book } from '../sheet';
import { linePlace, programPlace, type ProgramLine } from './layout';

export const lineSeries = (
  { practice }: Book,
  key: LineKey,
  name: string,
  color: ChartSeries['color'],
): ChartSeries => ({ name, color, ...linePlace(key, 0, practice.months) });

/** A line of each program, in colors that come round again. */
export const programSeries = ({ practice, programs }: Book, key: ProgramLine): ChartSeries[] =>
  programs.map((name, program) => ({
    name,
    color: SERIES_COLORS[program % SERIES_COLORS.length],
    ...programPlace(program, key, 0, practice.months),
  }));

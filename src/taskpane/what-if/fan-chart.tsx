/** What a line may come to month by month: the band of eight cases in ten, its middle, and the forecast. */
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LineKey } from '../../engine/model/lines';
import { monthOfForecast } from '../../tables/calendar';
import { lineText } from './figure-text';

const WIDTH = 300;
const HEIGHT = 110;

const useStyles = makeStyles({
  figure: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  plot: { display: 'block', width: '100%', height: `${HEIGHT}px`, overflow: 'visible', forcedColorAdjust: 'none' },
  line: { fill: 'none', strokeWidth: '2px', vectorEffect: 'non-scaling-stroke', strokeLinejoin: 'round' },
  middle: { stroke: 'var(--chartRevenue)' },
  forecast: { stroke: 'var(--chartCost)', strokeDasharray: '5 4' },
  band: { fill: 'var(--chartRevenue)', opacity: 0.22 },
  zero: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', vectorEffect: 'non-scaling-stroke' },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { width: '18px', height: '8px', overflow: 'visible' },
});

interface FanChartProps {
  line: LineKey;
  /** Of each month: one case in ten is below, half are, nine in ten are; and the forecast. */
  low: readonly number[];
  middle: readonly number[];
  high: readonly number[];
  forecast: readonly number[];
  /** Index of the first month; null where months are counted. */
  startMonth: number | null;
}

export function FanChart({ line, low, middle, high, forecast, startMonth }: FanChartProps) {
  const styles = useStyles();
  const last = middle.length - 1;
  const [least, most] = [Math.min(0, ...low, ...forecast), Math.max(0, ...high, ...forecast)];
  const y = (value: number) => (most > least ? HEIGHT - ((value - least) / (most - least)) * HEIGHT : HEIGHT);
  const points = (series: readonly number[]) =>
    series.flatMap((value, t) =>
      last ? [`${(t / last) * WIDTH},${y(value)}`] : [`0,${y(value)}`, `${WIDTH},${y(value)}`],
    );
  const month = (number: number) => monthOfForecast(startMonth, number);
  const text = (value: number) => lineText(line, value);
  return (
    <figure className={styles.figure}>
      <Caption1 as="span" className={styles.ends} aria-hidden>
        {text(most)}
      </Caption1>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`By month, to ${month(last + 1)}: eight cases in ten from ${text(low[last])} to ${text(high[last])}, half above ${text(middle[last])}, as forecast ${text(forecast[last])}.`}
      >
        <polygon className={styles.band} points={[...points(high), ...points(low).reverse()].join(' ')} />
        <line className={styles.zero} x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
        <polyline className={mergeClasses(styles.line, styles.middle)} points={points(middle).join(' ')} />
        <polyline className={mergeClasses(styles.line, styles.forecast)} points={points(forecast).join(' ')} />
      </svg>
      <Caption1 as="span" className={styles.ends} aria-hidden>
        <span>
          {text(least)}, {month(1)}
        </span>
        <span>{month(last + 1)}</span>
      </Caption1>
      <Caption1 as="span" className={styles.ends} aria-hidden>
        <Key mark={<rect className={styles.band} width="18" height="8" />}>Eight cases in ten</Key>
        <Key mark={<line className={mergeClasses(styles.line, styles.middle)} x2={18} y1={4} y2={4} />}>Half above</Key>
        <Key mark={<line className={mergeClasses(styles.line, styles.forecast)} x2={18} y1={4} y2={4} />}>
          As forecast
        </Key>
      </Caption1>
    </figure>
  );

  function Key({ mark, children }: { mark: ReactNode; children: ReactNode }) {
    return (
      <span className={styles.key}>
        <svg className={styles.swatch} viewBox="0 0 18 8">
          {mark}
        </svg>
        {children}
      </span>
    );
  }
}

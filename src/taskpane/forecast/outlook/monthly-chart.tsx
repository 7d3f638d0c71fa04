/** Revenue against cost by month, small. */
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { shortDollarText } from '../../figures';

const WIDTH = 300;
const HEIGHT = 64;

const useStyles = makeStyles({
  figure: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  plot: { display: 'block', width: '100%', height: '72px', overflow: 'visible' },
  line: { fill: 'none', strokeWidth: '2px', vectorEffect: 'non-scaling-stroke', strokeLinejoin: 'round' },
  revenue: { stroke: 'var(--chartRevenue)' },
  cost: { stroke: 'var(--chartCost)', strokeDasharray: '5 4' },
  area: { fill: 'var(--chartRevenue)', opacity: 0.12 },
  base: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', vectorEffect: 'non-scaling-stroke' },
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

interface MonthlyChartProps {
  revenue: Float64Array;
  cost: Float64Array;
  /** Name of the month numbered from 1. */
  month: (number: number) => string;
}

export function MonthlyChart({ revenue, cost, month }: MonthlyChartProps) {
  const styles = useStyles();
  const last = revenue.length - 1;
  const top = Math.max(...revenue, ...cost, 1);
  const points = (series: Float64Array) => Array.from(series, (value, t) => `${x(t, last)},${y(value, top)}`).join(' ');
  const line = (series: Float64Array) =>
    last ? points(series) : `0,${y(series[0], top)} ${WIDTH},${y(series[0], top)}`;
  const story = (name: string, series: Float64Array) =>
    `${name} ${shortDollarText(series[0])} in ${month(1)}, ${shortDollarText(series[last])} in ${month(last + 1)}`;
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`By month: ${story('allowed revenue', revenue)}; ${story('total cost', cost)}.`}
      >
        <polygon className={styles.area} points={`0,${HEIGHT} ${line(revenue)} ${WIDTH},${HEIGHT}`} />
        <line className={styles.base} x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <polyline className={mergeClasses(styles.line, styles.cost)} points={line(cost)} />
        <polyline className={mergeClasses(styles.line, styles.revenue)} points={line(revenue)} />
      </svg>
      <Caption1 as="span" className={styles.ends} aria-hidden>
        <span>{month(1)}</span>
        <span>{month(last + 1)}</span>
      </Caption1>
      <Caption1 as="span" className={styles.ends} aria-hidden>
        <Key line={styles.revenue}>Revenue, {shortDollarText(revenue[last])} a month at the end</Key>
        <Key line={styles.cost}>Cost, {shortDollarText(cost[last])} a month</Key>
      </Caption1>
    </figure>
  );

  function Key({ line: color, children }: { line: string; children: React.ReactNode }) {
    return (
      <span className={styles.key}>
        <svg className={styles.swatch} viewBox="0 0 18 8">
          <line className={mergeClasses(styles.line, color)} x1={0} x2={18} y1={4} y2={4} />
        </svg>
        {children}
      </span>
    );
  }
}

const x = (t: number, last: number): number => (last ? (t / last) * WIDTH : 0);
const y = (value: number, top: number): number => HEIGHT - (value / top) * (HEIGHT - 4);

/** Which drivers move a line most: a bar each, from what it comes to at the low value to the high one, around today. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { LineKey } from '../../engine/model/lines';
import { labelOf } from '../../what-if/driver-cells';
import type { Tornado } from '../../what-if/sensitivity';
import { lineText } from './figure-text';

/** So many bars; those below are too short to see. */
const MOST_BARS = 10;
const HEIGHT = 14;
const WIDTH = 100;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  words: { display: 'flex', gap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  swing: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  bar: { display: 'block', width: '100%', height: `${HEIGHT}px`, forcedColorAdjust: 'none' },
  ground: { fill: tokens.colorNeutralBackground3 },
  low: { fill: tokens.colorPaletteMarigoldBackground3 },
  high: { fill: tokens.colorBrandBackground },
  today: { stroke: tokens.colorNeutralForeground1, strokeWidth: '2px' },
  key: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
  sample: { width: '10px', height: '10px', marginInlineEnd: tokens.spacingHorizontalXS },
});

export function TornadoChart({ line, tornado: { today, bars } }: { line: LineKey; tornado: Tornado }) {
  const styles = useStyles();
  const shown = bars.slice(0, MOST_BARS).filter(({ swing }) => swing > 0);
  if (shown.length === 0) return <Body1>No driver moves this figure.</Body1>;
  const ends = shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh, today]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number) => (WIDTH * (value - least)) / (most - least);
  const piece = (value: number, className: string) => (
    <rect
      className={className}
      x={Math.min(at(value), at(today))}
      width={Math.abs(at(value) - at(today))}
      y="2"
      height={HEIGHT - 4}
    />
  );
  const hidden = bars.filter(({ swing }) => swing > 0).length - shown.length;
  return (
    <>
      <div className={styles.key} aria-hidden>
        <Caption1>
          <svg className={styles.sample}>
            <rect className={styles.low} width="10" height="10" />
          </svg>
          at the lower value
        </Caption1>
        <Caption1>
          <svg className={styles.sample}>
            <rect className={styles.high} width="10" height="10" />
          </svg>
          at the higher value
        </Caption1>
        <Caption1>line: today, {lineText(line, today)}</Caption1>
      </div>
      <ol className={styles.list}>
        {shown.map(({ cells, atLow, atHigh, isHeld }) => {
          const label = labelOf(cells);
          return (
            <li key={label}>
              <div className={styles.words}>
                <Body1 className={styles.name}>
                  {label}
                  {isHeld ? ' (up to its bound)' : ''}
                </Body1>
                <Body1 className={styles.swing}>
                  {lineText(line, atLow)} … {lineText(line, atHigh)}
                </Body1>
              </div>
              <svg className={styles.bar} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
                <rect className={styles.ground} width={WIDTH} height={HEIGHT} />
                {piece(atLow, styles.low)}
                {piece(atHigh, styles.high)}
                <line
                  className={styles.today}
                  vectorEffect="non-scaling-stroke"
                  x1={at(today)}
                  x2={at(today)}
                  y1="0"
                  y2={HEIGHT}
                />
              </svg>
            </li>
          );
        })}
      </ol>
      {hidden > 0 && (
        <Caption1 className={styles.key}>{hidden} more move it less; the sheet Risk lists all of them.</Caption1>
      )}
    </>
  );
}

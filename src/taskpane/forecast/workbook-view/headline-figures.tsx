/** The workbook's headline figures, as its cells show them. */
import { Body1, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HeadlineFigure } from '../../../workbook';
import { Card } from '../../card';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(124px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  updating: { opacity: 0.45 },
  figure: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  first: { gridColumn: '1 / -1' },
  label: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  firstValue: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    color: tokens.colorBrandForeground1,
  },
  unit: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
});

interface HeadlineProps {
  scenario: string;
  figures: readonly HeadlineFigure[];
  updating: boolean;
  /** Excel calculates only when asked. */
  byHand: boolean;
  /** What has to happen before there are figures of the present inputs, beside findings; null where there are. */
  keptBy: string | null;
}

export function HeadlineFigures({ scenario, figures, updating, byHand, keptBy }: HeadlineProps) {
  const styles = useStyles();
  if (!updating && (keptBy || figures.every(({ value }) => typeof value !== 'number'))) {
    return (
      <Card title={`${scenario} scenario`}>
        <Body1>The figures cannot be calculated until {keptBy ?? 'the findings are corrected'}.</Body1>
      </Card>
    );
  }
  return (
    <Card
      title={updating ? (byHand ? 'Figures before your last change' : 'Figures, calculating') : `${scenario} scenario`}
    >
      <dl className={mergeClasses(styles.figures, updating && styles.updating)} aria-busy={updating}>
        {figures.map(({ label, value, text, unit }, i) => (
          <div key={label} className={mergeClasses(styles.figure, i === 0 && styles.first)}>
            <Caption1 as="span" className={styles.label}>
              <dt>{label}</dt>
            </Caption1>
            <dd className={mergeClasses(styles.value, i === 0 && styles.firstValue)}>
              {text} {typeof value === 'number' && <span className={styles.unit}>{unitBeside(text, unit)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What the text does not say already: $52.11 /patient/month, 1,793 patients, 23%, Sep-27. */
const unitBeside = (text: string, unit: string): string => {
  if (unit === 'month') return '';
  const shown = unit.startsWith('$') && text.includes('$') ? unit.slice(1) : unit;
  return text.includes(shown) ? '' : shown;
};

/** The figure everyone asks for first, live while the form is filled in. */
import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Card } from '../../card';
import { countText, monthName, percentText, plural, shortDollarText } from '../../figures';
import { MonthlyChart } from './monthly-chart';
import type { Outlook } from '../../../forecast/outlook';

const useStyles = makeStyles({
  headline: { display: 'flex', flexDirection: 'column' },
  amount: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  muted: { color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  fact: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export function OutlookCard({ outlook, startMonth }: { outlook: Outlook | null; startMonth: number | null }) {
  const styles = useStyles();
  if (!outlook || startMonth === null) {
    return (
      <Card title="With these inputs">
        <Body1>The forecast appears here once the marked fields below are corrected.</Body1>
      </Card>
    );
  }
  const month = (number: number) => monthName(startMonth + number - 1);
  return (
    <Card title="With these inputs">
      <div className={styles.headline}>
        <span className={styles.amount}>{shortDollarText(outlook.allowedRevenue)}</span>
        <Body1>
          allowed revenue in {plural(outlook.months, 'month')}, {month(1)} to {month(outlook.months)}
        </Body1>
      </div>
      <MonthlyChart revenue={outlook.monthlyRevenue} cost={outlook.monthlyCost} month={month} />
      <dl className={styles.facts}>
        <Fact
          label={`on the panel at the end, ${month(outlook.months)}`}
          value={`${countText(outlook.closingPatients)} patients`}
        />
        <Fact label={`margin, ${percentText(outlook.marginRate)} of revenue`} value={shortDollarText(outlook.margin)} />
        {outlook.peakFunding !== null && (
          <Fact
            label={`most cash to put in, by ${month(outlook.peakMonth!)}`}
            value={shortDollarText(outlook.peakFunding)}
          />
        )}
        {outlook.peakFunding !== null && (
          <Fact
            label="cash put in is earned back"
            value={outlook.paybackMonth === null ? `Not by ${month(outlook.months)}` : month(outlook.paybackMonth)}
          />
        )}
      </dl>
      <Caption1 className={styles.muted}>
        {outlook.scenario} scenario. Rates and costs are sample assumptions, listed with their sources in the sheets.
      </Caption1>
    </Card>
  );

  function Fact({ label, value }: { label: string; value: string }) {
    return (
      <div className={styles.fact}>
        <Caption1 as="span" className={styles.muted}>
          <dt>{label}</dt>
        </Caption1>
        <dd className={styles.value}>{value}</dd>
      </div>
    );
  }
}

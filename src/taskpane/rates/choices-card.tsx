/** Which of Medicare's amounts are listed: where, when, in what setting and for whom. */
import { Button, Caption1, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Setting } from '../../rates/setting';
import { Card } from '../card';
import { MONTH_NAMES, monthName } from '../figures';
import { LocalityField } from './locality-field';
import { bookMonths } from './rate-choices';
import { hasGeography } from './rate-list';
import type { RatesSession, RatesState } from './rates-session';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(126px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  select: {
    minWidth: 0,
    '& > select': {
      minWidth: 0,
      width: '100%',
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalXL,
    },
  },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const SETTING_NAMES: Readonly<Record<Setting, string>> = {
  nonfacility: 'Office',
  facility: 'Facility',
  'rhc/fqhc': 'RHC or FQHC',
};

export function ChoicesCard({
  choices,
  settings,
  chosen,
  session,
}: Pick<RatesState, 'choices' | 'settings' | 'chosen'> & { session: RatesSession }) {
  const styles = useStyles();
  const { locality, month, setting, qp } = choices;
  return (
    <Card title="Where and when">
      <LocalityField
        locality={locality}
        without={
          hasGeography(choices)
            ? null
            : 'Rural health clinics (RHC) and federally qualified health centers (FQHC) are paid the national amount.'
        }
        onChange={(key) => session.choose({ locality: key })}
      />
      <div className={styles.pair}>
        <Field label="Month of service">
          <Select
            className={styles.select}
            value={month ?? ''}
            onChange={(_, { value }) => session.choose({ month: value === '' ? null : Number(value) })}
          >
            <MonthOptions />
          </Select>
        </Field>
        <Field label="Care setting">
          <Select
            className={styles.select}
            value={setting}
            onChange={(_, { value }) => session.choose({ setting: value as Setting })}
          >
            {Object.entries(SETTING_NAMES).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Checkbox
        className={styles.check}
        checked={qp}
        onChange={(_, { checked }) => session.choose({ qp: checked === true })}
        label="QP: qualifying participant in an advanced payment model"
      />
      <Origin settings={settings} choices={choices} chosen={chosen} onFollow={session.follow} />
    </Card>
  );
}

function MonthOptions() {
  const { first, last } = bookMonths();
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.floor(first / 12) + 1 },
    (_, i) => Math.floor(last / 12) - i,
  );
  return (
    <>
      <option value="">Latest: {years[0]}</option>
      {years.map((year) => (
        <optgroup key={year} label={String(year)}>
          {MONTH_NAMES.map((name, month) => (
            <option key={name} value={year * 12 + month}>{`${name} ${year}`}</option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** Whose choices these are, and what a forecast beyond the last schedule does. */
function Origin({
  settings,
  choices,
  chosen,
  onFollow,
}: Pick<RatesState, 'settings' | 'choices' | 'chosen'> & { onFollow: () => void }) {
  if (!settings) return null;
  if (chosen) {
    return (
      <div>
        <Button size="small" onClick={onFollow}>
          Back to this workbook’s settings
        </Button>
      </div>
    );
  }
  const { startMonth } = settings;
  const { last } = bookMonths();
  return (
    <Caption1>
      As in this workbook’s Settings.
      {choices.month === null &&
        startMonth !== null &&
        startMonth > last &&
        ` No fee schedule is published for ${monthName(startMonth)} yet: these are the amounts of ${Math.floor(last / 12)}, from which the forecast starts.`}
    </Caption1>
  );
}

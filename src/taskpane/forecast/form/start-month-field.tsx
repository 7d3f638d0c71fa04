/** First month of the forecast: a month and a year, because not every Excel has a month picker. */
import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const NAMES = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month, 1)).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' }),
);
const YEARS_BACK = 2;
const YEARS_AHEAD = 10;

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr)', gap: tokens.spacingHorizontalXS },
  select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%', paddingRight: tokens.spacingHorizontalXL } },
});

interface StartMonthProps {
  month: number;
  year: number;
  problem: string | undefined;
  onChange: (part: { startMonth?: number; startYear?: number }) => void;
}

export function StartMonthField({ month, year, problem, onChange }: StartMonthProps) {
  const styles = useStyles();
  // The years stay where they were when the form opened, however often another one is picked.
  const [years] = useState(() => Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, i) => year - YEARS_BACK + i));
  return (
    <Field label="Starts" validationMessage={problem}>
      {({ 'aria-labelledby': label, 'aria-describedby': description }) => (
        <div role="group" aria-labelledby={label} aria-describedby={description} className={styles.pair}>
          <Select
            className={styles.select}
            aria-label="Start month"
            value={month}
            onChange={(_, { value }) => onChange({ startMonth: Number(value) })}
          >
            {NAMES.map((name, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </Select>
          <Select
            className={styles.select}
            aria-label="Start year"
            value={year}
            onChange={(_, { value }) => onChange({ startYear: Number(value) })}
          >
            {years.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  );
}

/** The value of a driver at which the line meets a target, in one sentence, and the way into its cell. */
import { Body1, Button, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { lineByKey } from '../../engine/model/lines';
import { NumberInput } from '../number-input';
import { typedNumber, typedPercent } from '../typed-number';
import { driverText } from './figure-text';
import type { WhatIfSession, WhatIfState } from './what-if-session';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  grow: { flex: '1 1 140px', minWidth: 0 },
  // A long name is cut, not the pane.
  select: { minWidth: 0, '& select': { minWidth: 0 } },
});

export function GoalSeek({ state, session }: { state: WhatIfState; session: WhatIfSession }) {
  const styles = useStyles();
  const { drivers, driver, found, measure, isWriting } = state;
  const [typed, setTyped] = useState('');
  const { name, unit } = lineByKey.get(measure.line)!;
  const target = unit === '%' ? typedPercent(typed) : typedNumber(typed.trim().replace(/^(-?)\$/, '$1'));
  const sought = drivers.find(({ label }) => label === driver);
  const problem = target === undefined ? `Give ${name} in digits, e.g. ${unit === '%' ? '25%' : '50,000'}.` : undefined;
  const seek = () => {
    if (typeof target === 'number') session.seek(target);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        seek();
      }}
      style={{ display: 'contents' }}
    >
      <Field
        label="Driver that may move"
        hint={
          sought &&
          `Today ${driverText(sought.cells, sought.today)}; it may be from ${driverText(sought.cells, sought.lower)} to ${driverText(sought.cells, sought.upper)}.`
        }
      >
        <Select className={styles.select} value={driver} onChange={(_, { value }) => session.choose(value)}>
          {drivers.map(({ label }) => (
            <option key={label}>{label}</option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Field
          className={styles.grow}
          label={`${name} is to be`}
          validationMessage={problem}
          validationState={problem ? 'error' : 'none'}
        >
          <NumberInput value={typed} onType={setTyped} />
        </Field>
        <Button type="submit" disabled={typeof target !== 'number'}>
          Find
        </Button>
      </div>
      {found && (
        <>
          <Body1 role="status">{found.sentence}</Body1>
          {found.others > 0 && (
            <Caption1 className={styles.muted}>
              {found.others === 1 ? 'One other value does' : `${found.others} other values do`} as well; PPPM.SOLVE
              lists them. This one is nearest to today’s.
            </Caption1>
          )}
          {found.value !== null && (
            <Button appearance="primary" disabled={isWriting} onClick={() => void session.type()}>
              Type {driverText(found.cells, found.value)} into the sheet
            </Button>
          )}
        </>
      )}
    </form>
  );
}

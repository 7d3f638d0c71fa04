/** What the line may come to where drivers are uncertain, and how likely a target is. */
import { Body1, Button, Caption1, Field, makeStyles, ProgressBar, Select, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { lineByKey } from '../../engine/model/lines';
import type { Forecast } from '../../forecast/forecast';
import { measureShown } from '../../what-if/sentence';
import { countText, percentText, plural } from '../figures';
import { Notice } from '../notice';
import { NumberInput } from '../number-input';
import type { Sessions } from '../sessions';
import { typedNumber, typedPercent } from '../typed-number';
import { FanChart } from './fan-chart';
import { lineText } from './figure-text';
import { SimulationSession, trialsFor, type Simulated } from './simulation-session';
import type { WhatIfState } from './what-if-session';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
    '& > *, & select': { minWidth: 0 },
  },
  button: { alignSelf: 'flex-start' },
  // Said as it changes; while there is nothing to say it takes no room.
  said: { display: 'contents' },
});

interface SimulationProps {
  state: WhatIfState & { forecast: Forecast };
  scenario: string | null;
  sessions: Sessions;
}

export function Simulation({ state: { forecast, measure, startMonth }, scenario, sessions }: SimulationProps) {
  const styles = useStyles();
  const session = sessions.of(SimulationSession);
  const { running, found, isCanceled, failure } = useSyncExternalStore(session.subscribe, session.getState);
  const offered = useMemo(() => trialsFor(forecast, scenario), [forecast, scenario]);
  const [trials, setTrials] = useState(offered[0]);
  const [typed, setTyped] = useState('');
  const { line, program, month } = measure;
  // What was simulated of other tables, or of another line, answers nothing any more.
  useEffect(() => {
    const asked = session.getState().question;
    const isSame =
      asked?.forecast === forecast &&
      asked.scenario === scenario &&
      asked.measure.line === line &&
      asked.measure.program === program &&
      asked.measure.month === month;
    if (!isSame) session.forget();
  }, [session, forecast, scenario, line, program, month]);
  const { name, unit } = lineByKey.get(line)!;
  const target = unit === '%' ? typedPercent(typed) : typedNumber(typed.trim().replace(/^(-?)\$/, '$1'));
  const problem = target === undefined ? `Give ${name} in digits, e.g. ${unit === '%' ? '25%' : '50,000'}.` : undefined;
  const start = () => {
    if (target !== undefined) void session.run({ forecast, scenario, measure, trials, target });
  };
  const chance = found && chanceSentence(found);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
        style={{ display: 'contents' }}
      >
        <div className={styles.pair}>
          <Field label="Cases drawn">
            <Select value={String(trials)} onChange={(_, { value }) => setTrials(Number(value))}>
              {offered.map((count) => (
                <option key={count} value={count}>
                  {countText(count)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Target, if any" validationMessage={problem} validationState={problem ? 'error' : 'none'}>
            <NumberInput value={typed} onType={setTyped} />
          </Field>
        </div>
        {running && (
          <>
            <ProgressBar value={running.done / running.trials} aria-label="Cases drawn" />
            <Caption1 className={styles.muted}>
              {countText(running.done)} of {plural(running.trials, 'case')}
            </Caption1>
          </>
        )}
        {/* One button, so that the keyboard stays on it. */}
        <Button
          className={styles.button}
          disabled={!running && target === undefined}
          onClick={running ? session.cancel : start}
        >
          {running ? 'Cancel' : 'Simulate'}
        </Button>
      </form>
      <div role="status" className={styles.said}>
        {isCanceled && <Body1>Canceled.</Body1>}
        {found && <Body1>{spreadSentence(found, startMonth)}</Body1>}
        {chance && <Body1>{chance}</Body1>}
      </div>
      {failure && (
        <Notice intent="error" title="Not with these rows.">
          {failure}
        </Notice>
      )}
      {found && <Found found={found} startMonth={startMonth} />}
    </>
  );
}

function Found({ found, startMonth }: { found: Simulated; startMonth: number | null }) {
  const styles = useStyles();
  const { question, percentiles, asForecast, rows, isAssumed } = found;
  const [low, middle, high] = percentiles.map((each) => each.slice(1));
  return (
    <>
      <FanChart line={question.measure.line} {...{ low, middle, high, startMonth }} forecast={asForecast.slice(1)} />
      <Caption1 className={styles.muted}>
        {isAssumed
          ? `Drawn from ${plural(rows, 'assumption')}: referrals and disengagement 25% either way, realization 10%, pay of staff 5%. With the sheets Risk they can be seen and changed.`
          : `Drawn from ${plural(rows, 'row')} of the sheet Uncertainty.`}
      </Caption1>
    </>
  );
}

/** The total, or the month that is asked about. */
const placeOf = ({ question }: Simulated): number => question.measure.month ?? 0;

function spreadSentence(found: Simulated, startMonth: number | null): string {
  const { question, percentiles, asForecast } = found;
  const place = placeOf(found);
  const text = (value: number) => lineText(question.measure.line, value);
  const [low, middle, high] = percentiles.map((each) => each[place]);
  const what = measureShown(question.measure, startMonth);
  return `In eight cases of ten ${what} comes to between ${text(low)} and ${text(high)}; half of the cases are above ${text(middle)}. As forecast it is ${text(asForecast[place])}.`;
}

function chanceSentence(found: Simulated): string | null {
  const { target, trials, measure } = found.question;
  if (target === null || !found.reached) return null;
  const share = found.reached[placeOf(found)];
  const cases = share === 0 ? 'none' : share === 1 ? 'all' : percentText(share);
  return `It reaches ${lineText(measure.line, target)} in ${cases} of the ${countText(trials)} cases.`;
}

/** Which scenario the whole workbook shows. */
import { makeStyles, mergeClasses, tokens, useId } from '@fluentui/react-components';

const useStyles = makeStyles({
  fieldset: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    padding: '2px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  choice: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    minHeight: '32px',
    cursor: 'pointer',
    padding: `2px ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    flex: '1 1 auto',
    maxWidth: '100%',
    boxSizing: 'border-box',
    overflowWrap: 'break-word',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: tokens.shadow2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  radio: { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
});

interface ScenarioSwitchProps {
  scenarios: readonly string[];
  active: string;
  onSwitch: (scenario: string) => void;
}

export function ScenarioSwitch({ scenarios, active, onSwitch }: ScenarioSwitchProps) {
  const styles = useStyles();
  const name = useId('scenario');
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>Active scenario</legend>
      <div className={styles.choices}>
        {scenarios.map((scenario) => (
          <label key={scenario} className={mergeClasses(styles.choice, scenario === active && styles.active)}>
            <input
              className={styles.radio}
              type="radio"
              name={name}
              value={scenario}
              checked={scenario === active}
              onChange={() => onSwitch(scenario)}
            />
            {scenario}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

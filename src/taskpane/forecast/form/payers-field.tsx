/** Who pays. */
import { Checkbox, Field, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  fieldset: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0 },
  choices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))', alignItems: 'start' },
});

interface PayersProps {
  choices: readonly string[];
  chosen: readonly string[];
  problem: string | undefined;
  onChange: (payers: readonly string[]) => void;
}

export function PayersField({ choices, chosen, problem, onChange }: PayersProps) {
  const styles = useStyles();
  const toggle = (payer: string, on: boolean) =>
    onChange(choices.filter((choice) => (choice === payer ? on : chosen.includes(choice))));
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>Payers</legend>
      <div className={styles.choices}>
        {choices.map((payer) => (
          <Checkbox
            key={payer}
            label={payer}
            checked={chosen.includes(payer)}
            aria-invalid={problem ? true : undefined}
            onChange={(_, { checked }) => toggle(payer, checked === true)}
          />
        ))}
      </div>
      {problem && <Field validationMessage={problem} />}
    </fieldset>
  );
}

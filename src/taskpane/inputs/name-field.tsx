/** A name: one of those known, or one of the user's own. */
import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';

const useStyles = makeStyles({ field: { minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } } });

interface NameFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** Each with what it stands for, where that is not plain. */
  choices: readonly { name: string; title?: string }[];
  onChange: (name: string) => void;
}

export function NameField({ label, hint, value, choices, onChange }: NameFieldProps) {
  const styles = useStyles();
  return (
    <Field label={label} hint={hint}>
      <Combobox
        className={styles.field}
        freeform
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onFocus={({ target }) => target.select()}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onChange(optionValue)}
      >
        {choices.map(({ name, title }) => (
          <Option key={name} value={name} text={name}>
            {title && title !== name ? `${name}: ${title}` : name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

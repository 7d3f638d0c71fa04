/** A field for a number: what stands in it is selected when the keyboard comes, so that it is typed over. */
import { Input, makeStyles, mergeClasses, type InputProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } },
  right: { textAlign: 'right' },
});

type NumberInputProps = Omit<InputProps, 'onChange' | 'value' | 'input'> & {
  value: string;
  onType: (typed: string) => void;
};

export function NumberInput({ onType, className, ...input }: NumberInputProps) {
  const styles = useStyles();
  return (
    <Input
      {...input}
      className={mergeClasses(styles.field, className)}
      input={{ className: styles.right, inputMode: 'decimal', size: 4 }}
      autoComplete="off"
      onFocus={({ target }) => target.select()}
      onChange={(_, { value }) => onType(value)}
    />
  );
}

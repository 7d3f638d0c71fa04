/** A Medicare locality, found by typing a part of its state, its name or its number. */
import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findLocalities, localityChoices, NATIONAL } from './localities';

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  listbox: { maxHeight: '300px', overflowX: 'hidden' },
  option: { overflowWrap: 'anywhere' },
});

interface LocalityFieldProps {
  /** State and number; blank = national. */
  locality: string;
  /** Said instead of a hint where the locality makes no difference. */
  without: string | null;
  onChange: (locality: string) => void;
}

export function LocalityField({ locality, without, onChange }: LocalityFieldProps) {
  const styles = useStyles();
  const choices = useMemo(localityChoices, []);
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const chosen = without ? NATIONAL : (choices.find(({ key }) => key === locality) ?? NATIONAL);
  const input = useRef<HTMLInputElement>(null);
  // What is chosen is there to be typed over.
  useEffect(() => {
    if (document.activeElement === input.current) input.current?.select();
  }, [chosen]);
  const found = typed === null ? choices : findLocalities(choices, typed);
  return (
    <Field label="Locality" hint={without ?? undefined}>
      <Combobox
        ref={input}
        className={styles.combobox}
        disabled={without !== null}
        value={typed ?? chosen.label}
        selectedOptions={[chosen.key]}
        placeholder="State, city or number"
        listbox={{ className: styles.listbox }}
        open={open}
        onChange={({ target }) => {
          setTyped(target.value);
          // A text that is pasted or dictated opens the list as well.
          setOpen(true);
        }}
        onFocus={({ target }) => target.select()}
        onOpenChange={(_, { open: opens }) => {
          setOpen(opens);
          if (!opens) setTyped(null);
        }}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => {
          // Typing something else takes the selection off: that is not a choice.
          if (optionValue === undefined) return;
          setTyped(null);
          onChange(optionValue);
        }}
      >
        {found.map(({ key, label }) => (
          <Option key={key} value={key} text={label} className={styles.option}>
            {key ? `${label} (${key})` : label}
          </Option>
        ))}
        {found.length === 0 && (
          <Option key="none" text="" disabled>
            No locality has “{typed}” in its name
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

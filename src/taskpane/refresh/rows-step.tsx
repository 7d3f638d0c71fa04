/** The first step: rows are pasted, opened or picked. */
import { Body1, Button, Caption1, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ArrowRightRegular, DocumentRegular, TableRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { Card } from '../card';
import type { StepProps } from './step-props';
import { openedFile } from './sources';

const useStyles = makeStyles({
  paste: {
    width: '100%',
    '& > textarea': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function RowsStep({ state: { sources, work }, session }: StepProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = work !== null;
  const read = () => {
    if (isBusy) return;
    // What was read is not shown any more: patients are named in it.
    void session.paste(text);
    setText('');
  };
  return (
    <>
      <Body1>
        A roster, claims, a monthly summary, minutes or an aging report, as your systems export them. Columns are found
        by their headers, in any order.
      </Body1>
      <Card title="Paste">
        <Field label="Rows with their header row">
          <Textarea
            className={styles.paste}
            rows={6}
            resize="vertical"
            spellCheck={false}
            autoComplete="off"
            value={text}
            placeholder="Copy the table, then paste it here"
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={read}>
            Read
          </Button>
        </div>
      </Card>
      <Card title="Or open, or pick">
        <div className={styles.buttons}>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept=".csv,.txt,.tsv,.xlsx,.xlsm"
            aria-label="Files to read"
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              // The same file may be opened again.
              target.value = '';
              void session.add(files.map(openedFile));
            }}
          />
          <Button
            icon={<DocumentRegular />}
            disabledFocusable={isBusy}
            onClick={() => !isBusy && picker.current?.click()}
          >
            Open files
          </Button>
          <Button
            icon={<TableRegular />}
            disabledFocusable={isBusy}
            onClick={() => !isBusy && void session.takeSelection()}
          >
            Read the selected cells
          </Button>
        </div>
        <Caption1 className={styles.muted}>.csv, .txt or .xlsx; several at once, one of each kind.</Caption1>
      </Card>
      <Caption1 className={styles.muted}>
        Patients stay where they are: rows are read in this pane and sent nowhere. Only sums by month and measured rates
        are shown and written.
      </Caption1>
      {sources.length > 0 && (
        <div className={styles.buttons}>
          <Button icon={<ArrowRightRegular />} onClick={() => session.go('Read')}>
            Back to what was read
          </Button>
        </div>
      )}
    </>
  );
}

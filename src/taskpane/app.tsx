/** The pane in its theme. */
import { FluentProvider, makeStaticStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Pane, type PaneProps } from './pane';
import { DARK, LIGHT } from './theme';
import { useDark } from './use-dark';

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  root: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    colorScheme: 'light',
    backgroundColor: tokens.colorNeutralBackground2,
    fontVariantNumeric: 'tabular-nums',
  },
  dark: { colorScheme: 'dark' },
});

export function App(pane: PaneProps) {
  usePageStyles();
  const styles = useStyles();
  const dark = useDark();
  return (
    // The provider itself stays bare: dialogs take over its class.
    <FluentProvider theme={dark ? DARK : LIGHT}>
      <div className={mergeClasses(styles.root, dark && styles.dark)}>
        <Pane {...pane} />
      </div>
    </FluentProvider>
  );
}

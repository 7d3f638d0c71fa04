import type { BlankConvention } from '../host/function-arguments';

/** What the address line says about the Excel to be played. */
export interface WorkbenchOptions {
  addin: boolean;
  blanks: BlankConvention;
  delay: number;
  without: string[];
  theme: 'light' | 'dark';
  /** A cell is being typed in already when the window opens. */
  editing: boolean;
  /** Milliseconds until Excel knows the functions of a fresh installation. */
  functionsAfter: number;
  /** Width of the pane in pixels; null when it starts closed. */
  pane: number | null;
}

const BLANKS: Readonly<Record<string, BlankConvention>> = { '0': 0, empty: '', null: null };
const PANE_WIDTH = 360;

export function readOptions(search: string): WorkbenchOptions {
  const query = new URLSearchParams(search);
  const choice = <T>(name: string, choices: Readonly<Record<string, T>>, otherwise: T): T => {
    const value = query.get(name);
    if (value === null) return otherwise;
    if (!(value in choices)) throw new Error(`${name}=${value}: choose ${Object.keys(choices).join(', ')}`);
    return choices[value];
  };
  const count = (name: string, otherwise: number): number => {
    const value = query.get(name);
    if (value === null) return otherwise;
    if (!/^\d+$/.test(value)) throw new Error(`${name}=${value}: give a whole number`);
    return Number(value);
  };
  return {
    addin: choice('addin', { none: false, on: true }, true),
    blanks: choice('blanks', BLANKS, 0),
    delay: count('delay', 0),
    without: query
      .getAll('without')
      .flatMap((sets) => sets.split(','))
      .filter(Boolean),
    theme: choice('theme', { light: 'light', dark: 'dark' } as const, 'light'),
    editing: choice('editing', { on: true, off: false }, false),
    functionsAfter: count('functionsAfter', 0),
    pane: query.get('pane') === 'closed' ? null : count('pane', PANE_WIDTH),
  };
}

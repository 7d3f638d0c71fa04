import type { ValidationRule } from '../../grid/grid';
import { formatRange, quoteSheet } from '../address';
import { invalidArgument, notImplemented } from '../excel-error';
import { HostObject } from '../host-object';
import { attributes, properties } from '../properties';
import { Range } from './range';

interface BasicRule {
  formula1: string | number | Range;
  formula2?: string | number | Range;
  operator: NonNullable<ValidationRule['operator']>;
}

interface Rule {
  list?: { inCellDropDown: boolean; source: string | Range };
  custom?: { formula: string };
  decimal?: BasicRule;
  wholeNumber?: BasicRule;
  date?: BasicRule;
}

interface Prompt {
  showPrompt: boolean;
  title: string;
  message: string;
}

interface Alert {
  showAlert: boolean;
  style: 'Stop' | 'Warning' | 'Information';
  title: string;
  message: string;
}

const TYPES = { list: 'List', custom: 'Custom', decimal: 'Decimal', wholeNumber: 'WholeNumber', date: 'Date' } as const;

export class DataValidation extends HostObject {
  readonly typeName = 'DataValidation';

  constructor(private readonly range: Range) {
    super();
  }

  static {
    const rule = attributes<DataValidation, ValidationRule>(
      (validation, key) => validation.stored()?.[key],
      (validation, change, member) => validation.change(change, member),
    );
    properties(this, {
      prompt: rule('prompt', {
        unset: { showPrompt: false, title: '', message: '' },
        read: (prompt) => ({ showPrompt: true, ...prompt }),
        write({ showPrompt, title, message }: Prompt) {
          checkTexts(title, message);
          return showPrompt ? { title, message } : undefined;
        },
      }),
      errorAlert: rule('alert', {
        unset: { showAlert: false, style: 'Stop', title: '', message: '' },
        read: (alert) => ({ showAlert: true, ...alert }),
        write({ showAlert, style = 'Stop', title, message }: Alert) {
          checkTexts(title, message);
          return showAlert ? { style, title, message } : undefined;
        },
      }),
      ignoreBlanks: rule('ignoreBlanks', { unset: true }),
    });
  }

  get type() {
    const rule = this.stored();
    return rule ? TYPES[rule.kind] : 'None';
  }

  get rule(): Rule {
    const stored = this.stored();
    if (!stored) return {};
    if (stored.kind === 'list') return { list: { inCellDropDown: true, source: stored.source! } };
    if (stored.kind === 'custom') return { custom: { formula: stored.source! } };
    const { formula1, formula2, operator } = stored;
    return { [stored.kind]: { formula1, formula2, operator } };
  }
  set rule(rule: Rule) {
    const { ignoreBlanks = true, prompt, alert } = this.stored() ?? {};
    this.store({ ...asStored(rule), ignoreBlanks, prompt, alert });
  }

  clear() {
    this.store(null);
  }

  private readonly stored = () => {
    const { area, sheetId, state } = this.range;
    return state.grid.readValidation(sheetId, area.row, area.column);
  };

  private readonly store = (rule: ValidationRule | null) => {
    const { area, sheetId, state } = this.range;
    state.grid.setValidation(sheetId, area, rule);
  };

  private readonly change = (change: Partial<ValidationRule>, member: string) => {
    const stored = this.stored();
    if (!stored) throw notImplemented(`${member} without a rule`);
    this.store({ ...stored, ...change });
  };
}

function checkTexts(title: string, message: string): void {
  if (title.length > 32 || message.length > 255) throw invalidArgument();
}

/** Of a list in words. */
const MOST_LETTERS = 255;

function asStored(rule: Rule): Omit<ValidationRule, 'ignoreBlanks'> {
  const [kind, ...more] = Object.keys(rule) as (keyof Rule)[];
  if (!kind || more.length) throw invalidArgument();
  if (!(kind in TYPES)) throw notImplemented(`DataValidation.rule.${kind}`);
  if (rule.list) {
    const source = asFormula(rule.list.source) as string;
    if (!source.startsWith('=') && source.length > MOST_LETTERS) throw invalidArgument();
    return { kind: 'list', source };
  }
  if (rule.custom) return { kind: 'custom', source: rule.custom.formula };
  const { formula1, formula2, operator } = rule[kind] as BasicRule;
  return {
    kind: kind as 'decimal',
    operator,
    formula1: asFormula(formula1),
    formula2: formula2 === undefined ? undefined : asFormula(formula2),
  };
}

function asFormula(source: string | number | Range): string | number {
  return source instanceof Range ? `=${quoteSheet(source.sheetName())}!${formatRange(source.area, true)}` : source;
}

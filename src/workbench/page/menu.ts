import { byId, element } from './elements';
import type { WorkbenchOptions } from './options';
import type { WorkbenchApi, WorkbookSnapshot } from './workbench-api';
import type { byHand } from './xlsx-files';

/**
 * Which Excel to play, the workbook as a file, and as it would be printed. A choice loads the page again with its address; only the add-in
 * is removed at once, so that one sees what becomes of the workbook.
 */
export function openMenu(
  options: WorkbenchOptions,
  workbench: WorkbenchApi,
  { preview, startAnew, xlsx }: { preview: () => void; startAnew: () => void; xlsx: ReturnType<typeof byHand> | null },
): void {
  const blanks = options.blanks === null ? 'null' : options.blanks === '' ? 'empty' : '0';
  byId('menu').replaceChildren(
    choice('Blank cells reach functions as', 'blanks', blanks, {
      '0': '0 (Windows, Mac)',
      empty: 'empty text',
      null: 'null',
    }),
    choice('Each round trip takes', 'delay', String(options.delay), {
      '0': 'no extra time',
      '50': '50 ms more',
      '250': '250 ms more',
      '1000': '1 s more',
    }),
    choice('Newest Excel API', 'without', options.without[0] ?? '', {
      '': '1.17',
      'ExcelApi1.13': '1.12',
      'ExcelApi1.9': '1.8',
    }),
    choice('Theme of the pane', 'theme', options.theme, { light: 'light', dark: 'dark' }),
    choice(
      'Add-in',
      'addin',
      options.addin ? 'on' : 'none',
      { on: 'installed', none: 'not installed' },
      (value, address) => {
        if (value !== 'none') return false;
        workbench.removeAddin();
        history.replaceState(null, '', address);
        return true;
      },
    ),
    element(
      'div',
      { class: 'files' },
      element(
        'button',
        {
          type: 'button',
          click: () =>
            openFile('application/json', async (file) =>
              workbench.load(JSON.parse(await file.text()) as WorkbookSnapshot),
            ),
        },
        'Open workbook',
      ),
      ...(xlsx
        ? [
            element('button', { type: 'button', click: () => openFile('.xlsx', xlsx.open) }, 'Open .xlsx'),
            element('button', { type: 'button', click: () => void xlsx.save() }, 'Save as .xlsx'),
            element(
              'button',
              {
                type: 'button',
                title: 'The workbook in formulas that need no add-in, as .xlsx',
                click: () => void xlsx.savePlain(),
              },
              'Save plain copy',
            ),
          ]
        : []),
      element('button', { type: 'button', click: startAnew }, 'New workbook'),
      element('button', { type: 'button', title: 'Ctrl+P', click: preview }, 'Print preview'),
    ),
  );
  const details = byId<HTMLDetailsElement>('options');
  document.addEventListener('click', (event) => {
    if (!details.contains(event.target as Node)) details.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

/** A choice takes effect at once where `apply` can do so, else by loading the page with its new address. */
function choice(
  label: string,
  name: string,
  current: string,
  choices: Record<string, string>,
  apply: (value: string, address: string) => boolean = () => false,
): HTMLElement {
  const values = current in choices ? choices : { ...choices, [current]: current };
  const select = element(
    'select',
    { name },
    ...Object.entries(values).map(([value, text]) => element('option', { value }, text)),
  );
  select.value = current;
  select.addEventListener('change', () => {
    const query = new URLSearchParams(location.search);
    if (select.value === '') query.delete(name);
    else query.set(name, select.value);
    const address = `?${query}`;
    if (!apply(select.value, address)) location.search = address;
  });
  return element('label', {}, element('span', {}, label), select);
}

function openFile(accept: string, open: (file: File) => Promise<void>): void {
  const input = element('input', { type: 'file', accept });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void open(file);
  });
  input.click();
}

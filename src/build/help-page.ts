/** The help pages as HTML: one a worksheet function, and the list of all. No scripts, one file each. */
import { CATEGORIES, type FunctionDoc, type FunctionExample, type ParameterDoc } from './function-docs';
import { EXAMPLE_TABLES } from './example-tables';
import { SEARCH_HASH, SEARCH_SCRIPT } from './help-search';
import { helpStyle } from './help-style';
import { TASKS } from './tasks';

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text with `code` in it. */
const inline = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** A paragraph, or a list when its lines start with a dash. */
function block(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  if (!lines[0].startsWith('- ')) return `<p>${inline(lines.join(' '))}</p>`;
  const items = lines
    .join('\n')
    .split(/^- /m)
    .filter(Boolean)
    .map((item) => `<li>${inline(item.trim().replaceAll('\n', ' '))}</li>`);
  return `<ul>${items.join('')}</ul>`;
}

const section = (title: string, content: string): string => (content ? `<h2>${title}</h2>\n${content}\n` : '');

/** @param script of the page, with its hash; most have none */
export function page(title: string, version: string, content: string, script?: { text: string; hash: string }): string {
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; ${script ? `script-src '${script.hash}'; ` : ''}img-src 'self'; base-uri 'none'; form-action 'none'">
<title>${escape(title)}</title>
<link rel="icon" href="../assets/icon-32.png">
<style>${helpStyle}</style>
</head>
<body>
<main>
${content}
<footer>PPPM for Excel ${escape(version)}</footer>
</main>
${script ? `<script>${script.text}</script>\n` : ''}</body>
</html>
`;
}

/** PPPM.CLAIMSUCCESS(cleanClaimRate, [appealRate], [overturnRate]) */
export function syntax({ id, parameters }: FunctionDoc): string {
  return `PPPM.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`;
}

export function functionPage(doc: FunctionDoc, version: string): string {
  return page(
    `PPPM.${doc.id}`,
    version,
    `<nav><a href="index.html">All functions</a></nav>
<h1>PPPM.${doc.id}</h1>
<p>${inline(doc.summary)}</p>
<pre>=${escape(syntax(doc))}</pre>
${section('Arguments', parameterTable(doc.parameters))}${section('Returns', doc.returns && block(doc.returns))}${section('Remarks', doc.remarks.map(block).join('\n'))}${section('Examples', doc.examples.map(example).join('\n') + exampleTables(doc))}${section('Errors', errors(doc))}`,
  );
}

function parameterTable(parameters: ParameterDoc[]): string {
  const rows = parameters.map(
    ({ name, optional, description, choices }) =>
      `<tr><td><code>${escape(name)}</code></td><td>${optional ? '<span class="soft">Optional.</span> ' : ''}${inline(description ?? '')}${choiceList(choices)}</td></tr>`,
  );
  return rows.length
    ? `<div class="scroll"><table>\n<tr><th scope="col">Argument</th><th scope="col">What to give</th></tr>\n${rows.join('\n')}\n</table></div>`
    : '';
}

function choiceList(choices: ParameterDoc['choices']): string {
  if (choices.length === 0) return '';
  const items = choices.map(
    ({ stringValue, numberValue, tooltip }) =>
      `<code>${escape(String(stringValue ?? numberValue))}</code>${tooltip ? ` (${inline(tooltip.replace(/\.$/, ''))})` : ''}`,
  );
  return `<br>Excel offers ${items.join(', ')}.`;
}

function example({ caption, formula, result }: FunctionExample): string {
  return `${caption ? `<p>${inline(caption)}</p>\n` : ''}<pre>${escape(formula)}</pre>\n${resultBlock(result)}`;
}

/** The tables that the examples name, without the columns that are blank. */
function exampleTables({ examples }: FunctionDoc): string {
  const named = Object.keys(EXAMPLE_TABLES).filter((name) => examples.some(({ formula }) => formula.includes(name)));
  if (named.length === 0) return '';
  const tables = named.map((name) => {
    const [headers, ...rows] = EXAMPLE_TABLES[name];
    const kept = headers.map((_, i) => i).filter((i) => rows.some((row) => row[i] !== ''));
    const cells = (row: readonly unknown[], tag: 'th' | 'td') =>
      kept
        .map((i) => `<${tag}${typeof row[i] === 'number' ? '' : ' class="text"'}>${escape(shownCell(row, i))}</${tag}>`)
        .join('');
    return `<p><code>${name}</code></p>
<div class="scroll result"><table><tr>${cells(headers, 'th')}</tr>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</table></div>`;
  });
  return `\n<p>The tables of the example; columns that are left blank are not shown.</p>\n${tables.join('\n')}`;
}

/** As the sheet shows it: a start month is a date. */
const shownCell = (row: readonly unknown[], i: number): string =>
  row[0] === 'Start month' && typeof row[i] === 'number'
    ? new Date((row[i] - SERIAL_OF_1970) * 86_400_000).toISOString().slice(0, 10)
    : String(row[i]);
const SERIAL_OF_1970 = 25_569;

/** A result in braces is shown as the cells it spills into. */
function resultBlock(result: string): string {
  const array = /^\{(.*)\}\s*(\(.*\))?$/s.exec(result);
  if (!array) return `<p>Result: <strong>${escape(result)}</strong></p>`;
  const rows = splitOutside(array[1], ';').map((row) => splitOutside(row, ',').map((cell) => cell.trim()));
  const cells = (row: string[]) =>
    row
      .map((cell) =>
        cell.startsWith('"')
          ? `<td class="text">${escape(cell.slice(1, -1).replaceAll('""', '"'))}</td>`
          : `<td>${escape(cell)}</td>`,
      )
      .join('');
  const note = array[2] ? `<p class="soft">${escape(array[2])}</p>` : '';
  return `<div class="scroll result"><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table></div>${note}`;
}

/** Splits at a separator that is not inside a text in quotes. */
function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function errors({ errors: texts }: FunctionDoc): string {
  const own = texts.length
    ? `<ul>${texts.map((text) => `<li>${inline(text.replaceAll('\n', ' '))}</li>`).join('')}</ul>`
    : '';
  return `${own}<p>An input that cannot be right gives <code>#VALUE!</code>. Select the cell and open its error menu: the text names the argument, says what it got and what is allowed. Shares are 0 to 1: type 85% or 0.85, not 85. A blank cell counts as not given.</p>`;
}

/** What a row is found by. */
const words = (...texts: readonly string[]): string =>
  escape(
    texts
      .join(' ')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' '),
  );

const part = (title: string, rows: readonly string[]): string =>
  rows.length
    ? `<section data-part><h2>${title}</h2>
<div class="scroll"><table class="list">${rows.join('\n')}</table></div></section>`
    : '';

export function indexPage(docs: readonly FunctionDoc[], version: string): string {
  const link = (id: string) => `<a href="${id}.html"><code>PPPM.${id}</code></a>`;
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const tasks = TASKS.flatMap(({ task, functions }) => {
    const known = functions.filter((id) => byId.has(id));
    if (known.length === 0) return [];
    const found = words(task, ...known, ...known.map((id) => byId.get(id)!.summary));
    return `<tr data-words="${found}"><td class="task">${escape(task)}</td><td>${known.map(link).join(', ')}</td></tr>`;
  });
  const lists = CATEGORIES.map((category) =>
    part(
      category,
      docs
        .filter((doc) => doc.category === category)
        .map(
          ({ id, summary, remarks, parameters }) =>
            `<tr data-words="${words(category, id, summary, ...remarks, ...parameters.map(({ name }) => name))}"><td>${link(id)}</td><td>${inline(summary)}</td></tr>`,
        ),
    ),
  );
  return page(
    'PPPM for Excel: help',
    version,
    `<h1>PPPM for Excel</h1>
<p>Forecasts the per-patient-per-month revenue of virtual-care programs: <strong>revenue = active patients × eligibility realization × claim success × average allowed PPPM</strong>, month by month, program by program, payer by payer.</p>
<h2>Getting started</h2>
<p>On the Home tab choose <strong>Build workbook</strong>: it lays out the input sheets with a sample practice, the forecast, and the checks. Change any pale yellow cell and the forecast follows. <strong>Check</strong> lists what looks wrong in the inputs and where.</p>
<p>Everything is computed on this machine. Nothing is sent anywhere.</p>
<input id="search" type="search" placeholder="Search the functions" aria-label="Search the functions" hidden>
<p id="none" class="soft" hidden>No function has all of these words.</p>
${part('By task', tasks)}
${lists.join('\n')}`,
    { text: SEARCH_SCRIPT, hash: SEARCH_HASH },
  );
}

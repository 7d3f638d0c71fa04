/** The search of the help's list: a script of a few lines, which the page's policy knows by its hash. */
import { createHash } from 'node:crypto';

/** Rows without all the words typed are hidden, and headings without rows. */
export const SEARCH_SCRIPT = `
const box = document.getElementById('search');
const rows = [...document.querySelectorAll('[data-words]')];
const none = document.getElementById('none');
box.hidden = false;
const find = () => {
  const words = box.value.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  for (const row of rows) row.hidden = !words.every((word) => row.dataset.words.includes(word));
  for (const part of document.querySelectorAll('[data-part]'))
    part.hidden = !part.querySelector('[data-words]:not([hidden])');
  none.hidden = rows.some((row) => !row.hidden);
};
box.addEventListener('input', find);
`.trim();

export const SEARCH_HASH = `sha256-${createHash('sha256').update(SEARCH_SCRIPT).digest('base64')}`;

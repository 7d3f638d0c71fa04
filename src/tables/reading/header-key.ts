import { memoized } from './memo';
import { fold } from './nearest';

/** A header without case, spacing, hyphens or its unit: “Conversion-Rate (% a month)” and “conversion rate %” are one column. */
export const headerKey = memoized((header) => {
  const folded = fold(header);
  let end = folded.length;
  if (/[)\]]$/.test(folded)) {
    const bracket = folded.search(/[([]/);
    if (bracket >= 0) end = bracket;
  }
  while (end > 0 && ' %$'.includes(folded[end - 1])) end--;
  return folded.slice(0, end).replace(/[ _-]+/g, '');
});

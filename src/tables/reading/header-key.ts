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

/** The words of a header: “DaysInA/R (days)” → “days in a r days”. */
export const headerWords = memoized((header) =>
  fold(header.replace(/(?<=[a-z])(?=[A-Z])|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' '))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim(),
);

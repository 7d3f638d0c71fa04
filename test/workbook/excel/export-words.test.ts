import { expect, it } from 'vitest';
import { NO_WORDS, parse, xmlOf } from '../../../src/workbook/excel/export-words';

it('what was said of exports is kept as it was said, whatever characters it has', () => {
  const words = {
    headers: { 'pat. <nr> & "x"': 'Patient ID', übrig: '' },
    programs: { 'Chronic care': 'CCM' },
    payers: { '100%': 'Medicare' },
  };
  expect(parse(xmlOf(words))).toEqual(words);
});

it.each(['', '<exports></exports>', '<exports>%%%</exports>', '<exports>null</exports>', '<other>1</other>'])(
  'what somebody else has written there (%s) is nothing said',
  (xml) => expect(parse(xml)).toEqual(NO_WORDS),
);

it('a meaning that is no text is left out', () => {
  const xml = `<exports>${encodeURIComponent('{"headers":{"a":5,"b":"Payer"},"payers":[]}')}</exports>`;
  expect(parse(xml)).toEqual({ ...NO_WORDS, headers: { b: 'Payer' } });
});

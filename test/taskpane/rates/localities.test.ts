import { describe, expect, it } from 'vitest';
import { rateBook } from '../../../src/rates/book';
import { findLocality } from '../../../src/rates/locality';
import { findLocalities, localityChoices } from '../../../src/taskpane/rates/localities';

const labels = (typed: string) => findLocalities(localityChoices(), typed).map(({ label }) => label);

describe('localities in words', () => {
  it('are the nation and all 109, each once and none without its state', () => {
    const choices = localityChoices();
    expect(choices[0]).toMatchObject({ key: '', label: 'National' });
    expect(
      choices
        .slice(1)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(
      rateBook()
        .localities.map(({ key }) => key)
        .sort(),
    );
    expect(new Set(choices.map(({ label }) => label)).size).toBe(110);
    for (const { key, label } of choices.slice(1)) {
      expect(findLocality(key)?.key).toBe(key);
      expect(label).toMatch(/^[A-Z][a-z]+/);
      expect(label).not.toMatch(/[A-Z]{4}|REST|CNTY/);
    }
  });

  it('are found by state, name, number or a mix, from the beginnings of words', () => {
    expect(labels('manhattan')).toEqual(['New York: Manhattan']);
    expect(labels('ny man')).toEqual(['New York: Manhattan']);
    expect(labels('NY-01')).toEqual(['New York: Manhattan']);
    expect(labels('new york')).toEqual([
      'New York: Manhattan',
      'New York: NYC suburbs/Long Island',
      'New York: Poughkeepsie/north NYC suburbs',
      'New York: Queens',
      'New York: rest of the state',
    ]);
    expect(labels('kansas')).toEqual(['Kansas', 'Missouri: Metropolitan Kansas City']);
    expect(labels('REST OF TEXAS')).toEqual(['Texas: rest of the state']);
    expect(labels('atlantis')).toEqual([]);
    expect(labels('')).toHaveLength(110);
  });
});

import { describe, expect, it } from 'vitest';
import { rateBook } from '../../src/rates/book';
import { codesOfProgram } from '../../src/rates/codes-of-program';

const codes = (program: string) => codesOfProgram(program).map(({ code }) => code);

describe('The codes of a program', () => {
  it('stand with each base before its add-ons, those without a known rule last', () => {
    expect(codes('CCM')).toEqual(['99490', '99439', '99491', '99437', '99487', '99489', 'G0506']);
    expect(codes('PCM')).toEqual(['99424', '99425', '99426', '99427']);
  });

  it('include add-ons of another name that are billed with its bases', () => {
    expect(codes('APCM')).toEqual(['G0556', 'G0557', 'G0558', 'G0568', 'G0569', 'G0570']);
  });

  it('are found in any case, and none for a program that the book does not hold', () => {
    expect(codes(' bhi ')).toEqual(codes('BHI'));
    expect(codes('BHI')).toEqual(['99484', 'G0323']);
    expect(codes('Stroke follow-up')).toEqual([]);
    expect(codes('')).toEqual([]);
  });

  it('hold every code of the book under one program or more', () => {
    const programs = [...new Set([...rateBook().codes.values()].map(({ program }) => program))];
    expect(new Set(programs.flatMap(codes))).toEqual(new Set(rateBook().codes.keys()));
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functionDocs } from '../../src/build/function-docs';
import { functionMetadata } from '../../src/build/function-metadata';

const ENUMS = `
/**
 * How active patients are counted.
 * @customenum {string}
 */
export enum BillingBasis {
  /** The average. */
  average = "average",
  /** At month end. */
  closing = "closing",
}`;

const PANEL = `
import type { BillingBasis } from './enums';
/**
 * Rolls the panel
 * forward.
 *
 * Nobody leaves in the month they join.
 *
 * @customfunction PANEL
 * @category Panel
 * @param opening Opening patients.
 * @param [basis] How active patients are counted.
 * @returns Patients.
 * @example
 * Ten a month.
 * =PPPM.PANEL({1,2},
 *   "closing")
 * → {1,2} (rounded)
 * @example
 * =PPPM.PANEL(1)
 * → 1
 */
export function panel(opening: unknown[][], basis?: BillingBasis): unknown[][] { return basis ? opening : []; }`;

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'functions-'));
  write('enums.ts', ENUMS);
  write('panel.ts', PANEL);
  write('index.ts', `export { panel } from './panel';`);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('Metadata of the worksheet functions', () => {
  it('is read from TSDoc, with enums from their own file', () => {
    const { metadata, errors } = functionMetadata(folder, 'https://example.com');
    expect(errors).toEqual([]);
    expect(metadata.functions).toEqual([
      {
        id: 'PANEL',
        name: 'PANEL',
        description: 'Rolls the panel forward.',
        helpUrl: 'https://example.com/help/PANEL.html',
        parameters: [
          { name: 'opening', description: 'Opening patients.', type: 'any', dimensionality: 'matrix', optional: false },
          {
            name: 'basis',
            description: 'How active patients are counted.',
            type: 'string',
            dimensionality: 'scalar',
            optional: true,
            customEnumId: 'BillingBasis',
          },
        ],
        result: { dimensionality: 'matrix' },
      },
    ]);
    expect(metadata.enums).toEqual([
      {
        id: 'BillingBasis',
        type: 'string',
        values: [
          { name: 'average', stringValue: 'average', tooltip: 'The average.' },
          { name: 'closing', stringValue: 'closing', tooltip: 'At month end.' },
        ],
      },
    ]);
  });

  it('reports a type that Excel has no word for, with file and place', () => {
    write(
      'bad.ts',
      `/**\n * Bad.\n * @customfunction BAD\n * @param x Map.\n */\nexport function bad(x: Map<string, number>): number { return x.size; }`,
    );
    expect(functionMetadata(folder, '').errors).toEqual([expect.stringMatching(/^bad\.ts: .*Map.*\(6,/)]);
  });

  it('reports a function declared twice', () => {
    write('again.ts', PANEL);
    expect(functionMetadata(folder, '').errors).toEqual(['panel.ts: the function PANEL is declared twice']);
  });
});

describe('Documentation of the worksheet functions', () => {
  it('holds remarks, choices and examples', () => {
    expect(functionDocs(folder)).toEqual([
      expect.objectContaining({
        id: 'PANEL',
        category: 'Panel',
        summary: 'Rolls the panel forward.',
        remarks: ['Nobody leaves in the month they join.'],
        returns: 'Patients.',
        examples: [
          { caption: 'Ten a month.', formula: '=PPPM.PANEL({1,2}, "closing")', result: '{1,2} (rounded)' },
          { caption: '', formula: '=PPPM.PANEL(1)', result: '1' },
        ],
      }),
    ]);
    expect(functionDocs(folder)[0].parameters.map(({ choices }) => choices.length)).toEqual([0, 2]);
  });

  it('wants a result for each example', () => {
    write('panel.ts', PANEL.replace(' * → 1\n', ''));
    expect(() => functionDocs(folder)).toThrow('needs a formula and a line with →');
  });

  it('wants a known category', () => {
    write('panel.ts', PANEL.replace('@category Panel', '@category Misc'));
    expect(() => functionDocs(folder)).toThrow('PANEL has the @category “Misc”');
  });
});

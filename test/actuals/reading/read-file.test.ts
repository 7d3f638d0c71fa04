import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readText } from '../../../src/actuals/reading/csv';
import { readFile, type FileOfRows } from '../../../src/actuals/reading/read-file';

const fileOf = (bytes: Uint8Array): FileOfRows => ({
  size: bytes.length,
  bytes: (from, to) => Promise.resolve(bytes.subarray(from, to)),
});
const utf8 = (text: string): FileOfRows => fileOf(new TextEncoder().encode(text));
const ROSTER =
  'Patient ID,Program,Payer,Enrolled,Disenrolled\nP1,CCM,Médicare,2026-04-25,\nP2,CCM,Médicare,2026-05-25,2026-07-01\n';
const date = (text: string) => new Date(`${text}T00:00:00Z`);

describe('A file of text', () => {
  it('is read in UTF-8, in UTF-16 and as Windows wrote it', async () => {
    const expected = readText(ROSTER);
    expect(await readFile(utf8(ROSTER))).toEqual(expected);
    expect(await readFile(utf8(`\ufeff${ROSTER}`))).toEqual(expected);
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(ROSTER, (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(await readFile(fileOf(utf16))).toEqual(expected);
    expect(await readFile(fileOf(Uint8Array.from(ROSTER, (c) => c.charCodeAt(0))))).toEqual(expected);
  });

  it('is read in pieces, between which its reader can show progress and stop', async () => {
    const text = `Patient ID,Program,Month,Minutes\n${'P1234567,CCM,2026-07,12.5\nP1234568,CCM,2026-07,12.5\n'.repeat(50_000)}`;
    const shares: number[] = [];
    const reading = await readFile(utf8(text), {}, (share) => Promise.resolve(void shares.push(share)));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
    expect(reading.account).toMatchObject({ rowsIn: 100_000, rowsUsed: 2 });
    const stop = new Error('stopped');
    await expect(readFile(utf8(text), {}, () => Promise.reject(stop))).rejects.toBe(stop);
  });

  it('is refused when it is none', async () => {
    await expect(readFile(fileOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))).rejects.toThrow(/save it as CSV/);
    await expect(readFile(fileOf(new Uint8Array([1, 0, 0, 2])))).rejects.toThrow(/save it as CSV/);
    expect((await readFile(utf8(''))).refused).toMatch(/^There are no rows/);
  });
});

describe('A workbook', () => {
  const rows = [
    ['Patients of July'],
    [],
    ['Patient ID', 'Program', 'Payer', 'Enrolled', 'Disenrolled', 'Reason'],
    ['007', 'CCM', 'Medicare', date('2026-04-25'), null, null],
    ['007', 'RPM', ' Medicare ', date('2024-02-29'), date('2026-07-01'), 'Deceased'],
    [],
    [8, 'CCM', 'Médicaid', date('2026-05-25'), '#N/A', null],
  ];

  it.each(['1900', '1904'] as const)(
    'is read from the sheet that is known, with the dates of %s',
    async (dateSystem) => {
      for (const stringMode of ['shared', 'inline'] as const) {
        const bytes = await writeXlsx({
          dateSystem,
          stringMode,
          sheets: [
            { name: 'Notes', rows: [['Program', 'What it is']] },
            {
              name: 'Roster',
              rows,
              columns: rows[2].map((_, i) => (i === 3 || i === 4 ? { numFmt: 'yyyy-mm-dd' } : {})),
            },
          ],
        });
        const reading = await readFile(fileOf(bytes));
        expect(reading.kind).toBe('roster');
        expect(reading.account).toMatchObject({ rowsIn: 4, rowsUsed: 2, blankLines: 2 });
        expect(reading.setAside.map(({ row, reason }) => [row, reason])).toEqual([
          [1, 'above the headers'],
          [7, 'not a date'],
        ]);
        if (reading.rows?.kind !== 'roster') throw new Error('no roster');
        expect(reading.rows.patients.names).toEqual(['007']);
        expect(
          Array.from(reading.rows.enrolled, (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
        ).toEqual(['2026-04-25', '2024-02-29']);
      }
    },
  );

  it('gives what its text gives', async () => {
    const text = 'Month,Program,Active,Cash\n2026-05,CCM,100,5000.25\n2026-06,CCM,110,5200.5\n';
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Actuals',
          rows: [
            ['Month', 'Program', 'Active', 'Cash'],
            [date('2026-05-01'), 'CCM', 100, 5000.25],
            [date('2026-06-30'), 'CCM', 110, 5200.5],
          ],
        },
      ],
    });
    const [a, b] = [await readFile(fileOf(bytes)), readText(text)];
    expect(a.account).toEqual(b.account);
    if (a.rows?.kind !== 'summary' || b.rows?.kind !== 'summary') throw new Error('no summary');
    expect(a.rows.months).toEqual(b.rows.months);
    expect(a.rows.figures).toEqual(b.rows.figures);
  });
});

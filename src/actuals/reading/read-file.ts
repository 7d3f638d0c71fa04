/** A file that a user opens, whatever it is: text of rows in any of the usual encodings, or an Excel workbook. */
import * as messages from '../../tables/messages/exports';
import { InputError } from '../../tables/messages/input-error';
import { tableOfText } from './csv';
import { CsvBytes } from './csv-bytes';
import type { ReadOptions } from './judged';
import { readTableInSteps, type Reading } from './read-table';
import type { Hints, Table } from './table';

/** A file, of which pieces are asked for as they are needed. */
export interface FileOfRows {
  /** In bytes. */
  size: number;
  /** The bytes from one place to before another. */
  bytes(from: number, to: number): Promise<Uint8Array>;
}

/** Bytes that are read between two pauses: some milliseconds of work. */
const PIECE = 1 << 18;

/**
 * @param pause is told the share that has been read, and awaited, so that its page can show that and go on; it throws
 * to stop
 * @throws InputError for a file that is neither
 */
export async function readFile(
  file: FileOfRows,
  options: ReadOptions & Hints = {},
  pause: (share: number) => Promise<void> = () => Promise.resolve(),
): Promise<Reading> {
  return readTableInSteps(await tableOfFile(file, options, pause), options, () => pause(1));
}

async function tableOfFile(file: FileOfRows, hints: Hints, pause: (share: number) => Promise<void>): Promise<Table> {
  const start = await file.bytes(0, Math.min(file.size, PIECE));
  const whole = () => file.bytes(0, file.size);
  const [first, second, third] = start;
  if (first === 0x50 && second === 0x4b) {
    // Loaded when a workbook is opened.
    const { tableOfWorkbook } = await import('./xlsx');
    return tableOfWorkbook(await whole(), hints, () => pause(NaN));
  }
  // Excel’s “Unicode text” is UTF-16.
  if (first === 0xff && second === 0xfe) return tableOfText(new TextDecoder('utf-16le').decode(await whole()), hints);
  if (first === 0xfe && second === 0xff) return tableOfText(new TextDecoder('utf-16be').decode(await whole()), hints);
  // An old workbook (.xls), or one with a password.
  if (first === 0xd0 && second === 0xcf && third === 0x11) throw new InputError(messages.noText());
  if (start.subarray(0, 4096).includes(0)) throw new InputError(messages.noText());
  return tableOfUtf8(file, start, hints, pause);
}

async function tableOfUtf8(
  file: FileOfRows,
  start: Uint8Array,
  hints: Hints,
  pause: (share: number) => Promise<void>,
): Promise<Table> {
  const reader = new CsvBytes(hints, file.size);
  const check = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < file.size; at += PIECE) {
      const piece = at === 0 ? start : await file.bytes(at, Math.min(file.size, at + PIECE));
      if (!isAscii(piece)) check.decode(piece, { stream: true });
      reader.push(piece);
      await pause(Math.min(1, (at + PIECE) / file.size));
    }
  } catch (error) {
    // Not UTF-8: what Windows has written before it.
    if (!(error instanceof TypeError)) throw error;
    return tableOfText(new TextDecoder('windows-1252').decode(await file.bytes(0, file.size)), hints);
  }
  return reader.end();
}

function isAscii(bytes: Uint8Array): boolean {
  const isAligned = bytes.byteOffset % 4 === 0;
  // Four words at a time, whatever the order of their bytes.
  const words = new Int32Array(
    bytes.buffer,
    isAligned ? bytes.byteOffset : 0,
    isAligned ? (bytes.length >> 4) << 2 : 0,
  );
  for (let at = 0; at < words.length; at += 4)
    if (((words[at] | words[at + 1] | words[at + 2] | words[at + 3]) & 0x80808080) !== 0) return false;
  for (let at = 4 * words.length; at < bytes.length; at++) if (bytes[at] >= 128) return false;
  return true;
}

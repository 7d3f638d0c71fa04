/** Searches every part of a file for a text, however the part writes it. */
import { unzipSync } from 'fflate';

/** The parts that hold the text, in any case, by their names; a part’s own name counts, too. */
export function partsHolding(file: Uint8Array, text: string): string[] {
  const wanted = text.toLowerCase();
  return Object.entries(unzipSync(file))
    .filter(([name, bytes]) => [name, ...readings(bytes)].some((read) => read.toLowerCase().includes(wanted)))
    .map(([name]) => name)
    .sort();
}

/** As it stands, as an address would write it, and as wide letters. */
function readings(bytes: Uint8Array): string[] {
  const plain = Buffer.from(bytes).toString('utf8');
  return [
    plain,
    plain.replace(/(?:%[0-9a-f]{2})+/gi, (code) => Buffer.from(code.replaceAll('%', ''), 'hex').toString('utf8')),
    Buffer.from(bytes).toString('utf16le'),
    // Letters one by one: &#83;, _x0053_
    plain
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
      .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
  ];
}

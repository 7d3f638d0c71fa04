/** Writes the rate book's data: `npm run rates -- <folder of the fact tables>`. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bookText } from './book-text';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say where the fact tables are: npm run rates -- <folder>');
const text = bookText(resolve(folder));
const target = join(__dirname, '..', '..', 'rates', 'book-text.ts');
writeFileSync(target, text);
console.log(
  `src/rates/book-text.ts: ${text.length.toLocaleString('en-US')} characters, ${gzipSync(text, { level: 9 }).length.toLocaleString('en-US')} bytes gzipped`,
);

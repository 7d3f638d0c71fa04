/** Runs before the tests that need dist/: builds it, unless it is newer than the sources. */
import { join } from 'node:path';
import { buildIfStale } from '../src/build/built';

export default function setup(): void {
  buildIfStale(join(__dirname, '..'));
}

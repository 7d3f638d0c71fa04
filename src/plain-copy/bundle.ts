/** What the built add-in offers to a program that shows its workbooks as files: dist/plain-copy.js. */
import type { Workbook } from '../xlsx';
import { plainCopyOf as copyOf } from './of-file';

export const plainCopyOf = (file: Workbook): Workbook => copyOf(file, __VERSION__);

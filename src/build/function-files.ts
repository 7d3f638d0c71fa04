/** Finds the sources of the worksheet functions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  path: string;
  text: string;
}

/** Every file of the folder that declares a worksheet function, by name. */
export function functionFiles(folder: string): SourceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ text }) => /^\s*\*\s*@customfunction\b/im.test(text));
}

/** The file whose enums Excel offers as drop-downs, if the folder has one. */
export function enumFile(folder: string): SourceFile | null {
  const path = join(folder, 'enums.ts');
  return existsSync(path) ? { path, text: readFileSync(path, 'utf8') } : null;
}

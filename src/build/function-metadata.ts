/**
 * What Excel is told about the worksheet functions (functions.json), read from the TSDoc of their sources
 * by Microsoft's own parser. The parser sees one file at a time, so the shared enums are appended to each.
 */
import { basename } from 'node:path';
import { parseTree, type IEnum, type IFunction } from 'custom-functions-metadata';
import { enumFile, functionFiles } from './function-files';

export interface FunctionMetadata {
  /** Errors reach a function, which can say in which cell they stand. Entities and formats are not asked for. */
  allowErrorForDataTypeAny: true;
  functions: IFunction[];
  enums: IEnum[];
}

export interface MetadataResult {
  metadata: FunctionMetadata;
  /** Each names its file; a build with any must fail. */
  errors: string[];
}

/** `baseUrl` has no trailing slash. */
export function functionMetadata(folder: string, baseUrl: string): MetadataResult {
  const errors: string[] = [];
  const functions: IFunction[] = [];
  const enumSource = enumFile(folder);
  const parse = (text: string, path: string) => {
    const parsed = parseTree(text, path);
    for (const extra of parsed.extras) errors.push(...extra.errors.map((error) => `${basename(path)}: ${error}`));
    return parsed;
  };

  const enums = enumSource ? parse(enumSource.text, enumSource.path).enums : [];
  for (const { path, text } of functionFiles(folder)) {
    const parsed = parse(enumSource ? `${text}\n${enumSource.text}` : text, path);
    for (const found of parsed.functions) {
      if (functions.some(({ id }) => id === found.id))
        errors.push(`${basename(path)}: the function ${found.id} is declared twice`);
      functions.push(complete(found, baseUrl));
    }
  }
  return { metadata: { allowErrorForDataTypeAny: true, functions, enums }, errors };
}

/**
 * Every field that readers of the file rely on, and the address of the function's help page. Excel gets
 * the first paragraph of the description; the others are for the help page.
 */
function complete(found: IFunction, baseUrl: string): IFunction {
  return {
    ...found,
    description: oneLine((found.description ?? '').split(/\n\s*\n/)[0]),
    helpUrl: `${baseUrl}/${found.helpUrl || `help/${found.id}.html`}`,
    parameters: found.parameters.map((parameter) => ({
      ...parameter,
      description: oneLine(parameter.description ?? ''),
      dimensionality: parameter.dimensionality ?? 'scalar',
      optional: parameter.optional ?? false,
    })),
    result: { ...found.result, dimensionality: found.result?.dimensionality ?? 'scalar' },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

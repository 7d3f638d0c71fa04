/** The copy in plain formulas as a file for Excel to open. Loaded when somebody asks for it. */
import { plainCopy } from '../../plain-copy/plain-copy';
import type { ModelTables } from '../../tables/reading/read-model';
import { fileOfPlan } from '../../workbook/file/file-of-plan';
import { writeXlsx } from '../../xlsx';

/** @returns an .xlsx file in base64, which Excel calculates when it opens it */
export function plainCopyFile(tables: ModelTables, scenario: string | null): string {
  return inBase64(writeXlsx(fileOfPlan(plainCopy(tables, { scenario, version: __VERSION__ }), null)));
}

/** Arguments of one call are limited. */
const PIECE = 8_192;

function inBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

import { invalidArgument } from './excel-error';

/** #RRGGBB from #rrggbb or an HTML color name, as Excel takes both. */
export function readColor(text: string): string {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.fillStyle = '#000000';
  pen.fillStyle = text;
  const read = String(pen.fillStyle).toUpperCase();
  if (read === '#000000' && !/^(black|#000)$/i.test(text)) throw invalidArgument();
  return read;
}

/** Fonts by Excel’s names, and what stands in where one is not installed: Carlito is Calibri’s free twin. */

export function fontStack(name: string): string {
  return `${name.includes(' ') ? `"${name}"` : name}, Carlito, "Segoe UI", Arial, sans-serif`;
}

export function fontOfStack(stack: string): string {
  return stack
    .split(',')[0]
    .trim()
    .replace(/^['"]|['"]$/g, '');
}

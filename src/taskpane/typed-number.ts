/** Numbers as people in the US type them. */

/** 1,200 → 1200; blank → null; anything else → undefined. */
export function typedNumber(typed: string): number | null | undefined {
  const plain = typed.trim();
  if (plain === '') return null;
  return /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : undefined;
}

/** 15 and 15% → 0.15; blank → null; anything else → undefined. */
export function typedPercent(typed: string): number | null | undefined {
  const percent = typedNumber(typed.trim().replace(/\s*%$/, ''));
  return typeof percent === 'number' ? Number((percent / 100).toPrecision(12)) : percent;
}

/**
 * Marginal bands: each part of a result has the share of the band that it falls in, as with income tax.
 *
 *     100% to 10%, 50% to 35%, 25% to 50%, 10% above
 */

export interface Band {
  /** End of the band, as a share of the benchmark; the last one has no end. */
  upTo: number;
  /** The practice's part of what falls into it. */
  share: number;
}

export type Bands = readonly Band[];

/** The part of a gain or loss that the bands give; a loss keeps its sign. */
export function bandShare(amount: number, benchmark: number, bands: Bands): number {
  const size = Math.abs(amount);
  let from = 0;
  let sum = 0;
  for (const { upTo, share } of bands) {
    const to = upTo === Infinity ? Infinity : upTo * benchmark;
    sum += Math.max(0, Math.min(size, to) - from) * share;
    if (size <= to) break;
    from = to;
  }
  return amount < 0 ? 0 - sum : sum;
}

const PERCENT = String.raw`(\d{1,3}(?:\.\d+)?)\s*%`;
const PART = new RegExp(String.raw`^${PERCENT}\s*(?:to\s+${PERCENT}|(above))$`, 'i');

/** Bands as a cell holds them; null where they cannot be read, do not rise, or give more than all. */
export function parseBands(text: string): Bands | null {
  const bands: Band[] = [];
  for (const part of text.split(/[,;\n]/)) {
    const [, share, upTo, above] = PART.exec(part.trim()) ?? [];
    if (share === undefined) return null;
    const before = bands.length ? bands[bands.length - 1].upTo : 0;
    const band = { upTo: above ? Infinity : percent(upTo), share: percent(share) };
    if (band.share > 1 || !(band.upTo > before)) return null;
    bands.push(band);
  }
  return bands;
}

/** The double nearest to the decimal, as a cell with 7.5% holds it. */
const percent = (digits: string): number => Number(`${digits}e-2`);

/** The bands as one would type them. */
export const bandsText = (bands: Bands): string =>
  bands.map(({ upTo, share }) => `${shown(share)} ${upTo === Infinity ? 'above' : `to ${shown(upTo)}`}`).join(', ');

const shown = (share: number): string => `${Number((share * 100).toPrecision(12))}%`;

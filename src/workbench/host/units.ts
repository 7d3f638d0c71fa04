/** The API measures in points, the screen in pixels of 1/96 inch. */
export const toPixels = (points: number) => (points * 96) / 72;
export const toPoints = (pixels: number) => (pixels * 72) / 96;

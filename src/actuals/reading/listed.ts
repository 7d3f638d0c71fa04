/** A list as one writes it, with commas, over as many lines as it takes. */
export const listed = (list: string): string[] => list.trim().replace(/\s+/g, ' ').split(', ');

import type { ItemOf } from '../who';

/** The places of the scarcest of the items that are there. */
export const scarcestPlaces = (items: readonly ItemOf[]): string => {
  if (items.length === 0) return '"no limit"';
  const places = items.map(({ team }) => team!.places.now).join(',');
  return `IF(COUNT(${places})=0,"no limit",MIN(${places}))`;
};

/** How a workbook that counts its days from 1904, as old ones from a Mac do, is told: every date is four years off there. */

export const DAY_OF_2000 = 36526;
/** As a formula without its =. */
export const daysOff = `DATE(2000,1,1)-${DAY_OF_2000}`;

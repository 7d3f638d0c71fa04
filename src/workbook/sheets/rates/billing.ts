/** The settings that decide what Medicare allows, as the add-in's functions take them. */
import { settingValue } from '../checks/settings-as-read';

/** All that means yes to the add-in; Excel hands a function of the add-in no text where TRUE or FALSE belongs. */
const yes = (cell: string): string => `OR(${cell}="yes",${cell}="y",${cell}=TRUE,${cell}=1)`;

/** Locality, day, care setting and QP of PPPM.RATE and PPPM.ALLOWED. */
export const billing = (day: string): string =>
  [settingValue('locality'), day, settingValue('careSetting'), yes(settingValue('qp'))].join(',');

/** The pane's look: Fluent in the navy of the workbook's sheets, light and dark. */
import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

const NAVY: BrandVariants = {
  10: '#03070D',
  20: '#0B1726',
  30: '#10253F',
  40: '#143152',
  50: '#183C66',
  60: '#1B4370',
  70: '#1D4A7D',
  80: '#1F4F86',
  90: '#3B6CA6',
  100: '#527FB5',
  110: '#6A92C3',
  120: '#83A6D1',
  130: '#9DBADD',
  140: '#B7CEE8',
  150: '#D2E1F2',
  160: '#EDF4FB',
};

/** Chart colors, told apart by dash as well; as CSS variables, so that charts follow the theme. */
const series = (revenue: string, cost: string) => ({ chartRevenue: revenue, chartCost: cost });

export type PaneTheme = Theme & ReturnType<typeof series>;

export const LIGHT: PaneTheme = { ...createLightTheme(NAVY), ...series('#1B7F73', '#A85D00') };

export const DARK: PaneTheme = {
  ...createDarkTheme(NAVY),
  // The darker half of the ramp does not stand out on a dark ground.
  colorBrandForeground1: NAVY[130],
  colorBrandForeground2: NAVY[140],
  colorNeutralForeground2BrandHover: NAVY[130],
  colorNeutralForeground2BrandPressed: NAVY[140],
  colorCompoundBrandForeground1: NAVY[130],
  colorCompoundBrandBackground: NAVY[120],
  colorCompoundBrandStroke: NAVY[120],
  colorBrandBackground: NAVY[90],
  colorBrandBackgroundHover: NAVY[80],
  ...series('#4FD1C0', '#F2B35E'),
};

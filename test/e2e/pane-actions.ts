/** What tests do in the pane, as a user would. */
import type { Frame } from 'playwright-core';
import type { Workbench } from '../../src/workbench/driver/workbench';

export const pane = ({ frame }: Pick<Workbench, 'frame'>) => ({
  build: () => frame.getByRole('button', { name: 'Build workbook' }),
  ready: () => frame.getByText('Your workbook is ready.'),
  light: () => frame.getByRole('region', { name: 'Checks' }),
  figures: (scenario: string) => frame.getByRole('region', { name: `${scenario} scenario` }),
  scenario: (name: string) => frame.getByRole('radio', { name }),
  findings: () => frame.locator('li button'),
  remove: () => frame.getByRole('button', { name: 'Remove these sheets' }),
});

/** Builds the sample's workbook from the pane and waits until everything is calculated. */
export async function buildFromPane(workbench: Workbench): Promise<void> {
  const { build, ready } = pane(workbench);
  await build().click();
  await ready().waitFor();
  await workbench.settled();
}

/** Waits until the pane's light has these words. */
export async function waitForLight(workbench: Workbench, text: RegExp): Promise<void> {
  await pane(workbench).light().filter({ hasText: text }).waitFor();
}

export const choose = (frame: Frame, scenario: string) => frame.getByText(scenario, { exact: true }).click();

/** Presses keys at the pace of a person, who does not wait for a busy page as the browser's driver would. */
import type { CDPSession, Page } from 'playwright-core';

const NAMED: Record<string, { code: string; keyCode: number; text?: string }> = {
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  Tab: { code: 'Tab', keyCode: 9 },
  '-': { code: 'Minus', keyCode: 189, text: '-' },
};

const described = (key: string) => NAMED[key] ?? { code: `Digit${key}`, keyCode: key.charCodeAt(0), text: key };

/** What is typed and entered: 391 and Enter are four keys. */
export const entering = (...entries: (string | number)[]): string[] =>
  entries.flatMap((entry) => [...String(entry), 'Enter']);

/** The keys go to whatever has the focus, each followed by its pause in milliseconds. */
export async function pressKeys(page: Page, keys: readonly string[], pause: (place: number) => number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  for (const [place, key] of keys.entries()) {
    sent.push(...press(session, key));
    await new Promise((resolve) => setTimeout(resolve, pause(place)));
  }
  await Promise.all(sent);
  await session.detach();
}

function press(session: CDPSession, key: string): Promise<unknown>[] {
  const { code, keyCode, text } = described(key);
  const event = { key, code, windowsVirtualKeyCode: keyCode };
  return [
    session.send('Input.dispatchKeyEvent', { ...event, type: text ? 'keyDown' : 'rawKeyDown', text }),
    session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
  ];
}

/** Whether the pane is dark: as Office is, and as the system is where Office does not say. */
import { useEffect, useState } from 'react';

const SYSTEM = '(prefers-color-scheme: dark)';

export function useDark(): boolean {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const follow = () => setDark(isDark());
    const system = matchMedia(SYSTEM);
    system.addEventListener('change', follow);
    const stopOffice = followOffice(follow);
    return () => {
      system.removeEventListener('change', follow);
      stopOffice();
    };
  }, []);
  return dark;
}

function isDark(): boolean {
  const background = officeBackground();
  return background === null ? matchMedia(SYSTEM).matches : luminance(background) < 0.5;
}

/** #RRGGBB; null where Office does not tell its theme. */
function officeBackground(): string | null {
  const color: unknown = typeof Office === 'undefined' ? null : Office.context?.officeTheme?.bodyBackgroundColor;
  return typeof color === 'string' && /^#?[0-9a-f]{6}/i.test(color) ? color.replace('#', '') : null;
}

function luminance(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Hosts without this event keep the theme that the pane was opened with. */
function followOffice(listener: () => void): () => void {
  const document = typeof Office === 'undefined' ? null : Office.context?.document;
  const event = document && Office.EventType?.OfficeThemeChanged;
  if (!document?.addHandlerAsync || !event) return () => {};
  try {
    document.addHandlerAsync(event, listener);
    return () => document.removeHandlerAsync(event, { handler: listener });
  } catch {
    return () => {};
  }
}

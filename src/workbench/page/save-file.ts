/** The workbook as a file: by the window's button, and by the keys that save everywhere. */
import { byId, element } from './elements';
import type { WorkbookSnapshot } from './workbench-api';

export function saveOnDemand(save: () => WorkbookSnapshot): { listen(target: EventTarget): void } {
  const saveFile = () => download(new Blob([JSON.stringify(save())], { type: 'application/json' }), 'workbook.json');
  byId('save').addEventListener('click', saveFile);
  return {
    /** Ctrl+S (Cmd+S) in a window, before anything in it takes the keys. */
    listen: (target) =>
      target.addEventListener(
        'keydown',
        (event) => {
          const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
          if (key.toLowerCase() !== 's' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          saveFile();
        },
        { capture: true },
      ),
  };
}

export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  element('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

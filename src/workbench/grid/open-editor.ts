/**
 * What is being typed stays. Univer refills the open editor with the cell's old content whenever a cell of the same
 * row and column changes, on any sheet, so each result of a calculation could wipe out what was typed into an input.
 */
import { IEditorBridgeService, type EditorBridgeService } from '@univerjs/sheets-ui';
import type { UniverApp } from './univer-app';

export function keepWhatIsTyped(app: UniverApp): void {
  const bridge = app.injector.get(IEditorBridgeService) as EditorBridgeService;
  const refill = bridge.refreshEditCellState.bind(bridge);
  let isDue = false;
  bridge.refreshEditCellState = () => {
    isDue = bridge.isVisible().visible;
    if (!isDue) refill();
  };
  // Left with Escape, the editor has not seen what the cell became in the meantime.
  bridge.afterVisible$.subscribe(({ visible }) => {
    if (visible || !isDue) return;
    isDue = false;
    refill();
  });
}

/**
 * Where Calibri is not installed its free twin Carlito, of the same widths, stands in: columns that fit in Excel
 * fit here. Canvas text does not wait for a font, so the sheets are measured and painted again when it has come.
 */
import '@fontsource/carlito/latin-400.css';
import '@fontsource/carlito/latin-400-italic.css';
import '@fontsource/carlito/latin-700.css';
import '@fontsource/carlito/latin-700-italic.css';
import { FontCache, IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { WORKBOOK_ID, type UniverApp } from './univer-app';

export async function paintAgainWithFonts(app: UniverApp): Promise<void> {
  await Promise.all(
    ['', 'bold ', 'italic ', 'italic bold '].map((style) => document.fonts.load(`${style}15px Carlito`)),
  );
  for (const font of [...FontCache.globalFontMeasureCache.keys()]) FontCache.clearFontMeasureCache(font);
  const render = app.injector.get(IRenderManagerService).getRenderById(WORKBOOK_ID);
  render?.with(SheetSkeletonManagerService).reCalculate();
  render?.mainComponent?.makeForceDirty(true);
}

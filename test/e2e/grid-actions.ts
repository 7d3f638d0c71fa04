/** What tests do in the grid, as a user would, and how the model stands afterwards. */
import type { Locator } from 'playwright-core';
import type { Workbench } from '../../src/workbench/driver/workbench';
import { pane } from './pane-actions';

/** Pixels of the grid's own headings, and in a point. */
const ROW_HEADING = 46;
const COLUMN_HEADING = 20;
const PIXELS_A_POINT = 4 / 3;
/** The arrow of a table's header, from the right edge of its cell. */
const ARROW = 12;

export function gridActions(workbench: Workbench) {
  const { page } = workbench;
  const canvas = page.locator('#univer-sheet-main-canvas_workbook');

  /** Where the cell is drawn, once its sheet is shown, if that is not scrolled. */
  const boxOf = async (address: string) => {
    await workbench.select(address.replace(/!.*/, '!A1'));
    const box = await workbench.excel(async (context, cell) => {
      const [sheet, range] = cell.split('!');
      const found = context.workbook.worksheets.getItem(sheet).getRange(range);
      found.load('left,top,width,height');
      await context.sync();
      return [found.left, found.top, found.width, found.height];
    }, address);
    const [left, top, width, height] = box.map((points) => points * PIXELS_A_POINT);
    return { left: left + ROW_HEADING, top: top + COLUMN_HEADING, width, height };
  };
  const click = async (x: number, y: number, button: 'left' | 'right' = 'left') =>
    canvas.click({ position: { x, y }, button });
  /** Presses on the first place, drags over the others at the pace of a hand, and lets go on the last. */
  const drag = async (...places: { x: number; y: number }[]) => {
    const { x: left, y: top } = (await canvas.boundingBox())!;
    const [{ x, y }] = places;
    await page.mouse.move(left + x - 8, top + y);
    await page.mouse.move(left + x, top + y, { steps: 2 });
    await page.waitForTimeout(100);
    await page.mouse.down();
    for (const place of places.slice(1)) {
      await page.mouse.move(left + place.x, top + place.y, { steps: 6 });
      await page.waitForTimeout(50);
    }
    await page.mouse.up();
    await settled();
  };
  /** The border at the right of the column's letter. */
  const columnBorder = async (cell: string) => {
    const { left, width } = await boxOf(cell);
    return { x: left + width - 1, y: COLUMN_HEADING / 2 };
  };
  const settled = async () => {
    // Univer does what a menu, a key or the clipboard asks for a moment later.
    await page.waitForTimeout(300);
    await workbench.settled();
  };
  /** Univer keeps menus that are closed beside the window. */
  const shown = async (item: string | RegExp): Promise<Locator> => {
    await page.getByText(item).last().waitFor();
    // A menu that opens moves into the window a moment after it is there.
    for (let looks = 0; looks < 20; looks++) {
      for (const entry of (await page.getByText(item).all()).reverse())
        if (((await entry.boundingBox())?.x ?? -1) >= 0) return entry;
      await page.waitForTimeout(100);
    }
    throw new Error(`The window does not show ${item}`);
  };
  const choose = async (...items: (string | RegExp)[]) => {
    for (const item of items) {
      const entry = await shown(item);
      // At its beginning: some hold a field for a number.
      await entry.click({ position: { x: 4, y: 8 } });
    }
    await settled();
  };

  return {
    settled,
    boxOf,
    /** Puts the keyboard into the grid and selects the cells. */
    async go(address: string) {
      await page.locator('#__editor___INTERNAL_EDITOR__DOCS_NORMAL').focus();
      await workbench.select(address);
    },
    async press(...keys: string[]) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await settled();
      }
    },
    /** As the browser hands over what was copied in Excel or in a text file. */
    async paste(text: string, html?: string) {
      await page.evaluate(
        ([plain, rich]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', plain!);
          if (rich) clipboardData.setData('text/html', rich);
          document.activeElement!.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
          );
        },
        [text, html],
      );
      await settled();
    },
    /** Drags the handle of the cells to another one. */
    async fill(cells: string, to: string) {
      const [sheet, range] = cells.split('!');
      const last = await boxOf(`${sheet}!${range.split(':').at(-1)}`);
      const target = await boxOf(to);
      await this.go(cells);
      await settled();
      await drag(
        { x: last.left + last.width - 1, y: last.top + last.height - 1 },
        { x: target.left + target.width / 2, y: target.top + target.height / 2 },
      );
    },
    /** Drags the border of a cell to another one. */
    async move(cell: string, to: string) {
      const [from, target] = [await boxOf(cell), await boxOf(to)];
      await this.go(cell);
      await settled();
      await drag(
        { x: from.left + from.width / 2, y: from.top },
        { x: target.left + target.width / 2, y: target.top + 4 },
      );
    },
    async widenColumn(cell: string, pixels: number) {
      const { x, y } = await columnBorder(cell);
      await drag({ x, y }, { x: x + pixels, y });
    },
    async fitColumn(cell: string) {
      const { x, y } = await columnBorder(cell);
      const { x: left, y: top } = (await canvas.boundingBox())!;
      await page.mouse.move(left + x - 8, top + y);
      await page.mouse.move(left + x, top + y, { steps: 2 });
      await page.waitForTimeout(100);
      await page.mouse.dblclick(left + x, top + y);
      await settled();
    },
    async rowMenu(cell: string, ...items: (string | RegExp)[]) {
      const { top, height } = await boxOf(cell);
      await click(ROW_HEADING / 2, top + height / 2);
      await click(ROW_HEADING / 2, top + height / 2, 'right');
      await choose(...items);
    },
    async cellMenu(cell: string, ...items: (string | RegExp)[]) {
      const { left, top } = await boxOf(cell);
      await click(left + 8, top + 8);
      await click(left + 8, top + 8, 'right');
      await choose(...items);
    },
    /** Opens the arrow of a table's header. */
    async headerMenu(header: string, ...items: (string | RegExp)[]) {
      const { left, top, width, height } = await boxOf(header);
      await click(left + width - ARROW, top + height / 2);
      await page.getByText('Ascending').waitFor();
      await choose(...items);
    },
    /** Content and extent of a table, as Office.js reads them. */
    table: (name: string) =>
      workbench.excel(async (context, of) => {
        const range = context.workbook.tables.getItem(of).getRange();
        range.load('address,formulas');
        await context.sync();
        return { address: range.address, formulas: range.formulas as unknown[][] };
      }, name),
    /** The pane's light, the sheet's, and the headline figures. */
    async standing() {
      const sheets = await workbench.excel(async (context) => {
        const check = context.workbook.worksheets.getItem('Panel').getRange('B3:C3').load('values');
        const figures = context.workbook.names.getItem('HeadlineFigures').getRange().load('values');
        await context.sync();
        return { check: check.values[0] as unknown[], figures: figures.values as unknown[][] };
      });
      return { ...sheets, light: await pane(workbench).light().innerText() };
    },
  };
}

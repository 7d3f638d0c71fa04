/** Starts Univer with every plugin the workbench needs, in one container. */
import './univer-styles';
import '@univerjs/sheets/facade';
import '@univerjs/ui/facade';
import '@univerjs/sheets-ui/facade';
import '@univerjs/sheets-drawing-ui/facade';
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverDrawingPlugin } from '@univerjs/drawing';
import { UniverDrawingUIPlugin } from '@univerjs/drawing-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsConditionalFormattingUIPlugin } from '@univerjs/sheets-conditional-formatting-ui';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import { UniverSheetsDrawingPlugin } from '@univerjs/sheets-drawing';
import { UniverSheetsDrawingUIPlugin } from '@univerjs/sheets-drawing-ui';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNoteUIPlugin } from '@univerjs/sheets-note-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import { UniverSheetsSortUIPlugin } from '@univerjs/sheets-sort-ui';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import { UniverSheetsTableUIPlugin } from '@univerjs/sheets-table-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import { takeOverCalculation } from './calculation';
import { INITIAL_COLUMNS, INITIAL_ROWS } from './empty-workbook';
import { excelTableStyles } from './table-styles';
import { paintWhatIsMarked } from './frames';
import { WORKBOOK_ID, type UniverApp } from './univer-app';
import { askForEachCellOnce } from './painted-cells';
import { formulasAtOneGo } from './slices';
import { UndoStack } from './undo';
import { englishTexts } from './univer-locale';

export function bootUniver(container: HTMLElement): UniverApp {
  takeOverCalculation();
  askForEachCellOnce();
  paintWhatIsMarked();
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: englishTexts },
    logLevel: LogLevel.ERROR,
    override: [[IUndoRedoService, { useClass: UndoStack }]],
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { intervalCount: formulasAtOneGo() });
  univer.registerPlugin(UniverUIPlugin, {
    container,
    toolbar: false,
    header: true,
    headerMenu: false,
    ribbonType: 'simple',
    disableAutoFocus: true,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    disableAutoFocus: true,
    footer: {
      menus: false,
      statisticBar: true,
      zoomSlider: true,
      addSheetButtonConfig: { defaultRowCount: INITIAL_ROWS, defaultColumnCount: INITIAL_COLUMNS },
    },
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, { showEditOnDropdown: false, showSearchOnDropdown: false });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsSortUIPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: excelTableStyles, defaultThemeIndex: 0 });
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNoteUIPlugin);
  univer.registerPlugin(UniverDrawingPlugin);
  univer.registerPlugin(UniverDrawingUIPlugin);
  univer.registerPlugin(UniverSheetsDrawingPlugin);
  univer.registerPlugin(UniverSheetsDrawingUIPlugin);

  const api = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const workbook = (): Workbook => {
    const found = instances.getUnit<Workbook>(WORKBOOK_ID, UniverInstanceType.UNIVER_SHEET);
    if (!found) throw new Error('The grid holds no workbook.');
    return found;
  };
  return {
    univer,
    api,
    injector,
    commands: injector.get(ICommandService),
    workbook,
    sheet(sheetId) {
      const found = workbook().getSheetBySheetId(sheetId);
      if (!found) throw new Error(`There is no sheet ${sheetId}.`);
      return found;
    },
  };
}

/** Whether Excel calculates by itself: a setting of the whole program, which any workbook opened before may have brought. */
import { changeExcel } from './door';

/** Asks with the next sync. */
export function loadCalculation({ application }: Excel.RequestContext): () => { byHand: boolean; isWaiting: boolean } {
  application.load('calculationMode,calculationState');
  return () => {
    const byHand = application.calculationMode === 'Manual';
    return { byHand, isWaiting: byHand && application.calculationState !== 'Done' };
  };
}

/** All that waits to be calculated. */
export const calculateNow = (): Promise<void> =>
  changeExcel(async (context) => {
    context.application.calculate('Recalculate');
    await context.sync();
  });

export const calculateByItself = (): Promise<void> =>
  changeExcel(async (context) => {
    context.application.calculationMode = 'Automatic';
    await context.sync();
  });

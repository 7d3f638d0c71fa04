/** How often the sheet is painted while it calculates: a frame costs as much as many formulas. */
import { Engine } from '@univerjs/engine-render';

/** Milliseconds between frames: while figures change and nobody does anything, and while somebody types or scrolls. */
const WATCHED = 120;
const WORKED_ON = 40;
/** So long after the last key or turn of the wheel. */
const AFTER_INPUT = 250;
/** So long after the last formula, for the rules that are looked at again then. */
const AFTERMATH = 200;
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

interface EngineInternals {
  _unitId: string;
  _renderFrame(timestamp: number): void;
}

/** Nothing is lost by a frame left out: what is to be painted stays marked, and the next one is asked for anyway. */
export function paintSeldomWhile(unitId: string, isCalculating: () => boolean): void {
  const engine = Engine.prototype as unknown as EngineInternals;
  const { _renderFrame } = engine;
  let busyUntil = 0;
  let lastFrame = 0;
  let lastInput = -Infinity;
  for (const input of INPUTS)
    window.addEventListener(input, () => (lastInput = performance.now()), { capture: true, passive: true });
  engine._renderFrame = function (timestamp) {
    if (this._unitId !== unitId) return _renderFrame.call(this, timestamp);
    const now = performance.now();
    if (isCalculating()) busyUntil = now + AFTERMATH;
    const pause = now - lastInput < AFTER_INPUT ? WORKED_ON : WATCHED;
    if (now < busyUntil && now - lastFrame < pause) return;
    _renderFrame.call(this, timestamp);
    lastFrame = performance.now();
  };
}

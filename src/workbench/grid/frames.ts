/**
 * When the sheet is painted. Univer asks the browser for the next frame at the end of each, sixty times a second as long
 * as the page is open, and mostly finds nothing to paint; a frame that finds something costs as much as many formulas.
 * Here a frame is asked for when something is marked, and while it calculates frames are further apart.
 */
import { Engine, Layer, Scene } from '@univerjs/engine-render';

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
  _renderFrameTasks: readonly unknown[];
  /** A frame is on its way. */
  _renderingQueueLaunched: boolean;
  _requestNewFrameHandler: number;
  _beginFrame(timestamp: number): void;
  _renderFrame(timestamp: number): void;
  _endFrame(timestamp: number): void;
  startRenderLoop(): void;
}

/** Milliseconds that an engine has to wait, by the unit that it paints. */
const pauses = new Map<string, () => number>();
let isInstalled = false;

/** To be called before Univer starts. */
export function paintWhatIsMarked(): void {
  if (isInstalled) return;
  isInstalled = true;
  const engine = Engine.prototype as unknown as EngineInternals;
  engine.startRenderLoop = function () {
    if (this._renderingQueueLaunched || this._renderFrameTasks.length === 0) return;
    this._renderingQueueLaunched = true;
    askForFrame(this);
  };
  const { makeDirty } = Layer.prototype;
  Layer.prototype.makeDirty = function (isMarked) {
    const layer = makeDirty.call(this, isMarked);
    if (this.isDirty()) wake(this.scene);
    return layer;
  };
  // A new layer is marked from the start.
  const { addLayer } = Scene.prototype;
  Scene.prototype.addLayer = function (...layers) {
    addLayer.apply(this, layers);
    wake(this);
  };
}

/** Nothing is lost by a frame that comes later: what is to be painted stays marked. */
export function paintSeldomWhile(unitId: string, isCalculating: () => boolean): void {
  let busyUntil = 0;
  let lastInput = -Infinity;
  let lastFrame = 0;
  for (const input of INPUTS)
    window.addEventListener(input, () => (lastInput = performance.now()), { capture: true, passive: true });
  const engine = Engine.prototype as unknown as EngineInternals;
  const { _renderFrame } = engine;
  engine._renderFrame = function (timestamp) {
    _renderFrame.call(this, timestamp);
    if (this._unitId === unitId) lastFrame = performance.now();
  };
  pauses.set(unitId, () => {
    const now = performance.now();
    if (isCalculating()) busyUntil = now + AFTERMATH;
    if (now >= busyUntil) return 0;
    return lastFrame + (now - lastInput < AFTER_INPUT ? WORKED_ON : WATCHED) - now;
  });
}

function wake(scene: Scene): void {
  (scene.getEngine() as unknown as EngineInternals | null)?.startRenderLoop();
}

function askForFrame(engine: EngineInternals): void {
  const pause = pauses.get(engine._unitId)?.() ?? 0;
  if (pause > 0) {
    // Whoever begins to type meanwhile waits no longer than that.
    const timer = window.setTimeout(() => isAwaited(engine, timer) && askForFrame(engine), Math.min(pause, WORKED_ON));
    engine._requestNewFrameHandler = timer;
    return;
  }
  engine._requestNewFrameHandler = requestAnimationFrame((timestamp) => {
    engine._renderingQueueLaunched = false;
    engine._beginFrame(timestamp);
    engine._renderFrame(timestamp);
    engine._endFrame(timestamp);
  });
}

/** Not when the engine has been stopped since, or started anew. */
const isAwaited = (engine: EngineInternals, handle: number): boolean =>
  engine._renderingQueueLaunched && engine._requestNewFrameHandler === handle;

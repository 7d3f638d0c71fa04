import type { Model } from './model';
import type { Statement } from './statement';

export interface Clip { driver: string; program: string | null; payer: string | null; item: string | null; month: number; value: number; clippedTo: number }

export interface Projection {
  /** All programs together. */
  total: Statement;
  byProgram: ReadonlyMap<string, Statement>;
  clips: readonly Clip[];
}

export declare function project(model: Model): Projection;

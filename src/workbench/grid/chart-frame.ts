/** The frame in which Univer floats a chart over the cells. */
import { createElement, useEffect, useRef } from 'react';

interface FrameProps {
  data?: { chartId?: string };
}

const FRAME = {
  width: '100%',
  height: '100%',
  boxSizing: 'border-box',
  background: '#fff',
  border: '1px solid #d0d0d0',
  padding: '6px',
  pointerEvents: 'none',
} as const;

export function chartFrame(show: (id: string, canvas: HTMLCanvasElement) => void, hide: (id: string) => void) {
  return function ChartFrame({ data }: FrameProps) {
    const canvas = useRef<HTMLCanvasElement>(null);
    const id = data?.chartId;
    useEffect(() => {
      if (!id || !canvas.current) return undefined;
      show(id, canvas.current);
      return () => hide(id);
    }, [id]);
    // The canvas needs a parent of a definite size of its own to follow.
    return createElement(
      'div',
      { style: FRAME, 'data-chart': id },
      createElement(
        'div',
        { style: { position: 'relative', width: '100%', height: '100%' } },
        createElement('canvas', { ref: canvas }),
      ),
    );
  };
}

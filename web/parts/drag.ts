import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** Pixels a pointer must move for a drag; less is a click. */
const LEAST = 4;
/** How much a turn of the wheel enlarges, per pixel it scrolls. */
const WHEEL = 0.0016;

/** Lets a picture be dragged. @param onMove told how far, in pixels */
export function useDrag(onMove: (dx: number, dy: number) => void) {
  const at = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const far = useRef(0);
  const [isDragging, setDragging] = useState(false);
  const end = () => {
    at.current = null;
    setDragging(false);
  };
  return {
    isDragging,
    /** Whether the pointer that was let go of last had not dragged. */
    wasClick: () => far.current < LEAST,
    on: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return;
        at.current = { x: event.clientX, y: event.clientY };
        far.current = 0;
      },
      onPointerMove: (event: PointerEvent) => {
        if (at.current === null) return;
        const [dx, dy] = [event.clientX - at.current.x, event.clientY - at.current.y];
        far.current += Math.hypot(dx, dy);
        at.current = { x: event.clientX, y: event.clientY };
        if (far.current < LEAST) return;
        setDragging(true);
        onMove(dx, dy);
      },
      onPointerUp: end,
      onPointerLeave: end,
    },
  };
}

/** Listens to the wheel over a picture while Ctrl is held, so that a page with a picture can still be scrolled; a pinch on a touchpad comes
 * as such. @param onZoom told by how much to enlarge, around which point */
export function useWheel(of: RefObject<HTMLElement | null>, onZoom: (by: number, x: number, y: number) => void): void {
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      zoom.current(Math.exp(-event.deltaY * WHEEL * 4), event.clientX - left, event.clientY - top);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [of]);
}

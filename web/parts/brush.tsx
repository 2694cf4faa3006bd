import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { dayNumber, dayOf } from '../words/days.ts';

/** Pixels a pointer must move for a brush; less is a click. */
const LEAST = 6;

/** Lets a stretch of days be picked on a picture whose time axis runs over its whole width but for a margin. */
export function Brush({
  from,
  to,
  margin,
  onPick,
  children,
}: {
  /** First and last day of the picture. */
  readonly from: string;
  readonly to: string;
  /** Pixels before the first day and after the last. */
  readonly margin: number;
  readonly onPick: (from: string, to: string) => void;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const at = (event: PointerEvent) => event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
  const dayAt = (x: number) => {
    const width = (box.current?.clientWidth ?? 1) - 2 * margin;
    const days = dayNumber(to) - dayNumber(from) + 1;
    const share = Math.max(0, Math.min(0.9999, (x - margin) / width));
    return dayOf(dayNumber(from) + Math.floor(share * days));
  };
  const finish = () => {
    if (drag !== null && Math.abs(drag.end - drag.start) >= LEAST)
      onPick(dayAt(Math.min(drag.start, drag.end)), dayAt(Math.max(drag.start, drag.end)));
    setDrag(null);
  };
  const isDragging = drag !== null && Math.abs(drag.end - drag.start) >= LEAST;
  return (
    <div
      ref={box}
      className="brush"
      onPointerDown={(event) =>
        event.button === 0 &&
        event.target instanceof Element &&
        event.target.closest('.canvas') &&
        setDrag({ start: at(event), end: at(event) })
      }
      onPointerMove={(event) => drag !== null && setDrag({ start: drag.start, end: at(event) })}
      onPointerUp={finish}
      onPointerLeave={() => setDrag(null)}
      onClickCapture={(event) => {
        if (!isDragging) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
      {isDragging && (
        <div className="brushed" style={{ left: Math.min(drag.start, drag.end), width: Math.abs(drag.end - drag.start) }} />
      )}
    </div>
  );
}

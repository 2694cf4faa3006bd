import { useRef } from 'react';
import { useKeys } from './keys.ts';

/** Room that the frame takes at the top, in pixels. */
const FRAME = 96;

/** Lets keys walk through the lines of a page (`[data-line]`): `j` and `k` move the focus, `a` and `r` press the line's buttons. */
export function useLineKeys(): void {
  /** Where the focused line stood, for when it has gone. */
  const place = useRef(FRAME);
  const lines = () => [...document.querySelectorAll<HTMLElement>('main [data-line]')];
  const current = () => document.activeElement?.closest<HTMLElement>('[data-line]') ?? null;
  const step = (by: 1 | -1) => {
    const all = lines();
    const line = current();
    const at = line === null ? -1 : all.indexOf(line);
    const near = all.findIndex((each) => each.getBoundingClientRect().top >= place.current - 8);
    const next = at >= 0 ? all[at + by] : all[by > 0 ? near : Math.max(0, near - 1)];
    next?.querySelector<HTMLElement>('a')?.focus();
    if (next) place.current = Math.max(FRAME, next.getBoundingClientRect().top);
  };
  const press = (what: 'accept' | 'reject') =>
    current()?.querySelector<HTMLButtonElement>(`button[data-judge=${what}]`)?.click();
  useKeys({ j: () => step(1), k: () => step(-1), a: () => press('accept'), r: () => press('reject') });
}

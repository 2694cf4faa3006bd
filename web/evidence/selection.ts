import { useEffect, useState } from 'react';
import type { Stretch } from './marks.ts';

/** What of the report's text is selected just now, in its own offsets; null where nothing is. */
export function useTextSelection(): Stretch | null {
  const [selected, setSelected] = useState<Stretch | null>(null);
  useEffect(() => {
    const read = () => setSelected(selectedStretch(document.getSelection()));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);
  return selected;
}

function selectedStretch(selection: Selection | null): Stretch | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** Offset of a place in the page within the report's text; null outside of it. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const run = element?.closest('[data-at]');
  if (!(run instanceof HTMLElement) || run.dataset.at === undefined) return null;
  const at = Number(run.dataset.at);
  // A name that stands for an unseen character is one character long.
  return at + (run.dataset.unseen === undefined ? offset : Math.min(offset, 1));
}

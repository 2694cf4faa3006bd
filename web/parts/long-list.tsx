import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Pages } from '../client/queries.ts';
import { Trouble } from './waiting.tsx';

/** A list of any length: only what is near the window is drawn, and the next page is fetched when its end comes near. */
export function LongList<Item>({
  pages,
  keyOf,
  height,
  empty,
  children,
}: {
  readonly pages: Pages<Item>;
  readonly keyOf: (item: Item) => string;
  /** How high an item usually is, in pixels. */
  readonly height: number;
  /** Said where nothing fits. */
  readonly empty: ReactNode;
  readonly children: (item: Item) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const virtual = useWindowVirtualizer({ count: items.length, estimateSize: () => height, overscan: 6, scrollMargin: top });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (last >= items.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (pages.error !== null && items.length === 0) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  return (
    <>
      {pages.isSuccess && items.length === 0 && <div className="empty">{empty}</div>}
      <ol ref={list} className="long" aria-busy={pages.isPending} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ key, index, start }) => {
          const item = items[index];
          return (
            <li
              key={item === undefined ? key : keyOf(item)}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {item !== undefined && children(item)}
            </li>
          );
        })}
      </ol>
      <p className="soft" aria-live="polite">
        {items.length < total ? `${items.length} of ${total} fetched; the rest comes as you scroll.` : ''}
      </p>
    </>
  );
}

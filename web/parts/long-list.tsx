import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFilters } from '../client/address.ts';
import { useLineKeys } from '../client/line-keys.ts';
import type { Pages } from '../client/queries.ts';
import { isReviewed, useJudging } from './judge.tsx';
import { Trouble } from './waiting.tsx';

/** A list of any length that is all there: only what is near the window is drawn. */
export function VirtualList<Item>({
  items,
  total = items.length,
  keyOf,
  height,
  busy = false,
  shown = null,
  onNearEnd,
  children,
}: {
  readonly items: readonly Item[];
  /** How many there are, with those not fetched yet. */
  readonly total?: number;
  readonly keyOf: (item: Item) => string;
  /** How high an item usually is, in pixels. */
  readonly height: number;
  readonly busy?: boolean;
  /** Index of the item to bring into view. */
  readonly shown?: number | null;
  readonly onNearEnd?: () => void;
  readonly children: (item: Item, index: number) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + scrollY), []);
  const virtual = useWindowVirtualizer({ count: items.length, estimateSize: () => height, overscan: 6, scrollMargin: top });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 20) onNearEnd?.();
  }, [last, items.length, onNearEnd]);
  useEffect(() => {
    if (shown !== null) virtual.scrollToIndex(shown, { align: 'auto' });
  }, [shown, virtual.scrollToIndex]);
  return (
    <ol ref={list} className="long" aria-busy={busy} style={{ height: virtual.getTotalSize() }}>
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
            {item !== undefined && children(item, index)}
          </li>
        );
      })}
    </ol>
  );
}

/** A list of any length from the server: the next page is fetched when the end of what is there comes near. */
export function LongList<Item>({
  pages,
  empty,
  entriesOf,
  ...list
}: {
  readonly pages: Pages<Item>;
  /** Said where nothing fits. */
  readonly empty: ReactNode;
  /** Entries an item rests on: where the address asks for what is not yet reviewed, items whose entries all are stay away. */
  readonly entriesOf?: (item: Item) => readonly string[];
  readonly keyOf: (item: Item) => string;
  readonly height: number;
  readonly children: (item: Item) => ReactNode;
}) {
  useLineKeys();
  const judging = useJudging();
  const { filters } = useFilters();
  const all = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isWaitingOnly = filters.get('review') === 'waiting' && judging !== null && entriesOf !== undefined;
  const items = isWaitingOnly ? all.filter((item) => !isReviewed(judging, entriesOf(item))) : all;
  const total = pages.data?.pages[0]?.total ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (pages.error !== null && all.length === 0) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  return (
    <>
      {pages.isSuccess && items.length === 0 && <div className="empty">{empty}</div>}
      <VirtualList
        {...list}
        items={items}
        total={total - (all.length - items.length)}
        busy={pages.isPending}
        onNearEnd={onNearEnd}
      />
      <p className="soft" aria-live="polite">
        {all.length < total ? `${all.length} of ${total} fetched; the rest comes as you scroll.` : ''}
        {items.length < all.length && ` ${all.length - items.length} reviewed already and left out.`}
      </p>
    </>
  );
}

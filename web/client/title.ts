import { useEffect } from 'react';

/** Names the page in tabs, history and bookmarks. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Lapwing`;
  }, [title]);
}

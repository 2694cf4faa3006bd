import { useCallback, useMemo } from 'react';
import { useLocation, useSearch as useQueryText } from 'wouter';

export interface Filtering {
  /** What the address of the page narrows things down to. */
  readonly filters: URLSearchParams;
  /** Sets (or, with null, takes out) parts of the address and keeps the rest. */
  readonly change: (
    changes: Readonly<Record<string, string | readonly string[] | null>>,
    options?: { readonly replace?: boolean },
  ) => void;
}

/** What the address of the page narrows things down to, and a way to change it: every view can be linked, shared and gone back to. */
export function useFilters(): Filtering {
  const text = useQueryText();
  const [place, go] = useLocation();
  const filters = useMemo(() => new URLSearchParams(text), [text]);
  const change = useCallback<Filtering['change']>(
    (changes, options = {}) => {
      const next = new URLSearchParams(filters);
      for (const [name, value] of Object.entries(changes)) {
        next.delete(name);
        for (const each of typeof value === 'string' ? [value] : (value ?? [])) if (each !== '') next.append(name, each);
      }
      const query = next.toString();
      go(`${place}${query === '' ? '' : `?${query}`}`, { replace: options.replace ?? false });
    },
    [filters, go, place],
  );
  return { filters, change };
}

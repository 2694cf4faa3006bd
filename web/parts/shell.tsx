import { type FormEvent, type ReactNode, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useKeys } from '../client/keys.ts';
import { HelpDialog } from './help-dialog.tsx';
import { StruckFills } from './struck-fills.tsx';

/** The views, in the order one works through a case. */
const VIEWS = [
  ['/', 'Overview'],
  ['/documents', 'Reports'],
  ['/exchange', 'Exchange'],
  ['/timeline', 'Timeline'],
  ['/claims', 'Claims'],
  ['/disputes', 'Disputes'],
  ['/actors', 'Actors'],
  ['/network', 'Network'],
  ['/map', 'Map'],
  ['/sources', 'Sources'],
] as const;

/** The frame around every page: ways to the other views, search, keys. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [place, go] = useLocation();
  const search = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const query = new URLSearchParams(useSearch()).get('q') ?? '';

  useKeys({ '/': () => search.current?.focus(), '?': () => help.current?.showModal() });

  const onSearch = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (words !== '') go(`/search?${new URLSearchParams({ q: words })}`);
  };
  return (
    <>
      <a className="skip" href="#main">
        Skip to what this page shows
      </a>
      <header className="bar">
        <Link href="/" className="mark">
          Lapwing
        </Link>
        <nav aria-label="Views">
          {VIEWS.map(([path, name]) => (
            <Link key={path} href={path} {...(isAt(place, path) ? { 'aria-current': 'page' as const } : {})}>
              {name}
            </Link>
          ))}
        </nav>
        <form className="find" role="search" onSubmit={onSearch}>
          <input
            key={query}
            ref={search}
            name="q"
            type="search"
            defaultValue={query}
            aria-label="Search reports, events, claims and actors"
            placeholder="Search ( / )"
          />
        </form>
        <Link href="/add" className="quiet">
          Add reports
        </Link>
        <button type="button" className="quiet" aria-label="Keys" onClick={() => help.current?.showModal()}>
          ?
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <HelpDialog dialog={help} />
      <StruckFills />
    </>
  );
}

function isAt(place: string, path: string): boolean {
  return path === '/' ? place === '/' : place === path || place.startsWith(`${path}/`);
}

import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Deciding } from './pages/deciding.tsx';
import { Dropping } from './pages/dropping.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { Shell } from './parts/shell.tsx';

/** A page that is loaded when it is opened: only the overview comes with the first load. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

/** Every page and where it is. */
const PAGES: readonly (readonly [string, ComponentType])[] = [
  ['/', OverviewPage],
  ['/documents', page(async () => (await import('./pages/documents.tsx')).DocumentsPage)],
  ['/documents/:id', page(async () => (await import('./pages/reader.tsx')).ReaderPage)],
  ['/exchange', page(async () => (await import('./pages/exchange.tsx')).ExchangePage)],
  ['/timeline', page(async () => (await import('./pages/timeline.tsx')).TimelinePage)],
  ['/claims', page(async () => (await import('./pages/claims.tsx')).ClaimsPage)],
  ['/disputes', page(async () => (await import('./pages/disputes.tsx')).DisputesPage)],
  ['/actors', page(async () => (await import('./pages/actors.tsx')).ActorsPage)],
  ['/actors/:id', page(async () => (await import('./pages/actor.tsx')).ActorPage)],
  ['/network', page(async () => (await import('./pages/network.tsx')).NetworkPage)],
  ['/map', page(async () => (await import('./pages/map.tsx')).MapPage)],
  ['/sources', page(async () => (await import('./pages/sources.tsx')).SourcesPage)],
  ['/search', page(async () => (await import('./pages/search.tsx')).SearchPage)],
  ['/add', page(async () => (await import('./pages/add.tsx')).AddPage)],
  ['/print', page(async () => (await import('./pages/print.tsx')).PrintPage)],
  ['/incidents', page(async () => (await import('./pages/incidents.tsx')).IncidentsPage)],
  ['/incidents/:id', page(async () => (await import('./pages/incident.tsx')).IncidentPage)],
];

/** The whole page: a frame and what the address asks for. */
export function App() {
  return (
    <Shell>
      <Dropping>
        <Deciding>
          <Suspense fallback={<div className="waits" />}>
            <Switch>
              {PAGES.map(([path, Page]) => (
                <Route key={path} path={path}>
                  <Page />
                </Route>
              ))}
              <Route>
                <NotFoundPage />
              </Route>
            </Switch>
          </Suspense>
        </Deciding>
      </Dropping>
    </Shell>
  );
}

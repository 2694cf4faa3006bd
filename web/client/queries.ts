import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CaseClaim, DecisionInput, DocumentsInput, ListAnswer, ListQuery, Reads } from '../../src/api/index.ts';
import { FILTER_NAMES } from '../words/filters.ts';
import { decidedBy } from './reviewer.ts';
import { server } from './server.ts';

/** Entries asked for at a time where a list goes on while one scrolls. */
const PAGE_SIZE = 100;
/** Most entries of one answer. */
export const LARGEST_PAGE = 500;
/** How often running work is looked at, in milliseconds. */
const JOB_EVERY = 400;

/** What a list is narrowed down to, as in the address of the page. */
export type Filters = URLSearchParams;

/** The part of an address that lists understand. */
export function listQuery(filters: Filters): ListQuery {
  const lists = FILTER_NAMES.flatMap((name) => (filters.has(name) ? [[name, filters.getAll(name)] as const] : []));
  const texts = (['from', 'to', 'text'] as const).flatMap((name) => {
    const value = filters.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  const confidence = Number(filters.get('confidence') ?? Number.NaN);
  return { ...Object.fromEntries([...lists, ...texts]), ...(Number.isFinite(confidence) ? { confidence } : {}) };
}

type Lists = { readonly [Path in keyof Reads]: Reads[Path]['answer'] extends ListAnswer<infer Item> ? Item : never };
type ListPath = {
  [Path in keyof Reads]: Lists[Path] extends never ? never : ListQuery extends Reads[Path]['query'] ? Path : never;
}[keyof Reads];

function useAnswer<Path extends keyof Reads>(
  path: Path,
  query: Reads[Path]['query'] = {},
  enabled = true,
): UseQueryResult<Reads[Path]['answer']> {
  return useQuery({
    queryKey: [path, query],
    queryFn: () => server.get(path, query),
    placeholderData: keepPreviousData,
    enabled,
  });
}

function useOne<Path extends keyof Reads>(path: Path, id: string): UseQueryResult<Reads[Path]['answer']> {
  return useQuery({ queryKey: [path, id], queryFn: () => server.get(path, {}, id) });
}

/** A list that goes on while one scrolls. */
export type Pages<Item> = UseInfiniteQueryResult<InfiniteData<ListAnswer<Item>>>;

function usePages<Path extends ListPath>(path: Path, filters: Filters, more: object = {}): Pages<Lists[Path]> {
  const query = { ...listQuery(filters), ...more };
  return useInfiniteQuery({
    queryKey: [path, query, 'pages'],
    queryFn: async ({ pageParam }) => {
      const page = { ...query, limit: PAGE_SIZE, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return (await server.get(path, page)) as ListAnswer<Lists[Path]>;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** All that has been fetched of a list. */
export function fetched<Item>({ data }: Pages<Item>): readonly Item[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

const atOnce = (filters: Filters) => ({ ...listQuery(filters), limit: LARGEST_PAGE });

/** How often a case that is still being filled is looked at, in milliseconds. */
const FILLING_EVERY = 1000;

/** The overview, again and again while reports are being added; when that has ended, everything is asked for again. */
export function useOverview() {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['/api/case', {}],
    queryFn: async () => {
      const before = client.getQueryData<Reads['/api/case']['answer']>(['/api/case', {}]);
      const overview = await server.get('/api/case');
      const isFilled = (before?.jobs.length ?? 0) > 0 && overview.jobs.length === 0;
      if (isFilled) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/case' });
      return overview;
    },
    refetchInterval: ({ state }) => ((state.data?.jobs.length ?? 0) > 0 ? FILLING_EVERY : false),
  });
}
export const useDocuments = (filters: Filters) => usePages('/api/documents', filters);
export const useDocument = (id: string) => useOne('/api/documents/:id', id);
/** Happenings, and acts that are none (threats, demands, plans) unless the address leaves them out. */
export const useIncidents = (filters: Filters) =>
  usePages('/api/incidents', filters, filters.get('acts') === 'no' ? { acts: 'no' } : {});
/** Why the entries of a report were coded; asked for once somebody wants to see it. */
export const useRules = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['/api/documents/:id/rules', id],
    queryFn: () => server.get('/api/documents/:id/rules', {}, id),
    enabled: isWanted,
    // A program does not change its mind about a text.
    staleTime: Number.POSITIVE_INFINITY,
  });
export const useIncident = (id: string) => useOne('/api/incidents/:id', id);
/** As many incidents as one answer holds: for pictures, which draw single marks only up to that many. */
export const useIncidentsAtOnce = (filters: Filters) => useAnswer('/api/incidents', atOnce(filters));
export const useDyads = (filters: Filters, unit: 'day' | 'week' | 'month') =>
  useAnswer('/api/dyads', { ...atOnce(filters), unit, level: filters.get('level') === 'party' ? 'party' : 'country' });
/** Claims; those of a row, a column or a cell of the ledger where the address names one. */
export const useClaims = (filters: Filters): Pages<CaseClaim> => {
  const [row, column] = [filters.get('row'), filters.get('column')];
  const place = { ...(row === null ? {} : { row }), ...(column === null ? {} : { column }) };
  return usePages(row === null && column === null ? '/api/claims' : '/api/ledger/claims', filters, place);
};
export const useLedger = (filters: Filters) => useAnswer('/api/ledger', listQuery(filters));
/** As many agreements as one answer holds. */
export const useAgreements = (filters: Filters) => useAnswer('/api/agreements', atOnce(filters));
export const useDisputes = (filters: Filters) => usePages('/api/disputes', filters);
export const useActors = (filters: Filters) => usePages('/api/actors', filters);
export const useActor = (id: string) => useOne('/api/actors/:id', id);
export const useBackground = (id: string) => useOne('/api/actors/:id/background', id);
export const useTies = (filters: Filters) => useAnswer('/api/ties', atOnce(filters));
export const useSources = () => useAnswer('/api/sources');
export const useExchange = (a: string | null, b: string | null, level: 'party' | 'country') =>
  useAnswer('/api/exchange', { a: a ?? '', b: b ?? '', level }, a !== null && b !== null);
export const useSearch = (words: string) => useAnswer('/api/search', { q: words }, words.trim() !== '');

/** Looks at running work until it has ended. */
export function useJob(id: string | null) {
  return useQuery({
    queryKey: ['/api/jobs/:id', id],
    queryFn: () => server.get('/api/jobs/:id', {}, id ?? ''),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? JOB_EVERY : false),
  });
}

/** How often the queue of a case is looked at, in milliseconds. */
const QUEUE_EVERY = 2000;

/** How the queue stands that workers code from; null where the case has none. */
export function useQueue() {
  return useQuery({
    queryKey: ['/api/queue', {}],
    queryFn: () => server.get('/api/queue'),
    refetchInterval: ({ state }) => (state.data ? QUEUE_EVERY : false),
  });
}

/** Sends something that changes the case; everything shown is asked for again afterwards. */
function useChange<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries() });
}

export const useDecide = () =>
  useChange(async (decision: DecisionInput) => server.send('POST /api/decisions', { ...decision, ...(await decidedBy()) }));
export const useUndo = () =>
  useChange(async (number: number) => server.send('POST /api/decisions/:id/undo', await decidedBy(), String(number)));
/** Everything that people decided, or what they decided about one subject. */
export const useDecisions = (subject?: string) => useAnswer('/api/decisions', subject === undefined ? {} : { subject });
/** Incidents that may be the same as one: near it in time, with one of its parties. */
export const useNearIncidents = (query: ListQuery, enabled: boolean) => useAnswer('/api/incidents', query, enabled);
/** Actors whose names begin with some words. */
export const useActorsNamed = (text: string) => useAnswer('/api/actors', { text, limit: 20 }, text.trim() !== '');

/** The incident an event is told in, after what belongs together has changed. */
export async function incidentOf(telling: string): Promise<string | null> {
  const [document = ''] = telling.split('#');
  const { items } = await server.get('/api/incidents', { document, limit: LARGEST_PAGE });
  return items.find(({ tellings }) => tellings.some(({ id }) => id === telling))?.id ?? null;
}
export const useAdd = () => useMutation({ mutationFn: (input: DocumentsInput) => server.send('POST /api/documents', input) });
export const useStop = () => useChange((job: string) => server.send('DELETE /api/jobs/:id', null, job));
/** Has everything asked for again, once work that changed the case has ended. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

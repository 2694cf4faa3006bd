import type { Reads, Writes } from './endpoints.ts';
import type { ProblemBody } from './responses.ts';

/** What the client hands over to be sent: `fetch(url, request)` fits. */
export interface ClientRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What it needs of an answer. */
export interface ClientAnswer {
  readonly ok: boolean;
  json(): Promise<unknown>;
}

/** A request that the server refused, with its reason. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.detail);
    this.problem = problem;
  }
}

type ReadPath = keyof Reads;
type WritePath = keyof Writes;

/** The API, typed. Answers are as the server describes them; refusals are thrown as {@link RequestProblem}. */
export interface Client {
  /** @param id for paths with `:id` */
  get<Path extends ReadPath>(path: Path, query?: Reads[Path]['query'], id?: string): Promise<Reads[Path]['answer']>;
  send<Path extends WritePath>(path: Path, body: Writes[Path]['body'], id?: string): Promise<Writes[Path]['answer']>;
}

/** A client of the API.
 * @param send sends a request, e.g. `(url, request) => fetch(url, request)`
 * @param base address of the server without a slash at its end; empty on its own pages
 * @param token where the server asks for one */
export function createClient(
  send: (url: string, request: ClientRequest) => Promise<ClientAnswer>,
  base = '',
  token?: string,
): Client {
  const headers = { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const ask = async (url: string, request: ClientRequest) => {
    const answer = await send(`${base}${url}`, request);
    const body = await answer.json();
    if (!answer.ok) throw new RequestProblem(body as ProblemBody);
    return body;
  };
  return {
    async get<Path extends ReadPath>(path: Path, query: Reads[Path]['query'] = {}, id = '') {
      const url = `${fillId(path, id)}${toSearch(query)}`;
      return (await ask(url, { method: 'GET', headers })) as Reads[Path]['answer'];
    },
    async send<Path extends WritePath>(path: Path, body: Writes[Path]['body'], id = '') {
      const [method, url = ''] = path.split(' ') as ['POST' | 'DELETE', string];
      const content = body === null ? {} : { body: JSON.stringify(body) };
      const request = { method, headers: { ...headers, 'content-type': 'application/json' }, ...content };
      return (await ask(fillId(url, id), request)) as Writes[Path]['answer'];
    },
  };
}

function fillId(path: string, id: string): string {
  return path.replace(':id', encodeURIComponent(id));
}

/** A query as the end of an address: lists as repeated names, what is undefined left out. */
function toSearch(query: object): string {
  const pairs = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value])
      .filter((each) => each !== undefined && each !== null)
      .map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(String(each))}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** How much is allowed: so much at once, and so much again each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Clients remembered; the one that has been silent longest is forgotten first. */
const CLIENTS_MAX = 10_000;
const MS = 1000;

/** A bucket of tokens for each client: every request takes one, and they come back with time. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #clock: () => number;
  readonly #left = new Map<string, { readonly tokens: number; readonly at: number }>();

  /** @param clock the time in milliseconds */
  constructor(rate: Rate, clock: () => number) {
    this.#rate = rate;
    this.#clock = clock;
  }

  /** Whether a client may go on; if so, it has one request fewer. */
  takes(client: string): boolean {
    const tokens = this.#tokensOf(client);
    if (tokens < 1) return false;
    this.#left.delete(client);
    this.#left.set(client, { tokens: tokens - 1, at: this.#clock() });
    const [oldest] = this.#left.keys();
    if (this.#left.size > CLIENTS_MAX && oldest !== undefined) this.#left.delete(oldest);
    return true;
  }

  /** Whether a client has none left. */
  isSpent(client: string): boolean {
    return this.#tokensOf(client) < 1;
  }

  #tokensOf(client: string): number {
    const { burst, perSecond } = this.#rate;
    const known = this.#left.get(client);
    return known ? Math.min(burst, known.tokens + ((this.#clock() - known.at) / MS) * perSecond) : burst;
  }
}

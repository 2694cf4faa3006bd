import type { CaseDb } from '../store/index.ts';
import { isLinked, linkCase } from './link-case.ts';
import { withPatience } from './patience.ts';
import { weighCase } from './weigh-case.ts';

/** Least time between two turns of one worker while documents come, and when none do, in milliseconds. The more are linked at once the less
 * each costs, since what hangs together with them is fetched once. */
const BUSY_MS = 15_000;
const IDLE_MS = 1000;
/** At most this part of a worker's time is linking while documents come. */
const PART = 1 / 4;

/** Linking beside other work: of all programs that work on a case one links at a time, and whoever finds another at it leaves it to that one. */
export class LinkTurns {
  readonly #db: CaseDb;
  readonly #stop: AbortSignal;
  readonly #note: (error: Error) => void;
  readonly #clock: () => number;
  #turn: Promise<void> | null = null;
  #ended = Number.NEGATIVE_INFINITY;
  #took = 0;
  #failure: unknown = null;

  /** @param stop ends linking after the step it is at @param note told of a failure that is waited out
   * @param clock milliseconds, any origin */
  constructor(db: CaseDb, stop: AbortSignal, note: (error: Error) => void, clock: () => number = () => performance.now()) {
    this.#db = db;
    this.#stop = stop;
    this.#note = note;
    this.#clock = clock;
  }

  /** Begins to link what is not linked yet, unless this was done a moment ago; does not wait for it.
   * @param isIdle whether no more documents are to come for now: then the case is looked at as a whole too
   * @throws what linking failed with since it was last asked for */
  begin(isIdle: boolean): void {
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure;
    const pause = isIdle ? IDLE_MS : Math.max(BUSY_MS, this.#took * (1 / PART - 1));
    const started = this.#clock();
    if (this.#turn !== null || started - this.#ended < pause) return;
    this.#turn = this.#patiently(() => this.#link(isIdle))
      .catch((error: unknown) => {
        this.#failure = error;
      })
      .finally(() => {
        this.#turn = null;
        this.#ended = this.#clock();
        this.#took = this.#ended - started;
      });
  }

  /** Waits for the linking that was begun. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  /** Links all there is, waiting for whoever else does. */
  async finish(): Promise<void> {
    await this.settled();
    await this.#patiently(async () => {
      for await (const _ of linkCase(this.#db)) if (this.#stop.aborted) return;
      await weighCase(this.#db);
    });
  }

  #patiently(work: () => Promise<void>): Promise<void> {
    return withPatience(work, this.#stop, this.#note);
  }

  async #link(weigh: boolean): Promise<void> {
    for await (const _ of linkCase(this.#db, false)) if (this.#stop.aborted) return;
    if (weigh && (await isLinked(this.#db))) await weighCase(this.#db);
  }
}

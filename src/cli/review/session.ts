import { decide, ReviewError, type Reviewing, readDecisionsOn, undoDecision } from '../../ingest/index.ts';
import { renderStatement } from '../../show/index.ts';
import { type CaseDb, readStatement, StoreError } from '../../store/index.ts';
import type { Waiting } from './queue.ts';
import { ChangeError, readChange } from './read-change.ts';

/** What the keys do, in a line. */
const KEYS = 'a accept  r reject  e edit  n next  p previous  u undo  q quit';

/** A review at the keyboard: one entry after another, a key for each thing that can be done. Knows nothing of terminals: keys go in, text
 * comes out. */
export class ReviewSession {
  readonly #db: CaseDb;
  readonly #queue: readonly Waiting[];
  readonly #who: () => Pick<Reviewing, 'byWhom' | 'now'>;
  readonly #width: number;
  /** Numbers of the decisions of this session, for undoing, with the entry each is about. */
  readonly #taken: { readonly number: number; readonly at: number }[] = [];
  #at = 0;
  /** What is being typed; null while keys are commands. */
  #line: string | null = null;
  #isOver = false;

  /** @param who asked for each decision: who decides, and the time */
  constructor(db: CaseDb, queue: readonly Waiting[], who: () => Pick<Reviewing, 'byWhom' | 'now'>, width: number) {
    this.#db = db;
    this.#queue = queue;
    this.#who = who;
    this.#width = width;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** The entry that is up, with what was decided about it. */
  async show(): Promise<string> {
    const waiting = this.#queue[this.#at];
    if (!waiting)
      return this.#queue.length === 0
        ? 'Nothing waits for review.\n'
        : `That was the last of ${this.#queue.length}.  ${KEYS}\n`;
    const head = `\n${this.#at + 1} of ${this.#queue.length}, confidence ${waiting.confidence.toFixed(2)}\n`;
    const decided = await this.#sayDecisions(waiting.id);
    return `${head}${await this.#quote(waiting.id)}${decided}\n${KEYS}\n`;
  }

  /** Does what a key stands for. @param key a character, or `return`, `escape`, `backspace` @returns what to print */
  async press(key: string): Promise<string> {
    if (this.#line !== null) return this.#type(key, this.#line);
    const { id } = this.#queue[this.#at] ?? {};
    switch (key) {
      case 'q':
        this.#isOver = true;
        return `${this.#taken.length} decided.\n`;
      case 'n':
        return this.#move(1);
      case 'p':
        return this.#move(-1);
      case 'u':
        return this.#undo();
      case 'a':
        return id === undefined ? '' : this.#decide({ kind: 'accept', subject: id, what: null, why: null });
      case 'r':
        return id === undefined ? '' : this.#decide({ kind: 'reject', subject: id, what: null, why: null });
      case 'e':
        if (id === undefined) return '';
        this.#line = '';
        return 'field=value, several parted by blanks (type=AID status=alleged actors=PAK:MIL); Escape goes back\n> ';
      default:
        return '';
    }
  }

  #move(step: number): Promise<string> {
    this.#at = Math.min(this.#queue.length, Math.max(0, this.#at + step));
    return this.show();
  }

  async #type(key: string, line: string): Promise<string> {
    if (key === 'escape') {
      this.#line = null;
      return `\n${await this.show()}`;
    }
    if (key === 'backspace') {
      this.#line = line.slice(0, -1);
      return line === '' ? '' : '\b \b';
    }
    if (key !== 'return') {
      if (key.length > 1) return '';
      this.#line = line + key;
      return key;
    }
    this.#line = null;
    return `\n${await this.#edit(line)}`;
  }

  async #edit(line: string): Promise<string> {
    const { id } = this.#queue[this.#at] ?? {};
    if (id === undefined || line.trim() === '') return this.show();
    // A value may hold blanks: a new field begins at a word with "=".
    const fields = line
      .trim()
      .replace(/\s+/g, ' ')
      .split(/ (?=[a-z]{1,20}=)/);
    return this.#answer(async () => {
      const what = await readChange(this.#db, fields);
      return this.#decide({ kind: 'edit', subject: id, what, why: null });
    });
  }

  #decide(input: Parameters<typeof decide>[1]): Promise<string> {
    return this.#answer(async () => {
      const { number } = await decide(this.#db, input, this.#who());
      this.#taken.push({ number, at: this.#at });
      return this.#move(1);
    });
  }

  #undo(): Promise<string> {
    return this.#answer(async () => {
      const last = this.#taken.at(-1);
      if (!last) return 'Nothing decided yet.\n';
      await undoDecision(this.#db, last.number, null, this.#who());
      this.#taken.pop();
      this.#at = last.at;
      return this.show();
    });
  }

  /** What cannot be done is said, and the review goes on. */
  async #answer(work: () => Promise<string>): Promise<string> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReviewError || error instanceof ChangeError || error instanceof StoreError)) throw error;
      return `${error.message}\n${KEYS}\n`;
    }
  }

  async #quote(id: string): Promise<string> {
    try {
      return renderStatement(await readStatement(this.#db, id), this.#width);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return `${id}: rejected\n`;
    }
  }

  async #sayDecisions(id: string): Promise<string> {
    const decisions = await readDecisionsOn(this.#db, [id]);
    return decisions
      .map(({ number, kind, byWhom, at, why, undoneBy }) => {
        const undone = undoneBy === null ? '' : ', taken back';
        return `${number}: ${kind} by ${byWhom}, ${at.slice(0, 10)}${why === null ? '' : `: ${why}`}${undone}\n`;
      })
      .join('');
  }
}

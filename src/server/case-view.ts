import { isWeighed, linkCase, weighCase } from '../ingest/index.ts';
import { CasePicture } from '../picture/index.ts';
import { type CaseDb, readChangeMark, StoreError } from '../store/index.ts';

/** A case as it is shown: linked before it is looked at, once for all who ask. Where it cannot be written to, or another program writes to
 * it just now, what is linked so far is shown. */
export class CaseView {
  readonly #writer: CaseDb | null;
  readonly #picture: CasePicture;
  #linkedAt = '';
  #linking: Promise<void> | null = null;
  #weighing: Promise<void> | null = null;

  /** @param writer null where the case is only read */
  constructor(db: CaseDb, writer: CaseDb | null) {
    this.#writer = writer;
    this.#picture = new CasePicture(db);
  }

  /** The case with everything that was added and decided in its incidents. */
  async linked(): Promise<CasePicture> {
    this.#linking ??= this.#link().finally(() => {
      this.#linking = null;
    });
    await this.#linking;
    return this.#picture;
  }

  /** The same with disputes, agreements and names of actors, which are weighed over the whole case. */
  async weighed(): Promise<CasePicture> {
    this.#weighing ??= this.#weigh().finally(() => {
      this.#weighing = null;
    });
    await this.#weighing;
    return this.#picture;
  }

  async #link(): Promise<void> {
    const { db } = this.#picture;
    const writer = this.#writer;
    if (writer === null || (await readChangeMark(db)) === this.#linkedAt) return;
    await unlessLocked(async () => {
      for await (const _ of linkCase(writer));
      this.#linkedAt = await readChangeMark(db);
    });
  }

  async #weigh(): Promise<void> {
    await this.linked();
    const writer = this.#writer;
    if (writer === null || (await isWeighed(writer))) return;
    await unlessLocked(async () => {
      await weighCase(writer, await this.#picture.asLinked());
      this.#linkedAt = await readChangeMark(this.#picture.db);
    });
  }
}

/** Leaves work to a later time while another program writes to the case. */
async function unlessLocked(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'store/locked') throw error;
  }
}

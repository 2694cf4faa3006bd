import type { CaseDocumentName } from '../api/index.ts';
import { type LinkedCase, LinkedReader } from '../ingest/index.ts';
import { type CaseDb, listDocumentNames, readChangeMark } from '../store/index.ts';
import { type CaseNames, readNames } from './case-names.ts';
import { underStandingIds } from './standing-ids.ts';

/** Works something out of a case. */
export type Work<T> = (picture: CasePicture) => Promise<T>;

/** A case as its linked lists and pictures see it. What many answers need of all of it is worked out once and kept for as long as nothing
 * is added, decided or linked. */
export class CasePicture {
  readonly db: CaseDb;
  readonly #reader: LinkedReader;
  #mark = '';
  readonly #kept = new Map<Work<unknown>, Promise<unknown>>();

  constructor(db: CaseDb) {
    this.db = db;
    this.#reader = new LinkedReader(db);
  }

  /** What some work comes to, as the case is now. Several who ask at a time wait for one answer. */
  async once<T>(work: Work<T>): Promise<T> {
    const mark = await readChangeMark(this.db);
    if (mark !== this.#mark) {
      this.#kept.clear();
      this.#mark = mark;
    }
    const known = this.#kept.get(work);
    if (known) return known as Promise<T>;
    const begun = work(this);
    this.#kept.set(work, begun);
    // What failed is tried anew by the next who asks; this one is told.
    begun.catch(() => {
      if (this.#kept.get(work) === begun) this.#kept.delete(work);
    });
    return begun;
  }

  /** The one name that each actor and place has. */
  names(): Promise<CaseNames> {
    return this.once(namesOf);
  }

  /** Title, outlet and day of every document, by its id and in the order of ids. */
  documents(): Promise<ReadonlyMap<string, CaseDocumentName>> {
    return this.once(documentsOf);
  }

  /** Everything that linking has of the case, every actor under the one id that stands for it. */
  linked(): Promise<LinkedCase> {
    return this.once(underStandingIds);
  }

  /** Everything that linking has of the case, as it has it. */
  asLinked(): Promise<LinkedCase> {
    return this.once(this.#asLinked);
  }

  readonly #asLinked = () => this.#reader.read();
}

const namesOf = ({ db }: CasePicture) => readNames(db);
const documentsOf = async ({ db }: CasePicture) =>
  new Map((await listDocumentNames(db)).map((document) => [document.id, document]));

import { areCopies, type CopySignature, copyKeys } from '../link/index.ts';
import { type CaseDb, findCopyCandidates, listCopiesOf, readOrigins, writeCopies } from '../store/index.ts';

/** Joins documents just marked as linked with the near copies the case has of them.
 * @returns ids of documents that now count as copies of another text than before, those given among them */
export async function joinCopies(
  db: CaseDb,
  documents: readonly { readonly document: string; readonly signature: CopySignature }[],
): Promise<readonly string[]> {
  const blocks = new Map(documents.map(({ document, signature }) => [document, copyKeys(signature)]));
  const candidates = await findCopyCandidates(db, [...new Set([...blocks.values()].flat())]);
  const known = new Map(candidates.map((candidate) => [candidate.document, copyKeys(candidate.signature)]));
  const under = new Map<string, (typeof candidates)[number][]>();
  for (const candidate of candidates)
    for (const key of known.get(candidate.document) ?? []) under.set(key, [...(under.get(key) ?? []), candidate]);
  const changed = new Set<string>();
  for (const { document, signature } of documents) {
    const met = new Set((blocks.get(document) ?? []).flatMap((key) => under.get(key) ?? []));
    const copies = [...met].filter((other) => other.document !== document && areCopies(other.signature, signature));
    if (copies.length === 0) continue;
    const origins = await readOrigins(db, [document, ...copies.map((copy) => copy.document)]);
    const firsts = [...new Set(origins.map(({ copyOf }) => copyOf))].sort();
    const [first] = firsts;
    if (first === undefined || firsts.length === 1) continue;
    const moved = await listCopiesOf(db, firsts);
    await writeCopies(db, moved, moved[0] ?? first);
    for (const each of moved) changed.add(each);
  }
  return [...changed];
}

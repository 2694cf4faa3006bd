import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseRecord } from '../api/index.ts';
import type { DataFiles } from '../knowledge/index.ts';
import { LAPWING_VERSION } from './version.ts';

/** What made a record: the program's version, and 12 hex digits of the SHA-256 of each thing it was given. */
export type Versions = CaseRecord['versions'];

/** Folders of data/ that say what is so in the world; all others say how language puts it. */
const KNOWLEDGE_FOLDERS = ['actors', 'own-actors', 'places'];

/** Versions of an engine made of these weights and data files. The order in which files were read does not matter. */
export function versionsOf(weights: Uint8Array, data: DataFiles, events?: Uint8Array): Versions {
  const isKnowledge = (path: string) => KNOWLEDGE_FOLDERS.includes(path.split('/')[0] ?? '');
  const paths = [...data.keys()].sort();
  return {
    lapwing: LAPWING_VERSION,
    model: shortHash(events ? sha256(concatBytes(sha256(weights), sha256(events))) : sha256(weights)),
    lexicon: filesHash(
      data,
      paths.filter((path) => !isKnowledge(path)),
    ),
    knowledge: filesHash(data, paths.filter(isKnowledge)),
  };
}

/** Hash over path and content of each file, with a zero byte after either, so that no two sets of files read alike. */
function filesHash(data: DataFiles, paths: readonly string[]): string {
  const hash = sha256.create();
  for (const path of paths) hash.update(utf8ToBytes(`${path}\0${data.get(path) ?? ''}\0`));
  return shortHash(hash.digest());
}

function shortHash(digest: Uint8Array): string {
  return bytesToHex(digest).slice(0, 12);
}

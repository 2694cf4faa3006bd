import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseRecord } from '../api/index.ts';
import type { DataFiles } from '../knowledge/index.ts';
import { LAPWING_VERSION } from './version.ts';

/** What made a record: the program's version, and 12 hex digits of the SHA-256 of each thing it was given. */
export type Versions = CaseRecord['versions'];

/** Folders of data/ that say what is so in the world; all others say how language puts it. */
const KNOWLEDGE_FOLDERS = ['actors', 'own-actors', 'places'];

/** SHA-256 of some bytes. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** Versions of an engine made of these weights and data files. The order in which files were read does not matter.
 * @param digest SHA-256 as the machine has it; the one in plain JavaScript, at a sixth of a second, where left out */
export function versionsOf(weights: Uint8Array, data: DataFiles, events?: Uint8Array, digest: Digest = sha256): Versions {
  const isKnowledge = (path: string) => KNOWLEDGE_FOLDERS.includes(path.split('/')[0] ?? '');
  return {
    lapwing: LAPWING_VERSION,
    model: shortHash(events ? digest(concatBytes(digest(weights), digest(events))) : digest(weights)),
    lexicon: shortHash(digest(joined(data, (path) => !isKnowledge(path)))),
    knowledge: shortHash(digest(joined(data, isKnowledge))),
  };
}

/** Path and content of each file, with a zero byte after either, so that no two sets of files read alike. */
function joined(data: DataFiles, isWanted: (path: string) => boolean): Uint8Array {
  const paths = [...data.keys()].filter(isWanted).sort();
  return utf8ToBytes(paths.map((path) => `${path}\0${data.get(path) ?? ''}\0`).join(''));
}

function shortHash(digest: Uint8Array): string {
  return bytesToHex(digest).slice(0, 12);
}

import { type ActorFile, readDataFiles, withActors } from '../engine/index.ts';
import { loadOwnActors, loadStates } from '../knowledge/index.ts';
import type { ActorOptions } from './actor-option.ts';
import type { Terminal } from './terminal.ts';
import { readWholeFile } from './whole-file.ts';

/** Reads the actor files of a command; what of them cannot be read is reported with file and line, and the rest holds. */
export async function readActorFiles({ actors: paths = [] }: ActorOptions, terminal: Terminal): Promise<readonly ActorFile[]> {
  const files: ActorFile[] = [];
  for (const path of paths) {
    const text = await readWholeFile(path);
    if (text.ok) files.push({ name: path, text: text.value });
    else terminal.report(text.problem);
  }
  if (files.length === 0) return [];
  const data = withActors(await readDataFiles(), files);
  for (const problem of loadOwnActors(data, loadStates(data)).problems) terminal.report(problem);
  return files;
}

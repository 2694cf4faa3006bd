import { readdirSync, readFileSync } from 'node:fs';
import { loadActorKnowledge } from '../../src/knowledge/index.ts';
import { indexActors } from '../../src/resolve/actors/index.ts';

const folder = new URL('../../data/actors/', import.meta.url);

/** The actor tables as they are, indexed; places tell no countries here. */
export const ACTORS = indexActors(
  loadActorKnowledge(
    new Map(
      readdirSync(folder)
        .filter((name) => name.endsWith('.tsv'))
        .map((name) => [`actors/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
    ),
  ),
);

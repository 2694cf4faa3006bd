import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Engine, loadEngine } from '../../src/engine/index.ts';
import { addShares, NO_SHARE, readGold, type Share, scoreActorMentions } from '../../src/evaluate/index.ts';
import { readDocument } from '../../src/read/index.ts';

/** Who is meant where case gold names an actor: of its names that the engine finds, how many it resolves rightly.
 * Usage: node bench/accuracy/actor-mentions.ts */

const GOLD = new URL('../../../shared/gold/', import.meta.url);
const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

/** Share of right mentions over all case gold, and the misses. */
export async function actorMentionsRight(
  engine: Engine,
): Promise<{ readonly share: Share; readonly misses: readonly string[] }> {
  let share = NO_SHARE;
  const misses: string[] = [];
  for (const file of readdirSync(GOLD).filter((name) => name.endsWith('.gold.json'))) {
    const gold = readGold(readFileSync(new URL(file, GOLD), 'utf8'), file);
    if (!gold.ok) throw new RangeError(`${gold.problem.subject}: ${gold.problem.detail}`);
    const { file: path, published } = gold.value.document;
    const name = basename(path);
    const folder = readdirSync(GOLD).includes(name) ? GOLD : SEEDS;
    const article = await readDocument(readFileSync(new URL(name, folder)), { name, published });
    if (!article.ok) throw new RangeError(`${article.problem.subject}: ${article.problem.detail}`);
    const scored = scoreActorMentions(article.value.text, gold.value.actors, engine.record(article.value).actors);
    share = addShares(share, scored.share);
    misses.push(...scored.misses.map((miss) => `${file} ${miss}`));
  }
  return { share, misses };
}

if (import.meta.main) {
  const { share, misses } = await actorMentionsRight(await loadEngine());
  for (const miss of misses) console.log(miss);
  console.log(`right ${share.right} of ${share.of} mentions (${(share.right / share.of).toFixed(3)})`);
}

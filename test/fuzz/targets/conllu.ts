import { readConllu } from '../../../src/document/index.ts';
import { loadEngine } from '../../../src/engine/index.ts';
import type { Chance } from '../chance.ts';
import { damage } from '../make/damage.ts';
import { makeText } from '../make/text.ts';
import type { Check, Target } from '../target.ts';

/** Parsed sentences of others, as `lapwing parse --conllu` reads them: refused in words, or every word gets a head inside its sentence. */
async function open(): Promise<Check> {
  const engine = await loadEngine();
  return async (input) => {
    let sentences: ReturnType<typeof readConllu>;
    try {
      sentences = readConllu(Buffer.from(input).toString('utf8'));
    } catch (error) {
      if (error instanceof RangeError && /line/.test(error.message)) return [];
      throw error;
    }
    const words = sentences.map((sentence) => sentence.words.map(({ form }) => form));
    return engine.parseTokens(words).flatMap((parsed, at) => {
      const length = words[at]?.length ?? 0;
      const strays = parsed.filter(({ head }) => head < -1 || head >= length).length;
      return parsed.length === length && strays === 0
        ? []
        : [`sentence ${at}: ${parsed.length} of ${length} words, ${strays} strays`];
    });
  };
}

/** Sentences in CoNLL-U. */
export const CONLLU: Target = {
  ...{ name: 'conllu', cases: 100, open },
  make: (chance) => damage(chance, Buffer.from(chance.some(1, 4, () => makeSentence(chance)).join('\n'), 'utf8')),
};

function makeSentence(chance: Chance): string {
  const words = makeText(chance, 150).split(/\s+/).slice(0, 30);
  const rows = words.map((word, at) => {
    const id = chance.pick([`${at + 1}`, `${at + 1}`, `${at + 1}`, `${at + 1}-${at + 1 + chance.size(0, 3)}`, `${at}.1`, 'x']);
    return [
      id,
      word,
      word,
      'X',
      'X',
      '_',
      chance.size(0, words.length),
      'dep',
      '_',
      chance.pick(['_', 'SpaceAfter=No', '']),
    ].join('\t');
  });
  return ['# text', ...rows, ''].join('\n');
}

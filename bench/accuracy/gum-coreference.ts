import { type RawDocument, rawDocuments, readTreebank } from '../../training/corpora.ts';
import type { GoldDocument, GoldMention } from './coref.ts';

/** A mention opened in the Entity annotation and not closed yet. */
interface Open {
  readonly group: string;
  readonly type: string;
  /** Words of the shortest span, counted from the first word of the mention, from 1. */
  readonly shortest: readonly number[];
  readonly from: number;
}

interface Annotated extends GoldMention {
  readonly type: string;
}

/** A word with its characters and what the annotation says of it. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly entity: string;
}

/** First and second person, question words: nobody the engine claims to know. */
const NOT_ASKED =
  /^(i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself|yourselves|who|whom|whose|which|that|what)$/i;

/** Documents of a GUM file with the parties of their coreference layer: persons and organisations, and of the places those that
 * some mention calls by a state's name.
 * @param isState whether a text is a state's name or adjective, in lower case */
export function gumDocuments(name: string, isState: (text: string) => boolean): readonly GoldDocument[] {
  return rawDocuments(readTreebank(name)).map((document) => {
    const mentions = annotatedMentions(document);
    const textOf = ({ from, to }: GoldMention) =>
      document.text
        .slice(from, to)
        .replace(/^the\s+/i, '')
        .toLowerCase();
    const states = new Set(
      mentions.filter(({ type }) => type === 'place').flatMap((mention) => (isState(textOf(mention)) ? [mention.party] : [])),
    );
    return {
      id: document.name,
      text: document.text,
      genre: document.name.split('_')[1] ?? '',
      mentions: mentions.filter(
        (mention) =>
          (/^(person|organization)$/.test(mention.type) || states.has(mention.party)) && !NOT_ASKED.test(textOf(mention)),
      ),
    };
  });
}

function wordsOf(document: RawDocument): readonly Word[] {
  const words: Word[] = [];
  for (const [number, sentence] of document.sentences.entries()) {
    let at = 0;
    for (const [surfaceNumber, surface] of sentence.surfaces.entries()) {
      const surfaceStart = document.offsets[number]?.[2 * surfaceNumber] ?? 0;
      const surfaceEnd = document.offsets[number]?.[2 * surfaceNumber + 1] ?? 0;
      let start = surfaceStart;
      for (let part = 0; part < surface.words; part++, at++) {
        const form = sentence.forms[at] ?? '';
        const end = part === surface.words - 1 ? surfaceEnd : Math.min(surfaceEnd, start + form.length);
        const entity = /(?:^|\|)Entity=([^|]*)/.exec(sentence.misc[at] ?? '')?.[1] ?? '';
        words.push({ start: Math.min(start, end), end, form, entity });
        start = end;
      }
    }
  }
  return words;
}

function annotatedMentions(document: RawDocument): readonly Annotated[] {
  const words = wordsOf(document);
  const open: Open[] = [];
  const mentions: Annotated[] = [];
  const close = (opened: Open, last: number) => {
    const shortest = opened.shortest.flatMap((offset) => words[opened.from + offset - 1] ?? []);
    const from = words[opened.from]?.start ?? 0;
    const to = words[last]?.end ?? 0;
    mentions.push({
      party: opened.group,
      type: opened.type,
      from,
      to,
      core: { start: Math.min(...shortest.map(({ start }) => start)), end: Math.max(...shortest.map(({ end }) => end)) },
    });
  };
  for (const [at, { entity }] of words.entries())
    for (const [, opening, closing] of entity.matchAll(/\(([^()]+)|([^()]*)\)/g)) {
      if (opening !== undefined) {
        const [group = '', type = '', , , , shortest = '1'] = opening.split('-');
        open.push({ group, type, shortest: shortest.split(',').map(Number), from: at });
        continue;
      }
      const last = closing ? open.findLastIndex(({ group }) => group === closing) : open.length - 1;
      const [opened] = last < 0 ? [] : open.splice(last, 1);
      if (opened) close(opened, at);
    }
  return mentions;
}

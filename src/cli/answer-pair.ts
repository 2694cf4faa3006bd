import { fail, ok, type Result } from '../base/index.ts';
import type { RelateProfile, Relation } from '../code/index.ts';
import type { Engine } from '../engine/index.ts';
import { makeArticle, readSpans } from '../read/index.ts';
import type { JsonEntry } from './json-input.ts';

/** What source does to target in a line `{"text","source","target"}`. */
export function answerPair(engine: Engine, { subject, fields }: JsonEntry, profile: RelateProfile): Result<Relation> {
  const { text } = fields;
  if (typeof text !== 'string') return fail('relate/bad-line', subject, '"text" must be a text');
  const source = readSpans(fields.source ?? null, text, subject, 'source');
  if (!source.ok) return source;
  const target = readSpans(fields.target ?? null, text, subject, 'target');
  if (!target.ok) return target;
  const [from, to] = [source.value, target.value];
  if (!from || !to) return fail('relate/bad-line', subject, '"source" and "target" must be lists of spans');
  const article = makeArticle(text, subject, { entities: [...from, ...to] });
  if (!article.ok) return article;
  const spans = article.value.givenEntities ?? [];
  return ok(engine.relate(article.value, spans.slice(0, from.length), spans.slice(from.length), profile));
}

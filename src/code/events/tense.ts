import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { Draft } from './draft.ts';

/** Whether a verb tells of the past by itself: "shelled", "was shelled"; not "has shelled", "had shelled" or "used to shell". */
export function isSimplePast(draft: Draft, tree: Tree): boolean {
  const { kind, modal, infinitive, progressive } = draft.predicate;
  if (kind !== 'verb' || modal !== null || infinitive || progressive) return false;
  const auxiliaries = tree.childrenBy(draft.top, 'aux');
  if (auxiliaries.some(({ lemma }) => lemma === 'have')) return false;
  if (draft.top.lemma === 'use') return false;
  const shared = baseRelation(draft.top.deprel) === 'conj' ? tree.head(draft.top) : null;
  return (
    draft.top.xpos === 'VBD' ||
    auxiliaries.some(({ xpos }) => xpos === 'VBD') ||
    (draft.top.xpos === 'VBN' && shared?.xpos === 'VBD')
  );
}

/** Whether a verb is in the present perfect: "has closed". */
export function isPresentPerfect(draft: Draft, tree: Tree): boolean {
  const { token, kind, progressive, relative } = draft.predicate;
  if (kind !== 'verb' || progressive || relative) return false;
  return tree.childrenBy(token, 'aux').some((aux) => aux.lemma === 'have' && /^(?:has|have|'s|'ve|’s|’ve)$/i.test(aux.form));
}

/** Whether a verb stands on the main line of its sentence: its root, coordinated with it, or set beside it. */
export function isMainLine(draft: Draft, tree: Tree): boolean {
  return standsOnMainLine(draft.top, tree);
}

/** The same of any word. */
export function standsOnMainLine(token: Token, tree: Tree): boolean {
  for (let at: Token | null = token; at; at = tree.head(at)) {
    const relation = baseRelation(at.deprel);
    if (relation === 'root') return true;
    if (relation !== 'conj' && relation !== 'parataxis') return false;
  }
  return false;
}

/** Whether a verb is what somebody on the main line says: "officials said troops left". */
export function isReported(draft: Draft, tree: Tree): boolean {
  for (let at: Token | null = draft.top; at; at = tree.head(at)) {
    const relation = baseRelation(at.deprel);
    if (relation === 'root') return true;
    if (relation !== 'conj' && relation !== 'parataxis' && relation !== 'ccomp') return false;
  }
  return false;
}

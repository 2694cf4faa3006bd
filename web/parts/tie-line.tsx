import type { CaseToldTie } from '../../src/api/index.ts';
import { codeWords } from '../../src/wording/index.ts';
import { Judge } from './judge.tsx';
import { Parties, Voices } from './names.tsx';
import { Quote } from './quote.tsx';

/** One report's word for a tie: who is what to whom, who says so, who denies it, and the words. */
export function TieLine({ of: { id, tie, from, to, attributedTo, deniedBy, document } }: { readonly of: CaseToldTie }) {
  return (
    <article className="incident" data-line>
      <p className="head">
        <Parties of={[from]} /> <b>{codeWords(tie.kind)}</b> <Parties of={[to]} /> <Judge entries={[id]} />
      </p>
      <p className="facts">
        {attributedTo && <Voices of={[attributedTo]} />}
        {deniedBy.length > 0 && (
          <span className="contested">
            denied by <Parties of={deniedBy} />
          </span>
        )}
      </p>
      <Quote id={id} text={tie.evidence.text} document={document} />
    </article>
  );
}

import { memo } from 'react';
import { Link } from 'wouter';
import type { CaseTieView, TieWord } from '../../src/api/index.ts';
import { codeWords, dayLabel } from '../../src/wording/index.ts';
import { toDocument } from '../words/links.ts';
import { tieState } from '../words/ties.ts';
import { Parties, Told, Voices } from './names.tsx';

/** All ties with the reports that speak of them. */
export const TieTable = memo(function TieTable({ of }: { readonly of: readonly CaseTieView[] }) {
  return (
    <table className="ties">
      <thead>
        <tr>
          <th scope="col">who</th>
          <th scope="col">is</th>
          <th scope="col">of or to</th>
          <th scope="col">how sure</th>
          <th scope="col">in the words of</th>
          <th scope="col">first told</th>
        </tr>
      </thead>
      <tbody>
        {of.map((tie) => (
          <tr key={`${tie.from.id} ${tie.kind} ${tie.to.id}`}>
            <th scope="row">
              <Parties of={[tie.from]} />
            </th>
            <td>{codeWords(tie.kind)}</td>
            <td>
              <Parties of={[tie.to]} />
            </td>
            <td>{tieState(tie)}</td>
            <td>
              {[...tie.stated, ...tie.claimed].slice(0, 3).map((word) => (
                <Word key={`${word.document.id} ${word.quote.start}`} of={word} />
              ))}
              {tie.denied.slice(0, 2).map((word) => (
                <div key={`denied ${word.document.id} ${word.quote.start}`}>
                  ≠ <Word of={word} />
                </div>
              ))}
            </td>
            <td>{tie.first === null ? '' : dayLabel(tie.first)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
});

function Word({ of: { document, speaker, quote } }: { readonly of: TieWord }) {
  return (
    <div>
      {speaker && <Voices of={[speaker]} />}{' '}
      <Link href={toDocument(document.id)} className="words">
        <Told>{quote.text.length > 160 ? `${quote.text.slice(0, 160)}…` : quote.text}</Told>
      </Link>
    </div>
  );
}

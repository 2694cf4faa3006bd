import type { Status } from '../../src/api/index.ts';
import { QUAD_LABELS, QUADS } from '../words/grammar.ts';

const FILLS: readonly (readonly [Status, string])[] = [
  ['actual', 'actual'],
  ['ongoing', 'ongoing'],
  ['alleged', 'alleged'],
  ['denied', 'denied'],
  ['threatened', 'threatened, demanded, planned or hypothetical'],
];

/** What the marks of every view mean: hue is the kind of act, fill is how sure it is. */
export function GrammarKey() {
  return (
    <p className="key">
      <span>
        {QUADS.map((quad) => (
          <span key={quad} className={`act begins ends q${quad} s-actual`}>
            {QUAD_LABELS[quad]}
          </span>
        ))}
      </span>
      <span>
        {FILLS.map(([status, name]) => (
          <span key={status} className={`act begins ends q4 s-${status}`}>
            {name}
          </span>
        ))}
      </span>
      <span>❝ rests on somebody’s word</span>
    </p>
  );
}

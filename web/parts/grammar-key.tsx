import { QUADS, type Status } from '../../src/api/index.ts';
import { quadLabel } from '../../src/wording/index.ts';

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
            {quadLabel(quad)}
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

import { QUADS } from '../../src/api/index.ts';

/** The fills of what is denied, one for each kind of act: hollow and struck through. Pictures name them `url(#struck-N)`. */
export function StruckFills() {
  return (
    <svg width="0" height="0" className="unseen" aria-hidden="true">
      <defs>
        {QUADS.map((quad) => (
          <pattern key={quad} id={`struck-${quad}`} width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="var(--paper)" />
            <path d="M-1,6 L6,-1" stroke={`var(--l${quad})`} strokeWidth="1.4" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

import { type EventType, type Mode, QUAD_OF, type Status } from '../../src/api/index.ts';
import { codeWords, isFact, quadLabel, STATUS_MEANING } from '../../src/wording/index.ts';

/** An act as the grammar draws it: hue for its kind, fill for how sure it is; the status in words where it is not a plain fact. */
export function Act({
  type,
  modes = [],
  status,
}: {
  readonly type: EventType;
  readonly modes?: readonly Mode[];
  readonly status: Status;
}) {
  const quad = QUAD_OF[type];
  return (
    <span className="badge" title={`${quadLabel(quad)}; ${status}: ${STATUS_MEANING[status]}`}>
      <span className={`act begins ends q${quad} s-${status}`}>{codeWords(type)}</span>
      {modes.length > 0 && <span className="modes"> {modes.map(codeWords).join(', ')}</span>}
      {!isFact(status) && <span className="status"> {status}</span>}
      {status === 'ongoing' && <span className="status"> ongoing</span>}
    </span>
  );
}

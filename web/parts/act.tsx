import type { EventType, Mode, Status } from '../../src/api/index.ts';
import { isFact, QUAD_LABELS, QUAD_OF, STATUS_MEANING } from '../words/grammar.ts';
import { plain } from '../words/labels.ts';

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
    <span className="badge" title={`${QUAD_LABELS[quad]}; ${status}: ${STATUS_MEANING[status]}`}>
      <span className={`act begins ends q${quad} s-${status}`}>{plain(type)}</span>
      {modes.length > 0 && <span className="modes"> {modes.map(plain).join(', ')}</span>}
      {!isFact(status) && <span className="status"> {status}</span>}
      {status === 'ongoing' && <span className="status"> ongoing</span>}
    </span>
  );
}

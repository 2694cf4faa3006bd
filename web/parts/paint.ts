import type { Quad } from '../../src/api/index.ts';
import type { Fill } from '../words/fill.ts';

/** Options of a mark for a fill and the hue of each datum's kind of act. */
export function paint<Datum>(fill: Fill, quadOf: (datum: Datum) => Quad) {
  const line = (datum: Datum) => `var(--l${quadOf(datum)})`;
  if (fill === 'fact') return { fill: (datum: Datum) => `var(--f${quadOf(datum)})`, stroke: line, strokeWidth: 1 };
  return {
    fill: fill === 'struck' ? (datum: Datum) => `url(#struck-${quadOf(datum)})` : () => 'var(--paper)',
    stroke: line,
    strokeWidth: 1.5,
    ...(fill === 'dotted' ? { strokeDasharray: '1.5 2.5' } : {}),
  };
}

import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import type { CaseTieView } from '../../src/api/index.ts';
import { codeWords } from '../../src/wording/index.ts';
import { tieState } from '../words/ties.ts';

const HEIGHT = 520;
/** Rounds of the layout: enough for some hundred actors to come to rest. */
const ROUNDS = 300;

/** Actors and their ties, laid out the same way each time. A tie that is only claimed is thin and carries a quote mark, a disputed one is
 * faint and carries ≠. */
export default function TieGraph({
  ties,
  onPick,
}: {
  readonly ties: readonly CaseTieView[];
  readonly onPick: (actor: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const place = box.current;
    if (place === null || ties.length === 0) return;
    const colours = getComputedStyle(document.documentElement);
    const colour = (name: string) => colours.getPropertyValue(name).trim();
    try {
      const drawn = new Sigma(toGraph(ties, colour), place, {
        renderEdgeLabels: true,
        defaultEdgeType: 'arrow',
        labelColor: { color: colour('--ink') },
        edgeLabelColor: { color: colour('--soft') },
        labelFont: 'system-ui, sans-serif',
        edgeLabelFont: 'system-ui, sans-serif',
        edgeLabelSize: 11,
        labelSize: 12,
        labelRenderedSizeThreshold: 0,
        zIndex: true,
      });
      drawn.on('clickNode', ({ node }) => pick.current(node));
      return () => drawn.kill();
    } catch (error) {
      // Without WebGL there is no picture; the table below has the same.
      setTrouble(error instanceof Error ? error.message : 'unknown');
      return;
    }
  }, [ties]);
  if (trouble !== null)
    return <p className="empty">This browser cannot draw the network ({trouble}). The table has all of it.</p>;
  return <div ref={box} className="graph" style={{ height: HEIGHT }} aria-hidden="true" />;
}

function toGraph(ties: readonly CaseTieView[], colour: (name: string) => string): Graph {
  const graph = new Graph({ multi: true, type: 'directed' });
  const actors = new Map(ties.flatMap(({ from, to }) => [[from.id, from] as const, [to.id, to] as const]));
  const degree = new Map<string, number>();
  for (const { from, to } of ties) for (const { id } of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  let at = 0;
  for (const { id, name } of actors.values()) {
    const angle = (2 * Math.PI * at++) / actors.size;
    graph.addNode(id, {
      label: name,
      x: Math.cos(angle),
      y: Math.sin(angle),
      size: 4 + 2 * Math.sqrt(degree.get(id) ?? 1),
      color: colour('--soft'),
    });
  }
  for (const tie of ties) {
    if (tie.from.id === tie.to.id) continue;
    const state = tieState(tie);
    const sign = state === 'stated' ? '' : state === 'claimed' ? '❝ ' : '≠ ';
    graph.addEdge(tie.from.id, tie.to.id, {
      label: `${sign}${codeWords(tie.kind)}`,
      size: state === 'stated' ? 3 : 1.5,
      color: state === 'stated' ? colour('--ink') : state === 'claimed' ? colour('--soft') : colour('--faint'),
    });
  }
  forceAtlas2.assign(graph, {
    iterations: ROUNDS,
    settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: true, gravity: 0.5 },
  });
  return graph;
}

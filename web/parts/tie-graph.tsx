import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { useEffect, useMemo, useRef, useState } from 'react';
import Sigma from 'sigma';
import type { CaseTieView } from '../../src/api/index.ts';
import { codeWords } from '../../src/wording/index.ts';
import { type TieState, tieState } from '../words/ties.ts';
import { dashedEdges } from './dashed-edges.ts';
import { useWidth } from './figure.tsx';

const HEIGHT = 520;
/** Rounds of the layout: enough for some hundred actors to come to rest. */
const ROUNDS = 300;

/** How a tie is drawn by how it is vouched for: stated ones whole, only claimed ones dashed, disputed ones dotted; and in its label. */
const LINES = {
  stated: { type: 'arrow', size: 2.5, sign: '', colour: '--ink' },
  claimed: { type: 'dashed', size: 2, sign: '❝ ', colour: '--soft' },
  disputed: { type: 'dotted', size: 2, sign: '≠ ', colour: '--soft' },
} as const satisfies Readonly<Record<TieState, unknown>>;

/** Actors and their ties. They lie where all of them together put them, so that nothing moves when fewer are shown. */
export default function TieGraph({
  ties,
  shown,
  centres,
  onPick,
}: {
  readonly ties: readonly CaseTieView[];
  /** Those of the ties that are drawn. */
  readonly shown: readonly CaseTieView[];
  /** Actors that were chosen. */
  readonly centres: readonly string[];
  readonly onPick: (actor: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scheme = useScheme();
  const pick = useRef(onPick);
  pick.current = onPick;
  const drawn = useRef<Sigma | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const graph = useMemo(() => toGraph(ties), [ties]);
  const isWide = width > HEIGHT;
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew when light turns dark
  useEffect(() => {
    const place = box.current;
    if (place === null || graph.order === 0 || width === 0) return;
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    try {
      const sigma = new Sigma(stretched(graph, width / HEIGHT), place, {
        renderEdgeLabels: isWide,
        edgeProgramClasses: { dashed: dashedEdges(7, 5), dotted: dashedEdges(2, 4) },
        defaultEdgeType: 'arrow',
        labelColor: { color: colour('--ink') },
        edgeLabelColor: { color: colour('--soft') },
        labelFont: 'system-ui, sans-serif',
        edgeLabelFont: 'system-ui, sans-serif',
        edgeLabelSize: 11,
        labelSize: 12,
        labelRenderedSizeThreshold: 0,
        labelDensity: 8,
        labelGridCellSize: 48,
        stagePadding: isWide ? 64 : 80,
        zIndex: true,
        nodeReducer: (_, { isCentre, ...data }) => ({
          ...data,
          color: colour(isCentre === true ? '--ink' : '--soft'),
          highlighted: false,
          forceLabel: true,
        }),
        edgeReducer: (_, { state, ...data }) => {
          const line = LINES[state as TieState];
          return { ...data, type: line.type, size: line.size, color: colour(line.colour) };
        },
        defaultDrawNodeHover: () => undefined,
      });
      sigma.setCustomBBox(sigma.getBBox());
      sigma.on('clickNode', ({ node }) => pick.current(node));
      sigma.on('enterNode', () => place.classList.add('is-over'));
      sigma.on('leaveNode', () => place.classList.remove('is-over'));
      drawn.current = sigma;
      return () => {
        drawn.current = null;
        sigma.kill();
      };
    } catch (error) {
      // Without WebGL there is no picture; the table below has the same.
      setTrouble(error instanceof Error ? error.message : 'unknown');
      return;
    }
  }, [graph, width, isWide, scheme]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew has to be told anew
  useEffect(() => {
    const sigma = drawn.current;
    if (sigma === null) return;
    const keys = new Set(shown.map(edgeKey));
    const actors = new Set(shown.flatMap(({ from, to }) => [from.id, to.id]));
    const drawing = sigma.getGraph();
    drawing.updateEachNodeAttributes((id, data) => ({ ...data, hidden: !actors.has(id), isCentre: centres.includes(id) }));
    drawing.updateEachEdgeAttributes((key, data) => ({ ...data, hidden: !keys.has(key) }));
  }, [shown, centres, graph, width, isWide, scheme]);
  if (trouble !== null)
    return <p className="empty">This browser cannot draw the network ({trouble}). The table has all of it.</p>;
  return <div ref={box} className="graph" style={{ height: HEIGHT }} aria-hidden="true" />;
}

/** Changes when the page turns from light to dark or back. */
function useScheme(): boolean {
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const onChange = () => setDark(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isDark;
}

/** Ties of one direction and state are one line with several names. */
function edgeKey(tie: CaseTieView): string {
  return `${tie.from.id} ${tie.to.id} ${tieState(tie)}`;
}

function toGraph(ties: readonly CaseTieView[]): Graph {
  const graph = new Graph({ multi: true, type: 'directed' });
  const actors = new Map(ties.flatMap(({ from, to }) => [[from.id, from] as const, [to.id, to] as const]));
  const degree = new Map<string, number>();
  for (const { from, to } of ties) for (const { id } of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  let at = 0;
  for (const { id, name } of actors.values()) {
    const angle = (2 * Math.PI * at++) / actors.size;
    const size = 4 + 2 * Math.sqrt(degree.get(id) ?? 1);
    graph.addNode(id, { label: name, x: Math.cos(angle), y: Math.sin(angle), size });
  }
  for (const tie of ties) {
    if (tie.from.id === tie.to.id) continue;
    const [key, state] = [edgeKey(tie), tieState(tie)];
    if (graph.hasEdge(key)) graph.updateEdgeAttribute(key, 'label', (label) => `${label}, ${codeWords(tie.kind)}`);
    else graph.addEdgeWithKey(key, tie.from.id, tie.to.id, { label: `${LINES[state].sign}${codeWords(tie.kind)}`, state });
  }
  forceAtlas2.assign(graph, {
    iterations: ROUNDS,
    settings: { ...forceAtlas2.inferSettings(graph), adjustSizes: true, gravity: 0.5 },
  });
  return graph;
}

/** The layout drawn out to the shape of the picture. */
function stretched(graph: Graph, ratio: number): Graph {
  const copy = graph.copy();
  const extent = (name: 'x' | 'y') => {
    const values = copy.mapNodes((_, data) => Number(data[name]));
    return Math.max(...values) - Math.min(...values) || 1;
  };
  const by = (ratio * extent('y')) / extent('x');
  copy.updateEachNodeAttributes((_, data) => ({
    ...data,
    x: Number(data.x) * Math.max(1, by),
    y: Number(data.y) / Math.min(1, by),
  }));
  return copy;
}

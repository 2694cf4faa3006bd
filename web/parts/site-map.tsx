import { geoGraticule10, geoMercator, geoPath } from 'd3-geo';
import { useMemo, useRef, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import world from 'world-atlas/countries-50m.json';
import { boundsLabel, codeWords, counted } from '../../src/wording/index.ts';
import { killedAt, mainSites, quadsOf, type Site, vagueness } from '../words/sites.ts';
import { useDrag, useWheel } from './drag.ts';
import { useWidth } from './figure.tsx';

/** Discs nearer to each other than this many pixels are drawn as one, which opens when it is chosen. */
const NEAR = 22;
/** How far the map can be enlarged. */
const FARTHEST = 24;
/** How small it can be drawn. */
const SMALLEST = 0.4;
/** Widths of the picture that are drawn on each side of it. */
const BEYOND = 1.25;
/** Scale of the projection at which a map begins at the most. */
const NEAREST_AT_FIRST = 6000;
/** Shown where no place is. */
const EVERYWHERE: [number, number][] = [
  [0, 0],
  [60, 40],
];

interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly sites: readonly Site[];
}

/** Places with what happened there, over a map that needs no network. Rings show kinds of acts (thick facts, thin others), halos the
 * lowest and highest number killed, soft discs that only an area is known. */
export default function SiteMap({
  sites,
  height,
  onPick,
}: {
  readonly sites: readonly Site[];
  readonly height: number;
  readonly onPick: (places: readonly string[]) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [isWhole, setWhole] = useState(false);
  const [view, setView] = useState<View>(AT_FIRST);
  const fitted = useMemo(() => (isWhole ? sites : mainSites(sites)), [sites, isWhole]);
  const base = useMemo(() => projectionOf(fitted, width, height), [fitted, width, height]);
  const land = useMemo(() => drawLand(base, width, height), [base, width, height]);
  // The map is drawn once and moved; only discs and their names are placed anew.
  const clusters = useMemo(() => cluster(sites, base, view), [sites, base, view]);
  const named = useMemo(() => namesWithRoom(clusters), [clusters]);
  const zoom = (by: number, x = width / 2, y = height / 2) => setView((now) => zoomed(now, by, x, y));
  const choose = ({ sites: chosen, x, y }: Cluster) => {
    if (chosen.length > 1 && view.scale < FARTHEST) setView((now) => centred(zoomed(now, 3, x, y), x, y, width, height));
    else onPick(chosen.map(({ place }) => place.id));
  };
  const drag = useDrag((dx, dy) => setView((now) => ({ ...now, x: now.x + dx, y: now.y + dy })));
  useWheel(box, (by, x, y) => zoom(by, x, y));
  const left = sites.length - fitted.length;
  return (
    <div ref={box} className={drag.isDragging ? 'map is-dragged' : 'map'} style={{ height }} {...drag.on}>
      <svg width={width} height={height} role="img" aria-label="Map of places; the list below has the same">
        <g transform={`translate(${view.x},${view.y}) scale(${view.scale})`} strokeWidth={0.75 / view.scale}>
          <path className="land" d={land.countries} />
          <path className="grid" d={land.grid} />
          <path className="borders" d={land.borders} />
        </g>
        {clusters.map((each) => (
          <Disc
            key={each.sites[0]?.place.id}
            of={each}
            isNamed={named.has(each)}
            onChoose={() => drag.wasClick() && choose(each)}
          />
        ))}
      </svg>
      <p className="zoom">
        <button type="button" aria-label="Closer" onClick={() => zoom(1.6)}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => zoom(1 / 1.6)}>
          −
        </button>
        <button type="button" aria-label="As at first" onClick={() => setView(AT_FIRST)}>
          ⟲
        </button>
      </p>
      {(left > 0 || isWhole) && (
        <p className="elsewhere">
          <button
            type="button"
            onClick={() => {
              setWhole(!isWhole);
              setView(AT_FIRST);
            }}
          >
            {isWhole ? 'Only where most of it is' : `${counted(left, 'place')} farther away: show them`}
          </button>
        </p>
      )}
    </div>
  );
}

/** How the map as it was fitted is moved and enlarged, in pixels. */
interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const AT_FIRST: View = { scale: 1, x: 0, y: 0 };

function zoomed({ scale, x, y }: View, by: number, atX: number, atY: number): View {
  const next = Math.max(SMALLEST, Math.min(FARTHEST, scale * by));
  const ratio = next / scale;
  return { scale: next, x: atX - (atX - x) * ratio, y: atY - (atY - y) * ratio };
}

function centred(view: View, x: number, y: number, width: number, height: number): View {
  return { ...view, x: view.x + width / 2 - x, y: view.y + height / 2 - y };
}

/** The map as far as it can be seen when it is drawn smallest, and somewhat beyond. */
function drawLand(projection: ReturnType<typeof geoMercator>, width: number, height: number) {
  projection.clipExtent([
    [-BEYOND * width, -BEYOND * height],
    [(1 + BEYOND) * width, (1 + BEYOND) * height],
  ]);
  const path = geoPath(projection).digits(1);
  return {
    countries: path(feature(world, world.objects.countries)) ?? '',
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
    grid: path(geoGraticule10()) ?? '',
  };
}

/** A projection that shows all of some places with room around them. */
function projectionOf(sites: readonly Site[], width: number, height: number): ReturnType<typeof geoMercator> {
  const points = sites.map(({ place }): [number, number] => [place.longitude, place.latitude]);
  const projection = geoMercator();
  const margin = 56;
  projection.fitExtent(
    [
      [margin, margin],
      [Math.max(margin + 1, width - margin), Math.max(margin + 1, height - margin)],
    ],
    { type: 'MultiPoint', coordinates: points.length > 0 ? points : EVERYWHERE },
  );
  // A single place would be shown from too near to know it.
  if (projection.scale() <= NEAREST_AT_FIRST) return projection;
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  return projection
    .scale(NEAREST_AT_FIRST)
    .center([(west + east) / 2, (south + north) / 2])
    .translate([width / 2, height / 2]);
}

function cluster(sites: readonly Site[], base: ReturnType<typeof geoMercator>, view: View): readonly Cluster[] {
  const clusters: { x: number; y: number; sites: Site[] }[] = [];
  for (const site of sites) {
    const at = base([site.place.longitude, site.place.latitude]);
    if (!at) continue;
    const [x, y] = [at[0] * view.scale + view.x, at[1] * view.scale + view.y];
    const near = clusters.find((known) => Math.hypot(known.x - x, known.y - y) < NEAR);
    if (near) near.sites.push(site);
    else clusters.push({ x, y, sites: [site] });
  }
  return clusters;
}

/** Pixels that a letter of a name takes, and a line of them. */
const LETTER = 6.6;
const LINE = 16;

/** The clusters whose names do not lie over the names or discs of others; those with most moves come first. */
function namesWithRoom(clusters: readonly Cluster[]): ReadonlySet<Cluster> {
  const count = (of: Cluster) => of.sites.reduce((sum, { incidents }) => sum + incidents.length, 0);
  const taken: { x: number; y: number; width: number; height: number }[] = clusters.map((each) => {
    const radius = radiusOf(count(each));
    return { x: each.x - radius, y: each.y - radius, width: 2 * radius, height: 2 * radius };
  });
  const named = new Set<Cluster>();
  for (const each of [...clusters].sort((a, b) => count(b) - count(a))) {
    const width = nameOf(each).length * LETTER;
    const room = { x: each.x - width / 2, y: each.y + radiusOf(count(each)) + 3, width, height: LINE };
    const isFree = taken.every(
      (other) =>
        room.x > other.x + other.width ||
        other.x > room.x + room.width ||
        room.y > other.y + other.height ||
        other.y > room.y + room.height,
    );
    if (!isFree) continue;
    taken.push(room);
    named.add(each);
  }
  return named;
}

function nameOf({ sites: [first, ...more] }: Cluster): string {
  return `${first?.place.name ?? ''}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

const radiusOf = (count: number) => 5 + 2.5 * Math.sqrt(count);
const haloOf = (killed: number) => 2.2 * Math.sqrt(killed);

function Disc({ of, isNamed, onChoose }: { readonly of: Cluster; readonly isNamed: boolean; readonly onChoose: () => void }) {
  const { x, y, sites } = of;
  const incidents = sites.flatMap((site) => site.incidents);
  const radius = radiusOf(incidents.length);
  const killed = killedAt(incidents);
  const vague = Math.max(...sites.map(({ place }) => vagueness(place)));
  const name = `${sites.map(({ place }) => `${place.name} (${codeWords(place.kind)})`).join(', ')}: ${counted(incidents.length, 'move')}${killed.low > 0 ? `, killed ${boundsLabel(killed)}` : ''}`;
  let start = 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below the map does the same by keys
    <g transform={`translate(${x},${y})`} className="disc" onClick={onChoose}>
      <title>{name}</title>
      {vague > 0 && <circle className="vague" r={radius + vague} />}
      {killed.low > 0 && <circle className="killed-low" r={radius + haloOf(killed.low)} />}
      {killed.low > 0 && killed.high !== killed.low && (
        <circle
          className={killed.high === null ? 'killed-high is-open' : 'killed-high'}
          r={radius + haloOf(killed.high ?? killed.low * 1.3)}
        />
      )}
      <circle className="heart" r={radius} />
      {quadsOf(incidents).flatMap(({ quad, facts, others }) =>
        [
          { count: facts, width: 5 },
          { count: others, width: 1.5 },
        ].map(({ count, width }) => {
          const share = (100 * count) / incidents.length;
          const offset = -start;
          start += share;
          return share === 0 ? null : (
            <circle
              key={`${quad} ${width}`}
              className={`q${quad} arc`}
              r={radius}
              pathLength={100}
              strokeWidth={width}
              strokeDasharray={`${share} ${100 - share}`}
              strokeDashoffset={offset}
            />
          );
        }),
      )}
      {sites.length > 1 && (
        <text className="count" dy="4">
          {sites.length}
        </text>
      )}
      {isNamed && (
        <text className="place" y={radius + 14}>
          {nameOf(of)}
        </text>
      )}
    </g>
  );
}

import { geoGraticule10, geoMercator, geoPath } from 'd3-geo';
import { useMemo, useRef, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import world from 'world-atlas/countries-50m.json';
import { boundsLabel, counted } from '../../src/wording/index.ts';
import { killedAt, quadsOf, type Site, vagueness } from '../words/sites.ts';
import { useWidth } from './figure.tsx';

/** Discs nearer to each other than this many pixels are drawn as one, which opens when it is chosen. */
const NEAR = 22;
const FARTHEST = 24;

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
  const [view, setView] = useState<{ readonly zoom: number; readonly centre: readonly [number, number] | null }>({
    zoom: 1,
    centre: null,
  });
  const projection = useMemo(() => project(sites, width, height, view), [sites, width, height, view]);
  const land = useMemo(() => {
    const path = geoPath(projection);
    return {
      countries: path(feature(world, world.objects.countries)) ?? '',
      borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
      grid: path(geoGraticule10()) ?? '',
    };
  }, [projection]);
  const clusters = useMemo(() => cluster(sites, projection), [sites, projection]);
  const zoom = (by: number, centre = view.centre) => setView({ zoom: Math.max(1, Math.min(FARTHEST, view.zoom * by)), centre });
  const choose = ({ sites: chosen, x, y }: Cluster) => {
    const at = projection.invert?.([x, y]);
    if (chosen.length > 1 && view.zoom < FARTHEST && at) zoom(3, at);
    else onPick(chosen.map(({ place }) => place.id));
  };
  return (
    <div ref={box} className="map" style={{ height }}>
      <svg width={width} height={height} role="img" aria-label="Map of places; the list below has the same">
        <path className="land" d={land.countries} />
        <path className="grid" d={land.grid} />
        <path className="borders" d={land.borders} />
        {clusters.map((each) => (
          <Disc key={each.sites[0]?.place.id} of={each} onChoose={() => choose(each)} />
        ))}
      </svg>
      <p className="zoom">
        <button type="button" aria-label="Closer" onClick={() => zoom(1.6)}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => zoom(1 / 1.6)}>
          −
        </button>
      </p>
    </div>
  );
}

function project(
  sites: readonly Site[],
  width: number,
  height: number,
  { zoom, centre }: { readonly zoom: number; readonly centre: readonly [number, number] | null },
) {
  const points = sites.map(({ place }): [number, number] => [place.longitude, place.latitude]);
  const projection = geoMercator();
  const margin = 56;
  projection.fitExtent(
    [
      [margin, margin],
      [Math.max(margin + 1, width - margin), Math.max(margin + 1, height - margin)],
    ],
    {
      type: 'MultiPoint',
      coordinates:
        points.length > 0
          ? points
          : [
              [0, 0],
              [60, 40],
            ],
    },
  );
  // A single place would be shown from too near to know it.
  projection.scale(Math.min(projection.scale(), 6000));
  if (points.length === 1 && points[0]) projection.center(points[0]).translate([width / 2, height / 2]);
  if (zoom === 1) return projection;
  const focus = centre ?? projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  return projection
    .scale(projection.scale() * zoom)
    .center([focus[0], focus[1]])
    .translate([width / 2, height / 2]);
}

function cluster(sites: readonly Site[], projection: ReturnType<typeof geoMercator>): readonly Cluster[] {
  const clusters: { x: number; y: number; sites: Site[] }[] = [];
  for (const site of sites) {
    const at = projection([site.place.longitude, site.place.latitude]);
    if (!at) continue;
    const [x, y] = at;
    const near = clusters.find((known) => Math.hypot(known.x - x, known.y - y) < NEAR);
    if (near) near.sites.push(site);
    else clusters.push({ x, y, sites: [site] });
  }
  return clusters;
}

const radiusOf = (count: number) => 5 + 2.5 * Math.sqrt(count);
const haloOf = (killed: number) => 2.2 * Math.sqrt(killed);

function Disc({ of: { x, y, sites }, onChoose }: { readonly of: Cluster; readonly onChoose: () => void }) {
  const incidents = sites.flatMap((site) => site.incidents);
  const radius = radiusOf(incidents.length);
  const killed = killedAt(incidents);
  const vague = Math.max(...sites.map(({ place }) => vagueness(place)));
  const name = `${sites.map(({ place }) => place.name).join(', ')}: ${counted(incidents.length, 'move')}${killed.low > 0 ? `, killed ${boundsLabel(killed)}` : ''}`;
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
      {sites.length === 1 && (
        <text className="place" y={radius + 14}>
          {sites[0]?.place.name}
        </text>
      )}
    </g>
  );
}

import { memo, useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import type { CaseExchange, ExchangeDay, ExchangeMove } from '../../src/api/index.ts';
import { codeWords, dayLabel, isDeed, numeral, periodLabel } from '../../src/wording/index.ts';
import { daysLater, moment } from '../words/days.ts';
import { everyDay, exchangeFinding, lagLabel } from '../words/exchange.ts';
import { FILL_CLASSES, fillOf } from '../words/fill.ts';
import { mainSpan } from '../words/ribbon.ts';
import { type Draw, Figure } from './figure.tsx';
import { paint } from './paint.ts';
import { timeAxis } from './time-axis.ts';

const STRIP_HEIGHT = 168;
const SERIES_HEIGHT = 176;
/** Wide enough for a name; what is longer is cut. */
const MARGIN = 112;
/** Stands for the days of an exchange without any. */
const NO_DAY = '1970-01-01';
/** Where the rows stand, of 1 from the middle to the edge. */
const LINE = 0.25;
/** Marks of one day stand beside each other, this many pixels apart. */
const STEP = 11;

interface Mark {
  readonly move: ExchangeMove;
  readonly at: Date;
  /** Which of the moves of its side on its day. */
  readonly row: number;
  readonly y: number;
}

/** The span of days that both pictures are drawn over. */
function spanOf({ moves }: CaseExchange): { readonly from: string; readonly to: string } | null {
  const days = moves.flatMap(({ day }) => (day === null ? [] : [{ day, count: 1 }]));
  if (days.length === 0) return null;
  const { from, to } = mainSpan(days);
  return { from, to };
}

/** The exchange as two rows of marks in time, with lines from a move to the one it is said to answer. */
export const ExchangeStrip = memo(function ExchangeStrip({
  of,
  hrefOf,
}: {
  readonly of: CaseExchange;
  readonly hrefOf: (move: string) => string;
}) {
  const span = useMemo(() => spanOf(of), [of]);
  const marks = useMemo(() => marksOf(of, span?.from ?? ''), [of, span]);
  const draw = useCallback<Draw>(
    (plot, width) => {
      const byMove = new Map(marks.map((mark) => [mark.move.id, mark]));
      const links = marks.flatMap((mark) => {
        const answered = mark.move.answers?.move ? byMove.get(mark.move.answers.move) : undefined;
        return answered ? [{ from: answered, to: mark }] : [];
      });
      return plot.plot({
        width,
        height: STRIP_HEIGHT,
        marginLeft: width < 500 ? 8 : MARGIN,
        marginRight: 16,
        marginTop: 8,
        marginBottom: 32,
        x: timeAxis(daysLater(span?.from ?? NO_DAY, -1), span?.to ?? NO_DAY, width),
        y: { axis: null, domain: [-1, 1] },
        symbol: { type: 'identity' },
        marks: [
          plot.ruleY([LINE, -LINE], { stroke: 'var(--faint)' }),
          plot.link(links, {
            x1: ({ from }) => from.at,
            y1: ({ from }) => from.y,
            x2: ({ to }) => to.at,
            y2: ({ to }) => to.y,
            stroke: 'currentColor',
            markerEnd: 'arrow',
          }),
          ...FILL_CLASSES.map((fill) =>
            plot.dot(
              marks.filter(({ move }) => fillOf(move.status) === fill),
              {
                x: 'at',
                y: 'y',
                r: 5,
                symbol: ({ move }: Mark) => (isDeed(move.quad) ? 'square' : 'circle'),
                ...paint<Mark>(fill, ({ move }) => move.quad),
                href: ({ move }: Mark) => hrefOf(move.id),
                title: ({ move }: Mark) =>
                  `${move.actor.name} → ${move.recipient.name}: ${codeWords(move.type)} (${move.status}), ${periodLabel(move.day, move.lastDay)}${lagOf(move)}`,
              },
            ),
          ),
          ...sideNames(plot, of, width < 500),
        ],
      });
    },
    [marks, span, of, hrefOf],
  );
  if (span === null) return null;
  return (
    <Figure
      finding={`${exchangeFinding(of)}.`}
      height={STRIP_HEIGHT}
      draw={draw}
      table={<MovesTable moves={of.moves} hrefOf={hrefOf} />}
    />
  );
});

/** The names of the sides: left of their rows, or above the one and below the other where there is no room. */
function sideNames(plot: Parameters<Draw>[0], { a, b }: CaseExchange, isNarrow: boolean) {
  return [a, b].map(({ name }, index) => {
    const words = { fill: 'currentColor', fontWeight: 600, textOverflow: 'ellipsis' } as const;
    return isNarrow
      ? plot.text([name], {
          ...words,
          frameAnchor: index === 0 ? 'top-left' : 'bottom-left',
          dy: index === 0 ? -4 : 0,
          lineWidth: 24,
        })
      : plot.text([name], {
          ...words,
          y: () => (index === 0 ? LINE : -LINE),
          frameAnchor: 'left',
          dx: -MARGIN + 8,
          textAnchor: 'start',
          lineWidth: 9,
        });
  });
}

function lagOf(move: ExchangeMove): string {
  const lag = lagLabel(move.lag);
  return lag === null ? '' : `, ${lag}`;
}

function marksOf({ moves }: CaseExchange, from: string): readonly Mark[] {
  const counts = new Map<string, number>();
  return moves.flatMap((move) => {
    if (move.day === null || move.day < from) return [];
    const key = `${move.side}|${move.day}`;
    const row = counts.get(key) ?? 0;
    counts.set(key, row + 1);
    const base = move.side === 'a' ? LINE : -LINE;
    const height = STRIP_HEIGHT - 40;
    // Stacked away from the middle, wrapping before the edge.
    const sign = move.side === 'a' ? 1 : -1;
    return [{ move, row, at: noon(move), y: base + (sign * (row % 5) * STEP * 2) / height }];
  });
}

/** Sums of scores by day, a line per side, over the number of reports in grey. */
export const ScoreSeries = memo(function ScoreSeries({ of }: { readonly of: CaseExchange }) {
  const span = useMemo(() => spanOf(of), [of]);
  const draw = useCallback<Draw>(
    (plot, width) => {
      const days = span === null ? [] : everyDay(of.days, span.from, span.to);
      const lowest = Math.min(-1, ...days.flatMap(({ scoreA, scoreB }) => [scoreA, scoreB]));
      const highest = Math.max(1, ...days.flatMap(({ scoreA, scoreB }) => [scoreA, scoreB]));
      const most = Math.max(1, ...days.map(({ reports }) => reports));
      // Reports stand on the floor and take a quarter of the height.
      const volume = ({ reports }: ExchangeDay) => lowest + ((highest - lowest) * reports) / most / 4;
      const last = days.at(-1);
      return plot.plot({
        width,
        height: SERIES_HEIGHT,
        marginLeft: width < 500 ? 32 : MARGIN,
        marginRight: 16,
        marginTop: 16,
        marginBottom: 32,
        x: timeAxis(daysLater(span?.from ?? NO_DAY, -1), span?.to ?? NO_DAY, width),
        y: { label: null, domain: [lowest, highest], ticks: 5, tickSize: 0 },
        marks: [
          plot.rect(days, {
            x1: ({ day }: ExchangeDay) => moment(day),
            x2: ({ day }: ExchangeDay) => moment(daysLater(day, 1)),
            y1: lowest,
            y2: volume,
            inset: 0.5,
            fill: 'var(--faint)',
            title: ({ day, reports }: ExchangeDay) => `${dayLabel(day)}: ${reports} reports`,
          }),
          plot.ruleY([0], { stroke: 'var(--soft)' }),
          plot.line(days, {
            x: noon,
            y: 'scoreA',
            stroke: 'currentColor',
            strokeWidth: 2,
            curve: 'step',
          }),
          plot.line(days, {
            x: noon,
            y: 'scoreB',
            stroke: 'currentColor',
            strokeWidth: 1.5,
            strokeDasharray: '5 3',
            curve: 'step',
          }),
          plot.text(last ? [`— ${of.a.name}   - - ${of.b.name}   grey: reports`] : [], {
            frameAnchor: 'top-left',
            dy: -14,
            fill: 'var(--soft)',
          }),
        ],
      });
    },
    [of, span],
  );
  if (span === null || of.days.length === 0) return null;
  return <Figure finding={scoreFinding(of)} height={SERIES_HEIGHT} draw={draw} table={<DaysTable of={of} />} />;
});

/** Where each side's day was worst, in a sentence. */
export function scoreFinding({ a, b, days }: CaseExchange): string {
  const worst = (score: (day: ExchangeDay) => number) =>
    days.reduce<ExchangeDay | null>((low, day) => (low === null || score(day) < score(low) ? day : low), null);
  const [forA, forB] = [worst(({ scoreA }) => scoreA), worst(({ scoreB }) => scoreB)];
  const say = (name: string, day: ExchangeDay | null, score: number) =>
    day === null || score >= 0 ? `${name} has no day below 0` : `${name} is lowest on ${dayLabel(day.day)} (${numeral(score)})`;
  return `${say(a.name, forA, forA?.scoreA ?? 0)}; ${say(b.name, forB, forB?.scoreB ?? 0)}`;
}

function MovesTable({ moves, hrefOf }: { readonly moves: readonly ExchangeMove[]; readonly hrefOf: (move: string) => string }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">when</th>
          <th scope="col">who</th>
          <th scope="col">whom</th>
          <th scope="col">type</th>
          <th scope="col">status</th>
          <th scope="col" className="n">
            score
          </th>
          <th scope="col">after the other’s last</th>
        </tr>
      </thead>
      <tbody>
        {moves.slice(0, 500).map((move) => (
          <tr key={move.id}>
            <td>{periodLabel(move.day, move.lastDay)}</td>
            <td>{move.actor.name}</td>
            <td>{move.recipient.name}</td>
            <td>
              <Link href={hrefOf(move.id)}>{codeWords(move.type)}</Link>
            </td>
            <td>{move.status}</td>
            <td className="n">{numeral(move.score)}</td>
            <td>{lagLabel(move.lag)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DaysTable({ of: { a, b, days } }: { readonly of: CaseExchange }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">day</th>
          <th scope="col" className="n">
            {a.name}
          </th>
          <th scope="col" className="n">
            {b.name}
          </th>
          <th scope="col" className="n">
            moves
          </th>
          <th scope="col" className="n">
            reports
          </th>
        </tr>
      </thead>
      <tbody>
        {days
          .filter(({ moves, reports }) => moves + reports > 0)
          .slice(0, 500)
          .map(({ day, scoreA, scoreB, moves, reports }) => (
            <tr key={day}>
              <th scope="row">{dayLabel(day)}</th>
              <td className="n">{numeral(scoreA)}</td>
              <td className="n">{numeral(scoreB)}</td>
              <td className="n">{moves}</td>
              <td className="n">{reports}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The middle of a day, around which its step is drawn. */
function noon({ day }: { readonly day: string | null }): Date {
  return new Date(moment(day ?? NO_DAY).getTime() + 43_200_000);
}

/** A partition of mentions into parties; a mention is a key that is the same in gold and answer where the mention is. */
export type Clusters = readonly (readonly string[])[];

/** Numerators and denominators of recall and precision, so that documents can be summed before dividing. */
export interface ClusterCounts {
  readonly recalled: number;
  readonly gold: number;
  readonly precise: number;
  readonly found: number;
}

/** The three measures of coreference of the CoNLL-2011 and 2012 tasks; their F1s' mean is the tasks' score. */
export const CLUSTER_MEASURES = ['muc', 'b3', 'ceafe'] as const;
export type ClusterMeasure = (typeof CLUSTER_MEASURES)[number];
export type ClusterScores = Readonly<Record<ClusterMeasure, ClusterCounts>>;

const NOTHING: ClusterCounts = { recalled: 0, gold: 0, precise: 0, found: 0 };
export const NO_CLUSTER_SCORES: ClusterScores = { muc: NOTHING, b3: NOTHING, ceafe: NOTHING };

/** Scores an answer against gold by all three measures. No mention may stand in two clusters of one side. */
export function scoreClusters(gold: Clusters, found: Clusters): ClusterScores {
  return { muc: muc(gold, found), b3: bCubed(gold, found), ceafe: ceafEntity(gold, found) };
}

/** Both sides without the mentions the other side lacks. */
export function onCommonMentions(gold: Clusters, found: Clusters): { readonly gold: Clusters; readonly found: Clusters } {
  return { gold: onlyThose(gold, clusterOf(found)), found: onlyThose(found, clusterOf(gold)) };
}

export function addClusterScores(a: ClusterScores, b: ClusterScores): ClusterScores {
  const add = (measure: ClusterMeasure): ClusterCounts => ({
    recalled: a[measure].recalled + b[measure].recalled,
    gold: a[measure].gold + b[measure].gold,
    precise: a[measure].precise + b[measure].precise,
    found: a[measure].found + b[measure].found,
  });
  return { muc: add('muc'), b3: add('b3'), ceafe: add('ceafe') };
}

/** Recall, precision and their harmonic mean, 0 to 1; 0 of nothing. */
export function clusterRates({ recalled, gold, precise, found }: ClusterCounts): {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
} {
  const recall = gold === 0 ? 0 : recalled / gold;
  const precision = found === 0 ? 0 : precise / found;
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}

/** Mean F1 of the three measures. */
export function meanF1(scores: ClusterScores): number {
  return CLUSTER_MEASURES.reduce((sum, measure) => sum + clusterRates(scores[measure]).f1, 0) / CLUSTER_MEASURES.length;
}

function clusterOf(clusters: Clusters): ReadonlyMap<string, number> {
  return new Map(clusters.flatMap((cluster, number) => cluster.map((mention) => [mention, number] as const)));
}

function onlyThose(clusters: Clusters, known: ReadonlyMap<string, number>): Clusters {
  return clusters.map((cluster) => cluster.filter((mention) => known.has(mention))).filter(({ length }) => length > 0);
}

/** Links: Vilain and others, A model-theoretic coreference scoring scheme (MUC-6, 1995). */
function muc(gold: Clusters, found: Clusters): ClusterCounts {
  return { ...links(gold, clusterOf(found), 'recalled', 'gold'), ...links(found, clusterOf(gold), 'precise', 'found') };
}

function links<R extends string, A extends string>(
  clusters: Clusters,
  others: ReadonlyMap<string, number>,
  right: R,
  all: A,
): Record<R | A, number> {
  let [kept, possible] = [0, 0];
  for (const cluster of clusters) {
    const parts = new Set(cluster.map((mention) => others.get(mention) ?? mention));
    kept += cluster.length - parts.size;
    possible += cluster.length - 1;
  }
  return { [right]: kept, [all]: possible } as Record<R | A, number>;
}

/** Mention by mention: Bagga and Baldwin, Algorithms for scoring coreference chains (1998). */
function bCubed(gold: Clusters, found: Clusters): ClusterCounts {
  const [recalled, goldMentions] = overlapByMention(gold, found);
  const [precise, foundMentions] = overlapByMention(found, gold);
  return { recalled, gold: goldMentions, precise, found: foundMentions };
}

function overlapByMention(clusters: Clusters, others: Clusters): readonly [shares: number, mentions: number] {
  const other = clusterOf(others);
  let [shares, mentions] = [0, 0];
  for (const cluster of clusters) {
    const common = new Map<number, number>();
    for (const mention of cluster) {
      const number = other.get(mention);
      if (number !== undefined) common.set(number, (common.get(number) ?? 0) + 1);
    }
    for (const count of common.values()) shares += (count * count) / cluster.length;
    mentions += cluster.length;
  }
  return [shares, mentions];
}

/** Cluster by cluster, best one-to-one alignment by the similarity φ4: Luo, On coreference resolution performance metrics (2005). */
function ceafEntity(gold: Clusters, found: Clusters): ClusterCounts {
  const other = clusterOf(found);
  const similarity = gold.map((cluster) => {
    const row = found.map(() => 0);
    for (const mention of cluster) {
      const number = other.get(mention);
      if (number !== undefined) row[number] = (row[number] ?? 0) + 1;
    }
    return row.map((common, number) => (2 * common) / (cluster.length + (found[number]?.length ?? 0)));
  });
  const best = bestAssignment(similarity);
  return { recalled: best, gold: gold.length, precise: best, found: found.length };
}

/** Largest sum of a one-to-one assignment of rows to columns (Kuhn and Munkres, shortest augmenting paths, cubic time).
 * @param worth row by row, all rows of one length, entries not negative */
export function bestAssignment(worth: readonly (readonly number[])[]): number {
  const columns = worth[0]?.length ?? 0;
  const wide = columns >= worth.length ? worth : Array.from({ length: columns }, (_, at) => worth.map((row) => row[at] ?? 0));
  const width = Math.max(columns, worth.length);
  const rowOf = new Array<number>(width + 1).fill(-1);
  const rowPrice = new Array<number>(wide.length).fill(0);
  const columnPrice = new Array<number>(width + 1).fill(0);
  for (let row = 0; row < wide.length; row++) augment(wide, row, width, rowOf, rowPrice, columnPrice);
  return rowOf.slice(0, width).reduce((sum, row, column) => sum + (row < 0 ? 0 : (wide[row]?.[column] ?? 0)), 0);
}

/** Gives one more row a column along the cheapest path; the column numbered `width` is the path's start. */
function augment(
  worth: readonly (readonly number[])[],
  row: number,
  width: number,
  rowOf: number[],
  rowPrice: number[],
  columnPrice: number[],
): void {
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const distance = new Array<number>(width + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Array<number>(width + 1).fill(width);
  const visited = new Set<number>();
  rowOf[width] = row;
  let column = width;
  while ((rowOf[column] ?? -1) >= 0) {
    visited.add(column);
    const current = rowOf[column] ?? 0;
    let [next, step] = [width, Number.POSITIVE_INFINITY];
    for (let other = 0; other < width; other++) {
      if (visited.has(other)) continue;
      const cost = -(worth[current]?.[other] ?? 0) - at(rowPrice, current) - at(columnPrice, other);
      if (cost < at(distance, other)) [distance[other], from[other]] = [cost, column];
      if (at(distance, other) < step) [next, step] = [other, at(distance, other)];
    }
    for (let other = 0; other <= width; other++) {
      if (visited.has(other)) {
        const owner = rowOf[other] ?? 0;
        rowPrice[owner] = at(rowPrice, owner) + step;
        columnPrice[other] = at(columnPrice, other) - step;
      } else distance[other] = at(distance, other) - step;
    }
    column = next;
  }
  for (; column !== width; column = from[column] ?? width) rowOf[column] = rowOf[from[column] ?? width] ?? -1;
  rowOf[width] = -1;
}

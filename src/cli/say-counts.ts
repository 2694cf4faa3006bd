/** What a run came to, as "3 added, 1 failed"; counts of nothing are left out. */
export function sayCounts(counts: readonly (readonly [count: number, what: string])[]): string {
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? 'nothing to do' : said.join(', ');
}

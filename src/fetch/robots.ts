/** What a robots.txt allows one robot. */
export interface Robots {
  /** @param path of an address, with its query */
  isAllowed(path: string): boolean;
}

interface Rule {
  readonly allows: boolean;
  readonly pattern: string;
}

/** Reads a robots.txt (RFC 9309): the rules of the groups that name the robot, else of those for all. The longest pattern that fits decides, of two as
 * long the one that allows.
 * @param robot its product token, in lower case */
export function readRobots(text: string, robot: string): Robots {
  const own: Rule[] = [];
  const all: Rule[] = [];
  let isNamed = false;
  let open: Rule[][] = [];
  let isHead = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = (line.slice(colon + 1).split('#', 1)[0] ?? '').trim();
    if (key === 'user-agent') {
      if (!isHead) open = [];
      isHead = true;
      const token = /^[a-z_-]*/.exec(value.toLowerCase())?.[0];
      if (token === robot) {
        isNamed = true;
        open.push(own);
      } else if (value === '*') open.push(all);
    } else if (key === 'allow' || key === 'disallow') {
      isHead = false;
      if (value !== '') for (const rules of open) rules.push({ allows: key === 'allow', pattern: encoded(value) });
    }
  }
  const rules = isNamed ? own : all;
  return {
    isAllowed(path) {
      let best: Rule | null = null;
      for (const rule of rules) {
        const length = best?.pattern.length ?? -1;
        const isBetter = rule.pattern.length > length || (rule.pattern.length === length && rule.allows);
        if (isBetter && fits(rule.pattern, path)) best = rule;
      }
      return best?.allows ?? true;
    },
  };
}

/** Characters beyond ASCII as addresses write them. */
function encoded(pattern: string): string {
  return pattern.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** Whether a pattern fits the start of a path: `*` is any run of characters, `$` at its end the end of the path. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = parts.pop();
  if (last === undefined) return !isWhole || at === path.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (isWhole) return path.length - last.length >= at && path.endsWith(last);
  return path.indexOf(last, at) >= 0;
}

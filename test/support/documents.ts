import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A Markdown file of the project. */
export interface Page {
  /** Path below the project's root. */
  readonly path: string;
  readonly text: string;
}

/** Block between fences, with the language named at the opening fence. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The Markdown files at the root and in docs/. */
export function readPages(): readonly Page[] {
  const paths = ['', 'docs/'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`)
      .filter((name) => name.endsWith('.md'))
      .map((name) => folder + name),
  );
  return paths.sort().map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

/** The fenced blocks of a text, in order. */
export function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```([\w-]*)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, language = '', inner = '']) => ({
    language,
    text: inner,
  }));
}

/** Targets of the links and images of a text that lead to files or headings of this project. */
export function relativeLinks(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)/g)].map(([, target = '']) => target);
  const html = [...prose.matchAll(/<(?:img|a|source)\s[^>]*?(?:src|href|srcset)="([^"]+)"/g)].map(([, target = '']) => target);
  return [...inline, ...html].filter((target) => !/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(target));
}

/** The anchors of a text's headings, as code hosts make them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return new Set(
    [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

/** Text from a heading of the given words to the next of its level or above; null where there is no such heading. */
export function sectionOf(text: string, heading: string): string | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#{1,6} /.test(line) && line.replace(/^#+ /, '').trim() === heading);
  if (start < 0) return null;
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 1;
  const length = lines.slice(start + 1).findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** Words of each `lapwing …` command in the shell blocks of a text, without pipes and redirections. `npm run -s lapwing --` counts as
 * `lapwing`. */
export function lapwingCommands(text: string): readonly (readonly string[])[] {
  const shell = blocksOf(text).filter(({ language }) => language === 'sh');
  return shell.flatMap((block) =>
    block.text
      .replaceAll('\\\n', ' ')
      .split(/\n|\s&&\s|\s\|\s/)
      .map((line) => line.trim().replace(/^npm run -s lapwing -- /, 'lapwing '))
      .filter((line) => /^lapwing(?:\s|$)/.test(line))
      .map((line) => wordsOf(line.replace(/\s\d?>.*$/, '')).slice(1)),
  );
}

/** Words of a command line; quotation marks keep together and go. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}

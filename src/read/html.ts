import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { fail, type Result } from '../base/index.ts';
import type { Article, Zone } from '../document/index.ts';
import { makeArticle } from './article.ts';
import { type HtmlNode, readBlocks } from './html-blocks.ts';
import { readPageFacts } from './html-facts.ts';
import type { ReadOptions } from './options.ts';

/** Deepest nesting read: Readability recurses, and pages made by people stay far below. */
const MAX_DEPTH = 400;
/** Most elements read, so that no page takes longer than a few seconds. */
const MAX_ELEMENTS = 50_000;

/** Most less-than signs and ampersands: the parser's time grows with their square. */
const MAX_MARKS = 100_000;

/** Reads a web page: its report's text without menus, scripts and advertisements, with the title first; title, publisher, date and
 * address from its metadata. Nothing is fetched and no script is run. */
export function readHtml(html: string, options: ReadOptions): Result<Article> {
  const marks = html.match(/[<&]/g)?.length ?? 0;
  if (marks > MAX_MARKS) return fail('read/html-too-large', options.name, `more than ${MAX_MARKS} tags and entities`);
  const document = parsePage(html);
  const size = measure(document);
  if (size.depth > MAX_DEPTH) return fail('read/html-too-deep', options.name, `elements nested more than ${MAX_DEPTH} deep`);
  if (size.elements > MAX_ELEMENTS) return fail('read/html-too-large', options.name, `more than ${MAX_ELEMENTS} elements`);
  const facts = readPageFacts(document);
  const body = document.body;
  const read = new Readability<HtmlNode>(document, { serializer: (node: HtmlNode) => node }).parse();
  const { container } = options;
  const title = facts.title ?? container?.title ?? tidy(read?.title ?? null);
  const { text, zones } = layOut(title, read?.content ?? body);
  const published = container?.published ?? options.published ?? facts.published;
  return makeArticle(
    text,
    options.name,
    {
      externalId: container?.externalId ?? null,
      title,
      source: facts.source ?? container?.source ?? options.source ?? null,
      url: container?.url ?? facts.url,
      published,
      publishedBasis: options.published && !container?.published ? 'given' : published ? 'metadata' : 'unknown',
    },
    zones,
  );
}

/** A page with all its content in one body, as a browser lays it out: fragments become pages, and what stands beside the body comes
 * into it. Readability climbs from what it finds until it meets the body, and fails where it meets none. */
function parsePage(html: string): Page {
  const given = /<html[\s>]/i.test(html) ? parseHTML(html).document : null;
  const document = isPage(given) ? given : parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document;
  const { documentElement, head, body } = document;
  const first = body.firstChild;
  for (const node of [...head.childNodes]) if (isContent(node) && !IN_HEAD.has(node.nodeName)) body.insertBefore(node, first);
  for (const parent of [documentElement, document])
    for (const node of [...parent.childNodes])
      if (isContent(node) && node !== documentElement && node !== head && node !== body) body.append(node);
  return document;
}

/** What may stand in a head; anything else ends it. */
const IN_HEAD = new Set(['BASE', 'LINK', 'META', 'NOSCRIPT', 'SCRIPT', 'STYLE', 'TITLE']);

function isContent({ nodeType, textContent }: HtmlNode): boolean {
  return nodeType === 1 || (nodeType === 3 && /\S/.test(textContent ?? ''));
}

type Page = ReturnType<typeof parseHTML>['document'];

function isPage(document: Page | null): document is Page {
  return document?.documentElement?.nodeName.toUpperCase() === 'HTML';
}

function measure(root: HtmlNode): { readonly elements: number; readonly depth: number } {
  let elements = 0;
  let depth = 0;
  const open: { readonly node: HtmlNode; readonly level: number }[] = [{ node: root, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.node.nodeType === 1) elements++;
    depth = Math.max(depth, next.level);
    for (const child of next.node.childNodes) if (child.nodeType === 1) open.push({ node: child, level: next.level + 1 });
  }
  return { elements, depth };
}

/** Title and paragraphs with an empty line between them; title and captions marked. */
function layOut(title: string | null, content: HtmlNode): { readonly text: string; readonly zones: readonly Zone[] } {
  const zones: Zone[] = [];
  let text = '';
  const add = (block: string, kind: Zone['kind'] | null) => {
    if (text !== '') text += '\n\n';
    if (kind) zones.push({ kind, span: { start: text.length, end: text.length + block.length } });
    text += block;
  };
  const blocks = readBlocks(content);
  if (title !== null && blocks.length > 0) add(title, 'headline');
  for (const { text: block, isCaption } of blocks) if (block !== title) add(block, isCaption ? 'caption' : null);
  return { text, zones };
}

function tidy(title: string | null): string | null {
  const text = title?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text;
}

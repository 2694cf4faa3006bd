/** What is used of a DOM node. */
export interface HtmlNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  /** Upper case for elements of HTML. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  getAttribute?(name: string): string | null;
}

/** A paragraph, heading, list item, table cell or caption. */
export interface Block {
  /** White space joined; a line break of the page stays one. */
  readonly text: string;
  readonly isCaption: boolean;
}

const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG BUTTON SELECT TEXTAREA AUDIO VIDEO OBJECT HEAD'.split(' '));

/** The blocks below a node in reading order, empty ones left out. Walks without recursion, so any depth will do. */
export function readBlocks(root: HtmlNode): readonly Block[] {
  const blocks: Block[] = [];
  const parts: string[] = [];
  const captions: HtmlNode[] = [];
  const flush = () => {
    for (const piece of parts.join('').split(/\n(?:[^\S\n]*\n)+/)) {
      const text = piece
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .join('\n')
        .trim();
      if (text !== '') blocks.push({ text, isCaption: captions.length > 0 });
    }
    parts.length = 0;
  };
  const open: { readonly node: HtmlNode; readonly leave: boolean }[] = [{ node: root, leave: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, leave } = next;
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    else if (leave) {
      flush();
      if (captions.at(-1) === node) captions.pop();
    } else if (name === 'BR') parts.push('\n');
    else if (node.nodeType === 1 && !SILENT.has(name)) {
      if (!INLINE.has(name)) {
        flush();
        if (name === 'FIGCAPTION') captions.push(node);
        open.push({ node, leave: true });
      }
      for (const child of [...node.childNodes].reverse()) open.push({ node: child, leave: false });
    }
  }
  flush();
  return blocks;
}

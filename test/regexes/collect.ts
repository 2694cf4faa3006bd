import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

/** A regular expression of the sources. */
export interface FoundRegex {
  readonly pattern: string;
  readonly flags: string;
  /** `src/read/zones.ts:94`. */
  readonly where: string;
}

/** A node of a syntax tree; what is used of it is looked for by name. */
type Node = Readonly<Record<string, unknown>>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every regular expression of src/ and web/ that runs, literals and those put together from constant texts of their file.
 * @throws RangeError where one is put together from anything else: nobody could say how long it runs */
export function collectRegexes(): readonly FoundRegex[] {
  return ['src', 'web'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .flatMap((file) => regexesOf(readFileSync(file, 'utf8'), relative(ROOT, file))),
  );
}

/** The regular expressions of one file. @param path for messages; its ending tells the language */
export function regexesOf(text: string, path: string): readonly FoundRegex[] {
  const texts = new Map<string, Node>();
  const found: FoundRegex[] = [];
  const whereOf = ({ start }: Node) => `${path}:${text.slice(0, Number(start)).split('\n').length}`;
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const node = part as Node;
    if (node.type === 'VariableDeclarator' && isNode(node.id) && isNode(node.init)) texts.set(String(node.id.name), node.init);
    if (node.type === 'Literal' && isNode(node.regex))
      found.push({ pattern: String(node.regex.pattern), flags: String(node.regex.flags), where: whereOf(node) });
    if (
      (node.type === 'NewExpression' || node.type === 'CallExpression') &&
      isNode(node.callee) &&
      node.callee.name === 'RegExp'
    ) {
      const [pattern, flags] = node.arguments as readonly Node[];
      found.push({
        pattern: textOf(pattern, texts, whereOf(node)),
        flags: flags ? textOf(flags, texts, whereOf(node)) : '',
        where: whereOf(node),
      });
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }));
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** The text that a constant expression stands for. */
function textOf(node: Node | undefined, texts: ReadonlyMap<string, Node>, where: string): string {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'Identifier') return textOf(texts.get(String(node.name)), texts, where);
  if (
    node?.type === 'TaggedTemplateExpression' &&
    isNode(node.tag) &&
    isNode(node.tag.property) &&
    node.tag.property.name === 'raw'
  )
    return templateText(node.quasi as Node, texts, where, 'raw');
  if (node?.type === 'TemplateLiteral') return templateText(node, texts, where, 'cooked');
  const joined = joinedText(node, texts, where);
  if (joined !== null) return joined;
  throw new RangeError(`${where}: a regular expression of a text that is not constant`);
}

/** `['a', 'b'].join('|')`; null where it is something else. */
function joinedText(node: Node | undefined, texts: ReadonlyMap<string, Node>, where: string): string | null {
  if (node?.type !== 'CallExpression' || !isNode(node.callee) || !isNode(node.callee.property)) return null;
  const { object, property } = node.callee;
  if (property.name !== 'join' || !isNode(object) || object.type !== 'ArrayExpression') return null;
  const [between] = node.arguments as readonly Node[];
  const parts = (object.elements as readonly Node[]).map((each) => textOf(each, texts, where));
  return parts.join(textOf(between, texts, where));
}

function templateText(
  { quasis, expressions }: Node,
  texts: ReadonlyMap<string, Node>,
  where: string,
  kind: 'raw' | 'cooked',
): string {
  const filled = expressions as readonly Node[];
  return (quasis as readonly { readonly value: Readonly<Record<string, string>> }[])
    .map(({ value }, at) => (value[kind] ?? '') + (at < filled.length ? textOf(filled[at], texts, where) : ''))
    .join('');
}

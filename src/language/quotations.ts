import type { Span, TokenRange } from '../base/index.ts';
import { type Quotation, type Token, tokensInSpan } from '../document/index.ts';

const OPENING = '\u201c\u201e\u00ab';
const CLOSING = '\u201d\u00bb';

/** Stretches inside double quotation marks, straight or curly. A mark without a partner before the blank line that ends its
 * paragraph leaves its quotation open there. */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  _sentences: readonly TokenRange[],
): readonly Quotation[] {
  const quotations: Quotation[] = [];
  let start = -1;
  const close = (innerEnd: number, end: number, open: boolean) => {
    const inner: Span = { start: start + 1, end: innerEnd };
    quotations.push({ span: { start, end }, inner, range: tokensInSpan(tokens, inner), open });
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n' && text[at + 1] === '\n' && start >= 0) close(at, at, true);
    else if (start < 0 && (char === '"' || OPENING.includes(char))) start = at;
    else if (start >= 0 && (char === '"' || CLOSING.includes(char))) close(at, at + 1, false);
  }
  if (start >= 0) close(text.length, text.length, true);
  return quotations;
}

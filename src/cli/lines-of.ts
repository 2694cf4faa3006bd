/** The lines of UTF-8 text as it comes, without their line feeds. Node's readline would also end lines at U+2028 and U+2029, which JSON may
 * hold. */
export async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let held: string[] = [];
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    const [first = '', ...rest] = text.split('\n');
    held.push(first);
    for (const next of rest) {
      yield held.join('');
      held = [next];
    }
  }
  held.push(decoder.decode());
  const last = held.join('');
  if (last !== '') yield last;
}

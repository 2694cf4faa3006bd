/** Works on items in order with some begun ahead; what each gives comes in the order of the items, as soon as it is there. No more than
 * `ahead` items are read before the first of them is handed on, so a slow reader holds the source back. Once stopped, nothing more is read,
 * and of what was begun only what is done, up to the first that is not, still comes.
 * @param ahead most items read and not yet handed on, at least 1
 * @throws whatever the source or `begin` does, when its turn comes */
export async function* inOrder<Item, Outcome>(
  items: AsyncIterable<Item>,
  ahead: number,
  begin: (item: Item) => Promise<Outcome>,
  stop?: AbortSignal,
): AsyncGenerator<Outcome> {
  const source = items[Symbol.asyncIterator]();
  const begun: Work<Outcome>[] = [];
  const bell = makeBell();
  let [isReading, isAtEnd] = [false, false];
  const read = async () => {
    isReading = true;
    try {
      const { done, value } = await source.next();
      if (done) isAtEnd = true;
      else if (!stop?.aborted) begun.push(follow(begin(value), bell.ring));
    } catch (error) {
      isAtEnd = true;
      begun.push(follow(Promise.reject(error), bell.ring));
    }
    isReading = false;
    bell.ring();
  };
  stop?.addEventListener('abort', bell.ring, { once: true });
  try {
    while (begun.length > 0 || !(isAtEnd || stop?.aborted)) {
      if (!isReading && !isAtEnd && !stop?.aborted && begun.length < ahead) void read();
      const oldest = begun[0];
      if (oldest?.isSettled) yield await (begun.shift() ?? oldest).outcome;
      else if (stop?.aborted) return;
      else await bell.rung();
    }
  } finally {
    stop?.removeEventListener('abort', bell.ring);
    // A source that is being waited for (standard input, say) may never answer; it is told, and not waited for.
    const closed = source.return?.(undefined);
    if (isReading) closed?.catch(() => {});
    else await closed;
  }
}

interface Work<Outcome> {
  readonly outcome: Promise<Outcome>;
  isSettled: boolean;
}

/** A failure is met when its turn comes; until then it must not count as unhandled. */
function follow<Outcome>(outcome: Promise<Outcome>, ring: () => void): Work<Outcome> {
  const work = { outcome, isSettled: false };
  const settle = () => {
    work.isSettled = true;
    ring();
  };
  outcome.then(settle, settle);
  return work;
}

/** Lets one wait for whatever happens next. Racing promises instead would leave a listener behind on each that is slow. */
function makeBell(): { readonly ring: () => void; readonly rung: () => Promise<void> } {
  let wake = () => {};
  return {
    ring: () => wake(),
    rung: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}

import type { RefObject } from 'react';
import { GrammarKey } from './grammar-key.tsx';

const KEYS = [
  ['/', 'search'],
  ['j', 'next entry or move'],
  ['k', 'previous'],
  ['e', 'show the evidence'],
  ['a', 'accept: it is right'],
  ['r', 'reject'],
  ['c', 'correct the entry'],
  ['u', 'undo the last correction'],
  ['?', 'this help'],
] as const;

/** What keys do and what marks mean. */
export function HelpDialog({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title">
      <h2 id="help-title">Keys and marks</h2>
      <dl className="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <GrammarKey />
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

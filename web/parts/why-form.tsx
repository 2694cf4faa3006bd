import { type FormEvent, type ReactNode, useState } from 'react';

/** A decision that asks why before it is taken: what it is about is chosen in the children. */
export function WhyForm({
  label,
  confirm,
  busy,
  onDecide,
  children,
}: {
  /** What opens it. */
  readonly label: string;
  /** What takes the decision. */
  readonly confirm: string;
  readonly busy: boolean;
  /** @returns whether it was taken; the form closes then */
  readonly onDecide: (given: FormData, why: string | null) => Promise<boolean>;
  readonly children?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    if (await onDecide(given, String(given.get('why') ?? '').trim() || null)) setOpen(false);
  };
  if (!isOpen)
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {label}
      </button>
    );
  return (
    <form className="correct why" onSubmit={(event) => void onSubmit(event)} aria-label={label}>
      {children}
      <label>
        <span>why</span>
        <input name="why" type="text" placeholder="kept with the decision" />
      </label>
      <p className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {confirm}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </p>
    </form>
  );
}

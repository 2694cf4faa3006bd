import type { FormEvent, ReactNode } from 'react';
import { codeWords } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import type { FILTER_NAMES } from '../words/filters.ts';
import { ExportLinks } from './export-links.tsx';
import { useJudging } from './judge.tsx';

/** Fields of the bar, with the values one can choose from where there are few. */
export interface FilterField {
  readonly name: (typeof FILTER_NAMES)[number] | 'from' | 'to' | 'text';
  readonly label: string;
  readonly values?: readonly (readonly [string, string])[];
}

/** Narrows a view down. What is chosen stands in the address, so that the view can be linked, shared and gone back to. */
export function FilterBar({
  fields,
  isReviewed = false,
  children,
}: {
  readonly fields: readonly FilterField[];
  /** Whether what is listed can be judged, so that one may ask for what is not yet. */
  readonly isReviewed?: boolean;
  /** Further fields. */
  readonly children?: ReactNode;
}) {
  const { filters, change } = useFilters();
  const judging = useJudging();
  const set = [...filters].filter(([name]) => fields.some((field) => field.name === name));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    change(Object.fromEntries(fields.map(({ name }) => [name, String(given.get(name) ?? '').trim() || null])));
  };
  return (
    <details className="narrowing" open={innerWidth > 760 || set.length > 0}>
      <summary>Narrow down, export</summary>
      <form key={filters.toString()} className="filters" onSubmit={onSubmit} aria-label="Narrow down">
        {fields.map(({ name, label, values }) => (
          <label key={name}>
            <span>{label}</span>
            {values ? (
              <select
                name={name}
                defaultValue={filters.get(name) ?? ''}
                onChange={(event) => change({ [name]: event.target.value })}
              >
                <option value="">any</option>
                {values.map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            ) : (
              <input
                name={name}
                type={name === 'from' || name === 'to' ? 'date' : 'text'}
                defaultValue={filters.get(name) ?? ''}
              />
            )}
          </label>
        ))}
        {children}
        {isReviewed && judging && <FilterTick name="review" value="waiting" label="not yet reviewed" />}
        <button type="submit">Narrow down</button>
        {set.length > 0 && (
          <button type="button" onClick={() => change(Object.fromEntries(fields.map(({ name }) => [name, null])))}>
            Show all
          </button>
        )}
        <ExportLinks filters={filters} />
      </form>
    </details>
  );
}

/** A box of the bar that sets a part of the address to a value, or takes it out. */
export function FilterTick({ name, value, label }: { readonly name: string; readonly value: string; readonly label: string }) {
  const { filters, change } = useFilters();
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={filters.get(name) === value}
        onChange={(event) => change({ [name]: event.target.checked ? value : null })}
      />
      {label}
    </label>
  );
}

/** A closed list of words as choices. */
export function choices(values: readonly string[]): readonly (readonly [string, string])[] {
  return values.map((value) => [value, codeWords(value)]);
}

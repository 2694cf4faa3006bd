/** Addresses of the pages, so that each is spelt once. */

const query = (parts: Readonly<Record<string, string | null | undefined>>): string => {
  const text = new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return text === '' ? '' : `?${text}`;
};

export const toDocument = (id: string, entry?: string) => `/documents/${encodeURIComponent(id)}${query({ entry })}`;
export const toIncident = (id: string) => `/incidents/${encodeURIComponent(id)}`;
export const toIncidents = (filters: Readonly<Record<string, string | null | undefined>>) => `/incidents${query(filters)}`;
export const toActor = (id: string) => `/actors/${encodeURIComponent(id)}`;
export const toExchange = (a: string, b: string, level?: string) => `/exchange${query({ a, b, level })}`;
export const toClaims = (filters: Readonly<Record<string, string | null | undefined>>) => `/claims${query(filters)}`;
/** Statements of a row, a column or a cell of the ledger: a speaker by id or by words in quotation marks, a party spoken about. */
export const toLedgerClaims = (place: { readonly row?: string; readonly column?: string }, filters: URLSearchParams) => {
  const kept = new URLSearchParams(filters);
  for (const name of ['row', 'column']) kept.delete(name);
  for (const [name, value] of Object.entries(place)) kept.set(name, value);
  return `/claims?${kept}`;
};
export const toDispute = (id: string) => `/disputes${query({ open: id })}`;

/** The quote behind an entry of the case (`DOCUMENT#e3`), in its report. */
export function toEntry(id: string): string {
  const [document = '', entry] = id.split('#');
  return toDocument(document, entry);
}

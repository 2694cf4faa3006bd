/** Names of filters that may be repeated, as in the address of a page and in the API. */
export const FILTER_NAMES = ['actor', 'recipient', 'party', 'type', 'status', 'speaker', 'about', 'place', 'document'] as const;

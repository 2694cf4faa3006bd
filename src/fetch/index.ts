export { FetchError } from './fetch-error.ts';
export { type Fetched, Fetcher, type FetchOptions } from './fetcher.ts';

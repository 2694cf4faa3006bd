import { fail, ok, type Result } from '../base/index.ts';
import { LAPWING_VERSION } from '../engine/index.ts';
import { FetchError, Fetcher } from '../fetch/index.ts';
import { BadInput, type Source, webSource } from '../inputs/index.ts';

/** Addresses of the web as inputs of a run. */
export interface Web {
  /** Asks for an address; a problem where it is refused or does not answer. */
  open(address: string): Promise<Result<Source>>;
}

/** Opens the web for a run. @param allowPrivate whether addresses may be asked that are not of the public internet */
export function openWeb(allowPrivate: boolean): Web {
  const fetcher = new Fetcher({ robot: 'Lapwing', version: LAPWING_VERSION, ...(allowPrivate && { mayAsk: () => true }) });
  return {
    async open(address) {
      try {
        const fetched = await fetcher.fetch(address);
        return ok(webSource(address, { ...fetched, chunks: asInput(fetched.chunks) }));
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        return fail(error.code, address, error.message);
      }
    },
  };
}

/** The same bytes; where they break off, that ends the reading of this input only. */
async function* asInput(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof FetchError ? new BadInput(error.code, error.message) : error;
  }
}

import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';

/** An address of a host. */
export interface HostAddress {
  readonly address: string;
  /** 4 or 6. */
  readonly family: number;
}

/** How names of hosts become addresses. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>;

/** As the system resolves names. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** Whether an IP address may be connected to. */
export type MayAsk = (address: string) => boolean;

/** A lookup for sockets that answers with addresses that may be asked. It is asked when a connection is made, and the connection goes to what it
 * answers: a name that is given another address afterwards gains nothing. A host with any address that may not be asked is refused. */
export function checkedLookup(resolve: Resolve, mayAsk: MayAsk): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        const refused = addresses.find(({ address }) => !mayAsk(address));
        if (refused || !first) callback(refused ? privateAddress(host, refused.address) : noAddress(host), '');
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

/** The refusal of a host that is not of the public internet. */
export function privateAddress(host: string, address: string): FetchError {
  const stands = host === address ? host : `${host} (${address})`;
  return new FetchError(
    'fetch/private-address',
    `${stands} is not an address of the public internet; --allow-private allows it`,
  );
}

function noAddress(host: string): FetchError {
  return new FetchError('fetch/unreachable', `${host} has no address`);
}

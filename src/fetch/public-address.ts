import { BlockList, isIP } from 'node:net';

/** IPv4 addresses that are not of the public internet: IANA IPv4 Special-Purpose Address Registry, multicast (224.0.0.0/4) and reserved (240.0.0.0/4). */
const SPECIAL_4: readonly (readonly [address: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** IPv6 addresses that can be public: global unicast, IPv4 addresses within IPv6, and those that NAT64 translates (RFC 6052). All others, such as
 * loopback, link-local, unique local and multicast, are not. */
const POSSIBLE_6: readonly (readonly [address: string, bits: number])[] = [
  ['2000::', 3],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
];

/** Of those, what is not: IANA IPv6 Special-Purpose Address Registry. 2001::/23 holds Teredo and 2002::/16 is 6to4, which both lead to some IPv4
 * address. */
const SPECIAL_6: readonly (readonly [address: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ...SPECIAL_4.flatMap(([address, bits]) => [
    [`::ffff:${address}`, 96 + bits] as const,
    [`64:ff9b::${address}`, 96 + bits] as const,
  ]),
];

const special4 = listOf(SPECIAL_4, 'ipv4');
const possible6 = listOf(POSSIBLE_6, 'ipv6');
const special6 = listOf(SPECIAL_6, 'ipv6');

function listOf(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, family);
  return list;
}

/** Whether an IP address is one of the public internet. False for whatever is no address, and for one with a zone ("fe80::1%eth0"). */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !special4.check(address, 'ipv4');
  return family === 6 && possible6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

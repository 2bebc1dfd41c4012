import { compile } from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { readAddress } from './network-address.ts';

/** The fewest leading bits of a range. A wider one holds networks of many owners, or is a slip: `0.0.0.0/1` is half of all addresses. */
export const fewestBits = { ipv4: 8, ipv6: 16 } as const;
/** Bits before the IPv4 address in an IPv6 address that stands for one (RFC 4291, section 2.5.5.2). */
const mappedPrefix = 96;

/**
 * Says which peers are trusted proxies.
 * @param proxies IP addresses or ranges
 * @throws TypeError if one of them is neither, or is a range of all addresses
 */
export function trustProxies(proxies: readonly string[]): (peer: string) => boolean {
  const isTrusted = compile([...proxies]);
  return (peer) => {
    const address = readAddress(peer);
    return address !== undefined && isTrusted(address.toString(), 0);
  };
}

/** Whether a range has more addresses than the proxies before a gateway can have. @param proxy an IP address or a range */
export function isTooWide(proxy: string): boolean {
  if (!proxy.includes('/')) return false;
  const [address, bits] = ipaddr.parseCIDR(proxy);
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()) return bits < mappedPrefix + fewestBits.ipv4;
  return bits < fewestBits[address.kind()];
}

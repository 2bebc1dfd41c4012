import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import { compile } from '@fastify/proxy-addr';

/** An address without port and zone. */
export type NetworkAddress = ipaddr.IPv4 | ipaddr.IPv6;

// Some proxies write `192.0.2.7:5001` or `[2001:db8::1]:5001` (RFC 3986, section 3.2.2).
const withPort = /^(?:\[(?<six>[^\]]*)\]|(?<four>[^:]*))(?::\d+)?$/;

/**
 * Reads a network address as a socket or a proxy tells it. A port and a zone are left out; IPv6 that stands for an IPv4 address
 * (RFC 4291, section 2.5.5.2) is that IPv4 address.
 * @returns undefined if it is no address, or IPv4 in a notation that can be read in two ways, such as `192.0.2.010`
 */
function readAddress(text: string): NetworkAddress | undefined {
  const { six, four } = withPort.exec(text)?.groups ?? {};
  const address = (six ?? four ?? text).replace(/%.*$/, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? ipaddr.process(address) : undefined;
}

// Every request needs its group several times.
const known = new LRUCache<string, string>({ max: 10_000 });

/** All clients whose address cannot be read are one. */
const unreadable = 'unreadable';

/**
 * How many times as much as one network of an IPv6 site all its networks together may ask for, where each network has a bound. Some
 * providers give each customer a network, and others a whole site.
 */
export const networksPerSite = 8;

/**
 * The part of a network address that one client has: an IPv4 address, or the first 64 bits of an IPv6 address, since a client can
 * choose the others (RFC 4291, section 2.5.1).
 * @param text an address as a socket or a proxy tells it
 */
export function addressGroup(text: string): string {
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  const group = groupOf(text);
  known.set(text, group);
  return group;
}

/**
 * The site of a client: of IPv6 the first 48 bits, of which one customer can have all 65,536 networks (RFC 6177). Where nothing is
 * counted by network, sites share.
 * @param group as `addressGroup` returns it
 * @returns the group itself for IPv4, where one client has one address
 */
export function addressSite(group: string): string {
  const parts = group.split(':');
  return parts.length === 4 ? parts.slice(0, 3).join(':') : group;
}

function groupOf(text: string): string {
  const address = readAddress(text);
  if (!address) return unreadable;
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}

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

import ipaddr from 'ipaddr.js';
import { readAddress } from '../network-address.ts';

/** All clients whose address cannot be read are one. */
const unreadable = 'unreadable';

/**
 * The part of a network address that one client has: an IPv4 address, or the first 64 bits of an IPv6 address, since a client can
 * choose the others (RFC 4291, section 2.5.1).
 * @param text an address as a socket or a proxy tells it
 */
export function addressGroup(text: string): string {
  const address = readAddress(text);
  if (!address) return unreadable;
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}

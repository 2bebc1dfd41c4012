import ipaddr from 'ipaddr.js';

/** An address without port and zone. */
export type NetworkAddress = ipaddr.IPv4 | ipaddr.IPv6;

// Some proxies write `192.0.2.7:5001` or `[2001:db8::1]:5001` (RFC 3986, section 3.2.2).
const withPort = /^(?:\[(?<six>[^\]]*)\]|(?<four>[^:]*))(?::\d+)?$/;

/**
 * Reads a network address as a socket or a proxy tells it. A port and a zone are left out; IPv6 that stands for an IPv4 address
 * (RFC 4291, section 2.5.5.2) is that IPv4 address.
 * @returns undefined if it is no address, or IPv4 in a notation that can be read in two ways, such as `192.0.2.010`
 */
export function readAddress(text: string): NetworkAddress | undefined {
  const { six, four } = withPort.exec(text)?.groups ?? {};
  const address = (six ?? four ?? text).replace(/%.*$/, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? ipaddr.process(address) : undefined;
}

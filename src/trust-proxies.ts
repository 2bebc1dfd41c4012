import { compile } from '@fastify/proxy-addr';
import { readAddress } from './network-address.ts';

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

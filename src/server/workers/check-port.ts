import { lookup } from 'node:dns/promises';
import { createServer, type AddressInfo } from 'node:net';
import { nameListenFailure } from '../http/connections/name-listen-failure.ts';

/**
 * Checks that nothing listens at the port: workers share it, so they would share it with another gateway too.
 * @returns the port; for 0, one that is free now, since a worker that replaces another must not get one of its own
 * @throws PrivacyError SETTING_INVALID, naming PORT or HOST
 */
export async function checkPort({ host, port }: { readonly host: string; readonly port: number }): Promise<number> {
  try {
    const { address } = await lookup(host, { order: 'ipv4first' });
    return await new Promise((resolve, reject) => {
      const server = createServer().once('error', reject);
      server.listen(port, address, () => {
        const { port: free } = server.address() as AddressInfo;
        server.close(() => resolve(free));
      });
    });
  } catch (error) {
    throw nameListenFailure(error);
  }
}

import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy that joins processes to one host, as docs/operations.md describes. */
export interface OneHost {
  readonly origin: string;
  close(): Promise<void>;
}

/** The paths of the authorization server; all others are the gateway's. */
const identityPaths = /^\/(oidc|session|sessions)(\/|$|\?)/;

/** @param ports asked at each request, so that the processes can start later */
export async function openOneHost(ports: { readonly gateway: number; readonly identity: number }): Promise<OneHost> {
  const server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const port = identityPaths.test(url) ? ports.identity : ports.gateway;
    const passed = { ...headers, 'x-forwarded-for': request.socket.remoteAddress };
    const asked = ask({ host: '127.0.0.1', port, method, path: url, headers: passed }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    asked.once('error', () => response.destroy());
    request.pipe(asked);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

import { lookup } from 'node:dns/promises';
import Fastify from 'fastify';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** Metrics as text, at the time of a scrape. A registry of prom-client is one. */
export interface ScrapedMetrics {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** Serves metrics to Prometheus, apart from the port of the clients. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Milliseconds for one request. */
const requestTimeout = 10_000;
/** Connections that are open at once: Prometheus and a person need a few. Further ones are closed. */
const mostConnections = 20;

/**
 * Listens at the port of METRICS_PORT for `GET /metrics` (Prometheus text format 0.0.4).
 * @throws PrivacyError SETTING_INVALID if something else listens there
 */
export async function serveMetrics(
  scraped: ScrapedMetrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const app = Fastify({ logger: false, requestTimeout, forceCloseConnections: true });
  app.server.maxConnections = mostConnections;
  app.get('/metrics', async (_request, reply) =>
    reply
      .type(scraped.contentType)
      .header('cache-control', 'no-store')
      .send(await scraped.metrics()),
  );
  try {
    // For `localhost`, Fastify would open a second server, which has no bound.
    const { address: oneAddress } = await lookup(host, { order: 'ipv4first' });
    const address = await app.listen({ host: oneAddress, port });
    return { url: `${address}/metrics`, close: async () => app.close() };
  } catch (error) {
    await app.close();
    throw Object.assign(
      new PrivacyError('SETTING_INVALID', { problems: ['METRICS_PORT or METRICS_HOST: the gateway cannot listen there'] }),
      {
        cause: error,
      },
    );
  }
}

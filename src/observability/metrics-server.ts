import Fastify from 'fastify';
import { PrivacyError } from '../errors.ts';
import type { Metrics } from './metrics.ts';

/** Serves metrics to Prometheus, apart from the port of the clients. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Milliseconds for one request. */
const requestTimeout = 10_000;

/**
 * Listens at the port of METRICS_PORT for `GET /metrics` (Prometheus text format 0.0.4).
 * @throws PrivacyError SETTING_INVALID if something else listens there
 */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const { registry } = metrics;
  metrics.measureProcess();
  const app = Fastify({ logger: false, requestTimeout, forceCloseConnections: true });
  app.get('/metrics', async (_request, reply) =>
    reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics()),
  );
  try {
    const address = await app.listen({ host, port });
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

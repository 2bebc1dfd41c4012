import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import { createLog } from '../../../src/server/observe/logging/create-log.ts';
import { createObservability, type Observability } from '../../../src/server/observe/create-observability.ts';

/** The observability of a test's gateway, with everything that it shows to an operator. */
export interface Observed {
  readonly observability: Observability;
  readonly log: Logger;
  /** The log's lines, without those about requests. */
  readonly logged: string[];
  /** The lines about requests. */
  readonly requestLines: string[];
  /** The spans that ended. */
  readonly spans: () => readonly ReadableSpan[];
  /** The metrics that Prometheus would scrape now. */
  readonly scrape: () => Promise<string>;
  /** Every text that is shown, without numbers that only count or measure. */
  readonly texts: () => Promise<readonly string[]>;
}

/** Opens observability whose metrics, spans and log lines stay in memory. Every request is traced. */
export function openObserved(): Observed {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const observability = createObservability(provider.getTracer('test'));
  const logged: string[] = [];
  const requestLines: string[] = [];
  const write = (line: string): void => void (line.endsWith('"msg":"request"}\n') ? requestLines : logged).push(line);
  const log = createLog({ level: 'debug', ...observability }, { write });
  const spans = (): readonly ReadableSpan[] => exporter.getFinishedSpans();
  const scrape = (): Promise<string> => observability.metrics.registry.metrics();
  return {
    observability,
    log,
    logged,
    requestLines,
    spans,
    scrape,
    texts: async () => [...logged, ...requestLines, ...spans().map(textOf), ...seriesIn(await scrape())],
  };
}

/** Everything of a span that an exporter sends, without its random ids and its times. */
function textOf({ name, attributes, events, links, status }: ReadableSpan): string {
  return JSON.stringify({ name, attributes, events, links, status });
}

/** The names and labels of what was scraped, one for each series. */
function seriesIn(scraped: string): string[] {
  return scraped.split('\n').flatMap((line) => (line.startsWith('#') ? [] : [line.replace(/ \S+$/, '')]));
}

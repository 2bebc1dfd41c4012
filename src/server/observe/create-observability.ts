import { trace, type Tracer } from '@opentelemetry/api';
import { Metrics } from './metrics/metrics.ts';
import { RequestScope } from './stage-runner.ts';

/** The metrics, log and readiness that the parts of the gateway share. */
export interface Observability {
  readonly metrics: Metrics;
  readonly scope: RequestScope;
  /** Makes spans that record nothing unless an OpenTelemetry SDK is registered before the gateway starts. */
  readonly tracer: Tracer;
}

/** @param tracer default: the one of the OpenTelemetry SDK, if one is registered */
export function createObservability(tracer: Tracer = trace.getTracer('need-to-know')): Observability {
  return { metrics: new Metrics(), scope: new RequestScope(), tracer };
}

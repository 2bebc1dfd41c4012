import { AsyncLocalStorage } from 'node:async_hooks';
import { type Span, context, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import type { ErrorCode } from '../../platform/errors/errors.ts';
import { type Metrics, outcomeOf, type Stage } from './metrics/metrics.ts';

/** The request that the running code works for. */
export interface CurrentRequest {
  /** Random, made by the gateway: it says nothing about its principal. */
  readonly id: string;
  /** The request's span. It records nothing where tracing is off. */
  readonly span: Span;
}

/** Knows which request the running code works for, so that each log line and each span of a stage belongs to its request. */
export class RequestScope {
  readonly #storage = new AsyncLocalStorage<CurrentRequest>();

  /** Undefined outside of requests. */
  get current(): CurrentRequest | undefined {
    return this.#storage.getStore();
  }

  /** Runs work, and what it starts, for a request. */
  run<Output>(request: CurrentRequest, work: () => Output): Output {
    return this.#storage.run(request, work);
  }
}

/** Runs one stage of a request, and measures it. It gives back what the stage gives back, and throws what it throws. */
export type RunStage = <Output>(stage: Stage, work: () => Output) => Output;

/**
 * Makes the one place that observes stages: the duration of each with its outcome, and a span where the request is traced.
 * @param codeOf returns the code under which an error leaves
 */
export function createStageRunner(metrics: Metrics, scope: RequestScope, tracer: Tracer, codeOf: (error: unknown) => ErrorCode): RunStage {
  return (stage, work) => {
    const parent = scope.current?.span;
    const span = parent?.isRecording() ? tracer.startSpan(stage, {}, trace.setSpan(context.active(), parent)) : undefined;
    const began = performance.now();
    const end = (code: ErrorCode | undefined): void => {
      metrics.countStage(stage, code, (performance.now() - began) / 1_000);
      if (span) endSpan(span, code);
    };
    let output: ReturnType<typeof work>;
    try {
      output = span ? context.with(trace.setSpan(context.active(), span), work) : work();
    } catch (error) {
      end(codeOf(error));
      throw error;
    }
    // The output itself is returned, so that the request does not wait for being measured.
    if (output instanceof Promise) {
      output.then(
        (value) => end(codeIn(value)),
        (error) => end(codeOf(error)),
      );
    } else end(codeIn(output));
    return output;
  };
}

/** Ends a span with its outcome. It holds a code and no message: messages of other libraries quote values. */
export function endSpan(span: Span, code: ErrorCode | undefined): void {
  if (code !== undefined) span.setAttribute('ntk.code', code);
  if (outcomeOf(code) === 'FAILED') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** A stage can refuse in its output: the errors of a result, or a refusal to spend. */
interface Refusing {
  readonly errors?: readonly { readonly extensions?: { readonly code?: ErrorCode } }[];
  readonly refusal?: { readonly code: ErrorCode };
}

function codeIn(output: unknown): ErrorCode | undefined {
  if (typeof output !== 'object' || output === null) return undefined;
  const { errors, refusal } = output as Refusing;
  return refusal?.code ?? errors?.[0]?.extensions?.code;
}

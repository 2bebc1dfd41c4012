import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';

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

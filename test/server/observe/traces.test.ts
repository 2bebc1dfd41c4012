import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { propagation, SpanStatusCode } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { stages } from '../../../src/server/observe/metrics/metrics.ts';
import { openGateway, type Asked, type TestGateway } from '../../helpers/gateway/gateway.ts';

// The propagator is the part of an OpenTelemetry SDK that is global.
let gateway: TestGateway;
beforeAll(async () => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  gateway = await openGateway();
});
afterAll(async () => {
  propagation.disable();
  await gateway.close();
});

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';

/** The spans of one operation, its request's last. */
async function spansOf(persona: string | null, query: string, asked: Asked = {}): Promise<readonly ReadableSpan[]> {
  const before = gateway.observed.spans().length;
  await gateway.ask(persona, query, asked);
  return gateway.observed.spans().slice(before);
}

describe('a traced request', () => {
  test('has one span for itself and one for each stage, in order', async () => {
    const spans = await spansOf('resident', '{ me { givenName } }');
    const request = spans.at(-1)!;
    expect(request.name).toBe('POST /graphql');
    expect(request.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
      'ntk.request_id': 'request',
    });
    const inside = spans.slice(0, -1);
    // A document is checked twice: before it is parsed, and before it is validated.
    const begun = inside.toSorted((one, other) => one.startTime[0] - other.startTime[0] || one.startTime[1] - other.startTime[1]);
    expect([...new Set(begun.map(({ name }) => name))]).toEqual(stages);
    for (const { attributes, parentSpanContext, spanContext } of inside) {
      expect(attributes).toEqual({});
      expect(parentSpanContext?.spanId).toBe(request.spanContext().spanId);
      expect(spanContext.call(inside[0]).traceId).toBe(request.spanContext().traceId);
    }
  });

  test('continues the caller’s trace, without the state that the caller adds', async () => {
    const headers = { traceparent: `00-${trace}-${parent}-01`, tracestate: 'shop=Castellow' };
    const request = (await spansOf('resident', '{ me { givenName } }', { headers })).at(-1)!;
    expect(request.spanContext().traceId).toBe(trace);
    expect(request.parentSpanContext?.spanId).toBe(parent);
    expect(request.spanContext().traceState?.serialize() ?? '').toBe('');
    expect(gateway.observed.requestLines.at(-1)).toContain(`"traceId":"${trace}"`);
  });

  test.each(['', 'Castellow', `00-${trace}-${parent}`, `00-${'0'.repeat(32)}-${parent}-01`, `ff-${trace}-${parent}-01`])(
    'begins its own trace where the caller’s is not valid: %j',
    async (traceparent) => {
      const request = (await spansOf('resident', '{ me { givenName } }', { headers: { traceparent } })).at(-1)!;
      expect(request.parentSpanContext).toBeUndefined();
      expect(request.spanContext().traceId).not.toBe(trace);
    },
  );

  test('is not recorded where the caller has decided against it', async () => {
    const spans = await spansOf('resident', '{ me { givenName } }', { headers: { traceparent: `00-${trace}-${parent}-00` } });
    expect(spans).toEqual([]);
  });

  test('shows a refusal as its code, and a failure as an error without a message', async () => {
    const refused = await spansOf(null, '{ me { givenName } }');
    expect(refused.at(-1)).toMatchObject({ status: { code: SpanStatusCode.UNSET }, attributes: { 'ntk.code': 'AUTHENTICATION_REQUIRED' } });
    await gateway.database.asOwner('alter table recreation.account rename to gone');
    const failed = await spansOf('resident', '{ me { account { balance } } }');
    await gateway.database.asOwner('alter table recreation.gone rename to account');
    for (const name of ['execute under guard', 'POST /graphql']) {
      const span = failed.find((one) => one.name === name)!;
      expect(span.status).toEqual({ code: SpanStatusCode.ERROR });
      expect(span.attributes['ntk.code']).toBe('INTERNAL');
      expect(span.events).toEqual([]);
    }
  });
});

// An SDK brings its own copy of the API, and a gateway with a newer minor version of it would silently trace nothing.
test('the gateway uses the oldest API of the SDKs in use', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  expect(dependencies['@opentelemetry/api']).toMatch(/^1\.9\./);
});

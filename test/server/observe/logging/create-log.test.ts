import { describe, expect, test } from '@jest/globals';
import { INVALID_SPAN_CONTEXT, trace } from '@opentelemetry/api';
import { createLog } from '../../../../src/server/observe/logging/create-log.ts';
import { createObservability } from '../../../../src/server/observe/create-observability.ts';
import { LineLimit } from '../../../../src/server/observe/logging/line-limit.ts';

function logged() {
  const observability = createObservability();
  const lines: string[] = [];
  const limit = new LineLimit(
    () => 0,
    () => observability.metrics.countLeftOut(),
  );
  const log = createLog({ level: 'info', ...observability, limit }, { write: (line) => void lines.push(line) });
  const parsed = (): Record<string, unknown>[] =>
    lines.map((line) => {
      const { time, ...members } = JSON.parse(line) as Record<string, unknown>;
      expect(typeof time).toBe('number');
      return members;
    });
  return { ...observability, log, limit, parsed };
}

describe('the log', () => {
  test('gives the lines of a request its id, and no other line', () => {
    const { log, scope, parsed } = logged();
    scope.run({ id: 'one', span: trace.wrapSpanContext(INVALID_SPAN_CONTEXT) }, () => log.info('inside'));
    log.info('outside');
    expect(parsed()).toEqual([
      { level: 30, requestId: 'one', msg: 'inside' },
      { level: 30, msg: 'outside' },
    ]);
  });

  test('says how many equal failures it left out, under no request', async () => {
    const { log, scope, limit, metrics, parsed } = logged();
    for (let request = 1; request <= 5; request += 1) {
      scope.run({ id: `request${request}`, span: trace.wrapSpanContext(INVALID_SPAN_CONTEXT) }, () =>
        log.error({ code: 'DATABASE_UNAVAILABLE', cause: 'ECONNREFUSED' }, 'an operation failed'),
      );
    }
    log.error({ code: 'DATABASE_UNAVAILABLE', cause: 'ETIMEDOUT' }, 'an operation failed');
    limit.flush();
    const failure = { level: 50, code: 'DATABASE_UNAVAILABLE', msg: 'an operation failed' };
    expect(parsed()).toEqual([
      { ...failure, cause: 'ECONNREFUSED', requestId: 'request1' },
      { ...failure, cause: 'ETIMEDOUT' },
      { ...failure, cause: 'ECONNREFUSED', leftOut: 4 },
    ]);
    expect(await metrics.registry.getSingleMetricAsString('ntk_log_lines_left_out_total')).toContain('ntk_log_lines_left_out_total 4');
    expect(await metrics.registry.getSingleMetricAsString('ntk_log_lines_total')).toContain('ntk_log_lines_total{level="error"} 3');
  });

  test('leaves out no line about a request', () => {
    const { log, parsed } = logged();
    for (let request = 1; request <= 50; request += 1) log.info({ route: '/graphql', status: 503 }, 'request');
    expect(parsed()).toHaveLength(50);
  });
});

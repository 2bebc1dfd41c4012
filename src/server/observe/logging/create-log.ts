import { pino, type DestinationStream, type Level, type Logger } from 'pino';
import { trace } from '@opentelemetry/api';
import type { LineLimit } from './line-limit.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { RequestScope } from '../stage-runner.ts';

/** The levels by the number that pino writes for them. */
const levels: Readonly<Record<number, Level>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** The members that tell kinds of lines apart. Every one takes its values from a closed set. */
const kindMembers = ['code', 'cause', 'check', 'coordinate', 'field', 'errorClass'] as const;

interface LogParts {
  /** The least severe lines that are written. */
  readonly level: string;
  readonly scope: RequestScope;
  readonly metrics: Metrics;
  /** Undefined: every line is written. */
  readonly limit?: LineLimit | undefined;
  /** The number of this process, where several serve. */
  readonly worker?: number | undefined;
}

/**
 * Makes the gateway's log: one JSON object a line, with the id of its request and, where tracing is on, the id of its trace.
 * In an outage, equal warnings and errors are counted and not repeated. It adds no process id and no host name.
 */
export function createLog({ level, scope, metrics, limit, worker }: LogParts, destination: DestinationStream): Logger {
  const counted: DestinationStream = {
    write(line) {
      metrics.countLine(levels[levelIn(line)] ?? 'info', Buffer.byteLength(line));
      destination.write(line);
    },
  };
  return pino(
    {
      level,
      base: worker === undefined ? null : { worker },
      mixin: () => ofRequest(scope),
      hooks: {
        logMethod(input, method, severity) {
          const [members, sentence] = input as unknown as [object, string];
          // Lines about single requests are a log of their own, and are complete.
          if (!limit || severity < 40 || typeof members !== 'object') return method.apply(this, input);
          const key = [severity, sentence, ...kindMembers.map((name) => (members as Record<string, unknown>)[name])].join(' ');
          const writeLeftOut = (leftOut: number): void =>
            method.apply(this, [{ ...members, leftOut }, sentence] as unknown as typeof input);
          if (limit.admits({ key, writeLeftOut })) method.apply(this, input);
        },
      },
    },
    counted,
  );
}

function ofRequest(scope: RequestScope): object {
  const request = scope.current;
  if (!request) return {};
  const { traceId } = request.span.spanContext();
  return { requestId: request.id, ...(trace.isSpanContextValid(request.span.spanContext()) && { traceId }) };
}

/** The level of a line that pino wrote: its first member. */
function levelIn(line: string): number {
  return Number(/^\{"level":(\d+)/.exec(line)?.[1]);
}

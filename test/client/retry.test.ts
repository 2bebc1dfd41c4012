import { describe, expect, test } from '@jest/globals';
import { isRepeatable, nothingChanged, sendAgain, type OperationKind } from '../../client/src/retry.ts';
import { errorCatalogue, type ErrorCode } from '../../src/platform/errors/errors.ts';

const { signal } = new AbortController();

function answered(code: string | undefined, retryAfter?: string, status = 503): Response {
  const body = code === undefined ? { data: { me: null } } : { errors: [{ message: '', extensions: { code } }] };
  const headers = retryAfter === undefined ? undefined : { 'retry-after': retryAfter };
  return new Response(JSON.stringify(body), { status, ...(headers && { headers }) });
}

/** Sends with answers in turn and a clock that only waits move. @returns the code of what came in the end, and the waits */
async function sent(kind: OperationKind, answers: readonly Response[], deadline = 30_000): Promise<unknown> {
  const waits: number[] = [];
  let [now, next] = [0, 0];
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    now += milliseconds;
  };
  const send = async (): Promise<Response> => answers[next++]!;
  const response = await sendAgain(send, kind === 'query', { deadline, attempts: 3, wait, now: () => now }, signal);
  const body = (await response.json()) as { errors?: readonly { extensions: { code: string } }[] };
  return [body.errors?.[0]?.extensions.code ?? 'data', waits];
}

describe.each(['query', 'mutation'] as const)('a %s', (kind) => {
  test('is sent again when the answer says so, and no earlier', async () => {
    expect(
      await sent(kind, [answered('OVERLOADED', '5'), answered('TOO_MANY_REQUESTS', '2', 429), answered(undefined, undefined, 200)]),
    ).toEqual(['data', [5_000, 2_000]]);
  });

  test('is not sent again where nothing is said of when, or where that is too late', async () => {
    expect(await sent(kind, [answered('OVERLOADED')])).toEqual(['OVERLOADED', []]);
    expect(await sent(kind, [answered('OVERLOADED', 'soon')])).toEqual(['OVERLOADED', []]);
    expect(await sent(kind, [answered('READ_BUDGET_SPENT', '1800', 429)])).toEqual(['READ_BUDGET_SPENT', []]);
    expect(await sent(kind, [answered('OVERLOADED', '20'), answered('STOPPING', '20')])).toEqual(['STOPPING', [20_000]]);
  });

  test('is sent a bounded number of times', async () => {
    expect(
      await sent(
        kind,
        Array.from({ length: 9 }, () => answered('OVERLOADED', '1')),
      ),
    ).toEqual(['OVERLOADED', [1_000, 1_000]]);
  });

  test('is not sent again after another status', async () => {
    expect(await sent(kind, [answered('INTERNAL', '1', 500)])).toEqual(['INTERNAL', []]);
  });
});

test('a date says when as well as a number of seconds', async () => {
  expect(await sent('query', [answered('OVERLOADED', new Date(0).toUTCString()), answered(undefined, undefined, 200)])).toEqual([
    'data',
    [0],
  ]);
});

describe('where a change may have been made', () => {
  test.each(['LOG_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'REQUEST_OVERDUE', 'UNHEARD_OF'])(
    'a mutation is not sent again: %s',
    async (code) => {
      expect(await sent('mutation', [answered(code, '1')])).toEqual([code, []]);
      expect(await sent('query', [answered(code, '1'), answered(undefined, undefined, 200)])).toEqual(['data', [1_000]]);
    },
  );

  test('nor after an answer that cannot be read, such as that of a proxy', async () => {
    const unreadable = new Response('<html>', { status: 503, headers: { 'retry-after': '1' } });
    await expect(
      sendAgain(async () => unreadable, false, { deadline: 9_000, attempts: 3, wait: neverWait, now: () => 0 }, signal),
    ).resolves.toBe(unreadable);
  });
});

test.each([
  ['query', undefined, true],
  ['mutation', undefined, false],
  ['mutation', '{}', false],
  ['mutation', '{"variables":{"input":{"idempotencyKey":null}}}', false],
  ['mutation', '{"variables":{"input":{"subject":"idempotencyKey"}}}', false],
  ['mutation', '{"variables":{"input":{"idempotencyKey":"k"}}}', true],
] as const)('a %s with the body %s can be repeated: %s', (kind, body, expected) => {
  expect(isRepeatable(kind, body)).toBe(expected);
});

test('the codes that promise that nothing was changed are the gateway’s, with 429 or 503', () => {
  for (const code of nothingChanged) expect([429, 503]).toContain(errorCatalogue[code as ErrorCode]?.[0]);
});

test('a wait ends when no one waits for the answer any more', async () => {
  const ending = new AbortController();
  const { usualRetry } = await import('../../client/src/retry.ts');
  const sending = sendAgain(async () => answered('OVERLOADED', '20'), true, usualRetry, ending.signal);
  ending.abort(new Error('left'));
  await expect(sending).rejects.toThrow('left');
});

async function neverWait(): Promise<void> {
  throw new Error('it waited');
}

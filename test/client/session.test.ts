import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../client/src/answer.ts';
import type { Channel } from '../../client/src/channel.ts';
import { principalOf } from '../../client/src/principal-of.ts';
import { Session, type SessionOptions } from '../../client/src/session.ts';

/** A client that is its channel, so that what a library does with it can be played. */
function openSession(options: Partial<SessionOptions> = {}) {
  const cleared: Channel[] = [];
  const session = new Session<Channel, string>(
    { open: (channel) => ({ client: channel, clear: () => void cleared.push(channel) }), keyOf: (_client, operation) => operation },
    { url: 'http://gateway.example/graphql', fetch: async () => new Response('{}'), ...options },
  );
  return { session, cleared };
}

const answered = (purpose: string | null, id?: string, more: object = {}): Answer => ({
  data: { me: {} },
  extensions: { privacy: { purpose, ...(id !== undefined && { case: id }), ...more } },
});
const codes = ({ errors }: Answer): unknown => errors?.map(({ extensions }) => extensions?.['code']);

describe('the client of a purpose and case', () => {
  test('is the same for the same, and another for every other', () => {
    const { session } = openSession();
    const partitions = ['A', 'B', null, 'null'].flatMap((purpose) => ['b', 'c', undefined].map((id) => ({ purpose, case: id })));
    const clients = partitions.map((partition) => session.client(partition)!);
    expect(new Set(clients).size).toBe(partitions.length);
    expect(new Set(clients.map((client) => session.idOf(client))).size).toBe(partitions.length);
    expect(partitions.map((partition) => session.client(partition))).toEqual(clients);
    expect(session.client({ purpose: 'A', case: 'B' })).toBe(clients[0]);
    session.end();
  });

  test('takes answers for its own purpose and case', () => {
    const { session } = openSession();
    const client = session.client({ purpose: 'A', case: 'c' })!;
    for (const own of [answered('A', 'C'), answered(null)]) expect(client.receive('o', own)).toBe(own);
    const foreign = [answered('B', 'c'), answered('A'), answered('A', 'd'), { data: { me: {} } }];
    for (const one of foreign) expect(codes(client.receive('o', one))).toEqual(['ANSWER_FOREIGN']);
    expect(session.report(client, 'o')?.errors[0]?.extensions).toEqual({ code: 'ANSWER_FOREIGN' });
    const refused = { data: null, errors: [{ message: '', extensions: { code: 'PURPOSE_NOT_ALLOWED' } }] };
    expect(client.receive('o', refused)).toBe(refused);
    session.end();
  });

  test('names who asks, why and for which case, whatever the library says', async () => {
    const sent: Headers[] = [];
    const { session } = openSession({
      token: async () => 'secret',
      fetch: async (_input, init) => {
        sent.push(new Headers(init?.headers));
        return new Response('{}');
      },
    });
    const headers = {
      'privacy-case': 'x',
      'privacy-withheld': 'error',
      'privacy-purpose': 'B',
      authorization: 'none',
      'x-request-id': '1',
    };
    await session.client({ purpose: 'A' })!.fetch('query')('u', { method: 'POST', headers });
    await session.client({ purpose: 'A', case: 'c' })!.fetch('query')('u', { method: 'POST' });
    await session.client({ purpose: 'A', case: 'c' })!.fetch('query')('u', { method: 'GET' });
    await session.client({ purpose: null })!.fetch('query')('u', { method: 'POST' });
    const named = { accept: 'application/graphql-response+json', authorization: 'Bearer secret', 'privacy-purpose': 'A' };
    expect(sent.map((one) => Object.fromEntries(one))).toEqual([
      { ...named, 'x-request-id': '1' },
      { ...named, 'privacy-case': 'c' },
      {},
      { accept: named.accept },
    ]);
    session.end();
  });
});

describe('the browser’s session', () => {
  test('is named in every request about people, with the header that pages send', async () => {
    const sent: Headers[] = [];
    const { session } = openSession({
      browserSession: 'b',
      fetch: async (_input, init) => {
        sent.push(new Headers(init?.headers));
        return new Response('{}');
      },
    });
    const client = session.client({ purpose: 'A' })!;
    await client.fetch('query')('u', { method: 'POST', headers: { 'privacy-session': 'x' } });
    await client.fetch('query')('u', { method: 'GET' });
    expect(sent.map((one) => Object.fromEntries(one))).toEqual([
      { accept: 'application/graphql-response+json', 'privacy-purpose': 'A', 'privacy-session': 'b', 'x-requested-by': 'page' },
      {},
    ]);
    session.end();
  });

  test.each(['SESSION_CHANGED', 'SESSION_ENDED'])('is over after %s, and all that was read is forgotten', (code) => {
    const { session, cleared } = openSession({ browserSession: 'b' });
    const [one, other] = [session.client({ purpose: 'A' })!, session.client({ purpose: 'B', case: 'c' })!];
    one.receive('o', { errors: [{ message: '', extensions: { code } }] });
    expect([session.endedBy, cleared]).toEqual([code, [one, other]]);
    expect(session.client({ purpose: 'A' })).toBeUndefined();
  });
});

describe('a client that begins a case', () => {
  test('becomes that of the case which the first answer names', () => {
    const { session } = openSession();
    const beginning = session.begin({ purpose: 'A' })!;
    expect(session.client({ purpose: 'A' })).not.toBe(beginning);
    const begun = answered('A', 'c');
    expect(beginning.receive('o', begun)).toBe(begun);
    expect(session.client({ purpose: 'A', case: 'c' })).toBe(beginning);
    expect(codes(beginning.receive('o', answered('A', 'd')))).toEqual(['ANSWER_FOREIGN']);
    session.end();
  });

  test('takes the place of what was read when the case was open before', () => {
    const { session } = openSession();
    const before = session.client({ purpose: 'A', case: 'c' })!;
    session.endCase('c');
    const again = session.begin({ purpose: 'A' })!;
    again.receive('o', answered('A', 'c'));
    expect(before.ended.aborted).toBe(true);
    expect(session.client({ purpose: 'A', case: 'c' })).toBe(again);
    session.end();
  });
});

describe('what has ended', () => {
  test('is each client of the case, and no other; other tabs can be told', async () => {
    const told: string[] = [];
    const { session, cleared } = openSession({ onCasesEnded: (ids) => void told.push(...ids) });
    const [one, two, other] = [{ purpose: 'A', case: 'c' }, { purpose: 'B', case: 'C' }, { purpose: 'A' }].map((partition) =>
      session.client(partition)!,
    );
    other!.receive('o', answered('A', undefined, { endedCases: ['c'] }));
    expect([[one, two, other].map((client) => client!.ended.aborted), told]).toEqual([[true, true, false], ['c']]);
    await new Promise((done) => void setTimeout(done));
    expect(cleared).toEqual([one, two]);
    expect(session.idOf(one!)).toBeUndefined();
    expect(codes(one!.receive('o', answered('A', 'c')))).toEqual(['CLIENT_ENDED']);
    session.resume('c');
    expect(session.client({ purpose: 'A', case: 'c' })).not.toBe(one);
    session.end();
  });

  test('is a case for the purpose that it had, where it goes on for another', () => {
    const { session } = openSession();
    const [before, going] = [session.client({ purpose: 'A', case: 'c' })!, session.begin({ purpose: 'B' })!];
    going.receive('o', answered('B', 'c', { endedCases: ['c'] }));
    expect([before.ended.aborted, going.ended.aborted]).toEqual([true, false]);
    expect([session.client({ purpose: 'A', case: 'c' }), session.client({ purpose: 'B', case: 'c' })]).toEqual([undefined, going]);
    const back = session.begin({ purpose: 'A' })!;
    back.receive('o', answered('A', 'c', { endedCases: ['c'] }));
    expect([session.client({ purpose: 'A', case: 'c' }), session.client({ purpose: 'B', case: 'c' })]).toEqual([back, undefined]);
    session.end();
  });

  test('is told by an answer that was decided without the case', () => {
    const { session } = openSession();
    const client = session.client({ purpose: 'A', case: 'c' })!;
    const last = answered('A', undefined, { endedCases: ['C'] });
    expect(client.receive('o', last)).toBe(last);
    expect(session.client({ purpose: 'A', case: 'c' })).toBeUndefined();
    session.end();
  });

  test('is a case that the gateway does not know, for the purpose for which it was asked', () => {
    const { session } = openSession();
    const [client, other] = [session.client({ purpose: 'A', case: 'c' })!, session.client({ purpose: 'B', case: 'c' })!];
    client.receive('o', { errors: [{ message: '', extensions: { code: 'CASE_UNKNOWN' } }] });
    expect([client.ended.aborted, other.ended.aborted]).toEqual([true, false]);
    session.end();
  });

  test('is a case that was not asked about for too long', async () => {
    const { session } = openSession({ idle: 0 });
    const [client, other] = [session.client({ purpose: 'A', case: 'c' })!, session.client({ purpose: 'A' })!];
    await client.fetch('query')('u', { method: 'POST' });
    await other.fetch('query')('u', { method: 'POST' });
    await new Promise((done) => void setTimeout(done, 5));
    expect([client.ended.aborted, other.ended.aborted]).toEqual([true, false]);
    session.end();
  });

  test.each(['ACCESS_ENDED', 'AUTHORITY_NOT_IN_FORCE', 'TOKEN_INVALID', 'TOKEN_LIFETIME_TOO_LONG'])('is everything after %s', (code) => {
    const { session } = openSession();
    const [client, other] = [session.client({ purpose: 'A' })!, session.client({ purpose: 'B' })!];
    client.receive('o', { errors: [{ message: '', extensions: { code } }] });
    expect([session.endedBy, other.ended.aborted, session.client({ purpose: 'C' }), session.begin({ purpose: 'C' })]).toEqual([
      code,
      true,
      undefined,
      undefined,
    ]);
  });

  test('is all that was read, where it is forgotten before another person; then clients that know nothing go on', async () => {
    const { session, cleared } = openSession();
    const partitions = [{ purpose: 'A' }, { purpose: 'B' }, { purpose: 'A', case: 'c' }];
    const before = partitions.map((partition) => session.client(partition)!);
    const beginning = session.begin({ purpose: 'A' })!;
    before[0]!.receive('o', { ...answered('A'), errors: [{ message: 'of somebody' }] });
    session.forget();
    expect([...before, beginning].map((client) => client.ended.aborted)).toEqual([true, true, true, true]);
    expect(cleared).toEqual([...before, beginning]);
    expect(before.map((client) => session.report(client, 'o'))).toEqual([undefined, undefined, undefined]);
    expect(codes(before[0]!.receive('o', answered('A')))).toEqual(['CLIENT_ENDED']);
    expect(codes((await (await before[0]!.fetch('query')('u', { method: 'POST' })).json()) as Answer)).toEqual(['CLIENT_ENDED']);
    expect(session.endedBy).toBeUndefined();
    const after = partitions.map((partition) => session.client(partition));
    // A case is over: the gateway says whether it can be taken up again.
    expect(after.map((client) => client !== undefined)).toEqual([true, true, false]);
    expect(codes(after[0]!.receive('o', answered('A')))).toBeUndefined();
    session.resume('c');
    expect(session.client(partitions[2]!)).toBeDefined();
    session.end();
  });

  test('is told to those who listen', () => {
    const { session } = openSession();
    let told = 0;
    const stop = session.subscribe(() => (told += 1));
    session.client({ purpose: 'A' })!.receive('o', answered('A'));
    session.end();
    expect(told).toBe(2);
    stop();
    session.end();
    expect(told).toBe(2);
  });
});

describe('a principal', () => {
  const token = (claims: object): string => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
  const clerk = { iss: 'i', sub: 'Zoë', roles: ['CUSTOMER_SERVICE'], mandate: 'm' };

  test('is the same with every token of its issuer, role and mandate', () => {
    expect(principalOf(token({ ...clerk, exp: 1 }))).toBe(principalOf(token({ ...clerk, exp: 2 })));
  });

  test.each([{ iss: 'j' }, { sub: 'y' }, { roles: ['RESIDENT'] }, { mandate: 'n' }])('is another with %j', (claim) => {
    expect(principalOf(token({ ...clerk, ...claim }))).not.toBe(principalOf(token(clerk)));
  });

  test('is one of its own with a token that cannot be read, and with none', () => {
    expect(new Set(['a.b.c', 'opaque', undefined].map(principalOf)).size).toBe(3);
  });
});

import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { connectRaw, type RawConnection } from '../../helpers/asking/raw-connection.ts';

// The attacker opens connections and sends or reads a little from time to time, so that each holds a connection and its memory.
// The deadline of a request is so long that nothing is cut by it.
const deadlines = { ...patientDeadlines, headers: 400, body: 800, request: 600_000, mostRequests: 50 };
const pause = 50;
const gateway = useGateway({ deadlines });

const hold = (): RawConnection => connectRaw(gateway.url);

/** Sends a text byte by byte, and then blanks, for as long as the connection lasts. */
async function drip({ socket }: RawConnection, text: string): Promise<void> {
  for (let at = 0; !socket.destroyed; at += 1) {
    socket.write(text[at] ?? ' ');
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** Answers during the attack, until it has ended. */
async function answeredBeside(attack: Promise<unknown>): Promise<readonly number[]> {
  let isOver = false;
  void attack.finally(() => (isOver = true));
  const statuses: number[] = [];
  while (!isOver) statuses.push((await gateway.ask('resident', '{ me { givenName } }')).status);
  return statuses;
}

const requestLine = 'POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\n';
const refusal = /^HTTP\/1\.1 408 [^]*"REQUEST_TOO_SLOW"/;

describe('a client is cut that holds connections', () => {
  test.each([
    ['by sending headers byte by byte', `${requestLine}x-filler: `],
    ['by sending a body byte by byte', `${requestLine}content-length: 4000\r\n\r\n`],
  ])('%s, and requests beside it are answered', async (title, text) => {
    const many = Array.from({ length: 60 }, hold);
    const attack = Promise.all(
      many.map(async (held) => {
        // The headers of a slow body arrive at once.
        if (title.includes('body')) held.socket.write(text);
        await Promise.all([drip(held, title.includes('body') ? '{"query":"' : text), held.closed]);
      }),
    );
    const beside = await answeredBeside(attack);
    await attack;
    expect(new Set(beside)).toEqual(new Set([200]));
    for (const { received } of many) expect(received()).toMatch(refusal);
  });

  test('by opening them and sending nothing', async () => {
    const held = hold();
    await held.closed;
    expect(held.received()).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('a client is cut that does not read its answers', () => {
  const body = JSON.stringify({ query: getIntrospectionQuery() });
  const request = `${requestLine}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const requests = 30;

  test.each([
    ['at all', () => undefined],
    ['but a little from time to time', ({ socket }: RawConnection) => void socket.read(64)],
  ])('%s, and requests beside it are answered', async (_title, read) => {
    const held = hold();
    held.socket.removeAllListeners('data');
    held.socket.on('readable', () => undefined);
    const ask = async (): Promise<void> => {
      held.socket.write(request.repeat(requests));
      // A connection that is not read is only known to be closed when something is sent.
      for (; !held.socket.destroyed; await new Promise((done) => setTimeout(done, pause))) {
        read(held);
        held.socket.write(request.repeat(requests));
      }
    };
    const attack = Promise.all([ask(), held.closed]);
    const beside = await answeredBeside(attack);
    await attack;
    expect(new Set(beside)).toEqual(new Set([200]));
  });

  test('while one that reads gets all of them', async () => {
    const held = hold();
    held.socket.write(request.repeat(4));
    const answers = (): number => held.received().split('HTTP/1.1 200 ').length - 1;
    while (answers() < 4 && !held.socket.destroyed) await new Promise((done) => setTimeout(done, pause));
    held.socket.destroy();
    expect(answers()).toBe(4);
  });
});

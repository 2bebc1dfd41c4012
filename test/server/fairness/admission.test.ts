import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { createAdmission } from '../../../src/server/fairness/fair-queue.ts';
import type { Deadline } from '../../../src/platform/time/deadline.ts';

const limits = { mostRequests: 1, request: 60_000 };

/** Sends a request to a server of its own, and goes away where `when` says so. */
async function goAway(
  when: 'before the work begins' | 'during the work',
  serve: (response: ServerResponse) => Promise<void>,
): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nhost: gateway\r\n\r\n');
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const closed = once(response, 'close');
  try {
    if (when === 'before the work begins') {
      socket.destroy();
      await closed;
      await serve(response);
    } else {
      const served = serve(response);
      socket.destroy();
      await served;
    }
  } finally {
    socket.destroy();
    server.close();
  }
}

test('a request whose client went away before it was admitted is not begun', async () => {
  const admission = createAdmission(limits);
  let begun = 0;
  await goAway('before the work begins', async (response) => {
    const admit = async (): Promise<number> => admission.admit(response, async () => (begun += 1));
    await expect(admit()).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
  });
  expect({ begun, active: admission.active }).toEqual({ begun: 0, active: 0 });
});

test('a request whose client goes away is over, and counts until its work has ended', async () => {
  const admission = createAdmission(limits);
  await goAway('during the work', async (response) => {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((done) => (end = done));
    let given: Deadline | undefined;
    const served = admission.admit(response, async (deadline) => {
      given = deadline;
      await ended;
    });
    await expect(served).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
    expect(() => given!.check()).toThrow('cancelled');
    expect(admission.active).toBe(1);
    end();
    while (admission.active > 0) await new Promise((done) => setImmediate(done));
    expect(admission.active).toBe(0);
  });
});

test('of the requests that wait for authentication, the address that has the most loses one where they are too many', async () => {
  const admission = createAdmission({ ...limits, mostRequests: 1 });
  const { promise: never, resolve: end } = Promise.withResolvers<string>();
  const attack = Array.from({ length: 5 }, () => admission.identify('192.0.2.7', () => never));
  const honest = admission.identify('198.51.100.7', () => never);
  await expect(attack.at(-1)).rejects.toMatchObject({ code: 'OVERLOADED' });
  await expect(admission.identify('192.0.2.7', () => never)).rejects.toMatchObject({ code: 'OVERLOADED' });
  end('known');
  expect(await Promise.all([honest, ...attack.slice(0, 4)])).toEqual(Array.from({ length: 5 }, () => 'known'));
  const later = Array.from({ length: 5 }, () => admission.identify('192.0.2.7', async () => 'known'));
  expect(await Promise.all(later)).toHaveLength(5);
});

test('those that are served and those that are there are bounded, and a place is free again afterwards', async () => {
  const admission = createAdmission(limits);
  const present = new EventEmitter() as unknown as ServerResponse;
  (present as unknown as EventEmitter).setMaxListeners(20);
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  const first = admission.admit(present, () => admission.serve(() => ended));
  const waiting = Array.from({ length: 9 }, () => admission.admit(present, () => ended));
  await expect(admission.serve(() => ended)).rejects.toMatchObject({ code: 'OVERLOADED' });
  expect(() => admission.admit(present, () => ended)).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
  end();
  await Promise.all([first, ...waiting]);
  expect(await admission.admit(present, () => admission.serve(async () => 'served'))).toBe('served');
});

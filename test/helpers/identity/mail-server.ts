import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { until } from '../time/until.ts';

/** A mail as the server got it. */
interface Received {
  readonly to: readonly string[];
  /** Headers and text. */
  readonly text: string;
}

/** A mail server on loopback. */
export interface MailServer {
  /** The value of SMTP_URL. */
  readonly url: string;
  readonly received: readonly Received[];
  /** The newest mail to an address, and the code in it; it is waited for. */
  codeFor(address: string): Promise<string>;
  /** Stops the server at once. */
  close(): Promise<void>;
}

/** @param refused addresses that the server does not know */
export async function openMailServer(refused: readonly string[] = []): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(refused.includes(address) ? Object.assign(new Error(`There is no ${address}.`), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening: Server = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    codeFor: async (address) => {
      await until(() => received.some(({ to }) => to.includes(address)));
      const { text } = received.findLast(({ to }) => to.includes(address))!;
      return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text.slice(text.search(/Your code is|Votre code est/)))![0];
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}

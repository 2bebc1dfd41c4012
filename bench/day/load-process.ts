import { connect, type Socket } from 'node:net';
import { median } from '../median.ts';
import type { Kind } from './operations.ts';
import { encounterPlace } from './requests.ts';

/** A whole HTTP request, and what its answer must hold. */
export interface Sent {
  readonly kind: Kind;
  readonly text: string;
  readonly expects: string;
}

/** The first message: the requests of each connection, and their order. */
export interface Load {
  readonly host: string;
  readonly port: number;
  readonly lanes: readonly { readonly requests: readonly Sent[]; readonly order: readonly number[] }[];
}

/** Each further message. */
export interface SliceRequest {
  readonly milliseconds: number;
}

/** The result of one slice. */
export interface Slice {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds in which 99 of 100 answers came. */
  readonly p99: number;
  /** The median of milliseconds until an answer, by kind. */
  readonly medians: Readonly<Partial<Record<Kind, number>>>;
  /** Answers without what was asked for, and the first of them. */
  readonly refused: number;
  readonly refusal?: string;
}

const starting: Kind = 'start encounter';

let load: Load | undefined;
/** The next place in the order, by connection. */
let places: number[] = [];

process.on('message', (message: Load | SliceRequest) => void ('milliseconds' in message ? runSlice(message) : open(message)));
// The parent process has ended.
process.once('disconnect', () => process.exit());

function open(given: Load): void {
  load = given;
  places = given.lanes.map(() => 0);
  process.send!('ready');
}

interface Answered {
  readonly kind: Kind;
  readonly time: number;
}

async function runSlice({ milliseconds }: SliceRequest): Promise<void> {
  const answered: Answered[] = [];
  const refusals: string[] = [];
  const begun = performance.now();
  await Promise.all(load!.lanes.map((_lane, at) => runLane(at, begun + milliseconds, answered, refusals)));
  const seconds = (performance.now() - begun) / 1_000;
  const times = answered.map(({ time }) => time).toSorted((one, other) => one - other);
  const byKind = [...Map.groupBy(answered, ({ kind }) => kind)].map(([kind, all]) => [kind, median(all.map(({ time }) => time))]);
  const [refusal] = refusals;
  process.send!({
    answers: times.length,
    seconds,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    medians: Object.fromEntries(byKind) as Slice['medians'],
    refused: refusals.length,
    ...(refusal && { refusal }),
  } satisfies Slice);
}

async function runLane(at: number, until: number, answered: Answered[], refusals: string[]): Promise<void> {
  const { requests, order } = load!.lanes[at]!;
  const { host, port } = load!;
  // Servers close idle connections while other servers are loaded.
  const socket = connect({ host, port, noDelay: true });
  let encounter = encounterPlace;
  const ask = async ({ kind, text, expects }: Sent): Promise<void> => {
    const asked = performance.now();
    const answer = await exchange(socket, text.replace(encounterPlace, encounter));
    answered.push({ kind, time: performance.now() - asked });
    if (!answer.startsWith('HTTP/1.1 200') || answer.includes('"errors":') || !answer.includes(expects)) refusals.push(answer);
    if (kind === starting) encounter = /"id":"([^"]+)"/.exec(answer)?.[1] ?? encounterPlace;
  };
  const next = (place: number): Sent => requests[order[place % order.length]!]!;
  // Another contender's slice has ended the encounter under which the next records are read.
  let last = places[at]!;
  while (next(last).kind !== starting) last -= 1;
  if (last < places[at]!) await ask(next(last));
  while (performance.now() < until) {
    await ask(next(places[at]!));
    places[at]! += 1;
  }
  socket.destroy();
}

/** Sends a request and reads its answer, which must tell its length. */
function exchange(socket: Socket, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    let whole = 0;
    const end = (): void => void socket.off('data', take).off('error', reject).off('close', closed);
    const closed = (): void => reject(new Error('A connection was closed before its answer came.'));
    const take = (piece: Buffer): void => {
      // Bytes as characters: lengths are those of the wire.
      received += piece.toString('latin1');
      if (whole === 0) whole = lengthOf(received);
      if (whole === 0 || received.length < whole) return;
      end();
      resolve(received);
    };
    socket.on('data', take).once('error', reject).once('close', closed);
    socket.write(text);
  });
}

/** The length in bytes of the answer that begins with these; 0 while its head is incomplete. */
function lengthOf(received: string): number {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return 0;
  const [, digits] = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, end + 2)) ?? [];
  if (digits === undefined) throw new Error(`An answer does not tell its length: ${received.slice(0, 100)}`);
  return end + 4 + Number(digits);
}

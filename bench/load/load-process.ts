import { createPrivateKey, createPublicKey, randomUUID, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** The process's task; the first message. */
export interface Load {
  readonly host: string;
  readonly port: number;
  readonly connections: number;
  /** The whole HTTP request, which is sent repeatedly. Each `<number>` in it becomes a number of as many digits, different each time. */
  readonly request: string;
  /** Whether refusals count as answers. */
  readonly refusals: boolean;
  /** Set: `<proof>` in the request becomes a new proof of possession (RFC 9449) each time. */
  readonly proving?: Proving | undefined;
}

/** The key and the values for the proofs of one token. */
export interface Proving {
  readonly privateJwk: JsonWebKey;
  readonly htu: string;
  readonly ath: string;
}

/** The result of one slice. */
export interface Slice {
  readonly answers: number;
  readonly seconds: number;
}

/** Each further message: the duration of a slice in milliseconds. */
export interface SliceRequest {
  readonly milliseconds: number;
  /** The gateway's nonce for proofs. */
  readonly nonce?: string | undefined;
}

let until = 0;
let answers = 0;
let working = 0;
let begun = 0;
let task: Load | undefined;
/** Connections that have their last answer. */
let ended = new WeakSet<Socket>();
let sockets: readonly Socket[] = [];

process.on('message', (message: Load | SliceRequest) => void ('milliseconds' in message ? beginSlice(message) : open(message)));
// The parent process has ended.
process.once('disconnect', () => process.exit());

function open(load: Load): void {
  task = load;
  process.send!('ready');
}

/** Opens new connections: servers close idle ones while other servers are loaded. */
async function connectAll(): Promise<void> {
  const { connections } = task!;
  for (const socket of sockets)
    socket
      .removeAllListeners()
      .on('error', () => undefined)
      .destroy();
  sockets = await Promise.all(Array.from({ length: connections }, () => connectOne()));
}

async function connectOne(): Promise<Socket> {
  const { host, port } = task!;
  const socket = connect({ host, port, noDelay: true });
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
  receive(socket);
  return socket;
}

async function beginSlice({ milliseconds, nonce }: SliceRequest): Promise<void> {
  prepareProofs(milliseconds, nonce);
  await connectAll();
  answers = 0;
  begun = performance.now();
  until = begun + milliseconds;
  working = sockets.length;
  ended = new WeakSet();
  for (const socket of sockets) begin(socket);
}

function begin(socket: Socket): void {
  socket.once('close', () => {
    if (working === 0 || ended.has(socket)) return;
    if (!task!.refusals) throw new Error('A connection was closed before its answer came.');
    // A refusal may close it.
    void connectOne().then(begin);
  });
  socket.write(nextRequest());
}

const place = '<number>';
let sent = 0;

function nextRequest(): string {
  sent += 1;
  const request = task!.request.replaceAll(place, `${sent}`.padStart(place.length, '0'));
  return task!.proving ? request.replace('<proof>', proofs.pop() ?? makeProof()) : request;
}

let makeProof = (): string => '';
let proofs: string[] = [];
/** Proofs for each millisecond: more than any server here answers, so that none is signed while the server is loaded. */
const perMillisecond = 5;

function prepareProofs(milliseconds: number, nonce: string | undefined): void {
  if (!task!.proving) return;
  makeProof = proofMaker(task!.proving, nonce);
  proofs = Array.from({ length: milliseconds * perMillisecond }, makeProof);
}

function proofMaker({ privateJwk, htu, ath }: Proving, nonce: string | undefined): () => string {
  const key: KeyObject = createPrivateKey({ key: privateJwk, format: 'jwk' });
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: createPublicKey(key).export({ format: 'jwk' }) });
  return () => {
    const claims = { htm: 'POST', htu, ath, nonce, iat: Math.floor(Date.now() / 1_000), jti: randomUUID() };
    const signed = `${header}.${encode(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
}

/** Counts the complete answers of a connection, and sends the request again until the slice is over. */
function receive(socket: Socket): void {
  let pieces: Buffer[] = [];
  let length = 0;
  let wanted = 0;
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
    if (wanted === 0) wanted = lengthOf(Buffer.concat(pieces), task!.refusals);
    if (wanted === 0 || length < wanted) return;
    pieces = [];
    length = 0;
    wanted = 0;
    answers += 1;
    if (performance.now() < until) socket.write(nextRequest());
    else if (ended.add(socket) && --working === 0) process.send!({ answers, seconds: (performance.now() - begun) / 1_000 } satisfies Slice);
  });
}

/** The length in bytes of the answer that begins with these; 0 while its head is incomplete. */
function lengthOf(bytes: Buffer, refusals: boolean): number {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return 0;
  const head = bytes.subarray(0, end).toString('latin1');
  const [, digits] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (!head.startsWith(refusals ? 'HTTP/1.1 ' : 'HTTP/1.1 200') || digits === undefined)
    throw new Error(`An answer was not what was asked for: ${head.split('\r\n')[0]}`);
  return end + 4 + Number(digits);
}

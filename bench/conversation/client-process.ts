import { Agent, request } from 'node:http';
import type { Conversation, Heard, Step, Talk } from './conversation.ts';

// Each lane has one connection, which all talks use.
const agents: Agent[] = [];

process.on('message', (talk: Talk) => void hold(talk).then((heard) => process.send!(heard satisfies Heard)));
// The parent process has ended.
process.once('disconnect', () => process.exit());

async function hold({ url, lanes, milliseconds }: Talk): Promise<Heard> {
  const begun = performance.now();
  const until = begun + (milliseconds ?? 0);
  const times = await Promise.all(
    lanes.map(async (conversations, lane) => {
      const agent = (agents[lane] ??= new Agent({ keepAlive: true, maxSockets: 1 }));
      const held: number[][] = [];
      do {
        for (const conversation of conversations) {
          held.push(await converse(url, agent, conversation));
          if (milliseconds !== undefined && performance.now() >= until) break;
        }
      } while (performance.now() < until);
      return held;
    }),
  );
  return { times, seconds: (performance.now() - begun) / 1_000 };
}

async function converse(url: string, agent: Agent, conversation: Conversation): Promise<number[]> {
  const given: string[] = [];
  const times: number[] = [];
  for (const { headers, body, gives } of conversation) {
    const fill = (text: string): string => text.replaceAll(/<(\d)>/g, (_all, place) => given[Number(place)]!);
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
    const asked = performance.now();
    const text = await post(url, agent, filled, fill(body));
    times.push(performance.now() - asked);
    given.push(found(text, gives));
  }
  return times;
}

function post(url: string, agent: Agent, headers: Step['headers'], body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const all = { 'content-type': 'application/json', 'content-length': length, ...headers };
    const asking = request(url, { method: 'POST', agent, headers: all }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve(Buffer.concat(pieces).toString()));
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

function found(text: string, path: readonly string[]): string {
  const answer = JSON.parse(text) as { readonly errors?: unknown };
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], answer);
  if (answer.errors !== undefined || typeof value !== 'string') throw new Error(`An answer lacks ${path.join('.')}: ${text.slice(0, 500)}`);
  return value;
}

import { Agent, request } from 'node:http';
import type { Conversation, ConversationRun, RunResult, Step } from './conversation.ts';

// Each lane has one connection, which all runs use.
const agents: Agent[] = [];

process.on('message', (run: ConversationRun) => void holdConversations(run).then((result) => process.send!(result satisfies RunResult)));
// The parent process has ended.
process.once('disconnect', () => process.exit());

async function holdConversations({ url, lanes, milliseconds }: ConversationRun): Promise<RunResult> {
  const begun = performance.now();
  const until = begun + (milliseconds ?? 0);
  const times = await Promise.all(
    lanes.map(async (conversations, lane) => {
      const agent = (agents[lane] ??= new Agent({ keepAlive: true, maxSockets: 1 }));
      const results: number[][] = [];
      do {
        for (const conversation of conversations) {
          results.push(await holdOne(url, agent, conversation));
          if (milliseconds !== undefined && performance.now() >= until) break;
        }
      } while (performance.now() < until);
      return results;
    }),
  );
  return { times, seconds: (performance.now() - begun) / 1_000 };
}

async function holdOne(url: string, agent: Agent, conversation: Conversation): Promise<number[]> {
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

import { populate, type Population } from '../population.ts';
import type { Contender, ContenderName } from './contender.ts';

/** The first message: the contender to time, and the list sizes that will be requested. */
export interface Start {
  readonly contender: ContenderName;
  readonly sizes: readonly number[];
}

/** Each further message asks for one whole answer, or for the time of `times` answers. */
export type Question =
  | { readonly kind: 'answer'; readonly rows: number }
  | { readonly kind: 'sample'; readonly rows: number; readonly times: number };

/** An answer's data as JSON, or milliseconds per operation. The reply to the first message, and an error, are texts. */
export type Reply = { readonly text: string } | { readonly milliseconds: number } | { readonly failed: string };

let contender: Contender | undefined;

process.on('message', (message: Start | Question) => {
  void reply(message).then(
    (answer) => process.send!(answer),
    (error: unknown) => process.send!({ failed: String(error) } satisfies Reply),
  );
});
// The parent process no longer needs the contender, or has ended.
process.once('disconnect', () => void (contender?.stop() ?? Promise.resolve()).finally(() => process.exit()));

async function reply(message: Start | Question): Promise<Reply> {
  if ('contender' in message) {
    contender = await contenders[message.contender](populate(message.sizes));
    return { text: message.contender };
  }
  const { rows } = message;
  if (message.kind === 'answer') return { text: JSON.stringify(await contender!.answer(rows)) };
  return { milliseconds: await sample(contender!, rows, message.times) };
}

type Load = (population: Population) => Promise<Contender>;

// Only the requested contender is loaded.
const contenders: Readonly<Record<ContenderName, Load>> = {
  plain: async (population) => (await import('./plain.ts')).startPlain(population),
  shield: async (population) => (await import('./shield.ts')).startShield(population),
  gateway: async (population) => (await import('./gateway.ts')).startGateway(population, 'collection'),
  'gateway+entry': async (population) => (await import('./gateway.ts')).startGateway(population, 'entry'),
};

async function sample(one: Contender, rows: number, times: number): Promise<number> {
  // While other contenders were timed, the processor's caches lost this one's data.
  await answerTimes(one, rows, Math.ceil(times / 10));
  const begun = performance.now();
  await answerTimes(one, rows, times);
  return (performance.now() - begun) / times;
}

async function answerTimes(one: Contender, rows: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await one.answer(rows);
}

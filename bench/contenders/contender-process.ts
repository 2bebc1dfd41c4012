import { populate, type Population } from '../population.ts';
import type { Contender, ContenderName } from './contender.ts';

/** The first message: who is to be timed, and the sizes of list that will be asked for. */
export interface Start {
  readonly contender: ContenderName;
  readonly sizes: readonly number[];
}

/** What is asked then: one answer whole, or the time of so many. */
export type Question =
  { readonly kind: 'answer'; readonly rows: number } | { readonly kind: 'sample'; readonly rows: number; readonly times: number };

/** An answer's data as JSON, or milliseconds per operation; of the first message and of an error, the words. */
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

// Only the one that is asked for is loaded.
const contenders: Readonly<Record<ContenderName, Load>> = {
  plain: async (population) => (await import('./plain.ts')).startPlain(population),
  shield: async (population) => (await import('./shield.ts')).startShield(population),
  gateway: async (population) => (await import('./gateway.ts')).startGateway(population, 'collection'),
  'gateway+entry': async (population) => (await import('./gateway.ts')).startGateway(population, 'entry'),
};

async function sample(one: Contender, rows: number, times: number): Promise<number> {
  // While others were timed, the processor forgot this one.
  await answerTimes(one, rows, Math.ceil(times / 10));
  const begun = performance.now();
  await answerTimes(one, rows, times);
  return (performance.now() - begun) / times;
}

async function answerTimes(one: Contender, rows: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await one.answer(rows);
}

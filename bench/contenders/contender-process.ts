import type { Contender, ContenderName } from './contender.ts';
import type { List, ListName, MakeList } from './list.ts';

/** The first message: the contender to time, its list, and the list sizes that will be requested. */
export interface Start {
  readonly contender: ContenderName;
  readonly list: ListName;
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
    contender = await contenders[message.contender](await (await lists[message.list]())(message.sizes));
    return { text: message.contender };
  }
  const { rows } = message;
  if (message.kind === 'answer') return { text: JSON.stringify(await contender!.answer(rows)) };
  return { milliseconds: await sample(contender!, rows, message.times) };
}

type Load = (list: List) => Promise<Contender>;

// Only the requested contender is loaded.
const contenders: Readonly<Record<ContenderName, Load>> = {
  plain: async (list) => (await import('./plain.ts')).startPlain(list),
  shield: async (list) => (await import('./shield.ts')).startShield(list),
  gateway: async (list) => (await import('./gateway.ts')).startGateway(list, 'collection'),
  'gateway+entry': async (list) => (await import('./gateway.ts')).startGateway(list, 'entry'),
};

const lists: Readonly<Record<ListName, () => Promise<MakeList>>> = {
  town: async () => (await import('./list-of-town.ts')).listOfTown,
  clinic: async () => (await import('./list-of-clinic.ts')).listOfClinic,
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

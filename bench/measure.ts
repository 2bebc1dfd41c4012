import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Contender, ContenderName } from './contenders/contender.ts';
import { median } from './median.ts';

/** How one size of list is timed. */
export interface Course {
  readonly rows: number;
  readonly rounds: number;
  /** How many operations of each contender make one sample. */
  readonly operations: Readonly<Record<ContenderName, number>>;
}

/**
 * Times the contenders in turn, round after round (A B C A B C …), after a warm-up.
 * @param tick told of each finished round
 * @returns the median over the rounds by contender, in milliseconds per operation
 * @throws Error where the contenders do not answer alike
 */
export async function measure(
  contenders: readonly Contender[],
  course: Course,
  tick: () => void,
): Promise<ReadonlyMap<ContenderName, number>> {
  await assertAlike(contenders, course.rows);
  const samples = new Map(contenders.map(({ name }) => [name, new Array<number>()]));
  for (const contender of contenders) await sample(contender, course);
  for (let round = 0; round < course.rounds; round += 1) {
    for (const contender of contenders) samples.get(contender.name)?.push(await sample(contender, course));
    tick();
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/** Figures for unequal answers would mean nothing, and an answer of nulls would be a cheap one. */
async function assertAlike(contenders: readonly Contender[], rows: number): Promise<void> {
  const texts = await Promise.all(contenders.map(async (contender) => JSON.stringify(await contender.answer(rows))));
  const [first, ...others] = texts.map((text) => JSON.parse(text) as unknown);
  if (others.some((other) => !isDeepStrictEqual(other, first))) throw new Error(`The contenders' answers differ at ${rows} rows.`);
  if (texts[0]?.includes('null')) throw new Error(`A value is missing at ${rows} rows.`);
}

async function sample(contender: Contender, { rows, operations }: Course): Promise<number> {
  const times = operations[contender.name];
  // What one contender leaves behind is not to be swept in the time of the next. A full sweep shrinks the
  // heap's nursery, though, so the contender gets back into its stride before the clock starts.
  collectGarbage();
  await answerTimes(contender, rows, Math.ceil(times / 2));
  const start = performance.now();
  await answerTimes(contender, rows, times);
  return (performance.now() - start) / times;
}

async function answerTimes(contender: Contender, rows: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await contender.answer(rows);
}

// A flag of the process, but one that a command started through npm cannot be given.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

import { isDeepStrictEqual } from 'node:util';
import type { ContenderName } from './contenders/contender.ts';
import type { TimedContender } from './contenders/start-contender.ts';
import { median } from './median.ts';

/** The timing of one list size. */
export interface MeasureOptions {
  readonly rows: number;
  readonly rounds: number;
  /** The number of operations of each contender in one sample. */
  readonly operations: Readonly<Record<ContenderName, number>>;
}

/**
 * Times the contenders in alternation (A B C A B C …), after a warm-up.
 * @param tick called after each round
 * @returns the median over the rounds by contender, in milliseconds per operation
 * @throws Error if the contenders' answers differ
 */
export async function measure(
  contenders: readonly TimedContender[],
  { rows, rounds, operations }: MeasureOptions,
  tick: () => void,
): Promise<ReadonlyMap<ContenderName, number>> {
  await assertEqualAnswers(contenders, rows);
  const samples = new Map(contenders.map(({ name }) => [name, new Array<number>()]));
  for (const contender of contenders) await contender.sample(rows, operations[contender.name]);
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) samples.get(contender.name)?.push(await contender.sample(rows, operations[contender.name]));
    tick();
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/** @throws Error if the answers differ: their times could not be compared, and an answer of nulls would be cheap */
async function assertEqualAnswers(contenders: readonly TimedContender[], rows: number): Promise<void> {
  const texts = await Promise.all(contenders.map(async (contender) => contender.answer(rows)));
  const [first, ...others] = texts.map((text) => JSON.parse(text) as unknown);
  if (others.some((other) => !isDeepStrictEqual(other, first))) throw new Error(`The contenders' answers differ at ${rows} rows.`);
  if (texts[0]?.includes('null')) throw new Error(`A value is missing at ${rows} rows.`);
}

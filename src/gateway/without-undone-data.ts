import type { Result } from './result.ts';

/** The result of a mutation that is going to be rolled back: nothing of its change may be in the answer. */
export function withoutUndoneData(result: Result): Result {
  if (!result.data) return result;
  return { ...result, data: Object.fromEntries(Object.keys(result.data).map((name) => [name, null])) };
}

import type { Result } from './result.ts';

/** The result of a mutation that will be rolled back: the answer may not show its change. */
export function withoutUndoneData(result: Result): Result {
  if (!result.data) return result;
  return { ...result, data: Object.fromEntries(Object.keys(result.data).map((name) => [name, null])) };
}

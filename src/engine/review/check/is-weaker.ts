import type { Condition } from '../../register.ts';

/** Whether `conditions` hold whenever `than` hold: each of `conditions` must be in `than`. */
export function isWeaker(conditions: readonly Condition[] = [], than: readonly Condition[] = []): boolean {
  return conditions.every((condition) => than.includes(condition));
}

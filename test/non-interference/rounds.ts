import { standpoints, type Standpoint } from './towns/standpoints.ts';

/** The most operations from one standpoint in a row. */
const mostInRound = 400;

/** The number of operations in the test suite, the same in every run. `npm run prove` runs more. */
export const provedInTests = { operations: 900, seed: 11 } as const;

/** Divides operations into rounds, each from one standpoint. */
export function rounds(operations: number): { readonly standpoint: Standpoint; readonly size: number }[] {
  const turns = Math.ceil(operations / standpoints.length / mostInRound);
  const all = Array.from({ length: turns }, () => standpoints).flat();
  return all
    .map((standpoint, index) => ({
      standpoint,
      size: Math.floor(((index + 1) * operations) / all.length) - Math.floor((index * operations) / all.length),
    }))
    .filter(({ size }) => size > 0);
}

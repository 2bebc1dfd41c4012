import { standpoints, type Standpoint } from './standpoints.ts';

/** Operations that are asked from one standpoint before it is another's turn. */
const mostInRound = 400;

/** Which standpoint asks how many operations, one round after the other. */
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

import type { InTurn } from '../../engine/own-pages.ts';
import type { Admission } from './admission.ts';
import type { Turns } from './turns.ts';

/** Serves requests that have no principal yet, when it is the turn of their network address. */
export function createInTurn(admission: Admission, turns: Pick<Turns, 'takeLog'>): InTurn {
  return ({ ip }, { raw }, work) => admission.admit(raw, (deadline) => turns.takeLog(ip, deadline, work));
}

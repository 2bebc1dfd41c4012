import type { BypassCase } from './case.ts';
import { doors } from './doors.ts';
import { inferences } from './inferences.ts';
import { paths } from './paths.ts';

const all = { ...paths, ...inferences, ...doors };

export type CaseName = keyof typeof all;

/** Every case, in the order of the table. */
export const cases: Readonly<Record<CaseName, BypassCase>> = all;
export const caseNames = Object.keys(all) as readonly CaseName[];

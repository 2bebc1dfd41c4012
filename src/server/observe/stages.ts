import { errorCatalogue, type ErrorCode } from '../../platform/errors/errors.ts';

/** The stages of `src/server/spine/pipeline.ts`, in order: the names of spans, and values of the label `stage`. */
export const stages = [
  'authenticate',
  'check document',
  'declare purpose',
  'plan',
  'begin',
  'enter',
  'execute under guard',
  'spend budget',
  'record',
  'release',
] as const;
export type Stage = (typeof stages)[number];

/** The outcome of a stage or a request, in the words of the access log. */
export const outcomes = ['ANSWERED', 'REFUSED', 'FAILED'] as const;
export type MeasuredOutcome = (typeof outcomes)[number];

/** The outcome that belongs to an error code. `WITHHELD` accompanies an answer. */
export function outcomeOf(code: ErrorCode | undefined): MeasuredOutcome {
  const status = code === undefined ? 200 : errorCatalogue[code][0];
  if (status >= 500) return 'FAILED';
  return status >= 400 ? 'REFUSED' : 'ANSWERED';
}

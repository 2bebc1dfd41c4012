import type { Logger } from 'pino';
import type { Plan } from '../../../engine/plan/operation-plan.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { occurrences } from './occurrences.ts';
import type { Result } from '../result.ts';
import { showError } from './show-error.ts';

/** Errors of withheld values in one answer. A list can have thousands. */
const mostErrors = 100;

/**
 * `Privacy-Withheld: error`: adds an error at each null that is certainly withheld, with the path of GraphQL (a number for a list
 * index). Beyond the bound, a last error says that there are more. A place that has an error already gets no second one.
 */
export function addWithheldErrors(result: Result, plan: Plan, log: Logger): Result {
  if (!result.data) return result;
  const taken = new Set(result.errors.map(({ path }) => JSON.stringify(path)));
  const errors: PrivacyError[] = [];
  for (const { coordinate, path, reason } of plan.withheld) {
    if (reason === 'RELATIONSHIP_REQUIRED') continue;
    for (const place of occurrences(result.data, path, mostErrors + 1)) {
      const key = JSON.stringify(place);
      if (!taken.has(key)) errors.push(new PrivacyError('WITHHELD', { coordinates: [coordinate] }, { path: place }));
      taken.add(key);
    }
    if (errors.length > mostErrors) break;
  }
  const shown = errors.length > mostErrors ? [...errors.slice(0, mostErrors), new PrivacyError('WITHHELD_MORE')] : errors;
  return { ...result, errors: [...result.errors, ...shown.map((error) => showError(log)(error.toJSON(), error))] };
}

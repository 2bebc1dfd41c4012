import { PrivacyError } from '../../platform/errors/errors.ts';
import { variableLimits } from './limits.ts';

/**
 * Counts the values of a request's variables or extensions, before anything walks through them recursively.
 * @param variables as received, of any type
 * @throws PrivacyError VARIABLES_TOO_LARGE
 */
export function checkVariables(variables: unknown): void {
  let values = 0;
  let level: readonly unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > variableLimits.depth) throw new PrivacyError('VARIABLES_TOO_LARGE');
    const next: unknown[] = [];
    for (const holder of level) {
      if (typeof holder !== 'object' || holder === null) continue;
      for (const value of Object.values(holder)) {
        values += 1;
        if (values > variableLimits.values) throw new PrivacyError('VARIABLES_TOO_LARGE');
        if (typeof value === 'object' && value !== null) next.push(value);
      }
    }
    level = next;
  }
}

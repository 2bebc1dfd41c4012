import { PrivacyError } from '../errors.ts';
import { variableLimits } from './limits.ts';

/**
 * Counts what a request's variables hold, before anything walks through them by calling itself.
 * @param variables as they came, of whatever form
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

import { PrivacyError } from '../../platform/errors/errors.ts';

// Shared by every copy of the package in the process.
const key = Symbol.for('need-to-know: copies of the package');
const copies = ((globalThis as { [key]?: Set<string> })[key] ??= new Set<string>());
copies.add(new URL('../../../', import.meta.url).href);

/**
 * Refuses an application where several copies of the package are loaded, such as two versions: what one copy makes, another does not know.
 * @throws PrivacyError APPLICATION_INCOMPLETE naming the folders
 */
export function assertOneCopy(): void {
  if (copies.size <= 1) return;
  const folders = [...copies].toSorted().join(' and ');
  throw new PrivacyError('APPLICATION_INCOMPLETE', {
    problems: [`need-to-know is loaded from ${folders}: install one version for the application and all that it imports`],
  });
}

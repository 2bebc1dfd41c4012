import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asPrivacyError, PrivacyError } from '../../platform/errors/errors.ts';

/**
 * Imports the default export of a module of an application.
 * @param option that names the file, for an error
 * @param file from the folder of the process; undefined: the first of the usual ones that is there
 * @param what the export is, for an error
 * @throws PrivacyError SETTING_INVALID where there is no such file, it cannot be loaded, or it exports nothing by default; the PrivacyError that
 *   it throws
 */
export async function importDefault<Exported>(
  option: string,
  file: string | undefined,
  usual: readonly string[],
  what: string,
): Promise<Exported> {
  const found = file ?? usual.find((one) => existsSync(one));
  if (found === undefined || !existsSync(found)) {
    const problem = `${option}: there is no ${file ?? usual.join(' or ')} in this folder; its default export is ${what}`;
    throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
  }
  const { default: exported } = (await importModule(option, found)) as { readonly default?: Exported };
  if (exported === undefined)
    throw new PrivacyError('SETTING_INVALID', { problems: [`${option}: ${found} has no default export: ${what}`] });
  return exported;
}

async function importModule(option: string, file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    // The developer's own code, such as an import that does not exist.
    throw (
      asPrivacyError(error) ??
      Object.assign(new PrivacyError('SETTING_INVALID', { problems: [`${option}: ${file} cannot be loaded: ${String(error)}`] }), {
        cause: error,
      })
    );
  }
}

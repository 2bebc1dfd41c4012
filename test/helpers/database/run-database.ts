import { runPrivacy } from '../processes/run-privacy.ts';

/** Runs `privacy database …`. @returns its output @throws Error with what it wrote, unless its exit code is 0 */
export async function runDatabase(
  command: 'prepare' | 'migrate',
  settings: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<string> {
  const { code, stdout, stderr } = await runPrivacy(['database', command, ...options], settings);
  if (code !== 0 || stderr !== '') throw new Error(`database ${command}: ${stderr.trim()}`);
  return stdout;
}

/** Makes a database and its roles as an administrator, and its schema as the owner. */
export async function makeDatabase(administrator: string, settings: Readonly<Record<string, string>>): Promise<void> {
  await runDatabase('prepare', { ...settings, DATABASE_ADMINISTRATOR_URL: administrator });
  await runDatabase('migrate', settings);
}

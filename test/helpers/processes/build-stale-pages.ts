import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Builds the pages where they are older than what they are made of, in a process of its own: in one for tests, React would be built for them. */
export async function buildStalePages(): Promise<void> {
  const script = fileURLToPath(new URL('../../../scripts/build-pages.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, '--if-stale'], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
}

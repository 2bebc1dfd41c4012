import { readFile } from 'node:fs/promises';

/** The script of the pages that ask for a passkey; see `use-passkey.js`. */
export async function passkeyScript(): Promise<string> {
  return readFile(new URL('use-passkey.js', import.meta.url), 'utf8');
}

import { ownPage, type Role } from '../../session/read-session.ts';

/** A person of the demo with whose account one can sign in. */
export interface Persona {
  readonly persona: string;
  readonly role: Role;
  readonly purposes: readonly string[];
  /** The open cases of the demo that are the persona's, with what they are in English. */
  readonly cases: readonly { readonly id: string; readonly name: string }[];
}

const deadline = 10_000;
const path = '/development';

/** Reads the personas of the demo. @returns undefined: the gateway has no such page, as in production */
export async function readPersonas(): Promise<readonly Persona[] | undefined> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(deadline) });
  return response.ok ? ((await response.json()) as readonly Persona[]) : undefined;
}

/** Signs in as a persona. The session travels in the cookie. @throws Error if the gateway refuses */
export async function signInAs(persona: string): Promise<void> {
  const body = new URLSearchParams({ persona });
  const response = await fetch(path, { method: 'POST', headers: ownPage, body, redirect: 'manual', signal: AbortSignal.timeout(deadline) });
  if (response.type !== 'opaqueredirect') throw new Error(`${path} answers ${response.status}`);
}

import { secret } from '../../src/platform/postgres/secrets/secrets.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import type { SecretSource } from '../../src/platform/settings/secret-source.ts';
import { knownTo } from '../known-ids.ts';
import { personaNamed } from '../personas.ts';
import type { Credential, SignInPlace } from '../sign-in/credential.ts';
import { signIn } from '../sign-in/sign-in.ts';
import type { View } from './views.ts';

/** The part of an answer that the tour reads. */
export interface TourAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** Sends an operation over HTTP as a persona; anonymous if `view.persona` is null. */
export type Ask = (
  view: Pick<View, 'persona' | 'purpose' | 'case'>,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<TourAnswer>;

/** Signs personas in, one after another. @param url of the gateway */
export async function signInAll(url: string, place: SignInPlace, secrets: SecretSource, names: readonly string[]): Promise<Ask> {
  // The tour reads the secret. A real partner takes the ids from its mandate: `mandate { subjects { id } }`.
  const pseudonyms = createPseudonyms(secret(secrets, 'pseudonyms'));
  const credentials = new Map<string, Credential>();
  for (const name of new Set(names)) credentials.set(name, await signIn(place, personaNamed(name)));
  return async ({ persona, purpose, case: matter }, query, variables = {}) => {
    const principal = persona === null ? undefined : personaNamed(persona).principal;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(persona !== null && (await credentials.get(persona)!.headers())),
        ...(purpose !== undefined && { 'privacy-purpose': purpose }),
        ...(matter !== undefined && { 'privacy-case': matter }),
      },
      body: JSON.stringify({ query, variables: knownTo(pseudonyms, principal, variables) }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data } = (await response.json()) as { data?: TourAnswer['data'] };
    return { data: data ?? null };
  };
}

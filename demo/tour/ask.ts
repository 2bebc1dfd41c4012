import { issueToken } from '../development-issuer.ts';
import type { Config } from '../../src/config.ts';
import { secret } from '../../src/database/secrets.ts';
import { createPseudonyms, type Pseudonyms } from '../../src/records/pseudonyms.ts';
import { knownTo } from '../known-ids.ts';
import { personaNamed } from '../personas.ts';
import type { View } from './views.ts';

/** The part of an answer that the tour reads. */
export interface TourAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** Sends an operation over HTTP as a persona; anonymous if `view.persona` is null. */
export async function ask(
  config: Config,
  url: string,
  view: Pick<View, 'persona' | 'purpose' | 'case'>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<TourAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(view.persona !== null && { authorization: `Bearer ${await tokenFor(config, view.persona)}` }),
      ...(view.purpose !== undefined && { 'privacy-purpose': view.purpose }),
      ...(view.case !== undefined && { 'privacy-case': view.case }),
    },
    body: JSON.stringify({ query, variables: knownTo(pseudonymsOf(config), principalOf(view), variables) }),
  });
  const { data } = (await response.json()) as { data?: TourAnswer['data'] };
  return { data: data ?? null };
}

// The tour reads the secret. A real partner takes the ids from its mandate: `mandate { subjects { id } }`.
function pseudonymsOf({ secrets }: Config): Pseudonyms {
  return createPseudonyms(secret(secrets, 'pseudonyms'));
}

function principalOf({ persona }: Pick<View, 'persona'>): string | undefined {
  return persona === null ? undefined : personaNamed(persona).principal;
}

async function tokenFor(config: Config, name: string): Promise<string> {
  const { principal, role, purposes, mandates } = personaNamed(name);
  return issueToken(config, { subject: principal, role, purposes, mandate: mandates[0], now: new Date() });
}

import { issueToken } from '../development-issuer.ts';
import type { Config } from '../../src/config.ts';
import { personaNamed } from '../personas.ts';
import type { View } from './views.ts';

/** What an answer holds. */
export interface TourAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** Asks the gateway over HTTP, as a client of that persona would. */
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
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data?: TourAnswer['data'] };
  return { data: data ?? null };
}

async function tokenFor(config: Config, name: string): Promise<string> {
  const { principal, role, purposes, mandates } = personaNamed(name);
  return issueToken(config, { subject: principal, role, purposes, mandate: mandates[0], now: new Date() });
}

import { fetchKeys } from '../../authentication/tokens/fetch-keys.ts';

/**
 * Fetches the key set of a partner's client. Its headers are left out: with none that says how long it is fresh, oidc-provider fetches it
 * again after a minute, so a key that the partner removes is no longer trusted.
 * @throws Error if the answer is too long; what fetch throws
 */
export async function fetchClientKeys(address: Parameters<typeof fetch>[0], options?: RequestInit): Promise<Response> {
  const { body, status } = await fetchKeys(address, options);
  return new Response(body, { status });
}

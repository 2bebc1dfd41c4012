import { isOpaque } from '../../../src/identity/authentication/tokens/partner-tokens.ts';
import type { Answered, Asked, TestGateway } from '../gateway/gateway.ts';

/** The credentials of a request with a token. A partner's is bound to a key, so `send` adds a proof. */
export function authorizationOf(token: string): string {
  return `${isOpaque(token) ? 'DPoP' : 'Bearer'} ${token}`;
}

/** Sends an operation with a token, or without one for an anonymous principal. */
export function askWithToken(
  send: TestGateway['send'],
  token: string | undefined,
  query: string,
  { variables, operationName, purpose, case: matter, withheld, report, headers }: Asked = {},
): Promise<Answered> {
  return send({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: authorizationOf(token) }),
      ...(purpose !== undefined && { 'privacy-purpose': purpose }),
      ...(matter !== undefined && { 'privacy-case': matter }),
      ...(withheld !== undefined && { 'privacy-withheld': withheld }),
      ...(report !== undefined && { 'privacy-report': report }),
      ...headers,
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
}

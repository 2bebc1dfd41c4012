import * as oidc from 'openid-client';
import { PrivacyError } from '../../src/platform/errors/errors.ts';

/**
 * Reads the metadata of an authorization server (RFC 8414), as a client of it.
 * @param authentication of the client
 * @throws PrivacyError GATEWAY_UNREACHABLE
 */
export async function discover(issuer: string, clientId: string, authentication: oidc.ClientAuth): Promise<oidc.Configuration> {
  try {
    return await oidc.discovery(new URL(issuer), clientId, undefined, authentication, { execute: [oidc.allowInsecureRequests] });
  } catch {
    throw new PrivacyError('GATEWAY_UNREACHABLE', { problems: [issuer] });
  }
}

import * as oidc from 'openid-client';
import { PrivacyError } from '../../src/platform/errors/errors.ts';

/** The error for an answer of the authorization server that refuses the request. It names the OAuth error. */
export function refused(error: unknown): unknown {
  const isAnswer = error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError;
  return isAnswer ? new PrivacyError('DEMO_SIGN_IN_REFUSED', { problems: [error.error] }) : error;
}

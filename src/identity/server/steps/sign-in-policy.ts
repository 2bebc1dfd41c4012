import { interactionPolicy } from 'oidc-provider';
import { isSureEnough } from '../../accounts/passkeys/assurance.ts';
import { sessionLimitsOf } from '../../sessions/session-limits.ts';
import { parseSubject } from '../tokens/subject.ts';

/**
 * When people must sign in: also where an app asks for a sign-in that is more sure than the one before (RFC 9470 §5), what the account
 * had signed in has ended since, or the sign-in is as old as a browser's session may be, however much it was used.
 */
export function signInPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const check = new interactionPolicy.Check(
    'acr_values',
    'another sign-in is needed',
    'unmet_authentication_requirements',
    ({ oidc }) => !isSureEnough(oidc.session?.acr, wantedOf(oidc.params?.['acr_values'])),
  );
  const ended = new interactionPolicy.Check('ended', 'the sign-in has ended', 'login_required', ({ oidc }) => oidc.account === undefined);
  const old = new interactionPolicy.Check('old', 'the sign-in is too old', 'login_required', ({ oidc: { session } }) => {
    const subject = parseSubject(session?.accountId ?? '');
    return session !== undefined && subject !== undefined && session.past(sessionLimitsOf(subject.role, false).longest);
  });
  policy.get('login')!.checks.add(check);
  policy.get('login')!.checks.add(ended);
  policy.get('login')!.checks.add(old);
  return policy;
}

/** The `acr_values` of a request. */
export function wantedOf(parameter: unknown): string | undefined {
  return typeof parameter === 'string' && parameter !== '' ? parameter : undefined;
}

import { interactionPolicy } from 'oidc-provider';
import { isSureEnough } from '../accounts/assurance.ts';

/**
 * When people must sign in: also where an app asks for a sign-in that is more sure than the one before (RFC 9470 §5), or what the account
 * had signed in has ended since.
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
  policy.get('login')!.checks.add(check);
  policy.get('login')!.checks.add(ended);
  return policy;
}

/** The `acr_values` of a request. */
export function wantedOf(parameter: unknown): string | undefined {
  return typeof parameter === 'string' && parameter !== '' ? parameter : undefined;
}

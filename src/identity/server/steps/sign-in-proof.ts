import { z } from 'zod';
import { passkeyAcr, passwordAcr, type Acr, isSureEnough } from '../../accounts/passkeys/assurance.ts';
import { deriveKey, seal, unseal } from '../tokens/seal.ts';
import { interactionPolicy } from 'oidc-provider';
import { sessionLimitsOf } from '../../sessions/session-limits.ts';
import { parseSubject } from '../tokens/subject.ts';

/** The account that has just signed in, between the page that asks for the password and the page that asks for consent. */
export interface SignInProof {
  readonly accountId: string;
  /** See `SignedIn`. */
  readonly epoch: number;
  readonly acr: Acr;
  readonly amr: readonly string[];
  /** When; undefined: in an earlier sign-in of this browser. */
  readonly at?: Date;
}

const form = z.strictObject({
  accountId: z.string().min(1),
  epoch: z.number(),
  acr: z.enum([passwordAcr, passkeyAcr]),
  amr: z.array(z.string()),
  until: z.number(),
});

/** Milliseconds that the page may take. */
const valid = 600_000;

/**
 * Seals a sign-in, so that the page can send it back.
 * @param interaction whose id must come back with it
 */
export function sealSignIn(secret: Buffer, interaction: string, { accountId, epoch, acr, amr }: SignInProof, now: Date): string {
  const text = JSON.stringify({ accountId, epoch, acr, amr, until: now.getTime() + valid });
  return seal(deriveKey(secret, 'sign-in proofs'), interaction, text).toString('base64url');
}

/** @returns undefined if it was not sealed for this interaction, or too long ago */
export function openSignIn(secret: Buffer, interaction: string, sealed: string, now: Date): SignInProof | undefined {
  const text = unseal(deriveKey(secret, 'sign-in proofs'), interaction, Buffer.from(sealed, 'base64url'));
  if (text === undefined) return undefined;
  const { until, ...proof } = form.parse(JSON.parse(text));
  return until > now.getTime() ? { ...proof, at: new Date(until - valid) } : undefined;
}

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

import type { Role } from '../../register.ts';
import type { Vocabulary } from '../declaration/vocabulary.ts';

/** How sure it is who signed in. A member that no one vouches for is undefined. */
export interface Assurance {
  /** OpenID Connect Core 1.0 §2, `acr`. */
  readonly acr: string | undefined;
  /** When that was proven last: at the sign-in, or at a step-up (`auth_time`). */
  readonly provenAt: Date | undefined;
}

/** A phishing-resistant sign-in: a passkey (OpenID Connect Extended Authentication Profile ACR Values 1.0). */
export const passkeyAcr = 'phr';

/** Seconds for which a proof is fresh. */
export const freshFor = 300;
/** Seconds by which the clocks of an issuer and the gateway may differ. */
export const clockSkew = 5;

/** Whether a sign-in is enough to act in a role. Pure. */
export function isAssured({ roles }: Pick<Vocabulary, 'roles'>, role: Role, acr: string | undefined): boolean {
  return acr === passkeyAcr || !roles[role].needsPasskey;
}

/**
 * Whether a passkey has just proven who asks, as root fields with `freshProof` need it. Pure.
 * @param assurance undefined: no one signed in
 */
export function isFreshProof(assurance: Assurance | undefined, now: Date): boolean {
  if (assurance?.acr !== passkeyAcr || assurance.provenAt === undefined) return false;
  const age = (now.getTime() - assurance.provenAt.getTime()) / 1_000;
  return age <= freshFor + clockSkew && age >= -clockSkew;
}

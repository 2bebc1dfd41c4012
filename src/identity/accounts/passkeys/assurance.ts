import { passkeyAcr as phishingResistant } from '../../../engine/policy/decision/enter.ts';

/** How sure it is who signed in, from least to most. */
const acrs = ['urn:need-to-know:acr:password', 'urn:need-to-know:acr:recovery', phishingResistant] as const;
export type Acr = (typeof acrs)[number];

export const passwordAcr = acrs[0];
/** A password and a recovery code: enough to add a passkey, and no more than a password for all else. */
export const recoveryAcr = acrs[1];
export const passkeyAcr = acrs[2];

/** Every value of `acr`, from least to most sure. */
export const knownAcrs: readonly Acr[] = acrs;

/**
 * Whether a sign-in is at least as sure as one of those that an app asks for.
 * @param wanted `acr_values` of a request (OpenID Connect Core 1.0 §3.1.2.1, RFC 9470 §4); undefined: any
 */
export function isSureEnough(acr: string | undefined, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  const least = leastOf(wanted);
  return least !== undefined && acrs.findIndex((known) => known === acr) >= acrs.indexOf(least);
}

/** The least sure value of those that an app asks for. @returns undefined if it asks for unknown ones alone */
export function leastOf(wanted: string | undefined): Acr | undefined {
  const named = wanted?.split(' ');
  return acrs.find((known) => named?.includes(known) ?? true);
}

import { PrivacyError } from '../../src/platform/errors/errors.ts';
import type { Purpose } from '../../src/town/shared/graphql/generated/schema.ts';
import type { Persona } from '../personas.ts';
import type { Credential, SignInPlace } from './credential.ts';
import { signInPartner } from './sign-in-partner.ts';
import { signInPerson } from './sign-in-person.ts';

/** The limits of a token. */
export interface SignInChoices {
  /** Undefined: every purpose of the persona. */
  readonly purpose?: Purpose | undefined;
  /** Of a partner; undefined: its first. */
  readonly mandate?: string | undefined;
}

/**
 * Obtains a token of a persona from the authorization server, in the same way as any client.
 * @throws PrivacyError PURPOSE_NOT_ALLOWED, GATEWAY_UNREACHABLE, DEMO_SIGN_IN_REFUSED
 */
export async function signIn(place: SignInPlace, persona: Persona, { purpose, mandate }: SignInChoices = {}): Promise<Credential> {
  if (purpose && !persona.purposes.includes(purpose)) throw new PrivacyError('PURPOSE_NOT_ALLOWED');
  const [first] = persona.mandates;
  if (first !== undefined) return signInPartner(place, persona, mandate ?? first);
  return signInPerson(place, persona, purpose ? [purpose] : persona.purposes);
}

import { z } from 'zod';
import { Purpose, Role } from '../../../town/graphql/generated/schema.ts';
import { partnerRoles } from '../../../town/policy/partners.ts';

const purposePrefix = 'purpose:';
const uuid = z.guid();

/**
 * What the gateway reads in an access token besides what RFC 9068 requires: exactly one role (an employee who is also a
 * resident acts in one capacity at a time), the purposes as scope values `purpose:<PURPOSE>`, and the case that the token is bound to.
 * A partner has no such token, of no issuer: what it was granted is read at every request; see `partner-token.ts`.
 */
export const claims = z.object({
  sub: uuid,
  client_id: z.string().min(1),
  jti: z.string().min(1),
  iat: z.number(),
  roles: z.tuple([z.enum(Role).exclude(['ANONYMOUS', ...partnerRoles])]),
  scope: z.string().default(''),
  /** Some issuers write what a token allows into `scp`. Nobody reads it here, and the token would silently allow nothing. */
  scp: z.undefined().optional(),
  case: uuid.optional(),
  /** How sure it is who signed in, and when that was proven, in seconds since the epoch (RFC 9470, section 5). */
  acr: z.string().optional(),
  auth_time: z.number().optional(),
  /** Who signed in, and what the token was issued under: only of the embedded authorization server. */
  account: uuid.optional(),
  grant_id: z.string().min(1).optional(),
  /** The key that the token is bound to (RFC 9449, section 6). One that is bound to anything else is worth nothing here (RFC 7800). */
  cnf: z.strictObject({ jkt: z.string().min(1) }).optional(),
  /** Limits that the gateway would ignore (RFC 9396, section 9.1). */
  authorization_details: z.undefined().optional(),
});

/** The purposes among a token's scope values (RFC 6749 §3.3). Other scope values are ignored. */
export function purposesIn(scope: string): Purpose[] {
  const known: readonly string[] = Object.values(Purpose);
  return scope
    .split(' ')
    .filter((value) => value.startsWith(purposePrefix))
    .map((value) => value.slice(purposePrefix.length))
    .filter((value): value is Purpose => known.includes(value));
}

/** The scope of a token that allows these purposes. */
export function scopeFor(purposes: readonly Purpose[]): string {
  return purposes.map((purpose) => purposePrefix + purpose).join(' ');
}

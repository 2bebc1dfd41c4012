import { z } from 'zod';
import { parseDetails } from '../authorization-details/parse-details.ts';
import { Purpose, Role } from '../generated/schema.ts';
import { partnerOf } from '../partners.ts';

const purposePrefix = 'purpose:';
const uuid = z.guid();

/**
 * What the gateway reads in an access token besides what RFC 9068 requires: exactly one role (an employee who is also a
 * resident acts in one capacity at a time), the purposes as scope values `purpose:<PURPOSE>`, the case that the token is bound to, and
 * a partner's authorization details (RFC 9396, section 9.1).
 */
export const claims = z
  .object({
    sub: uuid,
    client_id: z.string().min(1),
    jti: z.string().min(1),
    iat: z.number(),
    roles: z.tuple([z.enum(Role).exclude(['ANONYMOUS'])]),
    scope: z.string().default(''),
    case: uuid.optional(),
    /** How sure it is who signed in, and when that was proven, in seconds since the epoch (RFC 9470, section 5). */
    acr: z.string().optional(),
    auth_time: z.number().optional(),
    /** Who signed in, and what the token was issued under: only of the embedded authorization server. */
    account: uuid.optional(),
    grant_id: z.string().min(1).optional(),
    /** The key that the token is bound to (RFC 9449, section 6). */
    cnf: z.object({ jkt: z.string().min(1).optional() }).optional(),
    authorization_details: z
      .unknown()
      .transform((given, context) => {
        const parsed = parseDetails(given);
        if (parsed.kind === 'details') return parsed.details;
        context.addIssue(parsed.problem);
        return z.NEVER;
      })
      .optional(),
  })
  .refine(({ roles: [role], authorization_details: details }) => details === undefined || partnerOf(role) !== undefined);

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

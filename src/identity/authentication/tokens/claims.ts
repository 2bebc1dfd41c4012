import { z } from 'zod';
import { rolesOf, wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Purpose, Role } from '../../../engine/register.ts';

const purposePrefix = 'purpose:';
const uuid = z.guid();

/** Reads what an access token says. */
export interface ClaimsReader {
  /** @throws ZodError naming the claim that is wrong */
  parse(payload: unknown): z.infer<ReturnType<typeof claimsOf>>;
  /** The purposes among a token's scope values (RFC 6749, section 3.3). Other scope values are ignored. */
  purposesIn(scope: string): readonly Purpose[];
}

/** Makes the reader of a vocabulary's tokens, once. */
export function createClaimsReader(vocabulary: Pick<Vocabulary, 'roles' | 'purposes'>): ClaimsReader {
  const claims = claimsOf([...rolesOf(vocabulary, 'DATA_SUBJECT'), ...rolesOf(vocabulary, 'EMPLOYEE')]);
  const known: ReadonlySet<string> = new Set(wordsOf(vocabulary.purposes));
  return {
    parse: (payload) => claims.parse(payload),
    purposesIn: (scope) =>
      scope
        .split(' ')
        .filter((value) => value.startsWith(purposePrefix))
        .map((value) => value.slice(purposePrefix.length))
        .filter((value): value is Purpose => known.has(value)),
  };
}

/**
 * The claims that the gateway reads in an access token besides those that RFC 9068 requires: exactly one role (an employee who is also a
 * resident acts in one capacity at a time), the purposes as scope values `purpose:<PURPOSE>`, and the case that the token is bound to.
 * A partner has no such token, of no issuer: what it was granted is read at every request; see `partner-token.ts`.
 */
function claimsOf(roles: readonly Role[]) {
  return z.object({
    sub: uuid,
    client_id: z.string().min(1),
    jti: z.string().min(1),
    iat: z.number(),
    roles: z.tuple([z.enum(roles)]),
    scope: z.string().default(''),
    /** Some issuers write what a token allows into `scp`. No one reads it here, and the token would silently allow nothing. */
    scp: z.undefined().optional(),
    case: uuid.optional(),
    /** How sure it is who signed in, and when that was proven, in seconds since the epoch (RFC 9470, section 5). */
    acr: z.string().optional(),
    auth_time: z.number().optional(),
    /** The account that signed in, and the grant and key of the token: only of the embedded authorization server. */
    account: uuid.optional(),
    grant_id: z.string().min(1).optional(),
    /** The key that the token is bound to (RFC 9449, section 6). One that is bound to anything else is worth nothing here (RFC 7800). */
    cnf: z.strictObject({ jkt: z.string().min(1) }).optional(),
    /** Limits that the gateway would ignore (RFC 9396, section 9.1). */
    authorization_details: z.undefined().optional(),
  });
}

/** The scope of a token that allows these purposes. */
export function scopeFor(purposes: readonly Purpose[]): string {
  return purposes.map((purpose) => purposePrefix + purpose).join(' ');
}

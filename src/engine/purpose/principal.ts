import type { Purpose, Role } from '../register.ts';
import { type Assurance, purposesOf } from '../policy/decision/enter.ts';
import type { AccessLimits } from '../policy/declaration/access-limits.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import { anonymousRole } from '../policy/declaration/vocabulary.ts';

/** The grant and key of a token of the embedded authorization server. It ends with any of them. */
export interface Credential {
  /** The account that signed in; undefined: a partner’s client. */
  readonly account?: string | undefined;
  /** The digest of its grant; of a partner’s token, its own. */
  readonly grant: Buffer;
  /** The id of the key that signed it; undefined: it is not signed. */
  readonly key?: string | undefined;
  /** The registration of a partner’s client. */
  readonly client?: string | undefined;
}

/** The limits of a principal, with the data subjects that its token names. */
export interface PrincipalLimits extends AccessLimits {
  /** Ids of the records. Undefined: no limit; empty: no one. */
  readonly subjects?: ReadonlySet<string> | undefined;
}

/** The principal of a request: a data subject, an employee, a partner, or an anonymous client. */
export interface Principal {
  /** The id of the data subject, employee or partner; undefined for an anonymous caller. */
  readonly id: string | undefined;
  readonly role: Role;
  /** Whether the principal is outside the municipality. */
  readonly partner: boolean;
  /** The purposes that the token allows. The policy decides which of them the role has. */
  readonly tokenPurposes: readonly Purpose[];
  /** The authority that a partner's token names in its authorization details. Without one it reads nothing. */
  readonly authorityId: string | undefined;
  /** The limits of a partner's access beyond its authority; undefined: none. */
  readonly limits?: PrincipalLimits | undefined;
  /** The case that the token is bound to. */
  readonly caseId: string | undefined;
  /** The dependencies of a token of the embedded authorization server, read at every request. */
  readonly credential?: Credential | undefined;
  /** SHA-256 of the id of the browser's session that asks, read at every request; undefined: a token asks, or no one in particular. */
  readonly session?: Buffer | undefined;
  /** How sure it is who signed in; undefined: no one did. */
  readonly assurance?: Assurance | undefined;
  /** The proof of possession of the token's key. It is used up with the entry; undefined: the token needs none. */
  readonly proof?: { readonly digest: Buffer; readonly until: Date } | undefined;
}

/** A caller without a token. Pure. */
export function anonymousPrincipal(policy: Policy): Principal {
  const role = anonymousRole(policy.vocabulary);
  return { id: undefined, role, partner: false, tokenPurposes: purposesOf(policy, role), authorityId: undefined, caseId: undefined };
}

/** A request, as far as it tells who asks. */
export interface PresentedRequest {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly method: string;
}

/** The principal of a request, as an application's own authentication found it. */
export interface Authenticated {
  /** The id of the data subject, employee or organisation: a UUID. */
  readonly id: string;
  readonly role: Role;
  /** The purposes that it may declare; undefined: all that the policy gives the role. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** The authority that an organisation acts under. Without one it reads nothing. */
  readonly authorityId?: string | undefined;
  /** The only case that it may declare; undefined: any of its own. */
  readonly caseId?: string | undefined;
  /** How sure it is who signed in; undefined: as after a password, long ago. */
  readonly assurance?: Assurance | undefined;
}

/**
 * Authenticates a request by an application's own means.
 * @returns undefined for a request that presents nothing
 * @throws anything for what it presents in vain: it is refused, and never anonymous
 */
export type Authenticate = (request: PresentedRequest) => Promise<Authenticated | undefined>;

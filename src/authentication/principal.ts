import type { Purpose, Role } from '../generated/schema.ts';

/** Who asks: a resident, an employee, a partner, or an anonymous caller. */
export interface Principal {
  /** The id of the resident, employee or partner; undefined for an anonymous caller. */
  readonly id: string | undefined;
  readonly role: Role;
  /** Whether the principal is outside the municipality. */
  readonly partner: boolean;
  /** The purposes that the token allows. The policy decides which of them the role has. */
  readonly tokenPurposes: readonly Purpose[];
  /** The mandate in a partner's token. */
  readonly mandateId: string | undefined;
  /** The case that the token is bound to. */
  readonly caseId: string | undefined;
}

/** A caller without a token. */
export const anonymous: Principal = Object.freeze({
  id: undefined,
  role: 'ANONYMOUS',
  partner: false,
  tokenPurposes: [],
  mandateId: undefined,
  caseId: undefined,
});

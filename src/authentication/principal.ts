import type { Purpose, Role } from '../generated/schema.ts';

/** Who asks. */
export interface Principal {
  /** The resident's, the employee's or the partner's id; undefined for nobody. */
  readonly id: string | undefined;
  readonly role: Role;
  /** Whether it is outside the municipality. */
  readonly partner: boolean;
  /** The purposes that the token allows; which of them are the role's is for the policy to say. */
  readonly tokenPurposes: readonly Purpose[];
  /** The mandate in a partner's token. */
  readonly mandateId: string | undefined;
  /** The case that the token is bound to. */
  readonly caseId: string | undefined;
}

/** Nobody: a caller without a token. */
export const anonymous: Principal = Object.freeze({
  id: undefined,
  role: 'ANONYMOUS',
  partner: false,
  tokenPurposes: [],
  mandateId: undefined,
  caseId: undefined,
});

import type { DataCategory, Purpose, Relationship, Role } from '../../town/graphql/generated/schema.ts';
import type { Clause } from '../../town/policy/clauses.ts';
import type { Condition } from '../../town/policy/conditions.ts';

/** A line of the policy: what a role may see for a purpose under a relationship. */
export interface Grant {
  /** A stable name, quoted by explanations and by the matrix. */
  readonly line: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly categories: readonly DataCategory[];
  /** Conditions that must all hold for the data subject. */
  readonly when?: readonly Condition[];
  readonly clause: Clause;
}

// In the statement's table, R is a value with its hints, and H is the hint alone.
export const name = ['NAME', 'INITIALS'] as const;
export const email = ['EMAIL', 'EMAIL_HINT'] as const;
export const telephone = ['TELEPHONE', 'TELEPHONE_HINT'] as const;
export const contactDetails = [...email, ...telephone] as const;
export const address = ['ADDRESS', 'LOCALITY'] as const;
export const contactHints = ['EMAIL_HINT', 'TELEPHONE_HINT'] as const;
export const account = ['BALANCE', 'OVERDUE'] as const;

import type { DataCategory, Purpose, Role } from '../../register.ts';
import type { AccessLimits } from '../declaration/access-limits.ts';

/** The part of a decision that does not depend on the data subject: role, purpose, authority and limits. */
export interface AccessContext {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  /** The categories that the authority in force names; empty without one. */
  readonly named: ReadonlySet<DataCategory>;
  /** Undefined: no limit. */
  readonly limits?: AccessLimits | undefined;
}

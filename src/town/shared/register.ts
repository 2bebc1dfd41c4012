import type { EntityManager } from '@mikro-orm/postgresql';
import type * as Schema from './graphql/generated/schema.ts';
import type * as Clauses from '../policy/statement/clauses.ts';
import type * as Conditions from '../policy/lines/conditions.ts';
import type { acts } from '../policy/words/acts.ts';
import type { townReasons } from '../wording/error-reasons.ts';
import type { ResolverParts } from './resolver-parts.ts';

declare module '../../engine/register.ts' {
  /** The vocabulary of the municipality. */
  interface Register {
    readonly role: Schema.Role;
    readonly purpose: Schema.Purpose;
    readonly category: Schema.DataCategory;
    readonly relationship: Schema.Relationship;
    readonly scope: Schema.RowScope;
    readonly act: keyof typeof acts;
    readonly condition: Conditions.Condition;
    readonly clause: Clauses.Clause;
    readonly parts: ResolverParts;
    readonly records: EntityManager;
  }
}

declare module '../../platform/errors/error-reasons.ts' {
  interface OwnReasons {
    readonly reason: keyof typeof townReasons;
  }
}

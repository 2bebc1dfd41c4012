import type { Relationship } from '../generated/schema.ts';
import type { Condition } from '../policy/conditions.ts';

/** What ties the principal to one data subject now, and which conditions hold for that one. */
export interface Tie {
  readonly relationship: Relationship;
  readonly conditions: readonly Condition[];
}

import type { Relationship } from '../generated/schema.ts';
import type { Condition } from '../policy/conditions.ts';

/** What ties the principal to one data subject now, and which conditions hold for that one. */
export interface Tie {
  readonly relationship: Relationship;
  readonly conditions: readonly Condition[];
}

/**
 * Makes the reader of ties as statements give them: the relationship, then the conditions that hold, with spaces between.
 * Those who are tied alike share one tie, so that what follows from it is worked out once.
 */
export function tieReader(): (text: string) => Tie {
  const kinds = new Map<string, Tie>();
  return (text) => {
    let tie = kinds.get(text);
    if (!tie) {
      const [relationship, ...conditions] = text.split(' ');
      kinds.set(text, (tie = { relationship: relationship as Relationship, conditions: conditions as Condition[] }));
    }
    return tie;
  };
}

import type { Condition, Relationship } from '../register.ts';

/** How the principal is related to one data subject now, and which conditions hold for that data subject. */
export interface RelationshipFact {
  readonly relationship: Relationship;
  readonly conditions: readonly Condition[];
}

/**
 * Makes a function that reads the text of a relationship column: the relationship, then the conditions that hold, separated by
 * spaces. Equal texts give the same object, so that its permits are computed once.
 */
export function factReader(): (text: string) => RelationshipFact {
  const kinds = new Map<string, RelationshipFact>();
  return (text) => {
    let fact = kinds.get(text);
    if (!fact) {
      const [relationship, ...conditions] = text.split(' ');
      kinds.set(text, (fact = { relationship: relationship as Relationship, conditions: conditions as Condition[] }));
    }
    return fact;
  };
}

import type { Condition, Relationship } from '../register.ts';
import type { FieldSet, Permits } from '../plan/bind/permit-table.ts';

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

/** A row carries the id of its data subject under this symbol. Only the functions that read rows set it. */
export const DATA_SUBJECT: unique symbol = Symbol('data subject');

/** A connection carries under this symbol the ids of the people that it reports beyond its rows. */
export const REPORTED_SUBJECTS: unique symbol = Symbol('reported subjects');

/** The key in a field's extensions that marks its rows as selected together with their relationships. */
export const WITH_RELATIONSHIPS = 'withRelationships';

/** The properties of a row that the engine reads besides its fields. */
export type Stamps = {
  readonly [DATA_SUBJECT]?: string;
  readonly [REPORTED_SUBJECTS]?: readonly string[];
};

/** A plain row with only the columns that the operation may see, named as in the schema. */
export type Row = Stamps & { readonly __typename?: string } & Readonly<Record<string, unknown>>;

/** Stamps a row with its data subject. The guard releases no field of a row without a stamp. */
export function aboutPerson<T extends object>(row: T, subjectId: unknown): T {
  if (typeof subjectId === 'string') (row as { [DATA_SUBJECT]?: string })[DATA_SUBJECT] = subjectId;
  return row;
}

/**
 * One data subject in one operation: the principal's relationship to it, and where it was seen. There is one object for
 * each, made when the operation first comes across it, so that later steps need no look-up by id.
 */
export class Subject {
  readonly id: string;
  /** The look-up under way. Others that need the relationship wait for the same one. */
  lookUp: Promise<void> | undefined = undefined;
  /** Undefined until it is looked up, and where there is no relationship. */
  fact: RelationshipFact | undefined = undefined;
  /** 1 at the index of each coordinate that the operation asks for and that is permitted; undefined without a relationship. */
  visible: Permits | undefined = undefined;
  /** The object-returning fields that returned objects about it; undefined: none. */
  seenAt: FieldSet | undefined = undefined;
  /** Whether the answer shows or counts it. */
  disclosed = false;

  constructor(id: string) {
    this.id = id;
  }
}

/** A data subject whose relationship to the principal is known. */
export type RelatedSubject = Subject & { readonly fact: RelationshipFact; readonly visible: Permits };

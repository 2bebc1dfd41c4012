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

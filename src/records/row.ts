/** Under this symbol a row carries the id of the person whom it is about. It is stamped where rows are read, and nowhere else. */
export const DATA_SUBJECT: unique symbol = Symbol('data subject');

/** Under this symbol a connection carries the ids of those whom it tells of beside the people of its rows. */
export const TOLD_OF: unique symbol = Symbol('told of');

/** Under this name a field's extensions say that what ties the asker to whomever its rows are about was read along with them. */
export const TIED = 'tied';

/** A plain row with just the columns that the operation may see, named as in the schema. */
export interface Row {
  readonly [DATA_SUBJECT]?: string;
  readonly [TOLD_OF]?: readonly string[];
  readonly [column: string]: unknown;
}

/** Stamps a row with its data subject. A row without one stays without: the guard then withholds all of it. */
export function aboutPerson<T extends Row>(row: T, subjectId: unknown): T {
  if (typeof subjectId === 'string') (row as { [DATA_SUBJECT]?: string })[DATA_SUBJECT] = subjectId;
  return row;
}

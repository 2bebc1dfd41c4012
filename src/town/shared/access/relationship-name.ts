/** The name of the column of a relationship. No schema field can have it, so no answer contains the column. */
export const relationshipName = '~relationship';

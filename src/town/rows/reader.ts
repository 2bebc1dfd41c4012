/** The name of the column of a relationship. No schema field can have it, so no answer contains the column. */
export const relationshipName = '~relationship';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Whether a text is a UUID (RFC 9562) in lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

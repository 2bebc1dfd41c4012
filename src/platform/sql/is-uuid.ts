const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Whether a text is a UUID (RFC 9562) in lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

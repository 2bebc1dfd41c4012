import { PrivacyError } from '../../../platform/errors/errors.ts';

/** The members of a request that are JSON in a query string (GraphQL over HTTP, "GET"). */
const inJson = ['variables', 'extensions'] as const;

/**
 * Reads the members of a request from a query string, as if they were its body.
 * @throws PrivacyError BODY_INVALID
 */
export function bodyOfQuery(query: unknown): Record<string, unknown> {
  const body: Record<string, unknown> = { ...(query as Record<string, unknown>) };
  for (const name of inJson) {
    const text = body[name];
    if (text === undefined) continue;
    try {
      body[name] = JSON.parse(text as string) as unknown;
    } catch {
      throw new PrivacyError('BODY_INVALID');
    }
  }
  return body;
}

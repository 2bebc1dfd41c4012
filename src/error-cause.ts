import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';

/** What an error is, without what it says: its SQLSTATE, Node's error code, or its class. No value and no message. */
export function causeOf(error: unknown): string {
  const cause = unwrapResolverError(error);
  for (let at: unknown = cause; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code)) return code;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(at.message)) return 'ECONNRESET';
  }
  return cause instanceof GraphQLError ? 'GraphQLError' : cause instanceof Error && /^\w{1,60}$/.test(cause.name) ? cause.name : 'unknown';
}

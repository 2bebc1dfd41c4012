import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';

/** How many causes of causes are looked at. An error can be its own cause. */
const maxCauses = 10;

/**
 * The kind of an error, without its message: its SQLSTATE, Node's error code, or its class. No value and no message.
 * It never throws, since it is called where an error is handled.
 */
export function causeOf(error: unknown): string {
  try {
    return codeOrClass(unwrapResolverError(error));
  } catch {
    return 'unknown';
  }
}

function codeOrClass(cause: unknown): string {
  let at = cause;
  for (let depth = 0; at instanceof Error && depth < maxCauses; depth += 1, at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code)) return code;
    if (/Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(at.message)) return 'ECONNRESET';
  }
  return cause instanceof GraphQLError ? 'GraphQLError' : cause instanceof Error && /^\w{1,60}$/.test(cause.name) ? cause.name : 'unknown';
}

import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../../../platform/errors/errors.ts';

// Apollo's own refusals. Their messages can quote the request, so ours replace them.
const apolloCodes: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'DOCUMENT_SYNTAX_INVALID',
  GRAPHQL_VALIDATION_FAILED: 'DOCUMENT_INVALID',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_UNKNOWN',
  BAD_USER_INPUT: 'INPUT_INVALID',
  BAD_REQUEST: 'BODY_INVALID',
};

// PostgreSQL's class for a value that no column can hold (SQLSTATE 22): a NUL, the year 0, too large a number.
const unstorable = /^22[0-9A-Z]{3}$/;

// PostgreSQL's classes for a missing connection (SQLSTATE 08, 53, 57), its deadlines for transactions and locks, and Node's codes.
const unreachable = /^(08|25P0[34]|53|55P03|57)|^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/;

/**
 * Converts any error to one that may leave: its code, the sentence of that code, its path. The message of a foreign
 * error is neither shown nor logged, since PostgreSQL and graphql-js quote values.
 */
export function showError(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const known = asPrivacyError(error) ?? new PrivacyError(codeOf(formatted, error));
    if (known.status >= 500)
      log.error({ code: known.code, cause: causeOf(known.cause ?? error), ...placeOf(error, known) }, 'an operation failed');
    const { http: _http, ...extensions } = known.extensions;
    const locations = formatted.locations;
    return {
      message: known.message,
      ...(locations && { locations }),
      ...(formatted.path && { path: formatted.path }),
      extensions,
    };
  };
}

/** The field whose resolver failed, by its name in the schema: a client chooses its alias. And the application's own mistakes. */
function placeOf(error: unknown, { problems }: PrivacyError): { readonly field?: string; readonly problems?: readonly string[] } {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return { ...(node?.kind === Kind.FIELD && { field: node.name.value }), ...(problems.length > 0 && { problems }) };
}

/** The code under which any error leaves. */
export function shownCode(error: unknown): ErrorCode {
  return asPrivacyError(error)?.code ?? codeOf(undefined, error);
}

/** The code for a foreign error. */
export function codeOf(formatted: Pick<GraphQLFormattedError, 'extensions'> | undefined, error: unknown): ErrorCode {
  const apollo = apolloCodes[String(formatted?.extensions?.['code'])];
  if (apollo) return apollo;
  const cause = causeOf(error);
  if (unstorable.test(cause)) return 'INPUT_INVALID';
  return unreachable.test(cause) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL';
}

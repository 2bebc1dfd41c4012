import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/**
 * Every error that can leave the gateway or enter its log: code → HTTP status and sentence.
 *
 * The sentences are fixed, so that no error carries what somebody typed or what a row held
 * (graphql-js and PostgreSQL quote values in theirs).
 */
export const catalogue = {
  // Who
  TOKEN_INVALID: [401, 'The bearer token is not valid here: get a new one from a trusted issuer.'],
  AUTHENTICATION_REQUIRED: [401, 'This field needs a bearer token.'],

  // Why
  PURPOSE_REQUIRED: [400, 'Name the purpose: send Privacy-Purpose, or mark the operation with @purpose(is:).'],
  PURPOSE_UNKNOWN: [400, 'There is no such purpose.'],
  PURPOSE_CONFLICT: [400, 'The header, the directive and the token name different purposes.'],
  PURPOSE_NOT_ALLOWED: [403, 'This role or token may not act for that purpose.'],
  CASE_UNKNOWN: [404, 'There is no such case for this principal and purpose.'],

  // May they
  FIELD_NOT_PERMITTED: [403, 'This role may not use this field for this purpose.'],
  ARGUMENT_NOT_PERMITTED: [403, 'An argument names a field that may not be read for every row.'],
  MANDATE_NOT_IN_FORCE: [403, 'The mandate is not in force: not approved, not yet valid, expired or revoked.'],
  WITHHELD: [200, 'The value is withheld.'],
  OPERATION_WITHHELD: [403, 'The operation asks for what no relationship could permit, and Privacy-Withheld is reject.'],
  NOT_FOUND: [404, 'There is no such record for this principal.'],
  READ_BUDGET_SPENT: [429, 'The read budget for this purpose is spent: ask about fewer people, or try again later.'],
  READ_BUDGET_NEAR: [200, 'Four fifths of the read budget for this purpose are spent.'],

  // How it was asked
  METHOD_NOT_ALLOWED: [405, 'Send operations by POST.'],
  BATCH_NOT_ALLOWED: [400, 'Send one operation at a time.'],
  BODY_INVALID: [400, 'The body must be a JSON object with a query, and may have variables and an operationName.'],
  BODY_TOO_LARGE: [413, 'The body is too large.'],
  HEADER_INVALID: [400, 'Privacy-Withheld must be null, error or reject.'],
  DOCUMENT_SYNTAX: [400, 'The document is not GraphQL.'],
  DOCUMENT_INVALID: [400, 'The document does not fit the schema.'],
  DOCUMENT_TOO_LARGE: [400, 'The operation asks for too many fields.'],
  DOCUMENT_TOO_LONG: [400, 'The document is too long, or has too many definitions, variables or directives.'],
  DOCUMENT_TOO_DEEP: [400, 'The document is nested too deep.'],
  TOO_MANY_ROWS: [400, 'The operation asks for too many rows: ask for smaller pages.'],
  VARIABLES_TOO_LARGE: [400, 'The variables hold too many values, or are nested too deep.'],
  OPERATION_UNKNOWN: [400, 'The document has no such operation, or several and no operationName.'],
  OPERATION_UNSUPPORTED: [400, 'Only queries and mutations are served.'],
  MUTATION_FIELDS: [400, 'A mutation has exactly one root field.'],
  INTROSPECTION_MIXED: [400, 'Ask for the schema and for data in different documents.'],
  INPUT_INVALID: [400, 'An argument or variable does not have the form that the schema asks for.'],
  CURSOR_INVALID: [400, 'The cursor does not belong to this list for this principal, purpose, filter and order.'],
  COSIGNATURE_INVALID: [400, 'This is not a checkpoint of this log with the cosignature of a witness that it knows.'],

  // What happened
  CONFLICT: [409, 'The record is not in a state that allows this.'],
  LOG_UNAVAILABLE: [503, 'The access log did not take the entry, so nothing is released.'],
  DATABASE_UNAVAILABLE: [503, 'The records cannot be reached.'],
  INTERNAL: [500, 'Something went wrong here.'],
  ROUTE_UNKNOWN: [404, 'There is nothing at this address.'],

  // At start and on the command line
  SETTING_INVALID: [500, 'A setting is wrong.'],
  SCHEMA_INCONSISTENT: [500, 'Schema and policy disagree.'],
  DATABASE_START_FAILED: [500, 'The embedded PostgreSQL did not start.'],
  DEVELOPMENT_ONLY: [500, 'The development issuer is refused in production.'],
  PERSONA_UNKNOWN: [500, 'There is no such persona.'],
  POLICY_INVALID: [500, 'The policy cannot be applied.'],
  REVISION_UNKNOWN: [500, 'There is no such revision or file.'],
  LOG_UNREADABLE: [500, 'The access log cannot be read.'],
  LOG_UNCHANGED: [500, 'The access log could not be changed.'],
  ENTRY_UNKNOWN: [500, 'There is no such access entry.'],
  ENTRY_NOT_NUMBERED: [500, 'The access entry has no number yet: try again in some seconds.'],
  OPENING_ABSENT: [500, 'The access entry has no such opening, or it is erased already.'],
  RETENTION_NOT_OVER: [500, 'The retention of the access log is not over then.'],
  KEY_UNUSED: [500, 'The newest key of the access log has signed no tree yet.'],
  ENGAGEMENT_UNKNOWN: [500, 'There is no such audit engagement.'],
  ENGAGEMENT_EMPTY: [500, 'No numbered access entry lies in the dates of the engagement.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type ErrorCode = keyof typeof catalogue;

/** What may accompany a code: names from the schema or the settings, never a value. */
export interface ErrorDetails {
  /** Schema coordinates or input paths that the error is about. */
  readonly coordinates?: readonly string[];
  /** Places in the client's own document. */
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  /** Names of settings and what each must be; at start only. */
  readonly problems?: readonly string[];
}

/** An error that may be shown: a code of the catalogue with its sentence. */
export class PrivacyError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: Pick<GraphQLErrorOptions, 'path' | 'nodes'> = {}) {
    const [status, sentence] = catalogue[code];
    super(details.problems?.length ? `${sentence} ${details.problems.join('; ')}` : sentence, {
      ...options,
      extensions: {
        code,
        ...(details.coordinates?.length && { coordinates: details.coordinates }),
        ...(details.locations?.length && { locations: details.locations }),
        http: { status },
      },
    });
    this.name = 'PrivacyError';
    this.code = code;
  }

  /** The HTTP status that goes with the code (RFC 9110). */
  get status(): number {
    return catalogue[this.code][0];
  }
}

/** The PrivacyError inside `error`, however graphql-js wrapped it, or undefined. */
export function asPrivacyError(error: unknown): PrivacyError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if (at instanceof PrivacyError) return at;
    at = at instanceof GraphQLError ? at.originalError : at.cause;
  }
  return undefined;
}

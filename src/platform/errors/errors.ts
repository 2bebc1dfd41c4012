import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { commandErrors } from './command-errors.ts';
import type { ErrorDetails } from './error-details.ts';

/**
 * Every error that an answer or the gateway's log can have: code → HTTP status and English sentence. `french-errors.ts` has the French
 * sentences.
 *
 * The sentences are fixed, so an error never quotes a client's input or a row's values (messages of graphql-js and PostgreSQL do). The
 * comments are the last column of docs/errors.md: when the error happens, or what to do.
 */
export const answerErrors = {
  // Authentication
  /** The signature, issuer, audience, lifetime or claims are wrong. A bad token is never treated as no token. */
  TOKEN_INVALID: [401, 'The bearer token is invalid: get a new one from a trusted issuer.'],
  /** The token is bound to a key (RFC 9449). The header `DPoP` is missing, or its proof was already used or does not match this request, token and address. The gateway’s log has the reason. */
  DPOP_PROOF_INVALID: [401, 'The proof of possession does not match this token and request: create a new one for each request.'],
  /** On a client’s first request, and when its nonce is some minutes old. Sign again with the nonce of the header `DPoP-Nonce`. */
  DPOP_NONCE_REQUIRED: [401, 'The proof of possession must contain the nonce of the header DPoP-Nonce.'],
  /** `exp` is later than `iat` by more than the setting `TOKEN_MAX_LIFETIME`. The issuer must issue shorter-lived tokens. */
  TOKEN_LIFETIME_TOO_LONG: [401, 'The lifetime of the bearer token is longer than this gateway accepts.'],
  /** The token or session is valid, but the account is closed, the person has left or signed out, the role was removed, or the authority was just revoked. */
  ACCESS_ENDED: [401, 'The access of this bearer token or session has ended.'],
  /** The cookie matches no session. The session was ended, was unused or open for too long, or got a new id at a sign-in, a step-up or a change of capacity. These cases cannot be told apart. Or the header `Privacy-Session` names a session, and there is no cookie. */
  SESSION_ENDED: [401, 'No active session: sign in again.'],
  /** The header `Privacy-Session` and the cookie name different sessions. Since the page was opened, another person has signed in with this browser, or the same person has changed capacity. Nothing was read. Discard what the page shows, and reload it. */
  SESSION_CHANGED: [409, 'This page belongs to another session: reload it.'],
  /** A request has both a session’s cookie and the header `Authorization`. The gateway does not choose between them. */
  CREDENTIALS_CONFLICT: [400, 'Send either a bearer token or a session cookie, not both.'],
  /** A request with a session needs `Sec-Fetch-Site: same-origin` or, from older browsers, an `Origin` that is the gateway’s own. It also needs the header `X-Requested-By`, which a form on another site cannot set. */
  CROSS_SITE_REQUEST: [403, 'Sessions work only on pages of this gateway, with the header X-Requested-By.'],
  /** The account is unknown or disabled, or the password is wrong. These cases cannot be told apart. */
  SIGN_IN_REFUSED: [401, 'The mail address or the password is wrong.'],
  /** Too many passwords were tried for this address or from this network, or too many sign-ins are waiting. `Retry-After` says when to try again. */
  SIGN_IN_THROTTLED: [429, 'Too many sign-in attempts: try again later.'],
  /** The account does not have this role, or has it only after a sign-in with a passkey. Employees cannot stay signed in. */
  CAPACITY_UNAVAILABLE: [403, 'This account cannot act in that capacity, or only after a sign-in with a passkey.'],
  /** The role or the field needs a passkey confirmation that is at most five minutes old. After a sign-in with a passkey, only a passkey confirms. For a token, `WWW-Authenticate` says what to request from the issuer (RFC 9470). */
  STEP_UP_NEEDED: [403, 'Confirm your identity again with a passkey.'],
  /** The request has no token, and the field is not open to anonymous principals. */
  AUTHENTICATION_REQUIRED: [401, 'This field requires a bearer token.'],
  /** The issuer’s address does not return a key set (RFC 7517), so the token cannot be checked. Try again. */
  ISSUER_KEYS_UNAVAILABLE: [503, 'The keys of a trusted issuer cannot be fetched.'],

  // Purpose and case
  /** The role has no default purpose. `docs/client-guide.md` lists the purposes that each role may declare. */
  PURPOSE_REQUIRED: [400, 'Declare a purpose: send Privacy-Purpose, or add @purpose(is:) to the operation.'],
  /** The name is not in the enum `Purpose`. */
  PURPOSE_UNKNOWN: [400, 'This purpose does not exist.'],
  /** Send the purpose in one place, or the same purpose in all of them. */
  PURPOSE_CONFLICT: [400, 'The header, the directive and the token declare different purposes.'],
  /** The policy does not allow this purpose for the role, or the token is limited to other purposes. */
  PURPOSE_NOT_ALLOWED: [403, 'This role or token is not allowed to use that purpose.'],
  /** An employee uses a purpose for the first time, or for the first time since its permissions or promises changed. `extensions.purposeText` is the version: show the text of `purposeTexts`, and send `acknowledgePurpose` with the version. */
  PURPOSE_NOT_ACKNOWLEDGED: [403, 'Read and acknowledge the text of this purpose before you use it.'],
  /** A person does one or the other. Give the duty to an employee without a record of their own, or have an auditor review the log. */
  REVIEWER_ON_RECORD: [403, 'A reviewer of the log must not be on record, because the log covers that record too.'],
  /** The column `reviews_log` of the staff record decides. A reviewer sees people under pseudonyms, and must not see anyone by name. */
  DUTIES_SEPARATED: [403, 'An officer either reviews the log or works with named people, and this purpose belongs to the other duty.'],
  /** Send the case in one place, or the same case in both. */
  CASE_CONFLICT: [400, 'The header and the directive name different cases.'],
  /** `Privacy-Case` or `@case(id:)` does not name an open case of this principal. Another principal’s case looks the same as one that does not exist. */
  CASE_UNKNOWN: [404, 'This principal has no such case for this purpose.'],

  // Permissions and budgets
  /** No line of `rootFields` in the policy lets the role use the root field for the purpose. */
  FIELD_NOT_PERMITTED: [403, 'This role is not permitted to use this field for this purpose.'],
  /** To filter or sort by a personal field, the field must be permitted for every row of the list. Leave the argument out. */
  ARGUMENT_NOT_PERMITTED: [403, 'An argument uses a field that is not permitted for every row.'],
  /** A partner acts under the authority in its token. Have the authority approved, or use one that is in force. */
  AUTHORITY_NOT_IN_FORCE: [403, 'The authority is not in force: it is not approved, not yet valid, expired or revoked.'],
  /** With `Privacy-Withheld: error`, at the path of each null that is certainly withheld. Below an object that is null there are no errors. The default is null without an error. */
  WITHHELD: [200, 'The value is withheld.'],
  /** After 100 errors with the code WITHHELD. `extensions.privacy.withheld` lists every coordinate. */
  WITHHELD_MORE: [200, 'More values are withheld; their errors are omitted.'],
  /** Only with `Privacy-Withheld: reject`. Leave out the coordinates that the error names. */
  OPERATION_WITHHELD: [403, 'The operation selects a field that no relationship can permit, and Privacy-Withheld is reject.'],
  /** For a request without an account: this gateway sends no mail (`SMTP_URL`), so it cannot verify a contact. */
  ACCOUNT_REQUIRED: [403, 'An account is required to file here: sign in, or write to the privacy office by letter.'],
  /** Without an account, a request needs the code that `sendContactCode` mailed for the same kind, text and address. Unknown, wrong, used and expired codes look the same. */
  CONTACT_NOT_PROVEN: [403, 'The code does not verify the contact for this request: request a new one.'],
  /** The record does not exist or is outside the principal’s row scope. The two cases cannot be told apart. */
  NOT_FOUND: [404, 'No such record for this principal.'],
  /** The answer would have covered more people than the budget has left. `Retry-After` says when it refills. */
  READ_BUDGET_SPENT: [429, 'The read budget for this purpose is spent: ask about fewer people, or try again later.'],
  /** A warning in the gateway’s log and in `extensions.privacy.budget`. The answer is complete. */
  READ_BUDGET_NEARLY_SPENT: [200, 'At least 80 % of the read budget for this purpose is spent.'],
  /** `extensions.reason` names the act that a budget of the policy limits. `Retry-After` says when it is allowed again. */
  ACT_BUDGET_SPENT: [429, 'This was done too often in the last hour or day: try again later.'],
  /** One person entered many mail addresses in 24 hours, and each gets a mail with a link. `Retry-After` says when the next address is accepted. */
  CONTACT_ASKS_SPENT: [429, 'Too many new mail addresses: try again later.'],
  /** A warning in the gateway’s log and in `extensions.privacy.actBudget`, which name the act. The act was done. */
  ACT_BUDGET_NEARLY_SPENT: [200, 'At least 80 % of the budget for an act is spent.'],

  // Form of the request
  /** A GET could be cached, or logged with its address. GET is allowed only for trusted documents that are about no person. */
  METHOD_NOT_ALLOWED: [405, 'Send operations with POST.'],
  /** The body is a JSON array. One operation has one purpose, one plan and one access entry. */
  BATCH_NOT_ALLOWED: [400, 'Send one operation at a time.'],
  /** The body is not JSON, is not an object, or has members of the wrong type. Or it has a document together with the hash of another. */
  BODY_INVALID: [400, 'The body must be a JSON object with a query and, optionally, variables and an operationName.'],
  /** The limit is 256 KiB. */
  BODY_TOO_LARGE: [413, 'The body is too large.'],
  /** `docs/client-guide.md` lists the headers and their values. An `Accept` of more than 1,000 characters is refused. */
  HEADER_INVALID: [400, 'A header has an unsupported value.'],
  /** `Accept` allows neither `application/graphql-response+json` nor `application/json`. */
  NOT_ACCEPTABLE: [406, 'Accept application/graphql-response+json or application/json.'],
  /** The body has another media type, or none. */
  MEDIA_TYPE_UNSUPPORTED: [415, 'Send the body as application/json.'],
  /** The text cannot be parsed. `locations` has the place. The text is never repeated. */
  DOCUMENT_SYNTAX_INVALID: [400, 'The document is not valid GraphQL.'],
  /** Validation failed. `locations` has the place and `extensions.rule` the rule of the specification. `type` and `field` name the part of the schema, if introspection shows it to you. No message quotes or suggests names. */
  DOCUMENT_INVALID: [400, 'The document does not match the schema.'],
  /** No application registered this hash (`TRUSTED_DOCUMENTS`), or a tab of the gateway’s own pages is older than an upgrade: reload it. Apollo Client and urql recognize this sentence. */
  PERSISTED_QUERY_NOT_FOUND: [404, 'PersistedQueryNotFound'],
  /** This gateway has no registered documents: send the document itself. Apollo Client and urql recognize this sentence. */
  PERSISTED_QUERY_NOT_SUPPORTED: [404, 'PersistedQueryNotSupported'],
  /** With `TRUSTED_DOCUMENTS_ONLY`, the document must be registered by an application. */
  DOCUMENT_NOT_TRUSTED: [403, 'Only registered documents are served here.'],
  /** Fields are counted after fragments are expanded. `src/engine/document/limits.ts` has the limit. */
  TOO_MANY_FIELDS: [400, 'The operation selects too many fields.'],
  /** Checked before the text is parsed. `src/engine/document/limits.ts` has the limits. */
  DOCUMENT_TOO_LONG: [400, 'The document is too long, or has too many definitions, variables or directives.'],
  /** Checked before the text is parsed. `src/engine/document/limits.ts` has the limit. */
  DOCUMENT_TOO_DEEP: [400, 'The document is nested too deeply.'],
  /** Nested pages multiply their rows and the values of those rows. `src/engine/document/limits.ts` has the limits. */
  TOO_MANY_ROWS: [400, 'The operation requests too many rows: request smaller pages.'],
  /** Fields with arguments are counted, including aliases: each can need its own SQL statements. `src/engine/document/limits.ts` has the limit. */
  TOO_MANY_READS: [400, 'The operation has too many fields with arguments: request fewer lists at once.'],
  /** `src/engine/document/limits.ts` has the limits. */
  VARIABLES_TOO_LARGE: [400, 'The variables or extensions have too many values, or are nested too deeply.'],
  /** Send `operationName`, or a document with one operation. */
  OPERATION_UNKNOWN: [400, 'The document does not have that operation, or has several and no operationName was sent.'],
  /** There are no subscriptions. */
  OPERATION_UNSUPPORTED: [400, 'Only queries and mutations are supported.'],
  /** The change and its access entry share one transaction. Send several mutations one after the other. */
  MUTATION_FIELD_COUNT: [400, 'A mutation must have exactly one root field.'],
  /** Introspection is limited to what the role may see; data uses the whole schema. */
  INTROSPECTION_MIXED: [400, 'Request the schema and data in separate documents.'],
  /** `coordinates` names the argument or input field. The value is never repeated. */
  INPUT_INVALID: [400, 'An argument or variable does not match the schema.'],
  /** A cursor is sealed for one principal, purpose, filter and order. Start at the first page. */
  CURSOR_INVALID: [400, 'The cursor is not valid for this list with this principal, purpose, filter and order.'],
  /** For witnesses, at `POST /log/cosignatures` (C2SP tlog-cosignature). */
  COSIGNATURE_INVALID: [400, 'The checkpoint does not belong to this log, or has no cosignature of a known witness.'],

  // Processing
  /** For example, a case is already closed, or an approval was already given. Read the record again. With the reason `IDEMPOTENCY_KEY_REUSED`: the key was already used for another change. */
  CONFLICT: [409, 'The state of the record does not allow this.'],
  /** Each attempt conflicted with other changes of the same records, and was rolled back. Send it again. */
  CHANGE_CONFLICT: [503, 'The change conflicted with concurrent changes, and nothing was changed.'],
  /** The entry may still have been committed: the log may over-report, never under-report. Try again. */
  LOG_UNAVAILABLE: [503, 'The access log could not store the entry, so nothing is released.'],
  /** The gateway’s log reports this after 30 seconds: run `npm run -s sequencer`, or set `SEQUENCER=on`. After `DEADLINE_NUMBER`, every request that must be logged gets this error until a sequencer has caught up. */
  LOG_NOT_NUMBERED: [503, 'Access entries have waited too long for a number: no sequencer is running, or it is failing.'],
  /** Try again. */
  DATABASE_UNAVAILABLE: [503, 'The database cannot be reached.'],
  /** `DEADLINE_REQUEST` has passed. A change may still have been committed; the attempt is recorded, and nothing else of the request happens later. */
  REQUEST_OVERDUE: [503, 'The request took too long and was cancelled.'],
  /** The client did not send the headers or the whole request within `DEADLINE_HEADERS` or `DEADLINE_BODY`. */
  REQUEST_TOO_SLOW: [408, 'The request did not arrive in time.'],
  /** One principal, or one network address without a principal, reached a limit: requests under way, refused documents, a body of 32 KiB or more that would have to wait, or 1,000 idempotency keys in 24 hours. `Retry-After` says when to try again. */
  TOO_MANY_REQUESTS: [429, 'Too many requests: send fewer at once, and try again later.'],
  /** `MOST_REQUESTS` are being served, ten times as many are open, or bodies of waiting requests need more memory than `MOST_BODY_BYTES`. `Retry-After` says when to try again. */
  OVERLOADED: [503, 'The gateway is overloaded: try again later.'],
  /** `MOST_STAGED` access entries are waiting for a number: no sequencer is running, or it cannot keep up. */
  LOG_BACKLOG_FULL: [503, 'Too many access entries are waiting for a number, so nothing is released.'],
  /** For `sendContactCode`, if the mail server of `SMTP_URL` cannot be reached or refuses the sign-in; the gateway’s log has the cause. Try again. Also for a new mail address or an invitation if no mail server is set. */
  MAIL_UNAVAILABLE: [503, 'Mail cannot be sent at the moment, so nothing was done.'],
  /** Only in the gateway’s log, with the cause. The mail server of `SMTP_URL` cannot be reached or refused a mail. The sender of the request can request another code. */
  MAIL_FAILED: [503, 'A mail could not be sent.'],
  /** The gateway received a signal to stop. Use another instance. */
  STOPPING: [503, 'The gateway is shutting down.'],
  /** A defect. The gateway’s log has the class of the error, without its message. */
  INTERNAL: [500, 'Internal server error.'],
  /** The `Origin` of the page is not in `CORS_ORIGINS`. */
  ORIGIN_NOT_ALLOWED: [403, 'This origin is not allowed.'],
  /** Operations go to `/graphql`; the log is under `/log/`. */
  ROUTE_UNKNOWN: [404, 'There is nothing at this address.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

/** Every error. */
export const errorCatalogue = { ...answerErrors, ...commandErrors };

export type AnswerErrorCode = keyof typeof answerErrors;
export type ErrorCode = keyof typeof errorCatalogue;

/** An error that may be shown to clients: a code of the catalogue with its sentence. */
export class PrivacyError extends GraphQLError {
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;
  readonly problems: readonly string[];

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: Pick<GraphQLErrorOptions, 'path' | 'nodes'> = {}) {
    const [status, sentence] = errorCatalogue[code];
    super(details.problems?.length ? `${sentence} ${details.problems.join('; ')}` : sentence, {
      ...options,
      extensions: {
        code,
        ...(details.coordinates?.length && { coordinates: details.coordinates }),
        ...(details.reason && { reason: details.reason }),
        ...(details.purposeText && { purposeText: details.purposeText }),
        ...(details.expected && { expected: details.expected }),
        ...(details.locations?.length && { locations: details.locations }),
        ...(details.retryAfter !== undefined && { retryAfter: details.retryAfter }),
        http: { status },
      },
    });
    this.name = 'PrivacyError';
    this.code = code;
    this.retryAfter = details.retryAfter;
    this.problems = details.problems ?? [];
  }

  /** The HTTP status of the code (RFC 9110). */
  get status(): number {
    return errorCatalogue[this.code][0];
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

import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { commandErrors } from './command-errors.ts';
import type { ErrorDetails } from './error-details.ts';

/**
 * Every error that an answer or the gateway's log can have: code → HTTP status and sentence in English. `town/wording/` has the sentences
 * in other languages.
 *
 * The sentences are fixed, so that no error carries what a client sent or what a row holds (graphql-js and PostgreSQL quote values in
 * theirs). The comments are the last column of docs/errors.md: when it happens, or what to do.
 */
export const answerErrors = {
  // Who asks
  /** Signature, issuer, audience, lifetime or claims are wrong. A bad token never counts as no token. */
  TOKEN_INVALID: [401, 'The bearer token is not valid here: get a new one from a trusted issuer.'],
  /** The token is bound to a key (RFC 9449), and the header `DPoP` has no proof of it for this request, token and address, or one that was used. The gateway’s log has the reason. */
  DPOP_PROOF_INVALID: [401, 'The proof of possession does not fit this token and request: make a new one for each request.'],
  /** The first request of a client, and a nonce of some minutes ago. Sign again with the nonce of the header `DPoP-Nonce`. */
  DPOP_NONCE_REQUIRED: [401, 'The proof of possession needs the nonce of the header DPoP-Nonce.'],
  /** `exp` is later than `iat` by more than the setting `TOKEN_MAX_LIFETIME`. The issuer must make tokens of a shorter lifetime. */
  TOKEN_LIFETIME_TOO_LONG: [401, 'The bearer token is valid for longer than this gateway accepts.'],
  /** The token or session is valid, but the account is closed, the person has left or signed out, the role was taken away, or the authority was just revoked. */
  ACCESS_ENDED: [401, 'The access that the bearer token or session names has ended.'],
  /** The cookie names no session: it was ended, was unused or open for too long, or has another id since a sign-in, a step-up or a change of capacity. They cannot be told apart. Or the header `Privacy-Session` names a session, and there is no cookie. */
  SESSION_ENDED: [401, 'There is no such session: sign in again.'],
  /** The header `Privacy-Session` names another session than the cookie: somebody else has signed in with this browser since the page was opened, or the same person acts in another capacity. Nothing was read. Forget what the page shows, and load it again. */
  SESSION_CHANGED: [409, 'This page was opened in another session: load it again.'],
  /** A request has a session’s cookie and the header `Authorization`. The gateway does not choose between them. */
  CREDENTIALS_CONFLICT: [400, 'Send a bearer token or the cookie of a session, and not both.'],
  /** A request with a session needs `Sec-Fetch-Site: same-origin` or, from older browsers, an `Origin` that is the gateway’s own; and the header `X-Requested-By`, which a form on another site cannot set. */
  CROSS_SITE_REQUEST: [403, 'Sessions are for pages of this gateway, which send the header X-Requested-By.'],
  /** The account is unknown or disabled, or the password is wrong. They cannot be told apart. */
  SIGN_IN_REFUSED: [401, 'The mail address or the password is wrong.'],
  /** Passwords were tried too often for this address or from this network, or too many sign-ins wait. `Retry-After` says when to try again. */
  SIGN_IN_THROTTLED: [429, 'There were too many tries to sign in: try again later.'],
  /** The account has no such role, or has it only after a sign-in with a passkey. Employees do not stay signed in. */
  CAPACITY_UNAVAILABLE: [403, 'This account may not act like that, or only after a sign-in with a passkey.'],
  /** The role or the field needs a proof by a passkey that is at most five minutes old, and who signed in with a passkey confirms it with a passkey. For a token, `WWW-Authenticate` says what to ask the issuer for (RFC 9470). */
  STEP_UP_NEEDED: [403, 'Confirm again who you are, with a passkey.'],
  /** The request has no token and the field is not open to anonymous principals. */
  AUTHENTICATION_REQUIRED: [401, 'This field needs a bearer token.'],
  /** The issuer’s address does not answer with a key set (RFC 7517), so nobody can say whether the token is valid. Try again. */
  ISSUER_KEYS_UNAVAILABLE: [503, 'The keys of a trusted issuer cannot be fetched.'],

  // Why they ask
  /** The role has no default purpose. `docs/client-guide.md` lists what a role may declare. */
  PURPOSE_REQUIRED: [400, 'Name the purpose: send Privacy-Purpose, or mark the operation with @purpose(is:).'],
  /** The name is none of the enum `Purpose`. */
  PURPOSE_UNKNOWN: [400, 'There is no such purpose.'],
  /** Send the purpose in one place, or the same one in all of them. */
  PURPOSE_CONFLICT: [400, 'The header, the directive and the token name different purposes.'],
  /** The policy does not give the purpose to this role, or the token is limited to other purposes. */
  PURPOSE_NOT_ALLOWED: [403, 'This role or token may not act for that purpose.'],
  /** An employee’s first use of a purpose, and the first one after a change of what it allows or promises. `extensions.purposeText` is the version: show the text of `purposeTexts`, and send `acknowledgePurpose` with the version. */
  PURPOSE_NOT_ACKNOWLEDGED: [403, 'Read and acknowledge what this purpose is for, before it is used.'],
  /** `src/town/policy/separate-duty.ts` says why. Give the duty to somebody who is not on record, or have an auditor review the log. */
  REVIEWER_ON_RECORD: [403, 'Somebody who is on record may not review the log, which tells about their own record too.'],
  /** The column `reviews_log` of the staff record decides. A reviewer sees people under pseudonyms, and must see nobody by name. */
  DUTIES_SEPARATED: [403, 'An officer either reviews the log or works with people by name, and this purpose is not this officer’s duty.'],
  /** Send the case in one place, or the same one in both. */
  CASE_CONFLICT: [400, 'The header and the directive name different cases.'],
  /** `Privacy-Case` or `@case(id:)` names no open case of this principal. Another principal’s case looks the same as one that does not exist. */
  CASE_UNKNOWN: [404, 'There is no such case for this principal and purpose.'],

  // What they may
  /** No line of `src/town/policy/root-fields.ts` lets the role use the root field for the purpose. */
  FIELD_NOT_PERMITTED: [403, 'This role may not use this field for this purpose.'],
  /** Filtering or sorting by a personal field needs it permitted for every row of the list. Leave the argument out. */
  ARGUMENT_NOT_PERMITTED: [403, 'An argument names a field that may not be read for every row.'],
  /** A partner asks under the authority in its token. Have it approved, or use one that is in force. */
  AUTHORITY_NOT_IN_FORCE: [403, 'The authority is not in force: not approved, not yet valid, expired or revoked.'],
  /** At the path of each null that is certainly withheld, with `Privacy-Withheld: error`. Below an object that is null nothing is said. The default is null without an error. */
  WITHHELD: [200, 'The value is withheld.'],
  /** After 100 errors of the code WITHHELD. `extensions.privacy.withheld` lists every coordinate. */
  WITHHELD_MORE: [200, 'More values are withheld; their errors are left out.'],
  /** Only with `Privacy-Withheld: reject`. Leave out the coordinates that the error names. */
  OPERATION_WITHHELD: [403, 'The operation has a field that no relationship could permit, and Privacy-Withheld is reject.'],
  /** Without an account: this gateway sends no mails (`SMTP_URL`), so it cannot prove a contact. */
  ACCOUNT_REQUIRED: [403, 'Without an account nothing can be filed here: sign in, or write to the privacy office by letter.'],
  /** Without an account, a request needs the code that `sendContactCode` mailed for the same kind, text and address. Unknown, wrong, used and old codes look the same. */
  CONTACT_NOT_PROVEN: [403, 'The code does not prove the contact for this request: have a new one sent.'],
  /** The record does not exist or is outside the principal’s row scope. The two cannot be told apart. */
  NOT_FOUND: [404, 'There is no such record for this principal.'],
  /** The answer would have told about more people than the budget has left. `Retry-After` says when it refills. */
  READ_BUDGET_SPENT: [429, 'The read budget for this purpose is spent: ask about fewer people, or try again later.'],
  /** A warning in the gateway’s log and in `extensions.privacy.budget`; the answer is complete. */
  READ_BUDGET_NEARLY_SPENT: [200, 'Four fifths of the read budget for this purpose are spent.'],
  /** `extensions.reason` names the act, which a budget of the policy limits. `Retry-After` says when it can be done again. */
  ACT_BUDGET_SPENT: [429, 'This was done too often in the last hour or day: try again later.'],
  /** Somebody gave many mail addresses in 24 hours: a link is mailed to each. `Retry-After` says when the next one can be given. */
  CONTACT_ASKS_SPENT: [429, 'Too many new mail addresses were given: try again later.'],
  /** A warning in the gateway’s log and in `extensions.privacy.actBudget`, which name the act; it was done. */
  ACT_BUDGET_NEARLY_SPENT: [200, 'Four fifths of the budget of an act are spent.'],

  // How it was asked
  /** GET could be cached or logged with its address. It is served for trusted documents that are about nobody. */
  METHOD_NOT_ALLOWED: [405, 'Send operations by POST.'],
  /** The body is a JSON array. One operation has one purpose, one plan and one access entry. */
  BATCH_NOT_ALLOWED: [400, 'Send one operation at a time.'],
  /** The body is not JSON, not an object, or has members of the wrong type; or a document and the hash of another. */
  BODY_INVALID: [400, 'The body must be a JSON object with a query, and may have variables and an operationName.'],
  /** A body has at most 256 KiB. */
  BODY_TOO_LARGE: [413, 'The body is too large.'],
  /** `docs/client-guide.md` lists the headers and their values. An `Accept` of more than 1,000 characters is not read. */
  HEADER_INVALID: [400, 'A header has a value that this gateway does not read.'],
  /** `Accept` names neither `application/graphql-response+json` nor `application/json`. */
  NOT_ACCEPTABLE: [406, 'Accept application/graphql-response+json or application/json.'],
  /** The body is sent as another media type, or as none. */
  MEDIA_TYPE_UNSUPPORTED: [415, 'Send the body as application/json.'],
  /** The text cannot be parsed. `locations` has the place; the text itself is never repeated. */
  DOCUMENT_SYNTAX_INVALID: [400, 'The document is not GraphQL.'],
  /** Validation failed. `locations` has the place, `extensions.rule` the rule of the specification, and `type` and `field` the names of the schema that it is about, where introspection shows them to you. No message quotes or suggests names. */
  DOCUMENT_INVALID: [400, 'The document does not fit the schema.'],
  /** No application registered this hash (`TRUSTED_DOCUMENTS`), or a tab of the gateway’s own pages is older than an upgrade: load it again. The sentence is the one that Apollo Client and urql know. */
  PERSISTED_QUERY_NOT_FOUND: [404, 'PersistedQueryNotFound'],
  /** This gateway has no registered documents: send the document itself. The sentence is the one that Apollo Client and urql know. */
  PERSISTED_QUERY_NOT_SUPPORTED: [404, 'PersistedQueryNotSupported'],
  /** With `TRUSTED_DOCUMENTS_ONLY`, no application registered this document. */
  DOCUMENT_NOT_TRUSTED: [403, 'Only documents that an application registered are served here.'],
  /** Fields are counted after fragments are expanded. `src/engine/document/limits.ts` has the limit. */
  TOO_MANY_FIELDS: [400, 'The operation selects too many fields.'],
  /** Checked before the text is parsed. `src/engine/document/limits.ts` has the limits. */
  DOCUMENT_TOO_LONG: [400, 'The document is too long, or has too many definitions, variables or directives.'],
  /** Checked before the text is parsed. `src/engine/document/limits.ts` has the limit. */
  DOCUMENT_TOO_DEEP: [400, 'The document is nested too deep.'],
  /** Pages inside pages multiply, and so do the values of their rows. `src/engine/document/limits.ts` has the limits. */
  TOO_MANY_ROWS: [400, 'The operation asks for too many rows: ask for smaller pages.'],
  /** Fields with arguments are counted, aliases included: each can need statements of its own. `src/engine/document/limits.ts` has the limit. */
  TOO_MANY_READS: [400, 'The operation has too many fields with arguments: ask for fewer lists at once.'],
  /** `src/engine/document/limits.ts` has the limits. */
  VARIABLES_TOO_LARGE: [400, 'The variables or extensions hold too many values, or are nested too deep.'],
  /** Send `operationName`, or a document with one operation. */
  OPERATION_UNKNOWN: [400, 'The document has no such operation, or several and no operationName.'],
  /** There are no subscriptions. */
  OPERATION_UNSUPPORTED: [400, 'Only queries and mutations are served.'],
  /** The change and its access entry share one transaction. Send several mutations one after the other. */
  MUTATION_FIELD_COUNT: [400, 'A mutation must have exactly one root field.'],
  /** Introspection is answered from what the role may see, and data from the whole schema. */
  INTROSPECTION_MIXED: [400, 'Ask for the schema and for data in different documents.'],
  /** `coordinates` names the argument or input field. The value is never repeated. */
  INPUT_INVALID: [400, 'An argument or variable does not have the form that the schema asks for.'],
  /** A cursor is sealed for one principal, purpose, filter and order. Begin at the first page. */
  CURSOR_INVALID: [400, 'The cursor does not belong to this list for this principal, purpose, filter and order.'],
  /** For witnesses, at `POST /log/cosignatures` (C2SP tlog-cosignature). */
  COSIGNATURE_INVALID: [400, 'The checkpoint is not one of this log, or has no cosignature of a known witness.'],

  // What happened
  /** Such as a case that is closed already, or an approval given twice. Read the record again. With the reason `IDEMPOTENCY_KEY_REUSED`: the key was used for another change. */
  CONFLICT: [409, 'The record is not in a state that allows this.'],
  /** Each attempt met other changes of the same records, and was undone. Send it again. */
  CHANGE_CONFLICT: [503, 'The change could not be made beside other changes, and nothing was changed.'],
  /** The entry may have been committed all the same: the log may over-report, never under-report. Try again. */
  LOG_UNAVAILABLE: [503, 'The access log could not store the entry, so nothing is released.'],
  /** The gateway’s log says so after 30 seconds: run `npm run -s sequencer`, or set `SEQUENCER=on`. After `DEADLINE_NUMBER`, each request that must be logged gets it, until a sequencer has caught up. */
  LOG_NOT_NUMBERED: [503, 'Access entries have waited too long for their numbers: no sequencer runs, or it fails.'],
  /** Try again. */
  DATABASE_UNAVAILABLE: [503, 'The database cannot be reached.'],
  /** `DEADLINE_REQUEST` passed. A change may have been committed all the same; nothing else of the request happens later. */
  REQUEST_OVERDUE: [503, 'The request took too long and was given up.'],
  /** The client did not send the headers or the whole request within `DEADLINE_HEADERS` or `DEADLINE_BODY`. */
  REQUEST_TOO_SLOW: [408, 'The request did not arrive in time.'],
  /** One principal, or one network address without a principal, has too many requests under way, or sent too many refused documents, or a body of 32 KiB or more that would have to wait, or has used 1,000 idempotency keys in 24 hours. `Retry-After` says when to try again. */
  TOO_MANY_REQUESTS: [429, 'Too many requests at once: send fewer, and try again later.'],
  /** `MOST_REQUESTS` are being served, or ten times as many are there, or bodies of requests that have not begun need more memory than `MOST_BODY_BYTES`. `Retry-After` says when to try again. */
  OVERLOADED: [503, 'Too many requests are being served: try again later.'],
  /** `MOST_STAGED` access entries wait for a number: no sequencer runs, or it cannot keep up. */
  LOG_BACKLOG_FULL: [503, 'Too many access entries wait for a number, so nothing is released.'],
  /** `sendContactCode` while the mail server of `SMTP_URL` cannot be reached or lets nobody in; the gateway’s log has the cause. Try again. Or a new mail address or an invitation where no mail server is set. */
  MAIL_UNAVAILABLE: [503, 'No mail can be sent now, so nothing was done.'],
  /** Only in the gateway’s log, with the cause. The mail server of `SMTP_URL` cannot be reached or refused a mail: the sender of the request asks for another code. */
  MAIL_FAILED: [503, 'A mail could not be sent.'],
  /** The gateway got a signal to stop. Ask another instance. */
  STOPPING: [503, 'The gateway is stopping.'],
  /** A defect. The gateway’s log has the class of the error, without its message. */
  INTERNAL: [500, 'The server made an error.'],
  /** The `Origin` of the page is not in `CORS_ORIGINS`. */
  ORIGIN_NOT_ALLOWED: [403, 'Pages of this origin may not ask here.'],
  /** Operations go to `/graphql`; the log is under `/log/`. */
  ROUTE_UNKNOWN: [404, 'There is nothing at this address.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

/** Every error. */
export const catalogue = { ...answerErrors, ...commandErrors };

export type AnswerErrorCode = keyof typeof answerErrors;
export type ErrorCode = keyof typeof catalogue;

/** An error that may be shown: a code of the catalogue with its sentence. */
export class PrivacyError extends GraphQLError {
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;
  readonly problems: readonly string[];

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: Pick<GraphQLErrorOptions, 'path' | 'nodes'> = {}) {
    const [status, sentence] = catalogue[code];
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

/** An error of an answer, as far as it is read here. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The answer to an operation (GraphQL October 2021, section 7). */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The problem of an answer that the client refuses. The gateway's own codes are in docs/errors.md. */
export const clientErrors = {
  /** The session, or the case of this client, has ended: sign in again, or open another case. */
  CLIENT_ENDED: 'The session or the case of this client has ended.',
  /** A client that is to begin a case was asked a query: values that are withheld without the case would stay null in its cache. */
  CASE_NOT_BEGUN: 'This client begins a case, and asks nothing before.',
  /** `token` gave a token of another principal: open a session for each principal. */
  PRINCIPAL_CHANGED: 'The token names another principal than the session began with.',
  /** The answer is for another purpose or case than the client's: ask it of the client for those, or with `begin`. */
  ANSWER_FOREIGN: 'The answer is for another purpose or case than this client.',
} as const;

export type ClientErrorCode = keyof typeof clientErrors;

/** The answer in place of one that may not be kept. */
export function refusal(code: ClientErrorCode): Answer {
  return { errors: [{ message: clientErrors[code], extensions: { code } }] };
}

/** One request of a conversation. */
export interface Step {
  /** In headers and body, `<0>` is replaced by the text that step 0 took from its answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The path in the answer to the text that the step takes. An answer without it is an error. */
  readonly gives: readonly string[];
}

/** Requests that are sent one after another. */
export type Conversation = readonly Step[];

/** The process's task: the conversations of each connection. */
export interface ConversationRun {
  readonly url: string;
  readonly lanes: readonly (readonly Conversation[])[];
  /** How long each connection repeats its conversations; undefined: each is held once. */
  readonly milliseconds?: number;
}

/** The result of a run of conversations. */
export interface RunResult {
  /** Milliseconds until each step's answer, by lane and conversation. */
  readonly times: readonly (readonly (readonly number[])[])[];
  readonly seconds: number;
}

/** A step with a GraphQL operation. @param purpose undefined: the role's default */
export function step(
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  gives: readonly string[],
  { purpose, matter }: { readonly purpose?: string; readonly matter?: string } = {},
): Step {
  return {
    headers: {
      authorization: `Bearer ${token}`,
      ...(purpose !== undefined && { 'privacy-purpose': purpose }),
      ...(matter !== undefined && { 'privacy-case': matter }),
    },
    body: JSON.stringify({ query, variables }),
    gives: ['data', ...gives],
  };
}

/** One request of a conversation. */
export interface Step {
  /** In headers and body, `<0>` stands for what the step of that place gave. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where in the answer the text is that the step gives: an answer without one is no answer. */
  readonly gives: readonly string[];
}

/** Requests that follow one another. */
export type Conversation = readonly Step[];

/** What the process is asked to do: the conversations of each connection. */
export interface Talk {
  readonly url: string;
  readonly lanes: readonly (readonly Conversation[])[];
  /** How long each connection holds its conversations over and over; left out: each once. */
  readonly milliseconds?: number;
}

/** The result of a run of conversations. */
export interface Heard {
  /** Milliseconds until the answer of each step, by lane and conversation. */
  readonly times: readonly (readonly (readonly number[])[])[];
  readonly seconds: number;
}

/** A step of GraphQL. @param purpose undefined: the role's default */
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

import type { Answered } from '../gateway/gateway.ts';

/** The JSON of an answer of `/graphql`. */
export interface Body {
  readonly data?: unknown;
  readonly errors?: Answered['errors'];
  readonly extensions?: { readonly privacy?: Answered['privacy'] };
}

/** The JSON of an answer; an answer without JSON has no data and no errors. */
export function parseBody(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}

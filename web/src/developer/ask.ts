import { i18n } from '@lingui/core';
import type { Fetcher } from '@graphiql/toolkit';
import { ownPage, type BrowserSession } from '../session/read-session.ts';
import type { Reads } from './reads.ts';

/** Why the page asks, and for which case; empty: not said. */
export interface Need {
  readonly purpose: string;
  readonly case: string;
}

const deadline = 30_000;

/**
 * Sends what was typed, with the session of the browser, while it is the one with which the page was opened.
 * @param session undefined: no one has signed in, and no cookie is sent
 * @param reads ends once another session answers
 */
export function askFor({ purpose, case: id }: Need, session: BrowserSession | undefined, reads: Reads): Fetcher {
  return async (asked) => {
    const headers = new Headers({
      accept: 'application/graphql-response+json',
      'accept-language': i18n.locale,
      'content-type': 'application/json',
      ...ownPage,
    });
    if (purpose !== '') headers.set('privacy-purpose', purpose);
    if (id !== '') headers.set('privacy-case', id);
    if (session) headers.set('privacy-session', session.id);
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: session ? 'same-origin' : 'omit',
      headers,
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(deadline),
    });
    const answer = (await response.json()) as Answered;
    if (answer.errors?.some(({ extensions }) => isOver(extensions?.code))) reads.end('SESSION_ENDED');
    else reads.noteUse();
    return answer;
  };
}

type Answered = Exclude<Awaited<ReturnType<Fetcher>>, AsyncIterable<unknown>> & {
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
};

function isOver(code: unknown): boolean {
  return code === 'SESSION_CHANGED' || code === 'SESSION_ENDED';
}

/** Keeps what GraphiQL wants to keep in memory alone: variables and answers can be personal. */
export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
    get length() {
      return kept.size;
    },
  };
}

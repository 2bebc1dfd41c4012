import { i18n } from '@lingui/core';
import type { Fetcher } from '@graphiql/toolkit';
import { ownPage } from '../session/read-session.ts';

/** Why the page asks, and for which case; empty: not said. */
export interface Need {
  readonly purpose: string;
  readonly case: string;
}

const deadline = 30_000;

/** Sends what was typed, with the session of the browser. @param isSignedIn whether the cookie is sent */
export function askFor({ purpose, case: id }: Need, isSignedIn: boolean): Fetcher {
  return async (asked) => {
    const headers = new Headers({
      accept: 'application/graphql-response+json',
      'accept-language': i18n.locale,
      'content-type': 'application/json',
      ...ownPage,
    });
    if (purpose !== '') headers.set('privacy-purpose', purpose);
    if (id !== '') headers.set('privacy-case', id);
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: isSignedIn ? 'same-origin' : 'omit',
      headers,
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(deadline),
    });
    return response.json();
  };
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

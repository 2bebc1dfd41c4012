import { i18n } from '@lingui/core';
import { persistedExchange } from '@urql/exchange-persisted';
import type { Client } from 'urql';
import { openUrqlSession, type Session, type UrqlOperation } from '../../../client/src/urql.ts';
import { ownPage, type BrowserSession } from './read-session.ts';
import { tellTabs } from './tabs.ts';

/** The clients of one signed-in person: one for each purpose and case. */
export type Clients = Session<Client, UrqlOperation>;

/**
 * Opens the clients of the person who has signed in. The session travels in a cookie that no script can read; its id names it, so that
 * nothing is read once another person has signed in with the browser.
 */
export function openClients({ id }: Pick<BrowserSession, 'id'>): Clients {
  return openUrqlSession({
    url: '/graphql',
    browserSession: id,
    onCasesEnded: (ended) => tellTabs({ ended }),
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      for (const [name, value] of Object.entries(ownPage)) headers.set(name, value);
      headers.set('accept-language', i18n.locale);
      return fetch(input, { ...init, credentials: 'same-origin', headers });
    },
    exchanges: [trusted],
  });
}

/** Sends the hash of a document in place of its text. The gateway trusts the documents of its pages (`persisted-documents.json`). */
const trusted = persistedExchange({
  enforcePersistedQueries: true,
  enableForMutation: true,
  preferGetForPersistedQueries: false,
  generateHash: async (_text, document) => (document as WithHash).__meta__?.hash.replace('sha256:', ''),
});

interface WithHash {
  readonly __meta__?: { readonly hash: string };
}

import type { Sabotage } from '../../patch.ts';

const attacks = ['test/attacks/identity/sessions/abuse-a-session.test.ts'];
const shutOut = ['test/attacks/identity/accounts/shut-an-owner-out.test.ts'];
const uses = ['test/identity/sessions/sessions.test.ts'];
const named = ['test/identity/sessions/named-sessions.test.ts'];
const own = ['test/identity/sessions/own-sessions.test.ts'];

/** Sessions of browsers. */
export const sessions: readonly Sabotage[] = [
  {
    sentence: 'Each network of an IPv6 site may try passwords of its own, and ask for mails.',
    edits: [{ in: 'addressSite', replace: "$PARTS.length === 4 ? $PARTS.slice(0, 3).join(':') : $GROUP", by: '$GROUP' }],
    tests: ['test/attacks/identity/sessions/ask-from-a-whole-site.test.ts'],
  },
  {
    sentence: 'A session is used by a page of another site.',
    edits: [{ in: 'checkSameOrigin', drop: '!isSame' }],
    tests: attacks,
  },
  {
    sentence: 'A page goes on where somebody else has signed in with the browser.',
    edits: [{ in: 'checkNamedSession', replace: '$NAMED !== undefined && $NAMED !== $ID', by: '$NAMED === null' }],
    tests: named,
  },
  {
    sentence: 'A page goes on where the same person acts in another capacity.',
    edits: [{ in: 'rotateSession', replace: '$IS_SAME_CAPACITY ? $SESSION.id : randomUUID()', by: '$SESSION.id' }],
    tests: named,
  },
  {
    sentence: 'A page of somebody who has signed out goes on as nobody.',
    edits: [{ in: 'authenticateRequest', replace: 'named !== undefined', by: 'named === null' }],
    tests: named,
  },
  {
    sentence: 'A session keeps a text with which a browser can be told from others.',
    edits: [{ in: 'describeDevice', replace: 'own(browsers, $BROWSER.name)', by: '$BROWSER.name' }],
    tests: own,
  },
  {
    sentence: 'A session goes on where it was ended in another browser.',
    edits: [{ in: 'credentialsInForce', text: 'and signed_in.ended_at is null', by: '' }],
    tests: own,
  },
  {
    sentence: 'A browser that was signed out from another one signs in to apps without a password.',
    edits: [{ in: 'openSessions', drop: 'await endSignIns($$$)' }],
    tests: ['test/identity/server/mobile-app.test.ts'],
  },
  {
    sentence: 'Somebody who signs in often ends the sessions of the owner without a trace.',
    edits: [
      { in: 'start-session.ts#startSession', replace: "$JOURNAL.own($TRANSACTION, 'end-oldest-session', $$$)", by: 'Promise.resolve()' },
    ],
    tests: ['test/identity/sessions/step-up.test.ts'],
  },
  {
    sentence: 'A session is believed however long it was not used.',
    edits: [
      { in: 'useSession', text: 'session.last_used_at + make_interval(secs => session.idle_seconds)', by: "'infinity'::timestamptz" },
    ],
    tests: uses,
  },
  {
    sentence: 'Strangers who try wrong passwords shut the owner out of the own browser.',
    edits: [
      {
        in: 'openSignInThrottle',
        replace: '$KNOWN === undefined ? $KEYS_OF_ACCOUNT($EMAIL, $FROM) : $OF_BROWSER',
        by: '$KNOWN === undefined ? $KEYS_OF_ACCOUNT($EMAIL, $FROM) : [...$KEYS_OF_ACCOUNT($EMAIL, $FROM), ...$OF_BROWSER]',
      },
    ],
    tests: shutOut,
  },
  {
    sentence: 'A browser in which somebody else has signed in tries passwords beyond the bound of all.',
    edits: [
      {
        in: 'isKnownBrowser',
        text: 'account_id = (select id from identity.account where email = ${$EMAIL})',
        by: '${$EMAIL}::text is not null',
      },
    ],
    tests: shutOut,
  },
  {
    sentence: 'Somebody with the password ends the sessions of the owner by signing in again and again.',
    edits: [{ in: 'endOldest', text: ', known.made_at nulls last', by: '' }],
    tests: shutOut,
  },
  {
    sentence: 'A path that cannot be decoded is answered by Fastify itself, with the path and without the usual headers.',
    edits: [{ in: 'createHttpServer', drop: 'rewriteUrl: $VALUE' }],
    tests: ['test/server/spine/answers/raw-answers.test.ts'],
  },
  {
    sentence: 'A page of another site uses a session through a proxy that passes on what the client forwards.',
    edits: [{ in: 'checkSameOrigin', replace: '{ origin, host, $$$OTHERS }', by: "{ origin, 'x-forwarded-host': host, $$$OTHERS }" }],
    tests: attacks,
  },
];

import type { Sabotage } from '../../patch.ts';

const attacks = ['test/attacks/identity/abuse-a-session.test.ts'];
const shutOut = ['test/attacks/identity/shut-an-owner-out.test.ts'];
const uses = ['test/identity/sessions/sessions.test.ts'];
const named = ['test/identity/sessions/named-sessions.test.ts'];
const own = ['test/identity/sessions/own-sessions.test.ts'];

/** Sessions of browsers. */
export const sessions: readonly Sabotage[] = [
  {
    sentence: 'Each network of an IPv6 site may try passwords of its own, and ask for mails.',
    edits: [
      { file: 'src/platform/network/address-group.ts', from: "$parts.length === 4 ? $parts.slice(0, 3).join(':') : $group", to: '$group' },
    ],
    tests: ['test/attacks/identity/ask-from-a-whole-site.test.ts'],
  },
  {
    sentence: 'A session is used by a page of another site.',
    edits: [
      {
        file: 'src/identity/authentication/browsers/check-same-origin.ts',
        from: `if (!$isSame || $requestedBy === undefined || $requestedBy === '')`,
        to: `if ($requestedBy === undefined || $requestedBy === '')`,
      },
    ],
    tests: attacks,
  },
  {
    sentence: 'A page goes on where somebody else has signed in with the browser.',
    edits: [
      {
        file: 'src/identity/authentication/browsers/check-named-session.ts',
        from: '$named !== undefined && $named !== $id',
        to: '$named === null',
      },
    ],
    tests: named,
  },
  {
    sentence: 'A page goes on where the same person acts in another capacity.',
    edits: [
      {
        file: 'src/identity/sessions/rotate-session.ts',
        from: '${$isSameCapacity ? session.id : randomUUID()}::uuid, hash',
        to: '${session.id}::uuid, hash',
      },
    ],
    tests: named,
  },
  {
    sentence: 'A page of somebody who has signed out goes on as nobody.',
    edits: [
      {
        file: 'src/identity/authentication/authenticate-request.ts',
        from: '$authorization === undefined && $named !== undefined)',
        to: '$authorization === undefined && $named === null)',
      },
    ],
    tests: named,
  },
  {
    sentence: 'A session keeps a text with which a browser can be told from others.',
    edits: [{ file: 'src/identity/sessions/describe-device.ts', from: 'own(browsers, browser.name);', to: 'browser.name;' }],
    tests: own,
  },
  {
    sentence: 'A session goes on where it was ended in another browser.',
    edits: [{ file: 'src/town/access/access-in-force.ts', from: ' and signed_in.ended_at is null', to: '' }],
    tests: own,
  },
  {
    sentence: 'A browser that was signed out from another one signs in to apps without a password.',
    edits: [{ file: 'src/identity/sessions/open-sessions.ts', from: '        await endSignIns(transaction, accountId);\n', to: '' }],
    tests: ['test/identity/server/mobile-app.test.ts'],
  },
  {
    sentence: 'Somebody who signs in often ends the sessions of the owner without a trace.',
    edits: [
      {
        file: 'src/identity/sessions/start-session.ts',
        from: "await journal.own(transaction, 'end-oldest-session', account, at)",
        to: 'await Promise.resolve()',
      },
    ],
    tests: ['test/identity/sessions/step-up.test.ts'],
  },
  {
    sentence: 'A session is believed however long it was not used.',
    edits: [
      {
        file: 'src/identity/sessions/use-session.ts',
        from: `\n      and session.last_used_at + make_interval(secs => session.idle_seconds) > `,
        to: `\n      and 'infinity'::timestamptz > `,
      },
    ],
    tests: uses,
  },
  {
    sentence: 'Strangers who try wrong passwords shut the owner out of the own browser.',
    edits: [
      {
        file: 'src/identity/accounts/sign-in/sign-in-throttle.ts',
        from: 'countAll($known === undefined ? $keysOfAccount(email, from) : $ofBrowser)',
        to: 'countAll($known === undefined ? $keysOfAccount(email, from) : [...$keysOfAccount(email, from), ...$ofBrowser])',
      },
    ],
    tests: shutOut,
  },
  {
    sentence: 'A browser in which somebody else has signed in tries passwords beyond the bound of all.',
    edits: [
      {
        file: 'src/identity/accounts/sign-in/known-browsers.ts',
        from: 'where hash = ${digestOf(browser)} and account_id = (select id from identity.account where email = ${email})`',
        to: 'where hash = ${digestOf(browser)} and ${email}::text is not null`',
      },
    ],
    tests: shutOut,
  },
  {
    sentence: 'Somebody with the password ends the sessions of the owner by signing in again and again.',
    edits: [{ file: 'src/identity/sessions/start-session.ts', from: ' known.made_at nulls last,', to: '' }],
    tests: shutOut,
  },
  {
    sentence: 'A path that cannot be decoded is answered by Fastify itself, with the path and without the usual headers.',
    edits: [{ file: 'src/server/http/connections/http-server.ts', from: "    rewriteUrl: ({ url = '' }) => routableUrl(url),\n", to: '' }],
    tests: ['test/server/spine/raw-answers.test.ts'],
  },
  {
    sentence: 'A page of another site uses a session through a proxy that passes on what the client forwards.',
    edits: [
      {
        file: 'src/identity/authentication/browsers/check-same-origin.ts',
        from: "const { origin, host, 'sec-fetch-site': site, 'x-requested-by': requestedBy } = headers;",
        to: "const { origin, 'x-forwarded-host': host, 'sec-fetch-site': site, 'x-requested-by': requestedBy } = headers;",
      },
    ],
    tests: attacks,
  },
];

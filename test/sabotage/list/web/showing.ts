import type { Sabotage } from '../../patch.ts';

/** What the pages show, and forget. */
export const showing: readonly Sabotage[] = [
  {
    sentence: 'The page of a ticket shows the telephone number of somebody whose address is protected.',
    edits: [
      {
        file: 'src/town/policy/prohibitions.ts',
        from: "categories: ['ADDRESS', 'LOCALITY', 'TELEPHONE', 'TELEPHONE_HINT', 'HOUSEHOLD', 'HELD_SINCE']",
        to: "categories: ['ADDRESS', 'LOCALITY', 'HOUSEHOLD', 'HELD_SINCE']",
      },
    ],
    tests: ['test/web/two-towns.test.ts'],
  },
  {
    sentence: 'What was read of a ticket or a request stays in memory when its page is left.',
    edits: [{ file: 'web/src/elements/use-end-when-left.ts', from: '      clients.endCase(id);\n', to: '' }],
    tests: ['test/web/helpdesk.test.ts', 'test/web/privacy-office.test.ts'],
  },
  {
    sentence: 'The history of a tab names what was opened, also after a sign-out.',
    edits: [
      {
        file: 'web/src/session/drafts.ts',
        from: '$opened.set($key, $id);\n    return $key;',
        to: '$opened.set($id, $id);\n    return $id;',
      },
    ],
    tests: ['test/web/helpdesk.test.ts', 'test/web/privacy-office.test.ts'],
  },
  {
    sentence: 'What was typed about a customer stays for the next one.',
    edits: [{ file: 'web/src/counter/counter.tsx', from: 'leftOpen;\n    drafts.wipe();\n', to: 'leftOpen;\n' }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'What waits for the end of an encounter keeps what was read of the customer.',
    edits: [
      { file: 'web/src/counter/counter.tsx', from: ', encounterOf, nextKey', to: ', encounterOf, endDocument, nextKey' },
      {
        file: 'web/src/counter/counter.tsx',
        from: 'if (open) endEncounter(clients, open.id);',
        to: `if (open) {
      const ending = clients.client({ purpose: 'SERVICE_PROVISION' })?.mutation(endDocument, { encounterId: open.id }).toPromise();
      void ending?.then(({ error }) => {
        if (!error) return;
        endEncounter(clients, open.id);
        ask();
      });
    }`,
      },
    ],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'The browser keeps the address with which somebody signed in, after the sign-out.',
    edits: [{ file: 'web/src/session/signed.tsx', from: 'if (endedBy !== undefined) forgetChecked();', to: 'void forgetChecked;' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'The browser keeps an amount that was checked, in a form that is gone.',
    edits: [{ file: 'web/src/elements/form.tsx', from: '  useEffect(() => forgetChecked, []);\n', to: '' }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'The browser keeps an address that was checked, in a field that is gone.',
    edits: [{ file: 'web/src/counter/confirm-identity.tsx', from: 'inputMode="email"', to: 'type="email"' }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'React keeps what was read in a session that has ended.',
    edits: [{ file: 'web/src/session/signed.tsx', from: '  useRenderAgain(endedBy);\n', to: '' }],
    tests: ['test/web/helpdesk.test.ts'],
  },
  {
    sentence: 'The cache of a session stays in the memory of a page that the browser keeps for Back.',
    edits: [
      {
        file: 'client/src/urql.ts',
        from: 'setTimeout(() => {\n    const $screen = $shown.deref();',
        to: 'const screen = shown.deref();\n  setTimeout(() => {',
      },
    ],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'React keeps what was read in a page that the browser keeps for Back.',
    edits: [{ file: 'client/src/react.ts', from: '    renderAgain({});\n    const timer', to: '    const timer' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'A page whose code does not come loads for ever.',
    edits: [{ file: 'web/src/in-time.ts', from: 'const deadline = 30_000;', to: 'const deadline = 30_000_000;' }],
    tests: ['test/web/faults.test.ts'],
  },
  {
    sentence: 'A tab shows what it had read until it reads again, although somebody has signed out in another one.',
    edits: [{ file: 'web/src/session/watch-session.ts', from: "  tabs.addEventListener('message', hear, { signal });\n", to: '' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'A tab shows what it had read for ever, although nobody has used the session for as long as it lasts.',
    edits: [
      { file: 'web/src/session/watch-session.ts', from: 'const $interval = setInterval($endIdle, $often);', to: 'const $interval = 0;' },
    ],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'Back shows what somebody had read who has signed out since.',
    edits: [{ file: 'web/src/session/watch-session.ts', from: "$persisted && $end('LEFT')", to: '$persisted && undefined' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'An encounter that another tab has ended stays on the screen.',
    edits: [{ file: 'web/src/session/open-clients.ts', from: '    onCasesEnded: (ended) => tellTabs({ ended }),\n', to: '' }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'A tab that could not load what tells it of the end of its session goes on without it.',
    edits: [{ file: 'web/src/session/use-watch.ts', from: "clients.end('UNWATCHED');", to: 'void 0;' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'Somebody who comes back to a tab still sees what was read in a session that has ended on another device.',
    edits: [
      { file: 'web/src/session/watch-session.ts', from: "window.addEventListener('focus', () => void look(), { signal });\n", to: '' },
    ],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'What was typed in a session that has ended is shown to somebody else who signs in next.',
    edits: [
      {
        file: 'web/src/session/signed.tsx',
        from: 'if (found.account === session.account && found.role === session.role) onSamePerson(found);',
        to: 'if (found.role === session.role) onSamePerson(found);',
      },
    ],
    tests: ['test/web/faults.test.ts'],
  },
  {
    sentence: 'After an upgrade, what was typed in an old tab goes along to somebody else who has signed in since.',
    edits: [
      {
        file: 'web/src/session/move-on.ts',
        from: 'if (account !== person.account || role !== person.role) return undefined;',
        to: 'if (!account || !role) return undefined;',
      },
    ],
    tests: ['test/web/faults.test.ts'],
  },
  {
    sentence: 'A slow answer shows the customer whom the clerk has left for another one.',
    edits: [{ file: 'web/src/counter/counter.tsx', from: 'if (starting.current !== own) {', to: 'if (own === undefined) {' }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'An encounter begins with a customer whom the clerk has left, because what was said is right.',
    edits: [{ file: 'web/src/counter/confirm-identity.tsx', from: "outcome === 'MATCH' && isShown.current)", to: "outcome === 'MATCH')" }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'A ticket that is taken late is opened in place of the one that is read meanwhile.',
    edits: [{ file: 'web/src/helpdesk/queue.tsx', from: 'else if (isShown.current) onRead(id);', to: 'else onRead(id);' }],
    tests: ['test/web/helpdesk.test.ts'],
  },
  {
    sentence: 'A request that is taken late is opened in place of the one that is read meanwhile.',
    edits: [{ file: 'web/src/privacy-office/requests/take.tsx', from: ' && isShown.current) onTaken(id);', to: ') onTaken(id);' }],
    tests: ['test/web/privacy-office.test.ts'],
  },
  {
    sentence: 'A mandate that is recorded late takes the officer away from the page that she has gone to.',
    edits: [{ file: 'web/src/privacy-office/record-mandate.tsx', from: 'if (isShown.current) void router', to: 'void router' }],
    tests: ['test/web/privacy-office.test.ts'],
  },
  {
    sentence: 'A second look for the people of a mandate by the same name is answered from the cache, and not logged.',
    edits: [
      {
        file: 'web/src/privacy-office/mandates/choose-people.tsx',
        from: "{ familyName }, requestPolicy: 'network-only' }",
        to: '{ familyName } }',
      },
    ],
    tests: ['test/web/privacy-office.test.ts'],
  },
  {
    sentence: 'An old tab lists the sessions of somebody else, who has signed in with the browser since.',
    edits: [{ file: 'web/src/session/own-sessions.ts', from: "{ ...ownPage, 'privacy-session': id }", to: 'ownPage' }],
    tests: ['test/web/resident.test.ts'],
  },
  {
    sentence: 'The browser keeps what is typed into a form, and proposes it to the next person.',
    edits: [{ file: 'web/src/elements/form.tsx', from: ' autoComplete="off"', to: '' }],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'A name is shown as another one, because it turns the direction of the text around.',
    edits: [{ file: 'src/town/rows/text-forms.ts', from: '[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]', to: '\\P{Cc}' }],
    tests: ['test/town/people/resident-resolvers.test.ts'],
  },
];

import type { Sabotage } from '../../patch.ts';

/** The data that the pages show and forget. */
export const showing: readonly Sabotage[] = [
  {
    sentence: 'The page of a ticket shows the telephone number of somebody whose address is protected.',
    edits: [{ in: 'prohibitions', within: "['ADDRESS', 'LOCALITY', 'TELEPHONE', $$$]", drop: "'TELEPHONE', 'TELEPHONE_HINT'" }],
    tests: ['test/web/two-towns/two-towns.test.ts'],
  },
  {
    sentence: 'What was read of a ticket or a request stays in memory when its page is left.',
    edits: [{ in: 'useEndWhenLeft', drop: '$CLIENTS.endCase($ID)' }],
    tests: ['test/web/helpdesk.test.ts', 'test/web/privacy-office/privacy-office.test.ts'],
  },
  {
    sentence: 'The history of a tab names what was opened, also after a sign-out.',
    edits: [
      { in: 'Drafts.keepOpened', replace: 'this.#opened.set($KEY, $ID); return $KEY;', by: 'this.#opened.set($ID, $ID); return $ID;' },
    ],
    tests: ['test/web/helpdesk.test.ts', 'test/web/privacy-office/privacy-office.test.ts'],
  },
  {
    sentence: 'What was typed about a customer stays for the next one.',
    edits: [{ in: 'Counter.next', drop: 'drafts.wipe()' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'What waits for the end of an encounter keeps what was read of the customer.',
    edits: [
      { in: 'Counter', import: 'endDocument' },
      {
        in: 'Counter',
        replace: 'endEncounter($CLIENTS, $OPEN.id);',
        by: "{ const ending = $CLIENTS.client({ purpose: 'SERVICE_PROVISION' })?.mutation(endDocument, { encounterId: $OPEN.id }).toPromise(); void ending?.then(({ error }) => { if (!error) return; $0 ask(); }); }",
      },
    ],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'The browser keeps the address with which somebody signed in, after the sign-out.',
    edits: [{ in: 'Signed', replace: 'if ($ENDED_BY !== undefined) forgetChecked()', by: 'void forgetChecked' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'The browser keeps an amount that was checked, in a form that is gone.',
    edits: [{ in: 'form.tsx#Form', drop: 'useEffect(() => forgetChecked, [])' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'The browser keeps an address that was checked, in a field that is gone.',
    edits: [{ in: 'ConfirmIdentity', replace: 'inputMode="email"', by: 'type="email"' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'React keeps what was read in a session that has ended.',
    edits: [{ in: 'Signed', drop: 'useRenderAgain($ENDED_BY)' }],
    tests: ['test/web/helpdesk.test.ts'],
  },
  {
    sentence: 'The cache of a session stays in the memory of a page that the browser keeps for Back.',
    edits: [
      {
        in: 'clearLater',
        replace: 'setTimeout(() => { const $SCREEN = $SHOWN.deref(); $$$REST })',
        by: 'const $SCREEN = $SHOWN.deref();\nsetTimeout(() => { $$$REST })',
      },
    ],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'React keeps what was read in a page that the browser keeps for Back.',
    edits: [{ in: 'useRenderAgain', drop: '$RENDER_AGAIN({});' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'A page whose code does not come loads for ever.',
    edits: [{ in: 'in-time.ts#deadline', replace: '30_000', by: '30_000_000' }],
    tests: ['test/web/faults.test.ts'],
  },
  {
    sentence: 'A tab shows what it had read until it reads again, although somebody has signed out in another one.',
    edits: [{ in: 'watchSession', drop: 'tabs.addEventListener($$$)' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'A tab shows what it had read for ever, although nobody has used the session for as long as it lasts.',
    edits: [{ in: 'watchSession', replace: 'setInterval($END_IDLE, often)', by: '0' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'Back shows what somebody had read who has signed out since.',
    edits: [{ in: 'watchSession', replace: "end('LEFT')", by: 'undefined' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'An encounter that another tab has ended stays on the screen.',
    edits: [{ in: 'openClients', drop: 'onCasesEnded: $VALUE' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'A tab that could not load what tells it of the end of its session goes on without it.',
    edits: [{ in: 'useWatch', replace: "$CLIENTS.end('UNWATCHED')", by: 'void 0' }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'Somebody who comes back to a tab still sees what was read in a session that has ended on another device.',
    edits: [{ in: 'watchSession', drop: "window.addEventListener('focus', $$$)" }],
    tests: ['test/web/forgotten.test.ts'],
  },
  {
    sentence: 'What was typed in a session that has ended is shown to somebody else who signs in next.',
    edits: [{ in: 'signed.tsx#Ended', drop: '$FOUND.account === $SESSION.account' }],
    tests: ['test/web/faults.test.ts'],
  },
  {
    sentence: 'After an upgrade, what was typed in an old tab goes along to somebody else who has signed in since.',
    edits: [{ in: 'offerToMoveOn', replace: '$ACCOUNT !== $PERSON.account || $ROLE !== $PERSON.role', by: '!$ACCOUNT || !$ROLE' }],
    tests: ['test/web/faults.test.ts'],
  },
  {
    sentence: 'A slow answer shows the customer whom the clerk has left for another one.',
    edits: [{ in: 'Counter', replace: '$STARTING.current !== $OWN', by: '$OWN === undefined' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'An encounter begins with a customer whom the clerk has left, because what was said is right.',
    edits: [{ in: 'ConfirmIdentity', drop: 'isShown.current' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'A ticket that is taken late is opened in place of the one that is read meanwhile.',
    edits: [{ in: 'queue/queue.tsx#Queue', replace: 'if ($IS_SHOWN.current) $ON_READ($ID)', by: '$ON_READ($ID)' }],
    tests: ['test/web/helpdesk.test.ts'],
  },
  {
    sentence: 'A request that is taken late is opened in place of the one that is read meanwhile.',
    edits: [{ in: 'Take', drop: '$IS_SHOWN.current' }],
    tests: ['test/web/privacy-office/privacy-office.test.ts'],
  },
  {
    sentence: 'A mandate that is recorded late takes the officer away from the page that she has gone to.',
    edits: [{ in: 'RecordMandate', replace: 'if ($IS_SHOWN.current) $NAVIGATE', by: '$NAVIGATE' }],
    tests: ['test/web/privacy-office/privacy-office.test.ts'],
  },
  {
    sentence: 'A second look for the people of a mandate by the same name is answered from the cache, and not logged.',
    edits: [{ in: 'choose-people.tsx#Found', within: '{ query: search, $$$ }', drop: "requestPolicy: 'network-only'" }],
    tests: ['test/web/privacy-office/privacy-office.test.ts'],
  },
  {
    sentence: 'An old tab lists the sessions of somebody else, who has signed in with the browser since.',
    edits: [{ in: 'own-sessions.ts#send', replace: "{ ...ownPage, 'privacy-session': $ID }", by: 'ownPage' }],
    tests: ['test/web/resident/resident.test.ts'],
  },
  {
    sentence: 'The browser keeps what is typed into a form, and proposes it to the next person.',
    edits: [{ in: 'form.tsx#Form', drop: 'autoComplete="off"' }],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'A name is shown as another one, because it turns the direction of the text around.',
    edits: [
      {
        in: 'line',
        replace: 'z .string() .trim() .min(1) .max($LONGEST) .regex($$$)',
        by: "z .string() .trim() .min(1) .max($LONGEST) .regex(/^\\P{Cc}*$/u, 'no control characters')",
      },
    ],
    tests: ['test/town/people/resident-resolvers.test.ts'],
  },
];

import type { Sabotage } from '../../../patch.ts';

const tests = ['test/attacks/overload/flood-the-privacy-officer.test.ts'];
const states = ['test/town/requests/request-state.test.ts'];

/** Requests without an account: a stranger fills the queue of the privacy officer. */
export const askingWithoutAccount: readonly Sabotage[] = [
  {
    sentence: 'A request without an account enters the queue with any code.',
    edits: [
      { in: 'createAnonymousSenders', drop: "if (!$USED) throw new PrivacyError('CONTACT_NOT_PROVEN')" },
      { in: 'createAnonymousSenders', replace: '!$USED.isMailed', by: '$USED?.isMailed === false' },
    ],
    tests,
  },
  {
    sentence: 'A code that was mailed for one request lets another one of the same contact be filed.',
    edits: [{ in: 'createAnonymousSenders', drop: '$LETTER.kind, $LETTER.body' }],
    tests,
  },
  {
    sentence: 'A code can be guessed without end.',
    edits: [{ in: 'spendTry', text: 'tries_left - 1', by: 'tries_left' }],
    tests,
  },
  {
    sentence: 'A code is stored although no mail can be sent.',
    edits: [{ in: 'createAnonymousSenders', drop: 'await $MAILER.check()' }],
    tests,
  },
  {
    sentence: 'The state of a request is shown to anybody who tries numbers.',
    edits: [{ in: 'ifRight', replace: '$IS_RIGHT ? $FOUND : undefined', by: '$IS_RIGHT || $FOUND ? $FOUND : undefined' }],
    tests: states,
  },
  {
    sentence: 'The state of a resident’s request is shown without signing in.',
    edits: [{ in: 'readRequestState', text: 'and request.resident_id is null', by: '' }],
    tests: states,
  },
  {
    sentence: 'The code of a request’s state can be guessed without end.',
    edits: [{ in: 'createAnonymousSenders', drop: 'await take(wrongCodes, address)' }],
    tests: states,
  },
  {
    sentence: 'A form on another site has codes mailed in the name of its visitors.',
    edits: [{ in: 'servePublicPages', drop: 'checkOwnForm($REQUEST)' }],
    tests: ['test/town/requests/pages/asking-without-account.test.ts'],
  },
  {
    sentence: 'The public pages ask as the person who has signed in.',
    edits: [{ in: 'createAskForPages', replace: "{ 'content-length': '0' }", by: 'request.headers' }],
    tests: ['test/town/shared/pages/public-pages.test.ts'],
  },
  {
    sentence: 'The page about partners keeps quiet about protected homes.',
    edits: [{ in: 'glance', replace: 'cell.except', by: 'cell.except.slice(1)' }],
    tests: ['test/town/statement/pages/partners-page.test.ts'],
  },
  {
    sentence: 'Each address of an IPv6 network has limits of its own.',
    edits: [{ in: 'OperationContext.addressGroup', replace: 'addressGroup(this.#address)', by: 'this.#address' }],
    tests,
  },
  {
    sentence: 'A letter that is not mailed spends one of the codes that all share.',
    edits: [{ in: 'createAnonymousSenders.sendCode', replace: '$IS_MAILED ? 0 : 1', by: '0' }],
    tests: ['test/attacks/insiders/spend-the-codes-of-all.test.ts'],
  },
  {
    sentence: 'Each text that is no address has limits of its own.',
    edits: [{ in: 'groupOf', replace: 'return unreadable', by: 'return text' }],
    tests,
  },
  {
    sentence: 'Each port of one address has limits of its own.',
    edits: [
      { in: 'groupOf', replace: 'return unreadable', by: 'return text' },
      { in: 'network-address.ts#readAddress', drop: 'six ?? four' },
    ],
    tests,
  },
];

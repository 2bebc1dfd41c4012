import type { Sabotage } from '../../../patch.ts';

const senders = 'src/town/requests/senders/anonymous-senders.ts';
const codes = 'src/town/requests/senders/contact-codes.ts';
const tests = ['test/attacks/flood-the-privacy-officer.test.ts'];
const states = ['test/town/requests/request-state.test.ts'];

/** Requests without an account: somebody fills the queue of the privacy officer. */
export const askingWithoutAccount: readonly Sabotage[] = [
  {
    sentence: 'A request without an account enters the queue with any code.',
    edits: [
      {
        file: senders,
        from: `if (!$used) throw new PrivacyError('CONTACT_NOT_PROVEN');\n      // Each request that is filed is one of those that all together may file.\n      if (!$used.isMailed)`,
        to: 'if ($used?.isMailed === false)',
      },
    ],
    tests,
  },
  {
    sentence: 'A code that was mailed for one request lets another one of the same contact be filed.',
    edits: [
      { file: senders, from: 'JSON.stringify([$letter.kind, $letter.body, spelled($letter)])', to: 'JSON.stringify([spelled($letter)])' },
    ],
    tests,
  },
  {
    sentence: 'A code can be guessed without end.',
    edits: [{ file: codes, from: 'tries_left = tries_left - 1', to: 'tries_left = tries_left' }],
    tests,
  },
  {
    sentence: 'A code is stored although no mail can be sent.',
    edits: [{ file: senders, from: '      await $mailer.check();\n', to: '' }],
    tests,
  },
  {
    sentence: 'The state of a request is shown to anybody who tries numbers.',
    edits: [
      {
        file: 'src/town/requests/request-state.ts',
        from: 'return $isRight ? $found : undefined;',
        to: 'return $isRight || $found ? $found : undefined;',
      },
    ],
    tests: states,
  },
  {
    sentence: 'The state of a resident’s request is shown without signing in.',
    edits: [{ file: 'src/town/requests/request-state.ts', from: ' and request.resident_id is null', to: '' }],
    tests: states,
  },
  {
    sentence: 'The code of a request’s state can be guessed without end.',
    edits: [{ file: senders, from: '      await take(wrongCodes, $address);\n', to: '' }],
    tests: states,
  },
  {
    sentence: 'A form on another site has codes mailed in the name of its visitors.',
    edits: [{ file: 'src/town/pages/serve-public-pages.ts', from: '        checkOwnForm(request);\n', to: '' }],
    tests: ['test/town/requests/pages/asking-without-account.test.ts'],
  },
  {
    sentence: 'The public pages ask as the person who has signed in.',
    edits: [{ file: 'src/server/http/pages/ask-for-pages.ts', from: "{ 'content-length': '0' }", to: 'request.headers' }],
    tests: ['test/town/pages/public-pages.test.ts'],
  },
  {
    sentence: 'The page about partners keeps quiet about protected homes.',
    edits: [{ file: 'src/town/statement/pages/partners-page.ts', from: '${cell.except.map(', to: '${cell.except.slice(1).map(' }],
    tests: ['test/town/statement/pages/partners-page.test.ts'],
  },
  {
    sentence: 'Each address of an IPv6 network has limits of its own.',
    edits: [{ file: 'src/server/spine/operation-context.ts', from: 'addressGroup(this.#address)', to: 'this.#address' }],
    tests,
  },
  {
    sentence: 'A letter that is not mailed spends one of the codes that all share.',
    edits: [{ file: senders, from: 'await inTotal.reward(everybody, $isMailed ? 0 : 1)', to: 'await inTotal.reward(everybody, 0)' }],
    tests: ['test/attacks/spend-the-codes-of-all.test.ts'],
  },
  {
    sentence: 'Each text that is no address has limits of its own.',
    edits: [{ file: 'src/platform/network/address-group.ts', from: 'return unreadable;', to: 'return text;' }],
    tests,
  },
  {
    sentence: 'Each port of one address has limits of its own.',
    edits: [
      { file: 'src/platform/network/address-group.ts', from: 'return unreadable;', to: 'return text;' },
      { file: 'src/platform/network/network-address.ts', from: '(six ?? four ?? text)', to: 'text' },
    ],
    tests,
  },
];

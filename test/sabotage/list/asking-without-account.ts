import type { Sabotage } from './patch.ts';

const senders = 'src/anonymous-senders/anonymous-senders.ts';
const codes = 'src/anonymous-senders/contact-codes.ts';
const tests = ['test/attacks/flood-the-privacy-officer.test.ts'];

/** Requests without an account: somebody fills the queue of the privacy officer. */
export const askingWithoutAccount: readonly Sabotage[] = [
  {
    sentence: 'A request without an account enters the queue with any code.',
    edits: [
      {
        file: senders,
        from: `if (!(await useContactCode($transaction, $digest, $tried))) throw new PrivacyError('CONTACT_NOT_PROVEN');`,
        to: 'await useContactCode($transaction, $digest, $tried);',
      },
    ],
    tests,
  },
  {
    sentence: 'A code that was mailed for one request lets another one of the same contact be filed.',
    edits: [
      { file: senders, from: 'JSON.stringify([$kind, $body, $contact.toLowerCase()])', to: 'JSON.stringify([$contact.toLowerCase()])' },
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
    sentence: 'Each address of an IPv6 network has limits of its own.',
    edits: [{ file: 'src/gateway/operation-context.ts', from: 'addressGroup(this.#address)', to: 'this.#address' }],
    tests,
  },
  {
    sentence: 'A letter that is not mailed spends one of the codes that all share.',
    edits: [{ file: senders, from: '$allowed ? 0 : 1', to: '0' }],
    tests: ['test/attacks/spend-the-codes-of-all.test.ts'],
  },
  {
    sentence: 'Each text that is no address has limits of its own.',
    edits: [{ file: 'src/address-group.ts', from: 'return unreadable;', to: 'return text;' }],
    tests,
  },
  {
    sentence: 'Each port of one address has limits of its own.',
    edits: [
      { file: 'src/address-group.ts', from: 'return unreadable;', to: 'return text;' },
      { file: 'src/network-address.ts', from: '(six ?? four ?? text)', to: 'text' },
    ],
    tests,
  },
];

import type { Sabotage } from '../../patch.ts';

const life = ['test/town/mandates/partners/changes-of-partner-clients.test.ts'];
const entries = ['test/identity/server/token-entries.test.ts'];
const withdrawn = ['test/attacks/identity/use-what-was-withdrawn.test.ts'];
const changes = 'src/town/mandates/partners/partner-client-changes.ts';
const records = 'src/identity/server/tokens/record-tokens.ts';
const matching = ['test/attacks/match-two-partners.test.ts'];

/** The life of partners' access: registrations, mandates without an end, and entries of tokens. */
export const partnersAccess: readonly Sabotage[] = [
  {
    sentence: 'Two partners see the same id of a purchase, and match their pseudonyms by it.',
    edits: [
      {
        file: 'src/town/graphql/show-ids.ts',
        from: '!== GraphQLID || field.resolve) continue;',
        to: "!== GraphQLID || field.resolve || type.name === 'Purchase') continue;",
      },
    ],
    tests: matching,
  },
  {
    sentence: 'The number of a ticket is the same for every partner.',
    edits: [{ file: 'src/town/graphql/viewer.ts', from: 'if (!principal.partner) return number;', to: 'return number;' }],
    tests: matching,
  },
  {
    sentence: 'A client of a partner tries to have people sign in, and leaves no entry.',
    edits: [{ file: records, from: "'introspection', 'pushed_authorization_request']", to: "'introspection']" }],
    tests: entries,
  },
  {
    sentence: 'A mandate that has lapsed is reconfirmed.',
    edits: [
      {
        file: 'src/town/mandates/mandate-writes.ts',
        from: "if ($status === 'REVOKED' || $status === 'EXPIRED') throw",
        to: "if ($status === 'REVOKED') throw",
      },
    ],
    tests: ['test/town/mandates/open-ended-mandates.test.ts'],
  },
  {
    sentence: 'A suspended client of a partner goes on as soon as one officer proposes it.',
    edits: [
      {
        file: changes,
        from: 'if ($viewer.principalId === undefined || $proposedBy === $viewer.principalId) throw',
        to: 'if ($viewer.principalId === undefined) throw',
      },
      { file: 'src/identity/database/registrations.ts', from: 'check (approved_by <> proposed_by)', to: 'check (true)' },
    ],
    tests: life,
  },
  {
    sentence: 'A token outlives the withdrawal of the key by which the partner’s client obtained it.',
    edits: [
      {
        file: 'src/town/access/access-in-force.ts',
        from: 'and not holder.held_key = any(client.withdrawn_keys)',
        to: '',
      },
    ],
    tests: withdrawn,
  },
  {
    sentence: 'A withdrawn key of a partner’s client obtains tokens.',
    edits: [
      {
        file: 'src/identity/server/clients/client-assertions.ts',
        from: "typeof $kid !== 'string' || !$client || $client.withdrawnKeys.includes($kid)",
        to: "typeof $kid !== 'string' || !$client",
      },
      {
        file: 'src/identity/partners/open-partner-access.ts',
        from: '$keys.filter(({ $kid }) => !$withdrawnKeys.includes($kid))',
        to: '$keys',
      },
    ],
    tests: [...withdrawn, ...life],
  },
  {
    sentence: 'A token leaves although the access log cannot be written.',
    edits: [{ file: records, from: '$context.status = $answer.statusCode;', to: 'return;' }],
    tests: entries,
  },
  {
    sentence: 'A refresh token is used up although the access log cannot be written.',
    edits: [
      {
        file: records,
        from: 'await stored($records.renewed($context));',
        to: 'await $records.renewed($context).catch(() => undefined);',
      },
    ],
    tests: entries,
  },
  {
    sentence: 'Who uses a refresh token a second time leaves no entry.',
    edits: [
      { file: records, from: 'if (!noRefusals.includes($refusal.error)) await', to: "if ($refusal.error === 'invalid_request') await" },
    ],
    tests: entries,
  },
  {
    sentence: 'A token that a partner obtains counts as a disclosure.',
    edits: [{ file: 'src/town/history/entries/access-entries.ts', from: ' and ${isNoAccountAct}', to: '' }],
    tests: entries,
  },
];

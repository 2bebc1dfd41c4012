import type { Sabotage } from '../../../patch.ts';

const tests = ['test/town/people/update-contact.test.ts'];
const migration = 'src/town/people/tables/residents.ts';

/** Since when a record is unchanged. */
export const keepingDays: readonly Sabotage[] = [
  {
    sentence: 'Contact details that were changed seem to be unchanged.',
    edits: [
      {
        file: migration,
        from: 'elsif new.contact_since is not distinct from old.contact_since then new.contact_since = now();',
        to: 'else new.contact_since = old.contact_since;',
      },
    ],
    tests,
  },
  {
    sentence: 'Contact details seem to have changed where what was there was written again.',
    edits: [{ file: migration, from: 'new.contact_since = old.contact_since;', to: 'null;' }],
    tests,
  },
  {
    sentence: 'A name that was corrected seems to be as the person registered it.',
    edits: [{ file: migration, from: 'new.identity_since = now();', to: 'null;' }],
    tests,
  },
  {
    sentence: 'A guardian who may not see where a minor lives learns when the minor moved.',
    edits: [
      {
        file: 'src/town/policy/grants/residents.ts',
        from: "when: ['CARE_INCLUDES_ADDRESS', 'CARE_INCLUDES_HOUSEHOLD', 'ADULT_OF_THAT_HOUSEHOLD']",
        to: "when: ['CARE_INCLUDES_HOUSEHOLD']",
      },
    ],
    tests,
  },
  {
    sentence: 'Everybody who may know that somebody is on record learns when their contact details changed.',
    edits: [
      {
        file: 'schema/residents.graphql',
        from: 'contactSince: DateTime @personal(category: HELD_SINCE)',
        to: 'contactSince: DateTime @personal(category: EXISTENCE)',
      },
    ],
    tests,
  },
  {
    sentence: 'A card seems to have its number since the registration, although a lost one was replaced.',
    edits: [
      {
        file: 'src/town/counter/card-writes.ts',
        from: "card_since = greatest(${$reader.now}::timestamptz, card_since + interval '1 microsecond')",
        to: 'card_since = card_since',
      },
    ],
    tests: ['test/town/counter/card-resolvers.test.ts'],
  },
];

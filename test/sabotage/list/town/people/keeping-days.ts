import type { Sabotage } from '../../../patch.ts';

const tests = ['test/town/people/update-contact.test.ts'];

/** Since when a record is unchanged. */
export const keepingDays: readonly Sabotage[] = [
  {
    sentence: 'Contact details that were changed seem to be unchanged.',
    edits: [
      {
        in: 'residents.ts#residents',
        text: 'elsif given -> since is not distinct from held -> since then',
        by: 'elsif false then',
      },
    ],
    tests,
  },
  {
    sentence: 'Contact details seem to have changed where what was there was written again.',
    edits: [{ in: 'residents.ts#residents', text: 'jsonb_build_object(since, held -> since)', by: 'jsonb_build_object(since, now())' }],
    tests,
  },
  {
    sentence: 'A name that was corrected seems to be as the person registered it.',
    edits: [
      {
        in: 'residents.ts#residents',
        text: "'identity_since', 'given_name', 'family_name', 'birth_date'",
        by: "'identity_since', 'birth_date'",
      },
    ],
    tests,
  },
  {
    sentence: 'A guardian who may not see where a minor lives learns when the minor moved.',
    edits: [
      {
        in: 'residentGrants',
        replace: "'CARE_INCLUDES_ADDRESS', 'CARE_INCLUDES_HOUSEHOLD', 'ADULT_OF_THAT_HOUSEHOLD'",
        by: "'CARE_INCLUDES_HOUSEHOLD'",
      },
    ],
    tests,
  },
  {
    sentence: 'Everybody who may know that somebody is on record learns when their contact details changed.',
    edits: [
      {
        file: 'schema/people.graphql',
        text: 'contactSince: DateTime @personal(category: HELD_SINCE)',
        by: 'contactSince: DateTime @personal(category: EXISTENCE)',
      },
    ],
    tests,
  },
  {
    sentence: 'A card seems to have its number since the registration, although a lost one was replaced.',
    edits: [{ in: 'writeNewCard', text: "greatest(${reader.now}::timestamptz, card_since + interval '1 microsecond')", by: 'card_since' }],
    tests: ['test/town/counter/card-resolvers.test.ts'],
  },
];

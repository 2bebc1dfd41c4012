import type { Sabotage } from '../../../patch.ts';

const tests = ['test/town/counter/card-resolvers.test.ts'];

/** Membership cards. */
export const findingByCard: readonly Sabotage[] = [
  {
    sentence: 'The counter sees the number of a card, with which somebody else could pass for its owner.',
    edits: [
      {
        file: 'schema/cards.graphql',
        from: 'cardNumber: String @personal(category: CARD_NUMBER)',
        to: 'cardNumber: String @personal(category: EXISTENCE)',
      },
    ],
    tests,
  },
  {
    sentence: 'A search by a card is free once the budget is spent, so that its refusal tells who has one.',
    edits: [
      {
        file: 'schema/cards.graphql',
        from: 'cardNumber: String! @personal(category: CARD_NUMBER)',
        to: 'cardNumber: String! @personal(category: EXISTENCE)',
      },
    ],
    tests,
  },
  {
    sentence: 'With a spent budget a card that nobody has is answered, so a refusal confirms that another card has an owner.',
    edits: [
      {
        file: 'src/server/spine/entry/charge-of.ts',
        from: '$value !== null || ($searches && !$refused.has($name))',
        to: '$value !== null',
      },
    ],
    tests,
  },
  {
    sentence: 'A card that is lost still finds its owner.',
    edits: [
      {
        file: 'src/town/counter/card-writes.ts',
        from: 'update recreation.resident resident set card_number = recreation.card_number(${$seed}::uuid)',
        to: 'update recreation.resident resident set card_number = coalesce(card_number, recreation.card_number(${$seed}::uuid))',
      },
    ],
    tests,
  },
  {
    sentence: 'Somebody replaces the card of anybody.',
    edits: [
      {
        file: 'src/town/counter/card-writes.ts',
        from: 'where resident.id = ${$residentId}::uuid and ${residentInScope($scope, $viewer)} returning',
        to: 'where resident.id = ${$residentId}::uuid returning',
      },
    ],
    tests,
  },
];

import type { Sabotage } from '../../../patch.ts';

const tests = ['test/town/counter/card-resolvers.test.ts'];

/** Membership cards. */
export const findingByCard: readonly Sabotage[] = [
  {
    sentence: 'The counter sees the number of a card, with which somebody else could pass for its owner.',
    edits: [
      {
        file: 'schema/counter.graphql',
        text: 'cardNumber: String @personal(category: CARD_NUMBER)',
        by: 'cardNumber: String @personal(category: EXISTENCE)',
      },
    ],
    tests,
  },
  {
    sentence: 'A search by a card is free once the budget is spent, so that its refusal tells who has one.',
    edits: [
      { file: 'schema/counter.graphql', text: 'String! @personal(category: CARD_NUMBER)', by: 'String! @personal(category: EXISTENCE)' },
    ],
    tests,
  },
  {
    sentence: 'With a spent budget a card that nobody has is answered, so a refusal confirms that another card has an owner.',
    edits: [{ in: 'chargeOf', drop: '$SEARCHES && !$REFUSED.has($NAME)' }],
    tests,
  },
  {
    sentence: 'A card that is lost still finds its owner.',
    edits: [
      {
        in: 'writeNewCard',
        text: 'recreation.card_number(${$SEED}::uuid)',
        by: 'coalesce(card_number, recreation.card_number(${$SEED}::uuid))',
      },
    ],
    tests,
  },
  {
    sentence: 'Somebody replaces the card of anybody.',
    edits: [{ in: 'writeNewCard', text: 'and ${residentInScope(scope, viewer)}', by: '' }],
    tests,
  },
];

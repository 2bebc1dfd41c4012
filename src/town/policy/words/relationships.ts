import type { RelationshipDescription } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Relationship } from '../../shared/graphql/generated/schema.ts';

/** How a principal can be related to a data subject. People read the nouns, which `src/town/wording/` translates. */
export const relationships = {
  SELF: { genitive: 'of themselves', noun: 'the person’s own record' },
  GUARDIAN: { genitive: 'of a data subject in their care', noun: 'a minor in the reader’s care' },
  HOUSEHOLD: { genitive: 'of a data subject of their household', noun: 'an adult of the same home' },
  ENCOUNTER: { genitive: 'of a data subject in an encounter', noun: 'somebody who is being served' },
  ASSIGNED_TICKET: { genitive: 'of a data subject whose ticket is assigned to them', noun: 'somebody whose ticket the reader has' },
  OPEN_REQUEST: { genitive: 'of a data subject whose request they answer', noun: 'somebody whose request the reader answers' },
  MANDATE: { genitive: 'of a data subject of their mandate', noun: 'somebody whom the mandate covers' },
  NONE: { genitive: 'of a data subject without any relationship', noun: 'anybody' },
} as const satisfies Readonly<Record<Relationship, RelationshipDescription>>;

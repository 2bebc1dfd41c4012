import { describe, expect, test } from '@jest/globals';
import { Source } from 'graphql';
import { schemaForm } from '../../../../src/cli/policy/diff/schema-form.ts';
import { schemaSources } from '../../../../src/town/shared/graphql/schema-sources.ts';
import { changedSchema } from '../../../helpers/policy/changed-schema.ts';

const form = schemaForm(schemaSources());

describe('the digest of a schema', () => {
  test('does not depend on descriptions, the order of definitions, or files', () => {
    expect(schemaForm(schemaSources().toReversed())).toBe(form);
    expect(
      schemaForm([
        new Source(
          schemaSources()
            .map(({ body }) => body)
            .join('\n'),
        ),
      ]),
    ).toBe(form);
    expect(schemaForm(changedSchema(['"Employees are data subjects too."', '"Others too."']))).toBe(form);
    expect(
      schemaForm(changedSchema(['enum TicketStatus @impersonal {\n  OPEN\n  CLOSED', 'enum TicketStatus @impersonal {\n  CLOSED\n  OPEN'])),
    ).toBe(form);
    expect(schemaForm(changedSchema(['  me: Resident\n', '  me: Resident\n}\n\nextend type Query {\n']))).toBe(form);
  });

  test.each([
    ['a coordinate', '  me: Resident', '  me: Resident\n  you: Resident'],
    ['a type', 'subject: String @personal', 'subject: [String] @personal'],
    ['a marking', 'subject: String @personal(category: SUPPORT_HISTORY)', 'subject: String @personal(category: NAME)'],
    ['the data subject', 'type Address @dataSubject(id: "id")', 'type Address @dataSubject(id: "ownerId")'],
    ['a derivation', 'derivedFrom: ["Resident.email"]', 'derivedFrom: ["Resident.phone"]'],
    ['an argument', 'ticket(id: ID! @impersonal)', 'ticket'],
    ['a default', 'quantity: Int = 1', 'quantity: Int = 2'],
    ['a value', '  CLOSED\n', '  CLOSED\n  LOST\n'],
    ['a member', '= Encounter | Ticket | PrivacyRequest', '= Encounter | Ticket'],
    ['an implementer', 'type HouseholdMember implements Person', 'type HouseholdMember'],
    ['a directive', ') on OBJECT\n', ') on OBJECT | INTERFACE\n'],
    ['location', 'directive @purpose(is: Purpose!) on QUERY | MUTATION', 'directive @purpose(is: Purpose!) on QUERY'],
  ])('changes with another %s', (_name, from, to) => {
    expect(schemaForm(changedSchema([from, to]))).not.toBe(form);
  });
});

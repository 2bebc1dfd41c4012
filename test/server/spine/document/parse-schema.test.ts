import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { print, Source, visit, type DocumentNode } from 'graphql';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import { parseSchema } from '../../../../src/server/spine/document/parse-schema.ts';
import { schemaSources } from '../../../../src/town/shared/graphql/schema-sources.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';

const page = '(first: Int @impersonal, after: String @impersonal, last: Int @impersonal, before: String @impersonal)';

/** The text without descriptions (`descriptions.test.ts`). */
const bare = (document: DocumentNode): string =>
  print(visit(document, { InputValueDefinition: ({ description: _description, ...rest }) => rest }));

describe('a field that returns a connection', () => {
  test.each([
    ['no argument', 'pets: PetConnection', `pets${page}: PetConnection`],
    ['a connection that is never null', 'pets: PetConnection!', `pets${page}: PetConnection!`],
    ['its own arguments', 'pets(of: ID): PetConnection', `pets(of: ID, ${page.slice(1)}: PetConnection`],
    ['one page argument', 'pets(first: Int): PetConnection', `pets(first: Int, ${page.slice(page.indexOf('after'))}: PetConnection`],
    [
      'all page arguments',
      'pets(last: Int, before: ID, after: ID, first: Int): PetConnection',
      'pets(last: Int, before: ID, after: ID, first: Int): PetConnection',
    ],
  ])('with %s takes the arguments of a page', (_title, field, expected) => {
    for (const parent of ['type Owner', 'extend type Owner', 'interface Owner']) {
      expect(bare(parseSchema(`${parent} {\n  ${field}\n}`))).toBe(`${parent} {\n  ${expected}\n}`);
    }
  });

  test.each(['pet: Pet', 'pets: [Pet!]!', 'connection: PetConnectionEdge', 'petConnection: ID'])('is not %s', (field) => {
    expect(print(parseSchema(`type Owner {\n  ${field}\n}`))).toBe(`type Owner {\n  ${field}\n}`);
  });
});

test('a finding about an added argument names the line of the field', () => {
  const { places } = inspectSchema(
    town.schema,
    [...schemaSources(), new Source('extend type Query {\n\n  pets: ServiceConnection\n}', 'pets.graphql')],
    policyInForce,
  );
  expect(places.get('Query.pets(first:)')).toBe('pets.graphql:3');
});

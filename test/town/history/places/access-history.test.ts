import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { buildSchema as buildPlain, getNamedType, isObjectType } from 'graphql';
import { fieldsWithoutRecord } from '../../../../scripts/fields-without-record.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { opensNoRecord } from '../../../../src/town/history/places/access-history.ts';

const { schema, markings } = buildSchema(town);
const fields = Object.values(schema.getQueryType()!.getFields());
const directives = 'directive @impersonal on OBJECT\ndirective @dataSubject(id: String, none: Boolean) on OBJECT\n';
const derived = (types: string): string[] => fieldsWithoutRecord(buildPlain(directives + types));

describe('the root fields that open no record', () => {
  test('are the lists, those about no person, and three names that the schema does not tell', () => {
    const lists = fields.filter(({ type }) => getNamedType(type).name.endsWith('Connection')).map(({ name }) => `Query.${name}`);
    expect(lists.length).toBeGreaterThan(6);
    const aboutNobody = [
      'Query.accessLog',
      'Query.accessReceipt',
      'Query.policy',
      'Query.privacyStatement',
      'Query.purposeTexts',
      'Query.requestState',
      'Query.service',
      'Query.statementToAcknowledge',
      'Query.webVisitStatistics',
    ];
    const others = ['Query.myMandate', 'Query.node', 'export-log'];
    expect(opensNoRecord.toSorted()).toEqual([...lists, ...aboutNobody, ...others].toSorted());
  });

  test('are none that finds one person, ticket, request, mandate or case', () => {
    for (const field of ['resident', 'ticket', 'request', 'mandate', 'me', 'currentCase', 'openEncounter', 'residentByCard']) {
      expect(fields.map(({ name }) => name)).toContain(field);
      expect(opensNoRecord).not.toContain(`Query.${field}`);
    }
  });

  test('return nothing with a data subject, unless they return a page', () => {
    for (const { name, type } of fields.filter((field) => fieldsWithoutRecord(schema).includes(`Query.${field.name}`))) {
      const returned = getNamedType(type);
      if (returned.name.endsWith('Connection')) continue;
      expect([name, isObjectType(returned), markings.subjects.get(returned.name)?.none ?? true]).toEqual([name, true, true]);
    }
  });
});

describe('a root field opens a record as far as its type tells', () => {
  const nobody = 'type Pool @impersonal { depth: Int }';
  test.each([
    ['it reaches nobody', `type Query { pool: Pool } ${nobody}`, ['Query.pool']],
    [
      'it returns a page',
      'type Query { people: PersonConnection } type PersonConnection @dataSubject(id: "id") { id: ID }',
      ['Query.people'],
    ],
    ['its objects have a data subject', 'type Query { person: Person } type Person @dataSubject(id: "id") { id: ID }', []],
    [
      'a field below has one',
      'type Query { pool: Pool } type Pool @impersonal { guard: Guard } type Guard @dataSubject(id: "id") { id: ID }',
      [],
    ],
    [
      'an object of a union has one',
      `type Query { any: Any } union Any = Pool | Guard type Guard @dataSubject(id: "id") { id: ID } ${nobody}`,
      [],
    ],
    ['its objects have none', 'type Query { visit: Visit } type Visit @dataSubject(none: true) { at: String }', ['Query.visit']],
    ['it is said to have one', 'type Query { visit: Visit } type Visit @dataSubject(none: false) { at: String }', []],
    ['its type is not marked', 'type Query { pool: Pool } type Pool { depth: Int }', []],
  ])('where %s', (_what, types, expected) => {
    expect(derived(types)).toEqual(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { parse, type FieldNode, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import { touchedInputs } from '../../../../src/engine/plan/bind/bind.ts';
import { smallSchema } from '../small-club.ts';

const { schema, markings } = smallSchema();

/** The personal inputs that a field's arguments touch, with variables applied. */
function touched(field: string, variables: Record<string, unknown> = {}, type = 'Query'): string[] {
  const [operation] = parse(`{ ${field} }`).definitions as [OperationDefinitionNode];
  const node = operation.selectionSet.selections[0] as FieldNode;
  const definition = (schema.getType(type) as GraphQLObjectType).getFields()[node.name.value]!;
  const touch = { field: `${type}.${node.name.value}`, definition, node, path: [], gates: [] };
  return [...touchedInputs(markings, touch, variables)].toSorted();
}

describe('the personal inputs that a field’s arguments touch', () => {
  test('are the arguments that are given, whatever their value', () => {
    expect(touched('member')).toEqual([]);
    expect(touched('member(seat: 1)')).toEqual([]);
    expect(touched('member(id: "a")')).toEqual(['Query.member(id:)']);
    expect(touched('member(id: null, seat: 3)')).toEqual(['Query.member(id:)']);
    expect(touched('member(seat: 3, born: "x", id: "a")')).toEqual(['Query.member(born:)', 'Query.member(id:)']);
  });

  test('are those of variables, if they have a value or null', () => {
    expect(touched('member(id: $id)', {})).toEqual([]);
    expect(touched('member(id: $id)', { id: 'a' })).toEqual(['Query.member(id:)']);
    expect(touched('member(id: $id)', { id: null })).toEqual(['Query.member(id:)']);
  });

  test('are an argument’s default', () => {
    expect(touched('byName')).toEqual(['Query.byName(name:)']);
    expect(touched('byName(name: $name)')).toEqual(['Query.byName(name:)']);
  });

  test('are input fields, however deep, through lists and non-null types', () => {
    expect(touched('members(filter: { seat: 1 })')).toEqual(['MemberFilter.email']);
    expect(touched('members(filter: { name: "x", email: null })')).toEqual(['MemberFilter.email', 'MemberFilter.name']);
    expect(touched('members(filter: { email: "x", and: [{ seat: 1 }, { and: [{ born: ["x"] }] }] })')).toEqual([
      'MemberFilter.born',
      'MemberFilter.email',
    ]);
    expect(touched('members(filter: $filter)', { filter: { beside: { seat: 1, among: { name: 'x' } } } })).toEqual(['MemberFilter.name']);
    expect(touched('members(filter: $filter)', { filter: { beside: { seat: 1, among: null }, and: null } })).toEqual([]);
    expect(touched('join(input: { name: "x" })', {}, 'Mutation')).toEqual(['MemberFilter.email', 'MemberFilter.name']);
  });

  test('are the fields of an input object that is coerced to a list of one', () => {
    expect(touched('members(filter: $filter)', { filter: { and: { name: 'x' } } })).toEqual(['MemberFilter.name']);
  });

  test('are input fields’ defaults', () => {
    expect(touched('members(filter: {})')).toEqual(['MemberFilter.email']);
    expect(touched('members(filter: { beside: {} })')).toEqual(['MemberFilter.email']);
    expect(touched('members(filter: { beside: { among: {} } })')).toEqual(['MemberFilter.email']);
  });

  test('are enum values that sort, under the name that the schema gives them', () => {
    expect(touched('members')).toEqual([]);
    expect(touched('members(orderBy: SEAT)')).toEqual([]);
    expect(touched('members(orderBy: NAME)')).toEqual(['MemberOrder.NAME']);
    expect(touched('members(orderBy: [[SEAT], [NAME, BIRTH]])')).toEqual(['MemberOrder.BIRTH', 'MemberOrder.NAME']);
    // Coerced variables hold the internal value.
    expect(touched('members(orderBy: $by)', { by: [['born']] })).toEqual(['MemberOrder.BIRTH']);
    expect(touched('members(orderBy: $by)', { by: [null] })).toEqual([]);
    expect(touched('members(orderBy: null)')).toEqual([]);
    expect(touched('members(filter: { email: "x", orders: [[BIRTH]] })')).toEqual(['MemberFilter.email', 'MemberOrder.BIRTH']);
  });

  test('are empty where nothing is personal', () => {
    expect(touched('plain(given: { seat: 1 })')).toEqual([]);
    expect(touched('me')).toEqual([]);
  });

  test('are unknown for an argument of the wrong form', () => {
    const refused = expect.objectContaining({ code: 'INPUT_INVALID', message: expect.not.stringContaining('secret') });
    expect(() => touched('members(first: "secret")')).toThrow(refused);
    expect(() => touched('byName(name: null)')).toThrow(refused);
    expect(() => touched('byName(name: null)')).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ reason: 'MISSING', coordinates: ['Query.byName'] }) }),
    );
    try {
      touched('members(orderBy: SECRET)');
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({ code: 'INPUT_INVALID', extensions: { coordinates: ['Query.members'] } });
    }
  });
});

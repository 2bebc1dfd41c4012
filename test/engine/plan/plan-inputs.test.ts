import { describe, expect, test } from '@jest/globals';
import { bind } from '../../../src/engine/plan/bind/bind.ts';
import { age, markings, desk, secretary, outlined, planned, federation, self, withheldOf } from './club-plan.ts';
import { access } from './small-club.ts';

describe('an input', () => {
  test('is read by filtering and sorting, so it needs a permit for every row', () => {
    const plan = planned('{ members(filter: { name: "x", born: ["y"], email: "z" }, orderBy: BIRTH) { totalCount } }', desk);
    expect(plan.inputs).toEqual(['MemberFilter.name', 'MemberFilter.born', 'MemberFilter.email', 'MemberOrder.BIRTH']);
    expect(plan.roots.get('Query.members')!.refusedInputs).toEqual(['MemberFilter.born', 'MemberFilter.email', 'MemberOrder.BIRTH']);
    expect(withheldOf(plan)).toEqual([
      'MemberFilter.born members RELATIONSHIP_REQUIRED',
      'MemberFilter.email members NO_GRANT',
      'MemberOrder.BIRTH members RELATIONSHIP_REQUIRED',
    ]);
  });

  test('is decided for the relationships that the field’s rows can have', () => {
    const filter = '{ members(filter: { name: "x", born: "y", email: null }) { totalCount } }';
    // All rows of a visit are about the served member; a row of the circle can be about a teammate.
    expect(planned(filter, age).roots.get('Query.members')!.refusedInputs).toEqual(['MemberFilter.name', 'MemberFilter.email']);
    expect(planned(filter, self).roots.get('Query.members')!.refusedInputs).toEqual([
      'MemberFilter.name',
      'MemberFilter.born',
      'MemberFilter.email',
    ]);
    expect(planned('{ byName { since } }', self).roots.get('Query.byName')!.refusedInputs).toEqual([]);
  });

  test('is decided by what the authority names', () => {
    expect(planned('{ byName { since } }', federation).roots.get('Query.byName')!.refusedInputs).toEqual([]);
    const unnamed = access('FEDERATION', 'COMPETITION', ['EMAIL']);
    expect(planned('{ byName { since } }', unnamed).roots.get('Query.byName')!.refusedInputs).toEqual(['Query.byName(name:)']);
  });

  test('that only picks among the rows of its field is permitted there', () => {
    expect(planned('{ member(id: "a") { since } }', age)).toMatchObject({
      inputs: ['Query.member(id:)'],
      roots: new Map([['Query.member', { refusedInputs: [] }]]),
    });
    // Not every person's existence may be disclosed here, and an identifier reveals nothing about other people.
    const picking = planned('{ member(id: "a", born: "x") { since } }', secretary);
    expect(picking.roots.get('Query.member')!.refusedInputs).toEqual(['Query.member(born:)']);
    const closed = planned('{ member(id: "a") { since } }', self);
    expect(closed.roots.get('Query.member')).toEqual({ line: undefined, refusedInputs: ['Query.member(id:)'] });
    expect(withheldOf(closed)).toContain('Query.member(id:) member NO_GRANT');
  });

  test('of a mutation is not read', () => {
    const join = 'mutation { join(input: { born: "x", email: "y" }) { since } }';
    expect(planned(join, self)).toMatchObject({ inputs: ['MemberFilter.born', 'MemberFilter.email'], mutation: true });
    expect(planned(join, self).roots.get('Mutation.join')!.refusedInputs).toEqual([]);
    expect(withheldOf(planned(join, self))).toEqual(['Member join RELATIONSHIP_REQUIRED']);
    // The principal can give a value that it may never see.
    expect(planned(join, secretary).roots.get('Mutation.join')!.refusedInputs).toEqual([]);
    expect(withheldOf(planned(join, secretary))).toEqual(['Member join RELATIONSHIP_REQUIRED']);
    const closed = planned('mutation { leave(born: "x") }', desk);
    expect(closed.roots.get('Mutation.leave')).toEqual({ line: undefined, refusedInputs: ['Mutation.leave(born:)'] });
    expect(withheldOf(closed)).toEqual(['Mutation.leave(born:) leave NO_GRANT']);
  });

  test('of a mutation that compares it is read', () => {
    const join = 'mutation { join(input: { born: "x" }, ifEmail: "y") { since } }';
    expect(planned(join, self).roots.get('Mutation.join')!.refusedInputs).toEqual([]);
    expect(planned(join, secretary).roots.get('Mutation.join')!.refusedInputs).toEqual(['Mutation.join(ifEmail:)']);
    expect(withheldOf(planned(join, secretary))).toContain('Mutation.join(ifEmail:) join NO_GRANT');
  });

  test('of a field below the root has no line that permits it', () => {
    const plan = planned('{ me { friends(order: NAME) { since } } }', self);
    expect(plan.inputs).toEqual(['MemberOrder.NAME']);
    expect(withheldOf(plan)).toContain('MemberOrder.NAME me.friends NO_GRANT');
    // Nothing could refuse an input below the root, so the root field above it is refused.
    expect([...plan.roots.values()].flatMap(({ refusedInputs }) => refusedInputs)).toEqual(['MemberOrder.NAME']);
    expect([...plan.roots.keys()]).toEqual(['Query.me']);
  });

  test('counts with variables and defaults, and each use of a field adds to its refused inputs', () => {
    const text =
      'query($f: MemberFilter = { born: ["x"], email: null }) { a: members(filter: $f) { totalCount } b: members(orderBy: BIRTH) { totalCount } }';
    const plan = planned(text, desk);
    expect(plan.roots.get('Query.members')!.refusedInputs).toEqual(['MemberFilter.born', 'MemberFilter.email', 'MemberOrder.BIRTH']);
    expect(withheldOf(plan)).toEqual([
      'MemberFilter.born a RELATIONSHIP_REQUIRED',
      'MemberFilter.email a NO_GRANT',
      'MemberOrder.BIRTH b RELATIONSHIP_REQUIRED',
    ]);
    expect(plan.variables['f']).toEqual({ born: ['x'], email: null, orders: [] });
    expect(planned(text, desk, { f: { name: 'x' } }).roots.get('Query.members')!.refusedInputs).toEqual([
      'MemberFilter.email',
      'MemberOrder.BIRTH',
    ]);
  });

  test('of the wrong form makes no plan', () => {
    const from = outlined('query($n: String!) { byName(name: $n) { since } }', self);
    expect(() => bind(markings, from, { n: null })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

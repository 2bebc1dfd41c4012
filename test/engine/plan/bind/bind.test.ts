import { describe, expect, test } from '@jest/globals';
import { bind } from '../../../../src/engine/plan/bind/bind.ts';
import { age, askedOf, belowOf, markings, desk, fieldsOf, outlined, planned, self, withheldOf } from '../club-plan.ts';
import { smallPolicy, access } from '../small-club.ts';

describe('each output', () => {
  const everything = '{ member { id name born email password since } }';

  test('is permitted, withheld, or waits for the relationship', () => {
    const plan = planned(everything, desk);
    expect(askedOf(plan)).toEqual(['Member', 'Member.id', 'Member.name', 'Member.born']);
    expect(withheldOf(plan)).toEqual([
      'Member.born member.born RELATIONSHIP_REQUIRED',
      'Member.email member.email NO_GRANT',
      'Member.password member.password PROHIBITED',
    ]);
    expect(fieldsOf(plan, 'Member')).toEqual(['id', 'name', 'born', 'since']);
    expect(belowOf(plan)).toEqual({
      'Query.member': ['Member.id', 'Member.name', 'Member.born', 'Member.email', 'Member.password', 'Member'],
    });
    expect(plan.personal).toBe(true);
  });

  test('is withheld outside the fields that a token names', () => {
    const at = { ...desk, limits: { coordinates: new Set(['Member.name']) } };
    expect(withheldOf(planned('{ member { id name desk { number } born } }', at))).toEqual(['Member.born member.born NOT_IN_TOKEN']);
  });

  test('is withheld without a purpose', () => {
    const plan = planned('{ me { name since } }', access('MEMBER', undefined));
    expect(withheldOf(plan)).toEqual(['Member.name me.name PURPOSE_REQUIRED', 'Member me PURPOSE_REQUIRED']);
    expect([askedOf(plan), fieldsOf(plan, 'Member'), plan.personal]).toEqual([[], ['since'], true]);
  });

  test('is listed once for each place, whichever field leads there', () => {
    const plan = planned('{ one: member { born ... on Member { born } } two: member { born again: born } }', desk);
    expect(withheldOf(plan)).toEqual([
      'Member.born one.born RELATIONSHIP_REQUIRED',
      'Member.born two.born RELATIONSHIP_REQUIRED',
      'Member.born two.again RELATIONSHIP_REQUIRED',
    ]);
    // Places whose concatenated names are equal are two places.
    expect(withheldOf(planned('{ a: member { bc: born } ab: member { c: born } }', desk))).toEqual([
      'Member.born a.bc RELATIONSHIP_REQUIRED',
      'Member.born ab.c RELATIONSHIP_REQUIRED',
    ]);
    // Two coordinates at one place are two items.
    expect(withheldOf(planned('{ beings { nearest { name } } }', age))).toEqual([
      'Member.name beings.*.*.nearest.name NO_GRANT',
      'Visitor.name beings.*.*.nearest.name NO_GRANT',
      'Member beings.*.* RELATIONSHIP_REQUIRED',
      'Member beings.*.*.nearest RELATIONSHIP_REQUIRED',
    ]);
  });

  test('is below the field that leads to it, on each concrete type', () => {
    const plan = planned('{ beings { name ... on Visitor { badge } nearest { name } } }', desk);
    expect(belowOf(plan)).toEqual({
      'Query.beings': ['Member.name', 'Visitor.name', 'Visitor.badge', 'Member'],
      'Member.nearest': ['Member.name', 'Visitor.name', 'Member'],
      'Visitor.nearest': ['Member.name', 'Visitor.name', 'Member'],
    });
    expect(fieldsOf(plan, 'Member')).toEqual(['name', 'nearest']);
    expect(fieldsOf(plan, 'Visitor')).toEqual(['name', 'nearest']);
    expect(withheldOf(plan)).toEqual(['Visitor.badge beings.*.*.badge NO_GRANT']);
  });

  test('has fields to fetch on impersonal types too, and none on a type that is not asked for', () => {
    const plan = planned('{ me { desk { number place { street } } } }', self);
    expect([fieldsOf(plan, 'Desk'), fieldsOf(plan, 'Place'), fieldsOf(plan, 'Visitor')]).toEqual([['number', 'place'], ['street'], []]);
    expect(plan.fieldsOf('Nobody')).toEqual(new Set());
    expect(plan.fieldsOf('Desk', 'Place')).toEqual(new Set(['number', 'place', 'street']));
    expect(plan.fieldsOf('Desk')).toBe(plan.fieldsOf('Desk'));
    expect(belowOf(plan)).toEqual({ 'Query.me': ['Member'] });
  });

  test('is not fetched if it is withheld whatever the relationship, and neither are the fields below it', () => {
    const plan = planned('{ member { friends { name } } }', age);
    expect(fieldsOf(plan, 'Member')).toEqual([]);
    expect(withheldOf(plan)).toContain('Member.friends member.friends NO_GRANT');
    expect(fieldsOf(planned('{ member { friends { name } } }', desk), 'Member')).toEqual(['friends', 'name']);
  });

  test('is null for every request of the outline if it is withheld whatever the relationship', () => {
    const text = '{ member { name friends { name } desk { number } } }';
    expect(planned(text, age).standing.nullFields).toEqual(new Set(['Member.name', 'Member.friends']));
    expect(planned(text, desk).standing.nullFields).toEqual(new Set());
    const made = outlined(text, age);
    expect(bind(markings, made, {}).standing).toBe(made.standing);
  });
});

describe('what is visible of a data subject', () => {
  test('are the permits of its relationship, at the coordinates that are asked for', () => {
    const plan = planned('{ member { name email } }', desk);
    const permits = Uint8Array.from({ length: markings.size }, () => 1);
    const visible = plan.visible(permits);
    expect([...markings.outputs.values()].filter(({ index }) => visible[index]).map(({ coordinate }) => coordinate)).toEqual([
      'Member',
      'Member.name',
    ]);
    expect([...plan.visible(new Uint8Array(markings.size))]).toEqual(Array.from({ length: markings.size }, () => 0));
    // A coordinate that the plan does not know is not visible.
    expect([...plan.visible(Uint8Array.from({ length: markings.size + 2 }, () => 1))].slice(-2)).toEqual([0, 0]);
  });

  test('is computed once for each permit table', () => {
    const plan = planned('{ member { name } }', desk);
    const [seen, hidden] = [plan.permitTable('DESK', []), plan.permitTable('SELF', [])];
    expect(plan.visible(seen)).toBe(plan.visible(seen));
    expect(plan.visible(seen)).not.toBe(plan.visible(hidden));
    expect(plan.visible(seen)[markings.outputs.get('Member.name')!.index]).toBe(1);
    expect(plan.visible(hidden)).not.toContain(1);
  });
});

describe('a gate', () => {
  const gated = `query($yes: Boolean!, $no: Boolean = false) {
    me { name @include(if: $yes) email @skip(if: $yes) ... @include(if: $no) { born @include(if: $yes) } }
    notice @include(if: $no) { number }
  }`;

  test('opens by the request’s variables and their defaults', () => {
    const plan = planned(gated, self, { yes: true });
    expect(askedOf(plan)).toEqual(['Member', 'Member.name']);
    expect(withheldOf(plan)).toEqual([]);
    expect(fieldsOf(plan, 'Member')).toEqual(['name']);
    expect([...plan.roots.keys()]).toEqual(['Query.me']);
    expect(askedOf(planned(gated, self, { yes: true, no: true }))).toEqual(['Member', 'Member.name', 'Member.born']);
    expect(askedOf(planned(gated, self, { yes: false, no: true }))).toEqual(['Member', 'Member.email']);
    expect([...planned(gated, self, { yes: false, no: true }).roots.keys()]).toEqual(['Query.me', 'Query.notice']);
  });

  test('is refused if its variable has no value, since it is not known whether it is open', () => {
    const optional = 'query($maybe: Boolean! = false) { me { name @include(if: $maybe) email @skip(if: $maybe) } }';
    expect(askedOf(bind(markings, outlined(optional, self), { maybe: false }))).toEqual(['Member', 'Member.email']);
    for (const variables of [{}, { maybe: null }]) {
      expect(() => bind(markings, outlined(optional, self), variables)).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          extensions: expect.objectContaining({ coordinates: ['$maybe'], expected: { $maybe: 'Boolean!' } }),
        }),
      );
    }
  });

  test('removes its field when it is closed: a leaf, an object with all fields below it, or a root field', () => {
    const shown = (text: string): unknown[] =>
      [true, false].map((a) => {
        const plan = planned(`query($a: Boolean!) ${text}`, desk, { a });
        return [[...plan.roots.keys()].join(), fieldsOf(plan, 'Member').join(), askedOf(plan).join(), plan.personal];
      });
    expect(shown('{ member { since name @include(if: $a) } }')).toEqual([
      ['Query.member', 'since,name', 'Member,Member.name', true],
      ['Query.member', 'since', 'Member', true],
    ]);
    expect(shown('{ notice { number } member @skip(if: $a) { name } }')).toEqual([
      ['Query.notice', '', '', false],
      ['Query.notice,Query.member', 'name', 'Member,Member.name', true],
    ]);
    expect(shown('{ member @include(if: $a) { __typename } }')).toEqual([
      ['Query.member', '', 'Member', true],
      ['', '', '', false],
    ]);
    expect(shown('{ counted @include(if: $a) }')).toEqual([
      ['Query.counted', '', '', true],
      ['', '', '', false],
    ]);
  });

  test('that depends on no variable leaves the outputs the same for every request', () => {
    const from = outlined('{ me { name @include(if: true) born @skip(if: true) } }', self);
    expect(from.ungated).toBeDefined();
    const [one, other] = [bind(markings, from, {}), bind(markings, from, { other: 1 })];
    expect([other.asked, other.below, other.visible, other.noFields]).toEqual([one.asked, one.below, one.visible, one.noFields]);
    expect(other.asked).toBe(one.asked);
    expect(askedOf(one)).toEqual(['Member', 'Member.name']);
  });

  test('removes the arguments of its field when it is closed', () => {
    const text = 'query($a: Boolean!) { byName(name: "x") @include(if: $a) { since } }';
    expect(planned(text, self, { a: true }).inputs).toEqual(['Query.byName(name:)']);
    expect(planned(text, self, { a: false }).inputs).toEqual([]);
  });
});

test('a plan holds the inputs that it was made from', () => {
  const text = 'query($n: Int = 3) { members(first: $n) { totalCount } }';
  const plan = planned(text, desk);
  expect(plan).toMatchObject({ policy: smallPolicy, access: desk, mutation: false, introspection: false, variables: { n: 3 } });
  expect(plan.policy).toBe(smallPolicy);
  expect(plan.permitTable('NONE', [])[markings.outputs.get('Member.name')!.index]).toBe(1);
  expect(plan.noFields.fields).toEqual([]);
  expect(planned('{ __schema { types { name } } }', desk).introspection).toBe(true);
  expect(planned('mutation { leave }', self).mutation).toBe(true);
});

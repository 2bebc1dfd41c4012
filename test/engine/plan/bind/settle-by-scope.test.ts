import { describe, expect, test } from '@jest/globals';
import { age, desk, secretary, planned, self, withheldOf } from '../club-plan.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { smallPolicy } from '../small-club.ts';

describe('a place whose data subject is that of the root field’s row', () => {
  test('is not reported where the scope permits it', () => {
    expect(withheldOf(planned('{ me { id name born email } }', self))).toEqual([]);
    expect(withheldOf(planned('{ member { id born } }', age))).toEqual([]);
    // Connections and edges have no data subject.
    expect(withheldOf(planned('{ members { totalCount edges { node { id born } } } }', age))).toEqual([]);
  });

  test('is withheld for certain where no relationship of the scope permits it', () => {
    expect(withheldOf(planned('{ me { password } }', self))).toEqual(['Member.password me.password PROHIBITED']);
    // Some relationship of the role would permit both, but none that a row of this field can have.
    const policy = withGrant({ relationship: 'TEAM', categories: ['BADGE'] });
    expect(withheldOf(planned('{ me { badge { badge } } }', self, {}, policy))).toEqual(['Visitor.badge me.badge.badge NO_GRANT']);
  });

  test('depends on the relationship where the scope has some that permit it and some that do not', () => {
    expect(withheldOf(planned('{ members { edges { node { born } } } }', self))).toEqual([
      'Member.born members.edges.*.node.born RELATIONSHIP_REQUIRED',
      'Member members.edges.*.node RELATIONSHIP_REQUIRED',
    ]);
    expect(withheldOf(planned('{ member { born } }', desk))).toEqual(['Member.born member.born RELATIONSHIP_REQUIRED']);
  });

  test('is settled by the scope of its own root field, whatever those of others say', () => {
    const ofMembers = ['Member.born members.edges.*.node.born RELATIONSHIP_REQUIRED', 'Member members.edges.*.node RELATIONSHIP_REQUIRED'];
    expect(withheldOf(planned('{ me { born } members { edges { node { born } } } }', self))).toEqual(ofMembers);
    expect(withheldOf(planned('{ members { edges { node { born } } } me { born } }', self))).toEqual(ofMembers);
  });

  test('stays that person where the schema says so, and nowhere else', () => {
    expect(withheldOf(planned('{ me { badge { name } } }', self))).toEqual([]);
    expect(withheldOf(planned('{ me { friends { name } } }', self))).toEqual([
      'Member.name me.friends.*.name RELATIONSHIP_REQUIRED',
      'Member me.friends.* RELATIONSHIP_REQUIRED',
    ]);
    expect(withheldOf(planned('{ me { friends { badge { name } } } }', self))).toContain(
      'Visitor.name me.friends.*.badge.name RELATIONSHIP_REQUIRED',
    );
    expect(withheldOf(planned('{ me { nearest { name } } }', self))).toContain('Member.name me.nearest.name RELATIONSHIP_REQUIRED');
  });

  test('is not settled by the scope of a change, which can change the relationship', () => {
    expect(withheldOf(planned('mutation { join(input: {}) { name } }', self))).toEqual([
      'Member.name join.name RELATIONSHIP_REQUIRED',
      'Member join RELATIONSHIP_REQUIRED',
    ]);
  });

  test('is reported as before below a root field that is closed', () => {
    expect(withheldOf(planned('{ me { name } }', secretary))).toEqual([
      'Member.name me.name RELATIONSHIP_REQUIRED',
      'Member me RELATIONSHIP_REQUIRED',
    ]);
  });
});

function withGrant(more: Pick<Policy['grants'][number], 'relationship' | 'categories'>): Policy {
  const line = { line: 'more', role: 'MEMBER', purpose: 'OWN_AFFAIRS', clause: 'access', ...more } as const;
  return { ...smallPolicy, grants: [...smallPolicy.grants, line] };
}

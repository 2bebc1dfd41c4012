import { describe, expect, test } from '@jest/globals';
import { readComparedMarkings } from '../../../src/cli/policy/diff/read-compared-markings.ts';
import { sentenceOf } from '../../../src/engine/review/compare/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { clubPolicy } from '../club/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { withGrant, withProhibition, withRootLine } from '../club/changed-policy.ts';
import type { RowScope } from '../../../src/engine/register.ts';
import { clubSources } from '../club/club.ts';
import { allScopes, vocabulary } from '../club/vocabulary.ts';

const markings = readComparedMarkings(clubSources());
const sentences = (after: Policy, before: Policy = clubPolicy): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(vocabulary, change)}`);

describe('root fields', () => {
  test('a role that may enter for one more purpose is reported with its filters', () => {
    const opened = withRootLine('COACH', 'COACHING', 'Query.members', (line) => ({
      ...line,
      fields: [...line.fields, 'Query.doorVisits'],
    }));
    expect(sentences(opened)).toEqual([
      'REVEALS A coach, for giving a lesson, may now enter Query.doorVisits, for the rows of the trainee: clause coaching.',
    ]);
    const closed = withRootLine('COACH', 'COACHING', 'Query.members', () => undefined);
    expect(sentences(closed)).toEqual([
      expect.stringMatching(/^HIDES A coach, .+ may no longer enter Query\.member, for the rows of the trainee: /),
      expect.stringMatching(
        /^HIDES .+ may no longer enter Query\.members, for .+, and filter by MemberFilter\.familyName, .*MemberFilter\.email/,
      ),
    ]);
  });

  test('a change that opens is reported with the inputs that it compares, and not with those that it writes', () => {
    const without = withRootLine('MEMBER', 'OWN_AFFAIRS', 'Mutation.updateContact', (line) => ({
      ...line,
      fields: line.fields.filter((field) => field !== 'Mutation.updateContact'),
    }));
    const [sentence, ...others] = sentences(clubPolicy, without);
    expect(others).toEqual([]);
    expect(sentence).toMatch(/^REVEALS A member, .+ may now enter Mutation\.updateContact, .+, and filter by ContactInput\.ifEmail\b/);
    expect(sentence).not.toContain('ContactInput.email');
  });

  test('changing the rows from the visit’s to all reveals, the reverse hides; their filters are reported', () => {
    const wider = withRootLine('RECEPTIONIST', 'DUES', 'Query.members', (line) => ({
      ...line,
      scope: 'ALL',
      purposes: ['DUES'],
    }));
    const narrower = withRootLine('RECEPTIONIST', 'DUES', 'Query.members', (line) => ({ ...line, purposes: ['DUES'] }));
    const kinds = (after: Policy, before: Policy) =>
      compare({ policy: before, markings }, { policy: after, markings }).map(({ kind, effect }) => `${effect} ${kind}`);
    expect(kinds(wider, narrower)).toEqual(['REVEALS ROWS', 'REVEALS ROWS', 'HIDES FILTERING']);
    expect(kinds(narrower, wider)).toEqual(['HIDES ROWS', 'HIDES ROWS', 'REVEALS FILTERING']);
    // Neither scope contains the other's rows.
    const sideways = withRootLine('RECEPTIONIST', 'DUES', 'Query.members', (line) => ({
      ...line,
      scope: 'INQUIRY',
      purposes: ['DUES'],
    }));
    expect(kinds(sideways, narrower).filter((kind) => kind.endsWith('ROWS'))).toEqual([
      'REVEALS ROWS',
      'HIDES ROWS',
      'REVEALS ROWS',
      'HIDES ROWS',
    ]);
  });

  test('a field that no longer needs a fresh proof reveals, and one that does now hides', () => {
    const without = withRootLine('SECRETARY', 'LICENSING', 'Mutation.approveSquad', ({ freshProof: _proof, ...line }) => ({
      ...line,
      fields: ['Mutation.approveSquad'],
    }));
    const withProof = withRootLine('SECRETARY', 'LICENSING', 'Mutation.approveSquad', (line) => ({
      ...line,
      fields: ['Mutation.approveSquad'],
    }));
    const end = 'enter Mutation.approveSquad without a fresh proof of who asks: clause federation.';
    expect(sentences(without, withProof)).toEqual([expect.stringMatching(/^REVEALS .+ may now /)]);
    expect(sentences(withProof, without)).toEqual([expect.stringMatching(/^HIDES .+ may no longer /)]);
    for (const [sentence] of [sentences(without, withProof), sentences(withProof, without)]) expect(sentence).toContain(end);
  });

  describe('a scope with which entering is not logged', () => {
    const scoped = (role: 'RECEPTIONIST' | 'MEMBER' | 'SECRETARY', purpose: string, field: string, scope: RowScope): Policy =>
      withRootLine(role, purpose, field, (line) => ({ ...line, fields: [field], scope }));
    const desk = (scope: RowScope) => scoped('RECEPTIONIST', 'RECEPTION', 'Query.members', scope);

    test('reveals that entering is no longer logged, although the rows are the same', () => {
      expect(sentences(desk('QUEUE'), desk('ALL'))).toEqual([
        'REVEALS A receptionist, for serving at the desk, may now enter Query.members for the rows of the queue, until now for all rows, and entering alone is no longer logged; what is read there would no longer be in the access log: clause access.',
      ]);
      // In the reverse direction, entering is logged again and nothing new is shown.
      expect(sentences(desk('ALL'), desk('QUEUE'))).toEqual([]);
    });

    test.each(['SELF', 'CARE', 'CIRCLE', 'DESK', 'TRAINEE', 'INQUIRY', 'SQUAD'] as const)(
      'is revealed as a change from %s, in addition to the added rows',
      (scope) => {
        const kinds = (to: RowScope) =>
          compare({ policy: desk(scope), markings }, { policy: desk(to), markings })
            .filter(({ kind }) => kind !== 'FILTERING')
            .map(({ kind, effect }) => `${effect} ${kind}`);
        expect(kinds('QUEUE')).toEqual(['REVEALS LOGGING', 'REVEALS ROWS']);
        expect(kinds('OPEN')).toEqual(['REVEALS LOGGING']);
        expect(kinds('ALL')).toEqual(['REVEALS ROWS']);
      },
    );

    test('does not matter for a mutation, which is always logged', () => {
      const assigning = (scope: RowScope) => scoped('SECRETARY', 'INQUIRIES', 'Mutation.assignInquiry', scope);
      expect(sentences(assigning('QUEUE'), assigning('ALL'))).toEqual([]);
    });

    test('a change of rows never has the same sentence as a revelation and as a hiding', () => {
      const scopes = allScopes;
      for (const from of scopes) {
        for (const to of scopes) {
          const changes = compare({ policy: desk(from), markings }, { policy: desk(to), markings });
          const sentencesOf = (effect: string) =>
            changes.filter((change) => change.effect === effect).map((change) => sentenceOf(vocabulary, change));
          expect(sentencesOf('REVEALS').filter((sentence) => sentencesOf('HIDES').includes(sentence))).toEqual([]);
          if (to === 'OPEN') expect(changes.filter(({ kind, effect }) => kind === 'ROWS' && effect === 'HIDES')).toEqual([]);
        }
      }
    });
  });

  test('a field that no longer needs a category opens without an authority that names it', () => {
    const { needs, ...rest } = clubPolicy.rootFields.find((line) => line.needs === 'TRAINING')!;
    expect(needs).toBe('TRAINING');
    const after = { ...clubPolicy, rootFields: clubPolicy.rootFields.map((line) => (line.needs === needs ? rest : line)) };
    expect(sentences(after)).toEqual([
      'REVEALS The federation, for running a competition, may now enter Query.lesson, for the rows of the squad unless the authority names the training notes: clause federation.',
      'REVEALS The federation, for running a competition, may now enter Query.lessons, for the rows of the squad unless the authority names the training notes: clause federation.',
    ]);
  });

  test('an input that becomes usable as a filter is reported, even if no field becomes visible', () => {
    const protectedByNothing = withProhibition('unlisted', () => undefined);
    expect(sentences(protectedByNothing)).toContainEqual(
      expect.stringMatching(/^REVEALS A secretary, .+ may now filter, sort or page Query\.members by .*MemberFilter\.locality/),
    );
    // The same for an authority that names only this category.
    const unconditional = withGrant('federation-categories', ({ when: _when, ...grant }) => grant);
    expect(sentences(unconditional)).toContainEqual(
      expect.stringMatching(
        /^REVEALS The federation, .+ filter, sort or page Query\.members by MemberFilter\.birthDate.* unless the authority names the birth date: /,
      ),
    );
  });

  test('a line for ANYBODY is for every role, with any purpose or none', () => {
    const closed = {
      ...clubPolicy,
      rootFields: clubPolicy.rootFields.filter(({ fields }) => !fields.includes('Query.houseRules')),
    };
    expect(sentences(closed)).toEqual([
      'HIDES Everybody, for any purpose or none, may no longer enter Query.houseRules, for everything, since nothing in it is personal: clause openness.',
    ]);
  });
});

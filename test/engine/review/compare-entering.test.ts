import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { readMarkings } from '../../../src/cli/policy/diff/read-markings.ts';
import { schemaSources } from '../../../src/town/graphql/schema-sources.ts';
import { RowScope } from '../../../src/town/graphql/generated/schema.ts';
import { sentenceOf } from '../../../src/engine/review/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';
import { withGrant, withProhibition, withRootLine } from '../../helpers/changed-policy.ts';

const markings = readMarkings(schemaSources());
const sentences = (after: Policy, before: Policy = policyInForce): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(vocabulary, change)}`);

describe('root fields', () => {
  test('a role that may enter for one more purpose is reported with its filters', () => {
    const opened = withRootLine('SUPPORT', 'CUSTOMER_SUPPORT', 'Query.residents', (line) => ({
      ...line,
      fields: [...line.fields, 'Query.webVisits'],
    }));
    expect(sentences(opened)).toEqual([
      'REVEALS An employee of the helpdesk, for helping with a question to the helpdesk, may now enter Query.webVisits, for the rows of the assigned ticket: clause helpdesk.',
    ]);
    const closed = withRootLine('SUPPORT', 'CUSTOMER_SUPPORT', 'Query.residents', () => undefined);
    expect(sentences(closed)).toEqual([
      expect.stringMatching(
        /^HIDES An employee of the helpdesk, .+ may no longer enter Query\.resident, for the rows of the assigned ticket: /,
      ),
      expect.stringMatching(
        /^HIDES .+ may no longer enter Query\.residents, for .+, and filter by ResidentFilter\.familyName, .*ResidentFilter\.email/,
      ),
    ]);
  });

  test('changing the rows from the encounter’s to all reveals, the reverse hides; their filters are reported', () => {
    const wider = withRootLine('CUSTOMER_SERVICE', 'PAYMENT', 'Query.residents', (line) => ({
      ...line,
      scope: 'ALL',
      purposes: ['PAYMENT'],
    }));
    const narrower = withRootLine('CUSTOMER_SERVICE', 'PAYMENT', 'Query.residents', (line) => ({ ...line, purposes: ['PAYMENT'] }));
    const kinds = (after: Policy, before: Policy) =>
      compare({ policy: before, markings }, { policy: after, markings }).map(({ kind, effect }) => `${effect} ${kind}`);
    expect(kinds(wider, narrower)).toEqual(['REVEALS ROWS', 'REVEALS ROWS', 'HIDES FILTERING']);
    expect(kinds(narrower, wider)).toEqual(['HIDES ROWS', 'HIDES ROWS', 'REVEALS FILTERING']);
    // Neither scope contains the other's rows.
    const sideways = withRootLine('CUSTOMER_SERVICE', 'PAYMENT', 'Query.residents', (line) => ({
      ...line,
      scope: 'OPEN_REQUEST',
      purposes: ['PAYMENT'],
    }));
    expect(kinds(sideways, narrower).filter((kind) => kind.endsWith('ROWS'))).toEqual([
      'REVEALS ROWS',
      'HIDES ROWS',
      'REVEALS ROWS',
      'HIDES ROWS',
    ]);
  });

  test('a field that no longer needs a fresh proof reveals, and one that does now hides', () => {
    const without = withRootLine(
      'PRIVACY_OFFICER',
      'MANDATE_ADMINISTRATION',
      'Mutation.approveSeal',
      ({ freshProof: _proof, ...line }) => ({
        ...line,
        fields: ['Mutation.approveSeal'],
      }),
    );
    const withProof = withRootLine('PRIVACY_OFFICER', 'MANDATE_ADMINISTRATION', 'Mutation.approveSeal', (line) => ({
      ...line,
      fields: ['Mutation.approveSeal'],
    }));
    const end = 'enter Mutation.approveSeal without a fresh proof of who asks: clause police.';
    expect(sentences(without, withProof)).toEqual([expect.stringMatching(/^REVEALS .+ may now /)]);
    expect(sentences(withProof, without)).toEqual([expect.stringMatching(/^HIDES .+ may no longer /)]);
    for (const [sentence] of [sentences(without, withProof), sentences(withProof, without)]) expect(sentence).toContain(end);
  });

  describe('a scope with which entering is not logged', () => {
    const scoped = (role: 'CUSTOMER_SERVICE' | 'RESIDENT' | 'PRIVACY_OFFICER', purpose: string, field: string, scope: RowScope): Policy =>
      withRootLine(role, purpose, field, (line) => ({ ...line, fields: [field], scope }));
    const counter = (scope: RowScope) => scoped('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'Query.residents', scope);

    test('reveals that entering is no longer logged, although the rows are the same', () => {
      expect(sentences(counter('QUEUE'), counter('ALL'))).toEqual([
        'REVEALS A clerk of customer service, for providing a requested service, may now enter Query.residents for the rows of the queue, until now for all rows, and entering alone is no longer logged; what is read there would no longer be in the access log: clause access.',
      ]);
      // In the reverse direction, entering is logged again and nothing new is shown.
      expect(sentences(counter('ALL'), counter('QUEUE'))).toEqual([]);
    });

    test.each(['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'] as const)(
      'is revealed as a change from %s, in addition to the added rows',
      (scope) => {
        const kinds = (to: RowScope) =>
          compare({ policy: counter(scope), markings }, { policy: counter(to), markings })
            .filter(({ kind }) => kind !== 'FILTERING')
            .map(({ kind, effect }) => `${effect} ${kind}`);
        expect(kinds('QUEUE')).toEqual(['REVEALS LOGGING', 'REVEALS ROWS']);
        expect(kinds('OPEN')).toEqual(['REVEALS LOGGING']);
        expect(kinds('ALL')).toEqual(['REVEALS ROWS']);
      },
    );

    test('does not matter for a mutation, which is always logged', () => {
      const assigning = (scope: RowScope) => scoped('PRIVACY_OFFICER', 'RIGHTS_FULFILMENT', 'Mutation.assignRequest', scope);
      expect(sentences(assigning('QUEUE'), assigning('ALL'))).toEqual([]);
    });

    test('a change of rows never has the same sentence as a revelation and as a hiding', () => {
      const scopes = Object.values(RowScope);
      for (const from of scopes) {
        for (const to of scopes) {
          const changes = compare({ policy: counter(from), markings }, { policy: counter(to), markings });
          const sentencesOf = (effect: string) =>
            changes.filter((change) => change.effect === effect).map((change) => sentenceOf(vocabulary, change));
          expect(sentencesOf('REVEALS').filter((sentence) => sentencesOf('HIDES').includes(sentence))).toEqual([]);
          if (to === 'OPEN') expect(changes.filter(({ kind, effect }) => kind === 'ROWS' && effect === 'HIDES')).toEqual([]);
        }
      }
    });
  });

  test('a field that no longer needs a category opens without a mandate that names it', () => {
    const { needs, ...rest } = policyInForce.rootFields.find((line) => line.needs === 'SUPPORT_HISTORY')!;
    expect(needs).toBe('SUPPORT_HISTORY');
    const after = { ...policyInForce, rootFields: policyInForce.rootFields.map((line) => (line.needs === needs ? rest : line)) };
    expect(sentences(after)).toEqual([
      'REVEALS Law enforcement, for complying with a legal demand, may now enter Query.ticket, for the rows of the mandate unless the authority names the support history: clause police.',
      'REVEALS Law enforcement, for complying with a legal demand, may now enter Query.tickets, for the rows of the mandate unless the authority names the support history: clause police.',
    ]);
  });

  test('an input that becomes usable as a filter is reported, even if no field becomes visible', () => {
    const protectedByNothing = withProhibition('address-protection', () => undefined);
    expect(sentences(protectedByNothing)).toContainEqual(
      expect.stringMatching(/^REVEALS A privacy officer, .+ may now filter, sort or page Query\.residents by .*ResidentFilter\.locality/),
    );
    // The same for a mandate that names only this category.
    const unconditional = withGrant('order-categories', ({ when: _when, ...grant }) => grant);
    expect(sentences(unconditional)).toContainEqual(
      expect.stringMatching(
        /^REVEALS Law enforcement, .+ filter, sort or page Query\.residents by ResidentFilter\.birthDate.* unless the authority names the birth date: /,
      ),
    );
  });

  test('a line for ANYBODY is for every role, with any purpose or none', () => {
    const closed = {
      ...policyInForce,
      rootFields: policyInForce.rootFields.filter(({ fields }) => !fields.includes('Query.privacyStatement')),
    };
    expect(sentences(closed)).toEqual([
      'HIDES Everybody, for any purpose or none, may no longer enter Query.privacyStatement, for everything, since nothing in it is personal: clause changes.',
    ]);
  });
});

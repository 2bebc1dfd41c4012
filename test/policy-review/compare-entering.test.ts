import { describe, expect, test } from '@jest/globals';
import { readMarkings } from '../../src/cli/privacy/diff/read-markings.ts';
import { schemaSources } from '../../src/gateway/schema-sources.ts';
import { RowScope } from '../../src/generated/schema.ts';
import { sentenceOf } from '../../src/policy-review/compare/sentence.ts';
import { compare } from '../../src/policy-review/compare.ts';
import { policyInForce, type Policy } from '../../src/policy/policy.ts';
import { withGrant, withProhibition, withRootLine } from '../helpers/changed-policy.ts';

const markings = readMarkings(schemaSources());
const told = (after: Policy, before: Policy = policyInForce): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(change)}`);

describe('root fields', () => {
  test('a role that may enter for one more purpose is reported with its filters', () => {
    const opened = withRootLine('SUPPORT', 'CUSTOMER_SUPPORT', 'Query.residents', (line) => ({
      ...line,
      fields: [...line.fields, 'Query.webVisits'],
    }));
    expect(told(opened)).toEqual([
      'REVEALS An employee of the helpdesk, for helping with a question to the helpdesk, may now enter Query.webVisits, for the rows of the assigned ticket: clause helpdesk.',
    ]);
    const closed = withRootLine('SUPPORT', 'CUSTOMER_SUPPORT', 'Query.residents', () => undefined);
    expect(told(closed)).toEqual([
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
    // Neither holds the other's rows.
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

  describe('a scope with which entering is not logged', () => {
    const scoped = (role: 'CUSTOMER_SERVICE' | 'RESIDENT' | 'PRIVACY_OFFICER', purpose: string, field: string, scope: RowScope): Policy =>
      withRootLine(role, purpose, field, (line) => ({ ...line, fields: [field], scope }));
    const counter = (scope: RowScope) => scoped('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'Query.residents', scope);

    test('reveals what is no longer in the access log, although the rows are the same', () => {
      expect(told(counter('QUEUE'), counter('ALL'))).toEqual([
        'REVEALS A clerk of customer service, for providing a requested service, may now enter Query.residents for the rows of the queue, until now for all rows, and entering alone is no longer logged; what is read there would no longer be in the access log: clause access.',
      ]);
      // Back it is logged again, and nothing is shown that was not.
      expect(told(counter('ALL'), counter('QUEUE'))).toEqual([]);
    });

    test.each(['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'] as const)(
      'from %s, beside the rows that are more',
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

    test('does not matter for a change of data, which is always logged', () => {
      const assigning = (scope: RowScope) => scoped('PRIVACY_OFFICER', 'RIGHTS_FULFILMENT', 'Mutation.assignRequest', scope);
      expect(told(assigning('QUEUE'), assigning('ALL'))).toEqual([]);
    });

    test('no change of rows is reported as revealed and as hidden with the same sentence', () => {
      const scopes = Object.values(RowScope);
      for (const from of scopes) {
        for (const to of scopes) {
          const changes = compare({ policy: counter(from), markings }, { policy: counter(to), markings });
          const sentences = (effect: string) => changes.filter((change) => change.effect === effect).map(sentenceOf);
          expect(sentences('REVEALS').filter((sentence) => sentences('HIDES').includes(sentence))).toEqual([]);
          if (to === 'OPEN') expect(changes.filter(({ kind, effect }) => kind === 'ROWS' && effect === 'HIDES')).toEqual([]);
        }
      }
    });
  });

  test('a field that no longer needs a category opens without a mandate that names it', () => {
    const { needs, ...rest } = policyInForce.rootFields.find((line) => line.needs === 'SUPPORT_HISTORY')!;
    expect(needs).toBe('SUPPORT_HISTORY');
    const after = { ...policyInForce, rootFields: policyInForce.rootFields.map((line) => (line.needs === needs ? rest : line)) };
    expect(told(after)).toEqual([
      'REVEALS Law enforcement, for complying with an order of the law, may now enter Query.ticket, for the rows of the mandate unless the mandate names the support history: clause police.',
      'REVEALS Law enforcement, for complying with an order of the law, may now enter Query.tickets, for the rows of the mandate unless the mandate names the support history: clause police.',
    ]);
  });

  test('an input that becomes usable as a filter is reported, even if no field becomes visible', () => {
    const protectedByNothing = withProhibition('address-protection', () => undefined);
    expect(told(protectedByNothing)).toContainEqual(
      expect.stringMatching(/^REVEALS A privacy officer, .+ may now filter, sort or page Query\.residents by .*ResidentFilter\.locality/),
    );
    // And for the mandate that names it alone.
    const unconditional = withGrant('order-categories', ({ when: _when, ...grant }) => grant);
    expect(told(unconditional)).toContainEqual(
      expect.stringMatching(
        /^REVEALS Law enforcement, .+ filter, sort or page Query\.residents by ResidentFilter\.birthDate.* unless the mandate names the birth date: /,
      ),
    );
  });

  test('a line for ANYBODY is for every role, with any purpose or none', () => {
    const closed = { ...policyInForce, rootFields: policyInForce.rootFields.filter(({ fields }) => !fields.includes('Query.services')) };
    expect(told(closed)).toEqual([
      'HIDES Everybody, for any purpose or none, may no longer enter Query.services, for everything, since nothing in it is personal: clause willing.',
    ]);
  });
});

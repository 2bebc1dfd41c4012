import { describe, expect, test } from '@jest/globals';
import { ErasureRule, type Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { Need } from '../../../src/town/wording/reason.ts';
import { sayWhy } from '../../../src/town/wording/say-why.ts';
import { wordings } from '../../../src/town/wording/wordings.ts';

const say = (
  purpose: Purpose | null,
  relationship: 'NONE' | 'ENCOUNTER' | 'ASSIGNED_TICKET' | 'MANDATE',
  need: Need | null = null,
): string => sayWhy(wordings.en, { purpose, relationship, identityChecked: false, claim: null, account: null, app: null, need });

describe('the reason for a read', () => {
  test('is one sentence for purpose and relationship', () => {
    expect(say('CREDIT_VERIFICATION', 'MANDATE')).toBe('A credit reporting agency was verifying the person’s credit.');
  });

  test('has the beginning and end of the case, as RFC 3339 in UTC', () => {
    // PostgreSQL writes instants into JSON in any zone.
    const need = { kind: 'TICKET', reference: 'T-1', openedAt: '2026-06-01T02:00:00+02:00', closedAt: null } as const;
    expect(say('CUSTOMER_SUPPORT', 'ASSIGNED_TICKET', need)).toBe(
      'The helpdesk was working on the person’s question, under ticket T-1, which was opened on 2026-06-01T00:00:00.000Z and is not closed.',
    );
    expect(say('CUSTOMER_SUPPORT', 'ASSIGNED_TICKET', { ...need, closedAt: '2026-06-02T00:00:00.25+00:00' })).toMatch(
      /and closed on 2026-06-02T00:00:00\.250Z\.$/,
    );
  });

  test('has the kind of a mandate', () => {
    const need = { kind: 'MANDATE', reference: 'WORK_ORDER', openedAt: '2026-01-01T00:00:00Z', closedAt: '2027-01-01T00:00:00Z' } as const;
    expect(say('MAINTENANCE', 'MANDATE', need)).toBe(
      'A company was maintaining the system, under a work order in force from 2026-01-01T00:00:00.000Z until 2027-01-01T00:00:00.000Z.',
    );
  });

  test('says that an identity was checked, whatever the relationship, with the case', () => {
    const need = { kind: 'ENCOUNTER', reference: null, openedAt: '2026-06-01T00:00:00Z', closedAt: null } as const;
    const reason = {
      purpose: 'SERVICE_PROVISION',
      relationship: 'ENCOUNTER',
      identityChecked: true,
      claim: null,
      account: null,
      app: null,
      need,
    } as const;
    expect(sayWhy(wordings.en, reason)).toBe(
      'Customer service compared what somebody gave with the person’s record, to confirm who it was, in an encounter that began on 2026-06-01T00:00:00.000Z and has not ended.',
    );
  });

  test('says what an employee did about the claim of the record', () => {
    const reason = {
      purpose: 'SERVICE_PROVISION',
      relationship: 'ENCOUNTER',
      identityChecked: false,
      account: null,
      app: null,
      need: null,
    } as const;
    expect(sayWhy(wordings.en, { ...reason, claim: 'ISSUED' })).toBe(
      'Customer service handed out a code with which an account is connected with the person’s record.',
    );
    for (const wording of Object.values(wordings))
      expect(
        new Set((['ISSUED', 'CONFIRMED', 'CONTESTED', 'UNDONE'] as const).map((claim) => sayWhy(wording, { ...reason, claim }))).size,
      ).toBe(4);
  });

  test('says how many entries were erased, and under which rule', () => {
    const reason = {
      purpose: 'RIGHTS_FULFILMENT',
      relationship: 'OPEN_REQUEST',
      identityChecked: false,
      claim: null,
      account: null,
      app: null,
      need: null,
    } as const;
    const erasure = { rule: 'COURT_ORDER', entries: 3 } as const;
    expect(sayWhy(wordings.en, { ...reason, erasure })).toBe('Entries erased from this history, because a court ordered it: 3.');
    for (const wording of Object.values(wordings))
      expect(new Set(Object.values(ErasureRule).map((rule) => sayWhy(wording, { ...reason, erasure: { rule, entries: 3 } }))).size).toBe(3);
    expect(sayWhy(wordings.en, { ...reason, erasure: { rule: 'TELEPATHY' as never, entries: 3 } })).toBe('The reason is no longer in use.');
  });

  test('says what happened with an account, whatever else is known', () => {
    const reason = { purpose: null, relationship: 'NONE', identityChecked: false, claim: null, app: null, need: null } as const;
    expect(sayWhy(wordings.en, { ...reason, account: 'sign-in' })).toBe('The person signed in.');
    expect(sayWhy(wordings.en, { ...reason, account: 'issue-token', app: 'town-app' })).toBe(
      'The person let an app act for them (town-app).',
    );
    expect(sayWhy(wordings.fr, { ...reason, account: 'sign-in' })).toBe('La personne s’est connectée.');
    expect(sayWhy(wordings.en, { ...reason, account: 'telepathy' })).toBe('The reason is no longer in use.');
  });

  test('says that it is no longer in use for an unknown or earlier purpose', () => {
    expect(say(null, 'NONE')).toBe('The reason is no longer in use.');
    expect(say('TELEPATHY' as Purpose, 'NONE')).toBe('The reason is no longer in use.');
    expect(say('ACCESS_REVIEW', 'ENCOUNTER')).toBe('The reason is no longer in use.');
  });
});

import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const fields =
  'id kind reference issuer partner { id name role } purpose categories validFrom validUntil status approvals subjects { id givenName email }';
const read = `query($id: ID!) { mandate(id: $id) { ${fields} } }`;
const record = `mutation($input: RecordMandateInput!) { recordMandate(input: $input) { mandate { ${fields} } } }`;
const approve = 'mutation($input: ApproveMandateInput!) { approveMandate(input: $input) { mandate { id status approvals } } }';
const revoke = 'mutation($input: RevokeMandateInput!) { revokeMandate(input: $input) { mandate { id status } } }';
const reason = 'The order was set aside';
const mandate = (persona: string, id: string, asked = {}) => gateway.ask(persona, read, { variables: { id }, ...asked });
const mutate = (persona: string, document: string, input: object, asked: object = office) =>
  gateway.ask(persona, document, { variables: { input }, ...asked });
const count = async (table: string): Promise<number> =>
  (await gateway.database.asOwner<{ count: number }>(`select count(*)::int as count from recreation.${table}`))[0]!.count;

describe('reading a mandate', () => {
  test('a privacy officer reads any mandate, in every state', async () => {
    const { data, errors } = await mandate('privacy-officer', matters.courtOrder, office);
    expect(errors).toEqual([]);
    expect(data.mandate).toMatchObject({
      kind: 'COURT_ORDER',
      reference: 'KB-1108',
      partner: { id: cast.police, name: 'Regional Police Service', role: 'LAW_ENFORCEMENT' },
      purpose: 'LEGAL_DEMAND',
      status: 'IN_FORCE',
      approvals: 2,
    });
    expect(data.mandate.subjects).toContainEqual({ id: cast.resident, givenName: 'Peregrine', email: null });
    for (const [id, status] of [
      [matters.expiredOrder, 'EXPIRED'],
      [matters.revokedOrder, 'REVOKED'],
      [matters.halfApprovedOrder, 'AWAITING_APPROVAL'],
    ] as const) {
      expect((await mandate('privacy-officer', id, office)).data.mandate.status).toBe(status);
    }
  });

  test('a partner reads the mandate of its token, with pseudonyms of the data subjects; every other mandate looks unknown', async () => {
    const { data } = await mandate('police', matters.courtOrder);
    expect(data.mandate.subjects.map(({ givenName }: any) => givenName)).toContain('Peregrine');
    expect(data.mandate.subjects.map(({ id }: any) => id)).not.toContain(cast.resident);
    for (const id of [matters.protectedOrder, matters.creditCheck, matters.expiredOrder, unknownId]) {
      expect((await mandate('police', id)).data).toEqual({ mandate: null });
    }
    expect((await mandate('police', matters.revokedOrder, { mandate: matters.revokedOrder })).codes).toEqual(['AUTHORITY_NOT_IN_FORCE']);
    expect((await mandate('resident', matters.courtOrder)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });

  test('two partners can’t match data subjects by their positions in the list', async () => {
    const ofAgency = (await mandate('maintenance-agent', matters.workOrder)).data.mandate.subjects.map(({ id }: any) => id);
    expect(ofAgency).toEqual(ofAgency.toSorted());
    expect(ofAgency.length).toBeGreaterThan(3);
  });

  test('an agency does not see debtors whose debt is paid or not assigned', async () => {
    const subjects = (await mandate('collection-agency', matters.debtAssignment)).data.mandate.subjects;
    const named = (await mandate('privacy-officer', matters.debtAssignment, office)).data.mandate.subjects;
    expect(named.length).toBeGreaterThan(subjects.length);
    expect(subjects.map(({ givenName }: any) => givenName)).toContain('Peregrine');
    expect(subjects.map(({ givenName }: any) => givenName)).not.toContain('Ottoline');
  });

  test('an officer does not see an order about their own record', async () => {
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [
      cast.privacyOfficer3,
      cast.protectedChild,
    ]);
    expect((await mandate('privacy-officer-3', matters.protectedOrder, office)).data).toEqual({ mandate: null });
    expect((await mutate('privacy-officer-3', revoke, { mandateId: matters.protectedOrder, reason })).codes).toEqual(['NOT_FOUND']);
    expect((await mandate('privacy-officer', matters.protectedOrder, office)).data.mandate.id).toBe(matters.protectedOrder);
    await gateway.database.asOwner('update recreation.employee set resident_id = null where id = $1', [cast.privacyOfficer3]);
  });
});

const order = {
  kind: 'COURT_ORDER',
  reference: 'KB-2000',
  issuer: 'Court',
  partnerId: cast.police,
  subjectIds: [cast.neighbour, cast.guardian, cast.neighbour],
  categories: ['NAME', 'EMAIL', 'NAME'],
  validFrom: '2026-06-01T00:00:00Z',
  validUntil: '2027-06-01T00:00:00Z',
};

describe('from record to revocation', () => {
  test('an order is in force from the approval by two others until it is revoked', async () => {
    const { data, errors, privacy } = await mutate('privacy-officer', record, order);
    expect(errors).toEqual([]);
    const { id, ...rest } = data.recordMandate.mandate;
    expect(rest).toMatchObject({
      purpose: 'LEGAL_DEMAND',
      categories: ['NAME', 'EMAIL'],
      status: 'AWAITING_APPROVAL',
      approvals: 0,
      validFrom: '2026-06-01T00:00:00.000Z',
    });
    expect(rest.subjects.map((subject: any) => subject.id).toSorted()).toEqual([cast.guardian, cast.neighbour]);
    await gateway.sequence();
    const inLog = await gateway.database.asOwner<{ subject_id: string }>(
      'select subject_id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and ordinal > 1 order by subject_id',
      [privacy.receipt!.entry],
    );
    expect(inLog.map(({ subject_id }) => subject_id)).toEqual([cast.guardian, cast.neighbour]);

    const seen = () => gateway.ask('police', '{ residents { totalCount edges { node { givenName } } } }', { mandate: id });
    expect((await mutate('privacy-officer', approve, { mandateId: id })).codes).toEqual(['CONFLICT']);
    expect((await mutate('privacy-officer-2', approve, { mandateId: id })).data.approveMandate.mandate).toEqual({
      id,
      status: 'AWAITING_APPROVAL',
      approvals: 1,
    });
    expect((await mutate('privacy-officer-2', approve, { mandateId: id })).codes).toEqual(['CONFLICT']);
    expect((await seen()).codes).toEqual(['AUTHORITY_NOT_IN_FORCE']);
    expect((await mutate('privacy-officer-3', approve, { mandateId: id })).data.approveMandate.mandate).toEqual({
      id,
      status: 'IN_FORCE',
      approvals: 2,
    });
    expect((await seen()).data.residents.totalCount).toBe(2);
    expect((await mutate('privacy-officer-2', revoke, { mandateId: id, reason })).data.revokeMandate.mandate).toEqual({
      id,
      status: 'REVOKED',
    });
    expect((await seen()).codes).toEqual(['AUTHORITY_NOT_IN_FORCE']);
    expect((await mutate('privacy-officer', revoke, { mandateId: id, reason })).codes).toEqual(['CONFLICT']);
    expect((await mutate('privacy-officer-3', approve, { mandateId: id })).codes).toEqual(['CONFLICT']);
  });

  test('an audit names no data subjects, and needs the approval of one other officer', async () => {
    const audit = { ...order, kind: 'AUDIT_ENGAGEMENT', partnerId: cast.auditor, subjectIds: [], categories: ['ACCESS_HISTORY'] };
    const { id } = (await mutate('privacy-officer', record, audit)).data.recordMandate.mandate;
    expect((await mutate('privacy-officer-2', approve, { mandateId: id })).data.approveMandate.mandate.status).toBe('IN_FORCE');
    expect((await mandate('auditor', id, { mandate: id })).data.mandate).toMatchObject({ purpose: 'CONTROL_AUDIT', subjects: [] });
  });

  test('unknown ids and the recorder’s own record are not found, and nothing is stored', async () => {
    const before = [await count('mandate'), await count('mandate_subject')];
    for (const change of [{ partnerId: unknownId }, { subjectIds: [cast.neighbour, unknownId] }]) {
      expect((await mutate('privacy-officer', record, { ...order, ...change })).codes).toEqual(['NOT_FOUND']);
    }
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.privacyOfficer2, cast.neighbour]);
    expect((await mutate('privacy-officer-2', record, order)).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('privacy-officer', approve, { mandateId: unknownId })).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('privacy-officer', revoke, { mandateId: unknownId, reason })).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('privacy-officer-3', approve, { mandateId: matters.expiredOrder })).codes).toEqual(['CONFLICT']);
    expect([await count('mandate'), await count('mandate_subject')]).toEqual(before);
  });

  test.each([
    [{ partnerId: cast.creditBureau }, ['RecordMandateInput.kind', 'RecordMandateInput.partnerId']],
    [{ reference: ' ', issuer: 'x'.repeat(201) }, ['RecordMandateInput.issuer', 'RecordMandateInput.reference']],
    [{ subjectIds: [], categories: [] }, ['RecordMandateInput.categories', 'RecordMandateInput.subjectIds']],
    [{ validUntil: order.validFrom }, ['RecordMandateInput.validUntil']],
    [{ subjectIds: ['x'] }, ['RecordMandateInput.subjectIds']],
  ])('%j is refused by coordinate', async (change, coordinates) => {
    const { errors } = await mutate('privacy-officer', record, { ...order, ...change });
    expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates });
  });

  test('other roles are refused', async () => {
    for (const [document, input] of [
      [record, order],
      [approve, { mandateId: matters.halfApprovedOrder }],
      [revoke, { mandateId: matters.courtOrder, reason }],
    ] as const) {
      expect((await mutate('police', document, input, {})).codes).toEqual(['FIELD_NOT_PERMITTED']);
      expect((await mutate('reviewer', document, input, { purpose: 'ACCESS_REVIEW' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    }
  });
});

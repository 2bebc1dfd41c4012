import { waysOfPartners } from '../../../helpers/changes/ways-of-partners.ts';
import { describe, expect, test } from '@jest/globals';
import { issueToken } from '../../../helpers/tokens/issuer.ts';
import { cast, matters, personaNamed } from '../../../../demo/personas.ts';
import { services } from '../../../../demo/population/services.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import type { ErrorReason } from '../../../../src/platform/errors/error-reasons.ts';
import { allReasons } from '../../../../src/town/wording/error-reasons.ts';
import { askAsResident } from '../../../helpers/asking/ask-as.ts';
import { askWithToken } from '../../../helpers/tokens/ask-with-token.ts';
import { testCluster, testNow } from '../../../helpers/database/cluster.ts';
import { waysOfActs } from '../../../helpers/changes/ways-of-acts.ts';
import { waysOfClaims } from '../../../helpers/changes/ways-of-claims.ts';
import { waysOfErasures } from '../../../helpers/changes/ways-of-erasures.ts';
import { waysOfPayments } from '../../../helpers/changes/ways-of-payments.ts';
import { waysOfRequests } from '../../../helpers/changes/ways-of-requests.ts';
import { waysOfStaff } from '../../../helpers/changes/ways-of-staff.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();
const unknown = '99999999-9999-4999-8999-999999999999';
const counter = { purpose: 'SERVICE_PROVISION' } as const;
const served = { ...counter, case: matters.encounter } as const;
const support = { purpose: 'CUSTOMER_SUPPORT' } as const;
const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;

/** Sends a mutation with one input. */
function change(persona: string | null, field: string, input: object, asked: Asked = {}): Promise<Answered> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return gateway.ask(persona, `mutation ($input: ${type}!) { change: ${field}(input: $input) { __typename } }`, {
    ...asked,
    variables: { input },
  });
}
const asOwner = (text: string, values: unknown[] = []): Promise<unknown> => gateway.database.asOwner(text, values);
const inCase = (persona: string, asked: Asked): Promise<Answered> => gateway.ask(persona, '{ currentCase { __typename } }', asked);

const order = {
  kind: 'COURT_ORDER',
  reference: 'KB-4000',
  issuer: 'Court',
  partnerId: cast.police,
  subjectIds: [cast.neighbour],
  categories: ['NAME'],
  validFrom: '2026-06-01T00:00:00Z',
  validUntil: '2026-07-01T00:00:00Z',
  sealedUntil: '2026-09-01T00:00:00Z',
};
const record = 'mutation ($input: RecordMandateInput!) { recordMandate(input: $input) { mandate { id } } }';
async function recorded(approvedBy: readonly string[] = []): Promise<string> {
  const { data } = await gateway.ask('privacy-officer', record, { ...office, variables: { input: order } });
  const { id } = data.recordMandate.mandate;
  for (const persona of approvedBy) await change(persona, 'approveMandate', { mandateId: id }, office);
  return id;
}
const both = ['privacy-officer-2', 'privacy-officer-3'] as const;
const extend = (mandateId: string, sealedUntil: string): Promise<Answered> =>
  change('privacy-officer', 'extendSeal', { mandateId, sealedUntil }, office);
const buy = (input: object, asked: Asked = {}, persona = 'resident'): Promise<Answered> =>
  change(persona, 'purchase', { residentId: cast.resident, serviceId: services[0]!.id, ...input }, asked);

async function filed(): Promise<string> {
  const { data } = await gateway.ask('resident', 'mutation { fileRequest(input: { kind: COMMENT, body: "x" }) { receipt { requestId } } }');
  return data.fileRequest.receipt.requestId;
}

/** For each reason, a way to get it over HTTP. */
const ways: Readonly<Record<ErrorReason, () => Promise<Answered>>> = {
  ENCOUNTER_ENDED: async () => {
    await asOwner('update recreation.encounter set ended_at = $2 where id = $1', [matters.encounter, testNow]);
    const answers = [await change('customer-service', 'endEncounter', { encounterId: matters.encounter }, counter)];
    answers.push(await inCase('customer-service', served));
    await asOwner('update recreation.encounter set ended_at = null where id = $1', [matters.encounter]);
    expect(answers.map(({ codes }) => codes)).toEqual([['CONFLICT'], ['CASE_UNKNOWN']]);
    expect(answers.map(reasonOf)).toEqual(['ENCOUNTER_ENDED', 'ENCOUNTER_ENDED']);
    return answers[1]!;
  },
  ENCOUNTER_BEGUN: async () => {
    // As if another request of the same clerk began an encounter just then.
    await asOwner(`create function recreation.begin_another() returns trigger language plpgsql as $$ begin
      if pg_trigger_depth() = 1 then insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at)
        values (gen_random_uuid(), new.employee_id, new.resident_id, new.purpose, new.started_at, new.last_active_at); end if;
      return new; end $$`);
    await asOwner(
      'create trigger begin_another before insert on recreation.encounter for each row execute function recreation.begin_another()',
    );
    const answer = await change('customer-service', 'startEncounter', { residentId: cast.neighbour, identifiedBy: 'PHOTO_CARD' }, counter);
    await asOwner('drop function recreation.begin_another cascade');
    return answer;
  },
  TICKET_CLOSED: async () => {
    await asOwner('update recreation.ticket set assignee_id = $2 where id = $1', [matters.closedTicket, cast.supporter]);
    expect(reasonOf(await inCase('support', { ...support, case: matters.closedTicket }))).toBe('TICKET_CLOSED');
    return change('support', 'closeTicket', { ticketId: matters.closedTicket }, support);
  },
  TICKET_OPEN: async () => {
    const { data } = await gateway.ask(
      'resident',
      'mutation { openTicket(input: { topic: OTHER, subject: "x", body: "y" }) { ticket { id } } }',
    );
    return change('resident', 'reopenTicket', { ticketId: data.openTicket.ticket.id });
  },
  REQUEST_ANSWERED: async () => {
    const requestId = await filed();
    await change('privacy-officer', 'assignRequest', { requestId }, officer);
    await change('privacy-officer', 'answerRequest', { requestId, answer: 'y' }, { ...officer, case: requestId });
    expect(reasonOf(await inCase('privacy-officer', { ...officer, case: requestId }))).toBe('REQUEST_ANSWERED');
    return change('privacy-officer', 'assignRequest', { requestId }, officer);
  },
  REQUEST_WITHDRAWN: async () => {
    const requestId = await filed();
    await change('privacy-officer', 'assignRequest', { requestId }, officer);
    expect((await change('resident', 'withdrawRequest', { requestId })).errors).toEqual([]);
    expect(reasonOf(await inCase('privacy-officer', { ...officer, case: requestId }))).toBe('REQUEST_WITHDRAWN');
    return change('resident', 'replyToRequest', { requestId, body: 'x' });
  },
  ...waysOfRequests(change, filed, asOwner),
  SENDER_WITHOUT_ACCOUNT: () =>
    change(
      'privacy-officer',
      'replyToRequest',
      { requestId: matters.anonymousRequest, body: 'x' },
      { ...officer, case: matters.anonymousRequest },
    ),
  TOO_YOUNG: () => buy({ serviceId: services[2]!.id }),
  ALREADY_REGISTERED: () => change('resident', 'registerResident', { givenName: 'A', familyName: 'B', birthDate: '1990-01-01' }),
  ID_TAKEN: () =>
    askAsResident(
      gateway,
      cast.clerk,
      'mutation { registerResident(input: { givenName: "A", familyName: "B", birthDate: "1990-01-01" }) { __typename } }',
    ),
  MANDATE_OVER: () => change('privacy-officer-2', 'approveMandate', { mandateId: matters.revokedOrder }, office),
  OWN_PROPOSAL: async () => change('privacy-officer', 'approveMandate', { mandateId: await recorded() }, office),
  NOT_INDEPENDENT: async () => {
    const mandateId = await recorded();
    const invited = [cast.privacyOfficer2, cast.privacyOfficer, testNow];
    await asOwner('update recreation.employee set invited_by = $2, invited_at = $3, accepted_at = $3 where id = $1', invited);
    const answer = await change(both[0], 'approveMandate', { mandateId }, office);
    await asOwner('update recreation.employee set accepted_at = null, invited_by = null, invited_at = null where id = $1', [invited[0]]);
    return answer;
  },
  ALREADY_APPROVED: async () => change(both[0], 'approveMandate', { mandateId: await recorded([both[0]]) }, office),
  NOTHING_TO_APPROVE: async () => change(both[0], 'approveSeal', { mandateId: await recorded(both) }, office),
  SEAL_AWAITS_APPROVAL: async () => {
    const id = await recorded(both);
    await extend(id, '2026-10-01T00:00:00Z');
    return extend(id, '2026-11-01T00:00:00Z');
  },
  SEAL_ENDED: () => extend(matters.halfApprovedOrder, '2026-10-01T00:00:00Z'),
  SEAL_LAPSED: async () => {
    const id = await recorded();
    await asOwner(`update recreation.mandate_seal set proposed_at = proposed_at - interval '40 days' where mandate_id = $1`, [id]);
    return change(both[0], 'approveMandate', { mandateId: id }, office);
  },
  ...waysOfPartners(asOwner, change),
  ...waysOfStaff(change),
  ...waysOfPayments(asOwner, change),
  ...waysOfActs(asOwner, change),
  ...waysOfClaims(asOwner, change),
  ...waysOfErasures(() => gateway),
  IDEMPOTENCY_KEY_REUSED: async () => {
    const idempotencyKey = '0d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11';
    await buy({ idempotencyKey });
    return buy({ idempotencyKey, quantity: 2 });
  },
  COLLEAGUE_UNKNOWN: () => change('support', 'assignTicket', { ticketId: matters.ticket, employeeId: cast.clerk }, support),
  SERVICE_UNKNOWN: () => buy({ serviceId: unknown }),
  NOT_THE_CASE: () =>
    change('support', 'replyToTicket', { ticketId: matters.closedTicket, body: 'x' }, { ...support, case: matters.ticket }),

  PURPOSE_MISSING: () => inCase('customer-service', { case: matters.encounter }),
  OTHER_CASE_IN_TOKEN: async () => {
    const { principal, role, purposes } = personaNamed('customer-service');
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
    const token = await issueToken(config, { subject: principal, role, purposes, now: testNow, case: matters.otherEncounter });
    return askWithToken(gateway.send, token, '{ currentCase { __typename } }', served);
  },
  OTHER_PURPOSE: async () => {
    expect(reasonOf(await gateway.ask('privacy-officer', '{ mandate(id: "x") { id } }', officer))).toBe('OTHER_PURPOSE');
    return inCase('customer-service', { ...served, purpose: 'PAYMENT' });
  },
  OTHER_ROLE: () => gateway.ask('resident', '{ webVisits { totalCount } }'),
  NOT_IN_AUTHORITY: async () => {
    await asOwner(`update recreation.mandate set categories = '{NAME}' where id = $1`, [matters.protectedOrder]);
    return gateway.ask('police', '{ tickets { totalCount } }', { mandate: matters.protectedOrder });
  },
  NOT_IN_REGISTRATION: () => gateway.ask('auditor', '{ accessLog { checkpoint } }', { registered: ['NAME'] }),
  NOT_IN_TOKEN: () => gateway.ask('auditor', '{ accessLog { checkpoint } }', { details: { categories: ['NAME'] } }),
  ACCOUNT_NEEDED: () => change(null, 'fileRequest', { kind: 'ACCESS', body: 'x' }),

  FORMAT: () => change('resident', 'updateContact', { residentId: cast.resident, phone: '403' }),
  MISSING: () => change('resident', 'fileRequest', { kind: 'ACCESS_QUESTIONED', body: 'x' }),
  NOT_HERE: () => change('resident', 'fileRequest', { kind: 'COMMENT', body: 'x', entryId: unknown }),
  PAGE_SIZE: () => gateway.ask('resident', '{ residents(first: 0) { totalCount } }'),
  NOT_LATER: async () => extend(await recorded(both), '2026-08-01T00:00:00Z'),
  OTHER_PARTNER_ROLE: () => change('privacy-officer', 'recordMandate', { ...order, partnerId: cast.creditBureau }, office),
  TREE_SIZE: () => gateway.ask('resident', '{ accessLog { consistencyProof(from: "9", to: "1") } }'),
};

const reasonOf = ({ errors }: Answered): unknown => errors[0]?.extensions['reason' as never];

describe('a reason', () => {
  test.each(Object.keys(allReasons) as ErrorReason[])('%s is given over HTTP, under a code that is documented for it', async (reason) => {
    const answer = await ways[reason]();
    expect({ reason: reasonOf(answer), codes: answer.codes }).toEqual({ reason, codes: [expect.any(String)] });
    expect(allReasons[reason][0]).toContain(answer.codes[0]);
    expect(Object.values((answer.data ?? {}) as object).filter((value) => value !== null && typeof value !== 'object')).toEqual([]);
  });

  test('FORMAT says what is expected, by coordinate, and never what was given', async () => {
    const contact = { phone: '403-555', email: 'nobody', address: { street: 'a\u0000', locality: '', province: 'ZZ', postalCode: 'D0D' } };
    const { errors, data } = await change('resident', 'updateContact', { residentId: cast.resident, ...contact });
    expect(errors[0]!.extensions['expected' as never]).toMatchObject({
      'UpdateContactInput.phone': 'E.164, such as +14035550123',
      'UpdateContactInput.email': 'an email address',
      'AddressInput.street': 'no control characters',
      'AddressInput.locality': 'at least 1 characters',
      'AddressInput.province': expect.stringContaining('AB, BC'),
      'AddressInput.postalCode': 'a Canadian postal code, such as T1X 1A1',
    });
    for (const given of ['403-555', 'nobody', 'ZZ', 'D0D']) expect(JSON.stringify([errors, data])).not.toContain(given);
    const typed = await gateway.ask(
      'resident',
      'query ($first: Int, $id: ID!) { residents(first: $first) { totalCount } resident(id: $id) { id } }',
      {
        variables: { first: 'many', id: { a: 1 } },
      },
    );
    expect(typed.errors[0]!.extensions['expected' as never]).toEqual({ $first: 'Int', $id: 'ID!' });
    expect(typed.text).not.toContain('many');
  });
});

describe('no reason is given', () => {
  test('where it would tell whether a person is on record, or who has a case', async () => {
    const person = await buy({ residentId: cast.neighbour });
    const nobody = await buy({ residentId: unknown });
    expect(person.errors).toEqual(nobody.errors);
    expect([person.codes, reasonOf(person)]).toEqual([['NOT_FOUND'], undefined]);
    const [theirs, none] = [
      await inCase('customer-service', { ...counter, case: matters.otherEncounter }),
      await inCase('customer-service', { ...counter, case: unknown }),
    ];
    expect(theirs.errors).toEqual(none.errors);
    expect([theirs.codes, reasonOf(theirs)]).toEqual([['CASE_UNKNOWN'], undefined]);
  });
});

import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const start = `mutation ($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter { id } } }`;
const changePurpose = `mutation ($id: ID!) { changeEncounterPurpose(input: { encounterId: $id }) { encounter { id } } }`;
const end = `mutation ($id: ID!) { endEncounter(input: { encounterId: $id }) { encounter { id } } }`;
const assign = `mutation ($id: ID!, $to: ID) { assignTicket(input: { ticketId: $id, employeeId: $to }) { ticket { id } } }`;
const close = `mutation ($id: ID!) { closeTicket(input: { ticketId: $id }) { ticket { id } } }`;
const assignRequest = `mutation ($id: ID!, $to: ID) { assignRequest(input: { requestId: $id, employeeId: $to }) { request { id } } }`;
const answer = `mutation ($id: ID!) { answerRequest(input: { requestId: $id, answer: "Enclosed." }) { request { id } } }`;

/** Asks for a change. @returns the cases that the answer says have ended */
async function change(persona: string, query: string, variables: Record<string, string>, purpose: string): Promise<unknown> {
  const { codes, privacy } = await gateway.ask(persona, query, { variables, purpose, ...(query === end && { case: variables['id']! }) });
  expect(codes).toEqual([]);
  return privacy.endedCases;
}

test('an answer names the encounter that ended, also where another began or it goes on for another purpose', async () => {
  const first = await gateway.ask('customer-service', start, { variables: { id: cast.resident }, purpose: 'SERVICE_PROVISION' });
  expect(first.privacy.endedCases).toEqual([matters.encounter]);
  const { id } = first.data.startEncounter.encounter;
  expect(await change('customer-service', changePurpose, { id }, 'AGE_VERIFICATION')).toEqual([id]);
  expect(await change('customer-service', changePurpose, { id }, 'AGE_VERIFICATION')).toBeUndefined();
  const second = await gateway.ask('customer-service', start, { variables: { id: cast.resident }, purpose: 'PAYMENT' });
  expect(second.privacy.endedCases).toEqual([id]);
  const last = second.data.startEncounter.encounter.id;
  expect(await change('customer-service', end, { id: last }, 'PAYMENT')).toEqual([last]);
  expect(await change('customer-service', start, { id: cast.resident }, 'PAYMENT')).toBeUndefined();
});

test('an answer names the ticket that was closed or handed over, and not the one that was taken', async () => {
  const purpose = 'CUSTOMER_SUPPORT';
  const { unassignedTicket, protectedTicket, ticket } = matters;
  expect(await change('support', assign, { id: unassignedTicket }, purpose)).toBeUndefined();
  expect(await change('support', assign, { id: protectedTicket, to: cast.otherSupporter }, purpose)).toEqual([protectedTicket]);
  expect(await change('support', close, { id: ticket }, purpose)).toEqual([ticket]);
});

test('an answer names the request that was answered or handed over', async () => {
  const purpose = 'RIGHTS_FULFILMENT';
  const { request, protectedRequest } = matters;
  expect(await change('privacy-officer', assignRequest, { id: request }, purpose)).toBeUndefined();
  const given = { id: protectedRequest, to: cast.privacyOfficer2 };
  expect(await change('privacy-officer', assignRequest, given, purpose)).toEqual([protectedRequest]);
  expect(await change('privacy-officer', answer, { id: request }, purpose)).toEqual([request]);
});

test('a change that failed ended nothing', async () => {
  const { codes, privacy } = await gateway.ask('support', close, { variables: { id: matters.closedTicket }, purpose: 'CUSTOMER_SUPPORT' });
  expect(codes).toEqual(['CONFLICT']);
  expect(privacy).not.toHaveProperty('endedCases');
});

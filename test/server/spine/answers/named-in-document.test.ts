import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

test('an operation that names its purpose and case is answered as with the headers, and the answer names both', async () => {
  const query = `query ($id: ID!, $case: ID!, $purpose: Purpose!) @purpose(is: $purpose) @case(id: $case) { resident(id: $id) { email } }`;
  const variables = { id: cast.resident, case: matters.encounter, purpose: 'SERVICE_PROVISION' };
  const named = await gateway.ask('customer-service', query, { variables });
  const { headers: _headers, ...withHeaders } = await gateway.ask('customer-service', 'query ($id: ID!) { resident(id: $id) { email } }', {
    variables: { id: cast.resident },
    purpose: 'SERVICE_PROVISION',
    case: matters.encounter,
  });
  expect(named.data).toEqual({ resident: { email: expect.any(String) } });
  expect(named.data).toEqual(withHeaders.data);
  for (const { privacy } of [named, withHeaders]) {
    expect(privacy).toMatchObject({ purpose: 'SERVICE_PROVISION', case: matters.encounter });
  }
});

test('without a case, nothing of it is named, and another’s case is never', async () => {
  const none = await gateway.ask('customer-service', 'query @purpose(is: SERVICE_PROVISION) { residents(first: 1) { totalCount } }');
  expect(none.privacy).not.toHaveProperty('case');
  const query = `query @purpose(is: SERVICE_PROVISION) @case(id: "${matters.otherEncounter}") { residents(first: 1) { totalCount } }`;
  const other = await gateway.ask('customer-service', query);
  expect([other.codes, other.data]).toEqual([['CASE_UNKNOWN'], undefined]);
  expect(other.text).not.toContain(matters.otherEncounter);
});

test('a directive and a header that disagree are refused', async () => {
  const query = `query @case(id: "${matters.encounter}") { residents(first: 1) { totalCount } }`;
  const asked = { purpose: 'SERVICE_PROVISION', case: matters.otherEncounter };
  const { status, codes, data } = await gateway.ask('customer-service', query, asked);
  expect([status, codes, data]).toEqual([400, ['CASE_CONFLICT'], undefined]);
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

let captured: ReturnType<typeof captureStatements>;
const gateway = useGateway();
beforeEach(() => {
  captured = captureStatements(gateway.database.roles.gateway);
});
afterEach(() => captured.stop());

const document = `query ($id: ID!) {
  resident(id: $id) { givenName birthDate ageBand email emailHint phone phoneHint mobilePhone address { street locality postalCode } }
}`;

/** The statements that the gateway sent for an operation, but for the one that counts people, which is sent for new ones alone. */
function reads(): string[] {
  const texts = captured.statements.map(({ text }) => text);
  return texts.filter((text) => /from recreation\.|insert into access_log/.test(text) && !text.includes('access_log.spend('));
}

test('clause agents: columns withheld whatever the relationship are not selected, hints are', async () => {
  const variables = { id: cast.resident };
  await gateway.ask('resident', document, { variables });
  const whole = reads().join('\n');
  for (const column of ['birth_date::text', 'resident.email ', 'resident.phone ', 'mobile_phone', 'street', 'postal_code'])
    expect(whole).toContain(column);

  captured.statements.splice(0);
  const { data } = await gateway.ask('maintenance-agent', document, { variables });
  expect(data.resident).toMatchObject({ givenName: null, birthDate: null, email: null, phone: null, mobilePhone: null });
  expect(data.resident).toMatchObject({
    emailHint: expect.stringMatching(/^.\*{3}@\*{3}$/),
    phoneHint: expect.stringMatching(/^\*\*\d\d$/),
  });
  const hints = reads().join('\n');
  expect(hints).toContain('resident.email_hint');
  expect(hints).toContain('age_band');
  for (const column of ['given_name', 'birth_date::text', 'resident.email ', 'resident.phone ', 'mobile_phone', 'street', 'postal_code']) {
    expect(hints).not.toContain(column);
  }
});

test('the statements for a hidden and for an absent id are the same', async () => {
  const ask = async (id: string): Promise<string[]> => {
    captured.statements.splice(0);
    const { data } = await gateway.ask('resident', document, { variables: { id } });
    expect(data.resident?.givenName !== undefined).toBe(id === cast.resident);
    return reads();
  };
  await ask(cast.resident);
  const hidden = await ask(cast.neighbour);
  const absent = await ask('10000000-0000-4000-8000-00000000ffff');
  expect(hidden.length).toBeGreaterThan(1);
  expect(hidden).toEqual(absent);
});

test('a page of people needs as many statements as one person', async () => {
  const page = (first: number): string =>
    `{ residents(first: ${first}) { edges { node { givenName address { locality } account { resident { initials } } } } } }`;
  // The first request finds the acknowledgement of its purpose, which is remembered.
  await gateway.ask('customer-service', page(2), { purpose: 'SERVICE_PROVISION' });
  captured.statements.splice(0);
  await gateway.ask('customer-service', page(2), { purpose: 'SERVICE_PROVISION' });
  const few = reads().length;
  captured.statements.splice(0);
  await gateway.ask('customer-service', page(50), { purpose: 'SERVICE_PROVISION' });
  expect(reads()).toHaveLength(few);
});

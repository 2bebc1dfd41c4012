import { expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { useGateway } from '../helpers/gateway/use-gateway.ts';

// The audits of the GraphQL over HTTP working group's reference implementation.
const gateway = useGateway();

// GET is served only for trusted documents that are about no person.
const aboutGet = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];
const audits = serverAudits({ url: () => gateway.url });

test('the audits are those that are expected', () => {
  expect(audits.length).toBeGreaterThanOrEqual(60);
  expect(audits.filter(({ name }) => aboutGet.includes(name))).toHaveLength(aboutGet.length);
});

test.each(audits.map(({ name, fn }) => [name, fn] as const))('%s', async (name, audit) => {
  const result = await audit();
  const reason = result.status === 'ok' ? undefined : result.reason;
  expect([result.status, reason]).toEqual(aboutGet.includes(name) ? ['notice', expect.any(String)] : ['ok', undefined]);
});

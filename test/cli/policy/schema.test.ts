import { expect, test } from '@jest/globals';
import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';

test('`schema` writes the schema that introspection shows to the role', async () => {
  const { code, stdout } = await runPrivacy(['schema', '--role', 'RESIDENT']);
  expect(code).toBe(0);
  const written = buildSchema(stdout);
  expect(written.getQueryType()?.getFields()).toHaveProperty('me');
  expect(written.getQueryType()?.getFields()).not.toHaveProperty('webVisits');
  const gateway = await openGateway();
  try {
    const { data } = await gateway.ask('resident', getIntrospectionQuery({ specifiedByUrl: true }));
    expect(printSchema(written)).toBe(printSchema(buildClientSchema(data)));
  } finally {
    await gateway.close();
  }
});

test('`schema` refuses an unknown role, and names the closest', async () => {
  const { code, stdout, stderr } = await privacyHere(['schema', '--role', 'RESIDENTS']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--role: unknown name');
  expect((await privacyHere(['schema'])).code).toBe(2);
});

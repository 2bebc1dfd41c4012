import { expect, test } from '@jest/globals';
import { personas } from '../../../demo/personas.ts';
import { Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { rolesInside } from '../policy/statement.ts';

// Not from the table of partners: this test fails if a partner is missing there.
const outside = Object.values(Role).filter((role) => !rolesInside.includes(role));

const gateway = useGateway();

test('clause sharing: a read by each role outside the municipality is a disclosure, with the partner’s name', async () => {
  for (const role of outside) {
    const { persona } = personas.find((one) => one.role === role)!;
    const field = role === 'CONTROL_AGENCY' ? 'accessEntries(first: 5) { totalCount }' : 'residents(first: 5) { totalCount }';
    expect({ role, errors: (await gateway.ask(persona, `{ ${field} }`)).errors }).toEqual({ role, errors: [] });
    await gateway.sequence();
  }
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
  const { data } = await gateway.ask('reviewer', '{ disclosures(first: 50) { edges { node { role partner { name } } } } }', {
    purpose: 'ACCESS_REVIEW',
  });
  const listed = data.disclosures.edges.map((edge: any) => edge.node);
  expect(listed.map(({ role }: any) => role).toSorted()).toEqual(outside.toSorted());
  for (const { role, partner } of listed) expect({ role, name: partner?.name }).toEqual({ role, name: expect.any(String) });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../src/database/demo/personas.ts';
import { policyInForce, type Policy } from '../../src/policy/policy.ts';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { withBudget } from '../helpers/changed-policy.ts';
import { testNow } from '../helpers/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../helpers/gateway.ts';
import { captureStatements } from '../helpers/statements.ts';

// Clause `safeguards`: nobody reads everybody, however it is asked and of however many instances.
const perHour = 20;
const perDay = 30;
const small = (policy?: Policy): Policy =>
  withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', (line) => ({ ...line, perHour, perDay }), policy);

let now: Date;
let one: TestGateway;
let other: TestGateway;
let ids: readonly string[];
beforeEach(async () => {
  now = testNow;
  one = await openGateway({ policy: small(), now: () => now });
  other = await openGateway({ policy: small(), now: () => now }, one.database);
  const rows = await one.database.asOwner<{ id: string }>('select id from recreation.resident order by id desc limit 90');
  ids = rows.map(({ id }) => id);
});
afterEach(async () => {
  await other.close();
  await one.close();
});

const aboutThem = (people: readonly string[]): string =>
  `{ ${people.map((id, at) => `r${at}: resident(id: "${id}") { givenName }`).join(' ')} }`;
/** The clerk looks people up, whatever the time. */
async function look(gateway: TestGateway, people: readonly string[], purpose = 'SERVICE_PROVISION'): Promise<Answered> {
  return asPersona(gateway, 'customer-service', aboutThem(people), { 'privacy-purpose': purpose });
}
async function asPersona(gateway: TestGateway, persona: string, query: string, headers: Record<string, string> = {}): Promise<Answered> {
  const authorization = `Bearer ${await gateway.token(persona, { lifetime: 10 * 24 * 60 * 60 })}`;
  return gateway.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body: JSON.stringify({ query }),
  });
}
const shown = ({ data }: Answered): number => Object.values((data ?? {}) as object).filter((value) => value !== null).length;
const spent = ({ status, codes, data }: Answered): object => ({ status, codes, data });
const refused = { status: 429, codes: ['READ_BUDGET_SPENT'], data: null };

describe('a flood', () => {
  test('is stopped at the limit, counted over two instances', async () => {
    expect(shown(await look(one, ids.slice(0, 10)))).toBe(10);
    expect(shown(await look(other, ids.slice(10, 18)))).toBe(8);
    const over = await look(one, ids.slice(18, 21));
    expect(spent(over)).toEqual(refused);
    expect(over.errors[0]?.message).toBe(
      'The read budget of this role for this purpose is spent: ask about fewer people, or try again later.',
    );
    expect(over.headers.get('retry-after')).toBe('3600');
    expect(over.privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    // The two that are left can still be asked about, at either instance; then it is over at both.
    expect(shown(await look(other, ids.slice(18, 20)))).toBe(2);
    for (const gateway of [one, other]) expect(spent(await look(gateway, ids.slice(20, 21)))).toEqual(refused);
  });
});

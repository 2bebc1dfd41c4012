import { beforeEach, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { askLater, lifetime } from '../../helpers/asking/ask-later.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// The attacker is a clerk who keeps an encounter open for hours with operations that leave no access entry, to read the record
// after the person has left.
const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter } as const;
const read = `{ resident(id: "${cast.resident}") { email } }`;
const readHome = `{ resident(id: "${cast.resident}") { address { street } } }`;
const unlogged = '{ services(first: 1) { totalCount } }';

let clock = testNow;
const gateway = useGateway({ tokenMaxLifetime: lifetime, now: () => clock });
beforeEach(async () => {
  clock = testNow;
  await gateway.database.asOwner('update recreation.encounter set ended_at = null, last_active_at = $2 where id = $1', [
    matters.encounter,
    testNow,
  ]);
});

const after = (minutes: number, query: string): Promise<Answered> => {
  clock = new Date(testNow.getTime() + minutes * 60_000);
  return askLater(gateway, 'customer-service', query, counter);
};

test('operations that leave no entry do not keep an encounter open', async () => {
  expect((await after(0, read)).data.resident.email).toContain('@');
  for (const minutes of [5, 10, 15, 19]) {
    const { errors, privacy } = await after(minutes, unlogged);
    expect({ errors, receipt: privacy.receipt }).toEqual({ errors: [], receipt: undefined });
  }
  expect((await after(21, read)).codes).toEqual(['CASE_UNKNOWN']);
});

test('a read that leaves an entry keeps it open, and so does a change', async () => {
  expect((await after(15, read)).privacy.receipt).toBeDefined();
  const change = `mutation { updateContact(input: { residentId: "${cast.resident}", address: { street: "4 Larch Lane", locality: "Saltgrass", province: "AB", postalCode: "T9Z 1K8" } }) { resident { id } } }`;
  expect((await after(30, change)).errors).toEqual([]);
  expect((await after(45, readHome)).data.resident.address.street).toBe('4 Larch Lane');
});

test('an answer that is not released keeps nothing open', async () => {
  await gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
  try {
    expect((await after(15, read)).codes).toEqual(['LOG_UNAVAILABLE']);
  } finally {
    await gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
  }
  expect((await after(25, read)).codes).toEqual(['CASE_UNKNOWN']);
});

test('a change that fails leaves an entry, and only that keeps it open', async () => {
  const failing = `mutation { updateContact(input: { residentId: "${cast.neighbour}", email: "x@example.org" }) { resident { id } } }`;
  const { codes, privacy } = await after(15, failing);
  expect(codes).toEqual(['NOT_FOUND']);
  expect(privacy.receipt).toBeDefined();
  expect((await after(30, read)).data.resident.email).toContain('@');
});

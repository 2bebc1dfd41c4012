import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { verifyReceipt } from '../../../src/log/proofs/receipt.ts';
import { eraseSegments } from '../../helpers/entries/change-entries.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const query = 'query ($entry: ID!) { accessReceipt(entry: $entry) { entry leafHash promise { time size index proof signed } } }';
const onlyId = { headers: { 'privacy-receipt': 'id' } } as const;
const counter = { purpose: 'SERVICE_PROVISION', variables: { id: cast.resident } } as const;
const look = 'query ($id: ID!) { resident(id: $id) { givenName } }';

const receiptOf = ({ privacy }: Answered): { entry: string } & Record<string, unknown> => privacy.receipt as never;
const fetch = (persona: string | null, entry: string, asked: Asked = {}): Promise<Answered> =>
  gateway.ask(persona, query, { ...asked, variables: { entry } });

describe('a receipt', () => {
  test('is whole in the answer, and its id alone if the client asks for that', async () => {
    expect(Object.keys(receiptOf(await gateway.ask('resident', '{ me { email } }')))).toContain('promise');
    expect(receiptOf(await gateway.ask('resident', '{ me { email } }', onlyId))).toEqual({ entry: expect.any(String) });
    const wrong = await gateway.ask('resident', '{ me { email } }', { headers: { 'privacy-receipt': 'none' } });
    expect(wrong.codes).toEqual(['HEADER_INVALID']);
  });

  test('leaves the extensions of an answer no larger than its data, as a person usually asks', async () => {
    const query = `{ me { id givenName familyName initials birthDate ageBand email emailHint phone mobilePhone
      address { street locality province postalCode } } }`;
    const { text, data } = await gateway.ask('resident', query);
    expect(data.me.address.street).toEqual(expect.any(String));
    const size = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
    expect(size((JSON.parse(text) as { extensions: object }).extensions)).toBeLessThanOrEqual(size(data));
  });

  test('is fetched later by the principal who got the answer, before and after its entry is numbered', async () => {
    const { entry } = receiptOf(await gateway.ask('resident', '{ me { email } }', onlyId));
    for (const numbered of [false, true]) {
      if (numbered) await gateway.sequence();
      const { data, errors, privacy } = await fetch('resident', entry);
      expect(errors).toEqual([]);
      expect(data.accessReceipt.entry).toBe(entry);
      const verified = verifyReceipt(data.accessReceipt, gateway.logKeys.keys());
      expect(verified.entry).toBe(entry);
      // No person is read, so nothing is logged.
      expect(privacy.receipt).toBeUndefined();
      if (!numbered) continue;
      const stored = await gateway.database.asOwner<{ leafHash: string }>(
        `select encode(sha256('\\x00'::bytea || substring(data from (34 * (seq % 256) + 3)::int for 32)), 'hex') as "leafHash"
         from access_log.entry join access_log.tile on level = -1 and index = seq / 256 where id = $1`,
        [entry],
      );
      expect(stored).toEqual([{ leafHash: data.accessReceipt.leafHash }]);
    }
  });

  test('is the same as the one in the answer, but for its promise', async () => {
    const whole = receiptOf(await gateway.ask('customer-service', look, counter));
    const { data } = await fetch('customer-service', whole.entry, { purpose: 'SERVICE_PROVISION' });
    const { promise: _one, ...given } = whole;
    const { promise: _other, ...fetched } = data.accessReceipt;
    expect(fetched).toEqual(given);
  });

  test('is there for a change, a refusal and a partner as well', async () => {
    const change = 'mutation ($id: ID!) { updateContact(input: { residentId: $id, phone: "+17805550142" }) { resident { phone } } }';
    const changed = receiptOf(await gateway.ask('resident', change, { variables: { id: cast.resident } }));
    expect((await fetch('resident', changed.entry)).data.accessReceipt.entry).toBe(changed.entry);
    const refused = receiptOf(await gateway.ask('resident', '{ webVisits { totalCount } me { email } }'));
    expect((await fetch('resident', refused.entry)).data.accessReceipt.entry).toBe(refused.entry);
    const disclosed = receiptOf(await gateway.ask('police', '{ residents(first: 1) { edges { node { givenName } } } }'));
    expect((await fetch('police', disclosed.entry)).data.accessReceipt.entry).toBe(disclosed.entry);
  });
});

describe('another id', () => {
  const unknown = '99999999-9999-4999-8999-999999999999';

  test('of another principal looks like one that is unknown', async () => {
    const { entry } = receiptOf(await gateway.ask('resident', '{ me { email } }'));
    expect((await fetch('resident', entry)).data.accessReceipt).not.toBeNull();
    for (const persona of ['neighbour', 'guardian', 'police'])
      expect((await fetch(persona, entry)).text).toBe((await fetch(persona, unknown)).text);
    const clerk = { purpose: 'SERVICE_PROVISION', case: matters.encounter } as const;
    expect((await fetch('customer-service', entry, clerk)).text).toBe((await fetch('customer-service', unknown, clerk)).text);
    expect((await fetch('neighbour', entry)).data).toEqual({ accessReceipt: null });
  });

  test('of the same principal for another purpose is null, so that no duty finds what another saw', async () => {
    const { entry } = receiptOf(await gateway.ask('customer-service', look, counter));
    expect((await fetch('customer-service', entry, { purpose: 'SERVICE_PROVISION' })).data.accessReceipt).not.toBeNull();
    expect((await fetch('customer-service', entry, { purpose: 'PAYMENT' })).data).toEqual({ accessReceipt: null });
  });

  test('of an entry whose principal was erased is null', async () => {
    const { entry } = receiptOf(await gateway.ask('neighbour', '{ me { email } }'));
    await gateway.sequence();
    await eraseSegments(gateway.database, 'select seq, 0 as ordinal from access_log.entry where id = $1', [entry]);
    expect((await fetch('neighbour', entry)).data).toEqual({ accessReceipt: null });
  });

  test('that is no id is refused, and so is everybody without an account', async () => {
    expect((await fetch('resident', 'x')).errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['Query.accessReceipt(entry:)'],
    });
    expect((await fetch(null, unknown)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
    expect((await fetch('customer-service', unknown)).codes).toEqual(['PURPOSE_REQUIRED']);
  });
});

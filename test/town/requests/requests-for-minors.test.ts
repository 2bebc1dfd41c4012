import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { askAsResident } from '../../helpers/asking/ask-as.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// A guardian asks for a minor in care. The guardian sees and continues what this guardian filed, never what the minor asked.
/** The guardian's request for the resident, a minor. */
let id: string;
let now = testNow;
const gateway = useGateway({ now: () => now });
beforeAll(async () => {
  id = await filed(await file('guardian', { residentId: cast.resident }));
});

const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const onOwn = { ...officer, case: matters.request } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const fields = 'id kind status body answer filedByGuardian requester { id } messages { body fromStaff fromGuardian }';
const ask = (persona: string, query: string, asked: Asked = {}): Promise<Answered> =>
  persona.startsWith('1000') ? askAsResident(gateway, persona, query, asked.variables) : gateway.ask(persona, query, asked);
const file = (persona: string, input: object) =>
  ask(persona, 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId } } }', {
    variables: { input: { kind: 'CORRECTION', body: 'The street is spelt wrong.', ...input } },
  });
const filed = async ({ data, errors }: Answered): Promise<string> => {
  expect(errors).toEqual([]);
  return data.fileRequest.receipt.requestId;
};
const one = (persona: string, requestId: string, asked: Asked = {}) => ask(persona, `{ request(id: "${requestId}") { ${fields} } }`, asked);
const idsFor = async (persona: string): Promise<string[]> =>
  (await ask(persona, '{ requests(first: 100) { edges { node { id } } } }')).data.requests.edges.map(({ node }: any) => node.id);
const reply = (persona: string, requestId: string, body: string, asked: Asked = {}) =>
  ask(persona, `mutation ($input: ReplyToRequestInput!) { replyToRequest(input: $input) { request { ${fields} } } }`, {
    ...asked,
    variables: { input: { requestId, body } },
  });
const withdraw = (persona: string, requestId: string) =>
  ask(persona, 'mutation ($input: WithdrawRequestInput!) { withdrawRequest(input: $input) { request { status } } }', {
    variables: { input: { requestId } },
  });
const care = (set: string) => gateway.database.asOwner(`update recreation.guardianship set ${set} where guardian_id = $1`, [cast.guardian]);
const extensionsOf = ({ errors }: Answered): unknown => errors[0]?.extensions;

describe('a request that a guardian filed for a minor', () => {
  test('is about the minor, and is shown to the guardian who filed it and to the minor', async () => {
    const [row] = await gateway.database.asOwner('select resident_id, filed_by_id from recreation.request where id = $1', [id]);
    expect(row).toEqual({ resident_id: cast.resident, filed_by_id: cast.guardian });
    for (const persona of ['guardian', 'resident']) {
      expect(await idsFor(persona)).toContain(id);
      expect((await one(persona, id)).data.request).toMatchObject({
        body: 'The street is spelt wrong.',
        filedByGuardian: true,
        requester: { id: cast.resident },
      });
    }
  });

  test('is shown to no other guardian, and to no one else', async () => {
    expect((await ask(cast.distantGuardian, `{ resident(id: "${cast.resident}") { givenName } }`)).data.resident.givenName).toBe(
      'Peregrine',
    );
    for (const persona of [cast.distantGuardian, cast.housemate, 'neighbour']) {
      expect(await idsFor(persona)).not.toContain(id);
      expect((await one(persona, id)).data).toEqual({ request: null });
      for (const refused of [await reply(persona, id, 'x'), await withdraw(persona, id)])
        expect(extensionsOf(refused)).toEqual({ code: 'NOT_FOUND' });
    }
  });

  test('is talked about by the guardian, the minor and the officer, who sees that the guardian reads along', async () => {
    await reply('guardian', id, 'With one t.');
    const assign = 'mutation ($input: AssignRequestInput!) { assignRequest(input: $input) { request { filedByGuardian } } }';
    const taken = await ask('privacy-officer', assign, { ...officer, variables: { input: { requestId: id } } });
    expect(taken.data.assignRequest.request).toEqual({ filedByGuardian: true });
    await reply('privacy-officer', id, 'Thank you.', { ...officer, case: id });
    await reply('resident', id, 'Two, please.');
    for (const [persona, asked] of [
      ['guardian', {}],
      ['resident', {}],
      ['privacy-officer', { ...officer, case: id }],
    ] as const) {
      const { messages } = (await one(persona, id, asked)).data.request;
      expect(messages.toSorted((left: any, right: any) => (left.body < right.body ? -1 : 1))).toEqual([
        { body: 'Thank you.', fromStaff: true, fromGuardian: false },
        { body: 'Two, please.', fromStaff: false, fromGuardian: false },
        { body: 'With one t.', fromStaff: false, fromGuardian: true },
      ]);
    }
  });

  test('is withdrawn by the guardian', async () => {
    const other = await filed(await file('guardian', { residentId: cast.resident }));
    expect((await withdraw('guardian', other)).data.withdrawRequest.request).toEqual({ status: 'WITHDRAWN' });
    expect((await one('resident', other)).data.request).toMatchObject({ status: 'WITHDRAWN', filedByGuardian: true });
  });

  test('is withdrawn by the minor, whose right it is', async () => {
    const other = await filed(await file('guardian', { residentId: cast.resident }));
    expect((await withdraw('resident', other)).errors).toEqual([]);
    expect((await one('guardian', other)).data.request).toMatchObject({ status: 'WITHDRAWN' });
  });

  test('is the minor’s alone once the care has ended, has not begun, or no longer includes the support history', async () => {
    expect((await one('guardian', id)).data.request.id).toBe(id);
    const repeated = { residentId: cast.resident, idempotencyKey: '3d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11' };
    const first = await file('guardian', repeated);
    for (const [ended, restored] of [
      [`valid_until = '2026-06-01'`, 'valid_until = null'],
      [`valid_from = '2026-07-01'`, `valid_from = '2020-01-01'`],
      [`scope = array_remove(scope, 'SUPPORT_HISTORY')`, `scope = scope || array['SUPPORT_HISTORY']`],
    ] as const) {
      await care(ended);
      expect(await idsFor('guardian')).not.toContain(id);
      expect((await one('guardian', id)).data).toEqual({ request: null });
      for (const refused of [
        await reply('guardian', id, 'x'),
        await withdraw('guardian', id),
        await file('guardian', { residentId: cast.resident }),
        await file('guardian', repeated),
      ])
        expect(extensionsOf(refused)).toEqual({ code: 'NOT_FOUND' });
      expect((await one('resident', id)).data.request.id).toBe(id);
      await care(restored);
    }
    expect((await file('guardian', repeated)).data).toEqual(first.data);
    expect((await one('guardian', id)).data.request.id).toBe(id);
  });

  test('shows the guardian in the minor’s history what the officer read for it, and no other guardian', async () => {
    await ask('privacy-officer', `{ resident(id: "${cast.resident}") { birthDate } }`, { ...officer, case: id });
    await gateway.sequence();
    const history = `{ resident(id: "${cast.resident}") { accessHistory(first: 100, filter: { purpose: RIGHTS_FULFILMENT }) { edges { node { need { number } } } } } }`;
    const numbers = async (persona: string): Promise<(string | null)[]> =>
      (await ask(persona, history)).data.resident.accessHistory.edges.map(({ node }: any) => node.need?.number ?? null);
    const [row] = await gateway.database.asOwner<{ number: string }>('select number from recreation.request where id = $1', [id]);
    expect(await numbers('guardian')).toContain(row!.number);
    expect(await numbers('resident')).toContain(row!.number);
    // A guardian who lives elsewhere sees no entry of the day, and on the next day none about what another guardian filed.
    expect(await numbers(cast.distantGuardian)).toEqual([]);
    now = new Date(testNow.getTime() + 86_400_000);
    try {
      const { data, errors } = await askAsResident(gateway, cast.distantGuardian, history, {}, now);
      expect([errors, data.resident.accessHistory.edges]).toEqual([[], []]);
    } finally {
      now = testNow;
    }
  });
});

describe('a minor’s own request', () => {
  test('is not shown to the guardian, who can’t continue it either', async () => {
    expect((await one('resident', matters.request)).data.request).toMatchObject({ id: matters.request, filedByGuardian: false });
    expect(await idsFor('guardian')).not.toContain(matters.request);
    const unknown = await reply('guardian', unknownId, 'x');
    expect((await reply('guardian', matters.request, 'x')).errors).toEqual(unknown.errors);
    expect((await withdraw('guardian', matters.request)).codes).toEqual(['NOT_FOUND']);
    expect((await one('guardian', matters.request)).data).toEqual({ request: null });
    expect((await one('privacy-officer', matters.request, onOwn)).data.request).toMatchObject({ status: 'OPEN' });
  });
});

describe('filing is refused', () => {
  test('for an adult, a stranger, an unknown person and a minor in another person’s care, all alike', async () => {
    const unknown = await file('guardian', { residentId: unknownId });
    expect(extensionsOf(unknown)).toEqual({ code: 'NOT_FOUND' });
    for (const residentId of [cast.housemate, cast.neighbour, cast.protectedChild]) {
      const { data, errors } = await file('guardian', { residentId });
      expect({ data, errors }).toEqual({ data: unknown.data, errors: unknown.errors });
    }
  });

  test('together with an entry, and for a text that is no id', async () => {
    const invalid = { code: 'INPUT_INVALID', coordinates: ['FileRequestInput.residentId'] };
    const questioned = { kind: 'ACCESS_QUESTIONED', residentId: cast.resident, entryId: unknownId };
    expect(extensionsOf(await file('guardian', questioned))).toMatchObject({ ...invalid, reason: 'NOT_HERE' });
    expect(extensionsOf(await file('guardian', { residentId: 'x' }))).toMatchObject(invalid);
  });

  test('without an account', async () => {
    const { errors } = await gateway.ask(
      null,
      'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { number } } }',
      {
        variables: { input: { kind: 'QUESTION', body: 'x', contactEmail: 'dog@example.org', contactCode: 'x', residentId: cast.resident } },
      },
    );
    expect(errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      reason: 'NOT_HERE',
      coordinates: ['FileRequestInput.residentId'],
    });
  });

  test('by no one for themselves: the own id counts as none', async () => {
    const own = await filed(await file('guardian', { residentId: cast.guardian }));
    expect((await one('guardian', own)).data.request).toMatchObject({ filedByGuardian: false, requester: { id: cast.guardian } });
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { cast, matters } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { personalIn } from '../helpers/values/nothing-personal.ts';
import { personalLeaves, personalValues, unsearchable, type PersonalValue } from '../helpers/values/personal-values.ts';
import { isCommonplace } from '../helpers/values/stored-values.ts';
import { askFrom, standpoints } from '../helpers/asking/standpoints.ts';
import { sharedSchema } from '../helpers/gateway/shared-schema.ts';

const fieldNames = Object.values(sharedSchema.schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) ? Object.keys(type.getFields()) : [],
);

// The gateway's log lines in a run with every kind of failure: codes, and no personal value.
let values: PersonalValue[];
let token: string;
const gateway = useGateway();
beforeAll(async () => {
  values = await personalValues(gateway.database);
  token = await gateway.token('resident');
});

describe('the search', () => {
  test('looks for the values of every personal leaf field, or gives the reason why it does not', () => {
    const found = new Set(values.map(({ coordinate }) => coordinate));
    const missed = [...personalLeaves].filter(([coordinate, type]) => !found.has(coordinate) && !isCommonplace(type));
    expect(missed.map(([coordinate]) => coordinate).toSorted()).toEqual(Object.keys(unsearchable).toSorted());
  });

  test('finds a value of each field where it is in a text', () => {
    const one = Map.groupBy(values, ({ coordinate }) => coordinate);
    for (const [coordinate, [first]] of one) {
      const line = JSON.stringify({ level: 30, msg: `so it was ${first!.value}!` });
      expect({ coordinate, found: personalIn([line], [first!]) }).toEqual({ coordinate, found: [`${coordinate} ${first!.value}`] });
    }
    // And finds none where the text only resembles a value.
    expect(personalIn(['"PurchaseEdge.node" 112.74 Peregrination'], values)).toEqual([]);
  });
});

const person =
  'query ($id: ID!) { resident(id: $id) { givenName birthDate email account { balance } purchases { edges { node { amount } } } } }';

/** Sends requests that are answered, refused or fail, with personal values in every place that a caller can fill. */
async function everything(): Promise<void> {
  const send = (body: string, headers: Record<string, string> = {}) =>
    gateway.send({ method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers }, body });
  for (const standpoint of standpoints) {
    await askFrom(gateway, standpoint, person, { id: cast.resident });
    await askFrom(gateway, standpoint, '{ residents(filter: { familyName: "Castellow", birthDate: "2008-12-15" }) { edges { cursor } } }');
    await askFrom(gateway, standpoint, 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { phone } } }', {
      input: { residentId: cast.resident, email: 'kestrelpost@example.org', phone: 'Peregrine', address: { street: '17 Kingfisher Rise' } },
    });
  }
  await send('{"query":"{ me { Castellow } }","variables":{"Peregrine":"kestrelpost@example.org"}}');
  await send('{"query":"{ resident(id: \\"Peregrine Castellow\\") { id } }"}');
  await send('{"query":"query Peregrine { me { id } }","operationName":"Castellow"}');
  await send('{"query":"{ \\"Castellow');
  await send(JSON.stringify({ query: person, variables: { id: cast.resident } }), {
    'privacy-case': cast.neighbour,
    'privacy-purpose': 'Castellow',
  });
  await send('{}', { authorization: 'Bearer kestrelpost@example.org' });
  await gateway.send({ path: `/residents/${cast.resident}?name=Castellow` });
}

test('neither answers nor refusals write a personal value', async () => {
  await everything();
  expect(personalIn(gateway.logged, values)).toEqual([]);
});

describe('a failure is logged as its code and its cause’s code', () => {
  const lines = (): Record<string, unknown>[] => gateway.logged.map((line) => JSON.parse(line) as Record<string, unknown>);

  test.each<[what: string, code: string, statement: string, undo: string]>([
    [
      'a constraint, whose failure quotes the row',
      'INTERNAL',
      `alter table recreation.ticket add constraint tell check (subject !~ 'Kestrel') not valid`,
      'alter table recreation.ticket drop constraint tell',
    ],
    [
      'a trigger that says whom it is about',
      'INTERNAL',
      `create function recreation.tell() returns trigger language plpgsql as $$ begin raise exception 'Peregrine Castellow %', new.id; end $$;
       create trigger tell before update on recreation.resident for each row execute function recreation.tell()`,
      'drop trigger tell on recreation.resident',
    ],
    ['a table is gone', 'INTERNAL', 'alter table recreation.account rename to gone', 'alter table recreation.gone rename to account'],
    [
      'the access log takes nothing',
      'LOG_UNAVAILABLE',
      'revoke insert on access_log.staged from ntk_gateway',
      'grant insert on access_log.staged to ntk_gateway',
    ],
  ])('%s', async (_what, code, statement, undo) => {
    const before = gateway.logged.length;
    await gateway.database.asOwner(statement);
    await everything();
    const ticket = await gateway.ask('resident', 'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { ticket { id } } }', {
      variables: { input: { topic: 'OTHER', subject: 'Kestrel of Castellow', body: 'kestrelpost@example.org' } },
    });
    const contact = await gateway.ask(
      'resident',
      'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { email } } }',
      { variables: { input: { residentId: cast.resident, phone: '+17805550187' } } },
    );
    await gateway.database.asOwner(undo);
    expect(personalIn([JSON.stringify([ticket.errors, contact.errors])], values)).toEqual([]);
    const written = lines().slice(before);
    expect(written.some((line) => line['code'] === code)).toBe(true);
    expect(personalIn(gateway.logged, values)).toEqual([]);
  });

  test('no line has anything but time, level, request, code, cause, a field of the schema and a fixed sentence: no token, address or case', async () => {
    const all = lines();
    expect(all.length).toBeGreaterThan(4);
    for (const { time, level, requestId, traceId, field, ...members } of all) {
      expect([typeof time, typeof level]).toEqual(['number', 'number']);
      expect(requestId).toBe('request');
      expect(traceId).toMatch(/^[\da-f]{32}$/);
      expect(Object.keys(members).toSorted()).toEqual(['cause', 'code', 'msg']);
      expect(['undefined', ...fieldNames]).toContain(String(field));
      expect(members['code']).toMatch(/^[A-Z_]+$/);
      expect(members['cause']).toMatch(/^[A-Za-z0-9_]{3,40}$/);
      expect(['an operation failed', 'a request failed']).toContain(members['msg']);
    }
    const text = gateway.logged.join('');
    for (const secret of [token, '127.0.0.1', matters.ticket, matters.encounter, 'Bearer', 'select ']) expect(text).not.toContain(secret);
  });
});

import { describe, expect, test } from '@jest/globals';
import { cast, matters, personaNamed } from '../../../../demo/personas.ts';
import { secret } from '../../../../src/platform/postgres/secrets/secrets.ts';
import { createPseudonyms } from '../../../../src/engine/rows/pseudonyms.ts';
import { askWithToken } from '../../../helpers/tokens/ask-with-token.ts';
import { testNow, testSecrets } from '../../../helpers/database/cluster.ts';
import { tokenOfPartner } from '../../../helpers/tokens/partner-tokens.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';
import { wholeResponse } from '../../../helpers/asking/whole-response.ts';

// A partner's token narrows its mandate: by categories, fields and data subjects. It never widens it.
const gateway = useGateway();

const audience = 'urn:need-to-know:gateway';
const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
const absent = '10000000-0000-4000-8000-00000000ffff';
const person = 'query ($id: ID!) { resident(id: $id) { id givenName familyName birthDate phone } }';
const police = (details?: Asked['details'], query = person): Promise<Answered> =>
  gateway.ask('police', query, { variables: { id: cast.resident }, report: 'full', ...(details && { details }) });
const given = expect.any(String);

describe('categories of the token', () => {
  test('are all that is shown, and what is withheld says by what', async () => {
    expect((await police()).data.resident).toEqual({ id: given, givenName: given, familyName: given, birthDate: given, phone: null });
    const { data, privacy } = await police({ categories: ['NAME'] });
    expect(data.resident).toEqual({ id: given, givenName: given, familyName: given, birthDate: null, phone: null });
    expect(privacy.withheld).toEqual([
      { coordinate: 'Resident.birthDate', paths: [['resident', 'birthDate']], reason: 'NOT_IN_TOKEN' },
      { coordinate: 'Resident.phone', paths: [['resident', 'phone']], reason: 'NOT_IN_AUTHORITY' },
    ]);
  });

  test('outside the mandate open nothing', async () => {
    const { data, privacy } = await police({ categories: ['TELEPHONE'] });
    expect(data.resident).toEqual({ id: given, givenName: null, familyName: null, birthDate: null, phone: null });
    expect(privacy.withheld).toContainEqual({ coordinate: 'Resident.phone', paths: [['resident', 'phone']], reason: 'NOT_IN_AUTHORITY' });
  });

  test('do not fetch what they withhold', async () => {
    const listening = captureStatements(gateway.database.roles.gateway);
    await police();
    await police({ categories: ['NAME'] });
    listening.stop();
    const fetching = listening.statements
      .filter(({ text }) => text.includes('from recreation.resident'))
      .map(({ text }) => /birth_date.{0,20} as "birthDate"/.test(text));
    expect(fetching.filter(Boolean)).toEqual([true]);
  });

  test('close a root field that needs another one', async () => {
    const asked = { mandate: matters.protectedOrder };
    const query = '{ tickets { totalCount } }';
    expect((await gateway.ask('police', query, asked)).data.tickets.totalCount).toBeGreaterThan(0);
    const narrowed = await gateway.ask('police', query, { ...asked, details: { categories: ['NAME'] } });
    expect(narrowed).toMatchObject({ data: { tickets: null }, codes: ['FIELD_NOT_PERMITTED'] });
    expect(narrowed.errors[0]?.extensions).toMatchObject({ reason: 'NOT_IN_TOKEN' });
    const named = await gateway.ask('police', query, { ...asked, details: { fields: ['Ticket.subject'] } });
    expect(named.data.tickets.totalCount).toBeGreaterThan(0);
  });

  test('say by what rows may be chosen and sorted', async () => {
    const query = '{ residents(filter: { birthDate: "2011-04-01" }) { totalCount } }';
    expect((await police(undefined, query)).data.residents).toEqual({ totalCount: expect.any(Number) });
    for (const details of [{ categories: ['NAME'] }, { fields: ['Resident.birthDate'] }]) {
      const { data, errors } = await police(details, query);
      expect(data).toEqual({ residents: null });
      expect(errors[0]?.extensions).toMatchObject({ code: 'ARGUMENT_NOT_PERMITTED', coordinates: ['ResidentFilter.birthDate'] });
    }
    expect((await police({ categories: ['NAME'] }, '{ residents(orderBy: BIRTH_DATE) { totalCount } }')).codes).toEqual([
      'ARGUMENT_NOT_PERMITTED',
    ]);
  });
});

describe('fields of the token', () => {
  test('are all that is shown, also by another name, by a fragment and by node', async () => {
    const details = { fields: ['Resident.birthDate'] };
    expect((await police(details)).data.resident).toEqual({ id: given, givenName: null, familyName: null, birthDate: given, phone: null });
    const around = `query ($id: ID!) { resident(id: $id) { born: givenName ...More } node(id: $id) { ... on Resident { givenName birthDate } } }
      fragment More on Resident { birthDate: familyName }`;
    expect((await police(details, around)).data).toEqual({
      resident: { born: null, birthDate: null },
      node: { givenName: null, birthDate: given },
    });
  });

  test('of categories that the token does not name open nothing, not even that people are on record', async () => {
    const { data } = await police({ fields: ['Resident.birthDate'], categories: ['NAME'] });
    expect(data.resident).toBeNull();
  });

  test('that do not exist open nothing', async () => {
    expect((await police({ fields: ['Resident.shoeSize'] })).data.resident).toBeNull();
  });
});

describe('subjects of the token', () => {
  const maintenance = (query: string, id: string, subjects?: readonly string[]): Promise<Answered> =>
    gateway.ask('maintenance-agent', query, { variables: { id }, ...(subjects && { details: { subjects } }) });
  const list = '{ residents { totalCount edges { node { id } } } myMandate { mandate { subjects { id } } } }';

  test('are the only people who are found, counted and listed', async () => {
    expect((await maintenance(list, '')).data.residents.totalCount).toBeGreaterThan(2);
    const { data } = await maintenance(list, '', [cast.neighbour]);
    const id = gateway.known('maintenance-agent', cast.neighbour);
    expect(data).toEqual({
      residents: { totalCount: 1, edges: [{ node: { id } }] },
      myMandate: { mandate: { subjects: [{ id }] } },
    });
  });

  test('leave everyone else like a person who is not on record, to the byte and with the same statements', async () => {
    const query =
      'query ($id: ID!) { resident(id: $id) { id initials account { balance } purchases { totalCount } } node(id: $id) { id } }';
    const seen = async (id: string): Promise<{ whole: string; statements: readonly string[] }> => {
      const listening = captureStatements(gateway.database.roles.gateway);
      const whole = wholeResponse(await maintenance(query, id, [cast.neighbour]));
      listening.stop();
      return { whole, statements: listening.statements.map(({ text }) => text).toSorted() };
    };
    expect((await maintenance(query, cast.resident)).data.resident).toMatchObject({ id: given });
    await seen(absent);
    expect(await seen(cast.resident)).toEqual(await seen(absent));
    expect((await maintenance(query, cast.neighbour, [cast.neighbour])).data.resident).toMatchObject({ id: given });
  });

  test('whom the mandate does not name are unknown', async () => {
    const { data } = await maintenance(list, '', [cast.guardian]);
    expect(data).toMatchObject({ residents: { totalCount: 0, edges: [] }, myMandate: { mandate: { subjects: [] } } });
  });

  test.each([
    ['an unknown pseudonym', '9f1c1f62-5d0c-4a43-8f5e-6a8f0b0f6f10'],
    ['another partner’s pseudonym for a person whom the mandate names', pseudonyms.disguise(cast.creditBureau, cast.neighbour)],
    ['the internal id of a person whom the mandate names', cast.neighbour],
  ])('that are %s are no one', async (_what, subject) => {
    const under = async (id: string): Promise<Answered> => {
      const { principal, mandates } = personaNamed('maintenance-agent');
      const asked = { mandate: mandates[0], registered: undefined, details: { subjects: [id] }, now: testNow };
      const token = await tokenOfPartner(gateway.database.asOwner, personaNamed('maintenance-agent'), audience, asked);
      const own = pseudonyms.disguise(principal, cast.neighbour);
      return askWithToken(gateway.send, token, `{ resident(id: "${own}") { id } residents { totalCount } accounts { totalCount } }`);
    };
    expect((await under(pseudonyms.disguise(cast.maintenanceFirm, cast.neighbour))).data).toMatchObject({
      resident: { id: given },
      residents: { totalCount: 1 },
    });
    expect((await under(subject)).data).toMatchObject({ resident: null, residents: { totalCount: 0 } });
  });

  test('that are an empty list are not granted, and read nothing if they are stored', async () => {
    const { data, status } = await maintenance(list, '', []);
    expect({ data, status }).toEqual({ data: undefined, status: 500 });
  });

  test('leave an auditor, whose engagement names no person, no entry', async () => {
    const query = '{ accessEntries(first: 5) { totalCount edges { node { outcome } } } }';
    await gateway.sequence();
    expect((await gateway.ask('auditor', query)).data.accessEntries.totalCount).toBeGreaterThan(0);
    const { data } = await gateway.ask('auditor', query, { details: { subjects: [cast.resident] } });
    expect(data.accessEntries).toEqual({ totalCount: 0, edges: [] });
  });
});

describe('the registration of the client', () => {
  const shown = async (persona: string, asked: Asked): Promise<string[]> => {
    const query = '{ residents(first: 1) { edges { node { id givenName initials birthDate emailHint } } } }';
    const { data } = await gateway.ask(persona, query, asked);
    const [first] = data.residents.edges;
    return Object.entries((first?.node ?? {}) as object).flatMap(([field, value]) => (value === null ? [] : [field]));
  };

  // The existence of a record is within each limit.
  test.each([
    ['maintenance-agent', ['initials', 'emailHint'], 'INITIALS', ['initials']],
    ['credit-agency', ['givenName', 'initials', 'birthDate'], 'BIRTH_DATE', ['birthDate']],
    ['collection-agency', ['givenName', 'initials', 'emailHint'], 'EMAIL_HINT', ['emailHint']],
    ['police', ['givenName', 'initials', 'birthDate'], 'NAME', ['givenName']],
  ] as const)('limits what the tokens of a partner show, as categories of the token do: %s', async (persona, all, category, left) => {
    expect(await shown(persona, {})).toEqual(['id', ...all]);
    expect(await shown(persona, { registered: [category] })).toEqual(['id', ...left]);
    expect(await shown(persona, { details: { categories: [category] } })).toEqual(['id', ...left]);
    expect(await shown(persona, { registered: [category], details: { categories: ['LOCALITY'] } })).toEqual(['id']);
  });

  test('closes a root field that needs another category, and says so', async () => {
    const asked = { mandate: matters.protectedOrder };
    const query = '{ tickets { totalCount } }';
    expect((await gateway.ask('police', query, asked)).data.tickets.totalCount).toBeGreaterThan(0);
    const { data, errors } = await gateway.ask('police', query, { ...asked, registered: ['NAME'] });
    expect(data).toEqual({ tickets: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FIELD_NOT_PERMITTED', reason: 'NOT_IN_REGISTRATION' });
  });
});

test('one document answers each token by its own limits, in whatever order they come', async () => {
  const wide = (await police()).data.resident;
  const [named, born] = [{ categories: ['NAME'] }, { fields: ['Resident.birthDate'] }];
  const rounds = [undefined, named, born, named, undefined, born, undefined];
  for (const details of rounds) {
    const { givenName, birthDate } = (await police(details)).data.resident;
    const expected = {
      givenName: details === born ? null : wide.givenName,
      birthDate: details === named ? null : wide.birthDate,
    };
    expect({ givenName, birthDate }).toEqual(expected);
  }
});

test('the access entry says what the token withheld', async () => {
  await gateway.sequence();
  await police({ categories: ['NAME'] });
  await gateway.sequence();
  const [entry] = await gateway.database.asOwner<{ view: { released: string[]; withheld: string[] } }>(
    `select segment.content as view from access_log.segment where subject_id = $1 order by seq desc limit 1`,
    [cast.resident],
  );
  expect(entry?.view.released).toContain('Resident.givenName');
  expect(entry?.view.withheld).toEqual(expect.arrayContaining(['Resident.birthDate', 'Resident.phone']));
});

test('a token of one person is charged for one', async () => {
  const used = async (): Promise<number> => {
    const { data } = await gateway.ask('credit-agency', '{ myMandate { readBudget { window used } } }');
    return data.myMandate.readBudget.find(({ window }: { window: string }) => window === 'HOUR').used;
  };
  const before = await used();
  await gateway.ask('credit-agency', '{ residents { edges { node { id } } } }', { details: { subjects: [cast.resident] } });
  expect((await used()) - before).toBe(1);
});

test.each([
  ['declares its purpose', { purpose: 'LEGAL_DEMAND' }, 'PURPOSE_NOT_ALLOWED'],
  ['declares none', {}, 'PURPOSE_REQUIRED'],
] as const)('a partner’s token without authorization details reads nothing if it %s', async (_name, asked, code) => {
  for (const query of ['{ residents { totalCount } }', '{ myMandate { mandate { kind } } }']) {
    expect((await gateway.ask('police', query, asked)).errors).toEqual([]);
    const { data, codes } = await gateway.ask('police', query, { ...asked, mandate: '' });
    expect({ released: Object.values(data ?? {}).filter((value) => value !== null), codes }).toEqual({ released: [], codes: [code] });
  }
});

import { town } from '../../src/town/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { alwaysProven, provenCode } from '../helpers/identity/proven-contact.ts';
import { demoPartners } from '../../demo/partners.ts';
import { cast, matters } from '../../demo/personas.ts';
import { services } from '../../demo/population/services.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import type { Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import { PurposeTexts } from '../../src/engine/purpose/purpose-texts.ts';
import { testToday } from '../helpers/database/cluster.ts';
import { changes, documentOf } from '../helpers/changes/changes.ts';
import { change, client, further } from '../helpers/changes/further-changes.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { saveRows, type SavedRows } from '../helpers/database/saved-rows.ts';
import { askFrom, standpoints, standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// A change of an object that the principal may not change is refused like a change of an unknown object: status,
// headers, errors and extensions, byte for byte. The standpoints that may change it are listed, and get another answer.
let saved: SavedRows;
const gateway = useGateway({ anonymousSenders: alwaysProven });
beforeAll(async () => {
  // The supporter and the officer are also residents: the neighbour's record is their own.
  await gateway.database.asOwner('update recreation.employee set resident_id = $1 where id = any($2)', [
    cast.neighbour,
    [cast.supporter, cast.privacyOfficer],
  ]);
  await gateway.database.asOwner(
    `with client as (insert into identity.registration (id, partner_id, name, contact, jwks_uri, recorded_by, recorded_at)
       values ($1, $2, 'A client', 'The desk', 'https://partner.example/keys', $3, '2026-06-01'))
     insert into identity.registration_change (id, registration_id, kind, jwks_uri, overlap_days, proposed_by, proposed_at)
     values ($4, $1, 'KEYS', 'https://partner.example/later', 0, $3, '2026-06-01')`,
    [client, demoPartners.LAW_ENFORCEMENT.id, cast.privacyOfficer2, change],
  );
  saved = await saveRows(gateway.database);
});

const absent = '10000000-0000-4000-8000-00000000ffff';
const all = [...changes, ...further];
describe.each(all.map((change) => [change.field, change] as const))('%s', (field, change) => {
  const ask = async (name: StandpointName, id: string): Promise<string> =>
    wholeResponse(await askFrom(gateway, standpointNamed(name), documentOf(change), { input: change.input(id) }));

  test('refuses a hidden object like an absent one', async () => {
    const results = await Promise.all(
      standpoints.map(async ({ name }) => {
        const unknown = await ask(name, absent);
        const reachable = change.reach[name] ?? [];
        // When the principal may change none, the root rule refuses before any id is read: two ids show it.
        const hidden = change.ids.filter((id) => !reachable.includes(id)).slice(0, reachable.length > 0 ? change.ids.length : 2);
        const answers = await Promise.all(hidden.map((id) => ask(name, id)));
        return { name, reachable, unknown, different: hidden.filter((_id, at) => answers[at] !== unknown) };
      }),
    );
    expect(results.filter((one) => one.different.length > 0)).toEqual([]);
    for (const { reachable, unknown } of results) {
      const codes = reachable.length > 0 ? 'NOT_FOUND' : '(NOT_FOUND|FIELD_NOT_PERMITTED|[A-Z]+_REQUIRED|AUTHORITY_NOT_IN_FORCE)';
      expect(unknown).toMatch(new RegExp(`"code":"${codes}"`));
      expect(unknown).toMatch(new RegExp(`"${field}":null|"code":"PURPOSE_REQUIRED"`));
    }
  });

  test('accepts an object that the principal may change', async () => {
    for (const [name, ids] of Object.entries(change.reach) as [StandpointName, readonly string[]][]) {
      const unknown = await ask(name, absent);
      // One id is enough: the other standpoints show that each object exists.
      const id = ids[0]!;
      expect({ name, id, whole: await ask(name, id) }).not.toEqual({ name, id, whole: unknown });
      await saved.restore();
    }
  });
});

describe('other objects that the input names', () => {
  const bare = (field: string, input: Record<string, unknown>, name: StandpointName): Promise<string> =>
    askFrom(gateway, standpointNamed(name), documentOf({ field, asks: '__typename' }), { input }).then(wholeResponse);

  test('an employee with another role is like an unknown one', async () => {
    const unknown = await bare('assignTicket', { ticketId: matters.ticket, employeeId: absent }, 'support');
    for (const employeeId of [cast.clerk, cast.privacyOfficer, cast.securityOfficer, cast.resident, cast.police]) {
      expect(await bare('assignTicket', { ticketId: matters.ticket, employeeId }, 'support')).toBe(unknown);
    }
    expect(unknown).toContain('NOT_FOUND');
    const unknownEmployee = await bare('assignRequest', { requestId: matters.request, employeeId: absent }, 'officer');
    for (const employeeId of [cast.clerk, cast.supporter]) {
      expect(await bare('assignRequest', { requestId: matters.request, employeeId }, 'officer')).toBe(unknownEmployee);
    }
  });

  test('an unknown person is like a hidden one, with a service of the catalogue and without', async () => {
    const asked = (residentId: string, serviceId: string) => bare('purchase', { residentId, serviceId }, 'guardian');
    const unknown = await asked(absent, services[0]!.id);
    for (const id of [cast.neighbour, cast.housemate]) expect(await asked(id, services[0]!.id)).toBe(unknown);
    // The catalogue is open to everybody, so an unknown service is told, alike for every person.
    const unknownService = await asked(absent, absent);
    expect(unknownService).toContain('SERVICE_UNKNOWN');
    for (const id of [cast.guardian, cast.neighbour, cast.housemate]) expect(await asked(id, absent)).toBe(unknownService);
  });

  test('an unknown partner of a mandate is like an unknown data subject', async () => {
    const { input } = changes.find(({ field }) => field === 'recordMandate')!;
    const unknown = await bare('recordMandate', { ...input(cast.guardian), partnerId: absent }, 'officer for mandates');
    expect(await bare('recordMandate', input(absent), 'officer for mandates')).toBe(unknown);
    expect(await bare('recordMandate', { ...input(absent), subjectIds: [cast.guardian, cast.neighbour] }, 'officer for mandates')).toBe(
      unknown,
    );
  });

  test('a guardian who may not know where the home is can’t change it', async () => {
    const change = (residentId: string) => bare('updateContact', { residentId, phone: '+17805550188' }, 'estranged parent');
    expect(await change(cast.protectedChild)).toBe(await change(absent));
    await saved.restore();
  });
});

describe('input that names no person', () => {
  const register = documentOf({ field: 'registerResident', asks: 'resident { givenName familyName emailHint }' });
  const registering = (given: object) => ({
    input: { givenName: 'Zebedee', familyName: 'Quartermain', birthDate: '1971-03-02', email: 'z.quartermain@example.org', ...given },
  });

  test('registerResident does not reveal whether a similar person is on record', async () => {
    const ask = async (given: object = {}) => wholeResponse(await askFrom(gateway, standpointNamed('clerk'), register, registering(given)));
    const first = await ask();
    expect(first).toContain('Zebedee');
    expect(await ask()).toBe(first);
    // Namesakes of the same birth date, email and telephone are many, or none.
    const [known] = await gateway.database.asOwner<Record<string, string>>(
      `select given_name as "givenName", family_name as "familyName", birth_date::text as "birthDate", email, phone
       from recreation.resident where id = $1`,
      [cast.protectedPerson],
    );
    const blank = (text: string): string => text.replace(/"givenName":.*\}\}\}/, '').replace(/content-length: \d+/, '');
    expect(blank(await ask(known))).toBe(blank(first));
    await saved.restore();
  });

  test('openTicket and fileRequest answer the same without a record and without a case', async () => {
    const open = documentOf({ field: 'openTicket', asks: 'ticket { subject status }' });
    const question = { input: { topic: 'OTHER', subject: 'A subject', body: 'A body' } };
    const file = documentOf({ field: 'fileRequest', asks: 'receipt { dueOn }' });
    const request = { input: { kind: 'COMMENT', body: 'A body', contactEmail: 'dog@example.org', contactCode: provenCode } };
    const ask = async (name: StandpointName, query: string, variables: object) =>
      (await askFrom(gateway, standpointNamed(name), query, { ...variables })).codes;
    expect(await ask('resident', open, question)).toEqual([]);
    expect(await ask('anonymous', file, request)).toEqual([]);
    for (const name of ['resident not on record', 'support'] as const) expect(await ask(name, open, question)).toEqual(['NOT_FOUND']);
    expect(await ask('resident not on record', file, request)).toEqual(['NOT_FOUND']);
    await saved.restore();
  });
});

test('inviteEmployee tells only an administrator whether a work address is taken', async () => {
  const document = documentOf({ field: 'inviteEmployee', asks: 'employee { id }' });
  const invited = { givenName: 'Ione', familyName: 'Saltmarsh', roles: ['SUPPORT'], reviewsLog: false };
  const ask = async (name: StandpointName, workEmail: string): Promise<string> =>
    wholeResponse(await askFrom(gateway, standpointNamed(name), document, { input: { ...invited, workEmail } }));
  const [{ taken }] = (await gateway.database.asOwner('select work_email as taken from recreation.employee where id = $1', [
    cast.clerk,
  ])) as [{ taken: string }];
  for (const { name } of standpoints) {
    const [withTaken, withFree] = [await ask(name, taken), await ask(name, 'ione@town.example')];
    if (name === 'staff administrator') expect(withTaken).toContain('WORK_EMAIL_TAKEN');
    else expect(withTaken).toBe(withFree);
  }
  await saved.restore();
});

test('confirmIdentity answers for the own record like for an absent person, from every standpoint', async () => {
  const document = documentOf({ field: 'confirmIdentity', asks: 'outcome' });
  const [own] = await gateway.database.asOwner('select birth_date::text as "birthDate", email from recreation.resident where id = $1', [
    cast.clerkAsResident,
  ]);
  const ask = async (name: StandpointName, residentId: string): Promise<string> =>
    wholeResponse(await askFrom(gateway, standpointNamed(name), document, { input: { ...own, residentId } }));
  for (const { name } of standpoints) expect(await ask(name, cast.clerkAsResident)).toBe(await ask(name, absent));
  expect(await ask('clerk', absent)).toContain('"outcome":"NO_MATCH"');
});

test('acknowledgePurpose answers for a version of another role like for one that no text has, from every standpoint', async () => {
  const document = documentOf({ field: 'acknowledgePurpose', asks: 'purposeText { version }' });
  const ask = async (name: StandpointName, version: string): Promise<string> =>
    wholeResponse(await askFrom(gateway, standpointNamed(name), document, { input: { version } }));
  const versions = (role: Role): string[] =>
    new PurposeTexts(policyInForce, town.sayPurpose).of(role, testToday).map(({ version }) => version);
  for (const { name } of standpoints) {
    const foreign = versions(name === 'security' ? 'STAFF_ADMINISTRATOR' : 'SECURITY')[0]!;
    expect(await ask(name, foreign)).toBe(await ask(name, '0'.repeat(32)));
  }
  expect(await ask('security', versions('SECURITY')[0]!)).toContain(versions('SECURITY')[0]);
  await saved.restore();
});

test('acknowledgeStatement answers for each version that is not in force alike, from every standpoint', async () => {
  const document = documentOf({ field: 'acknowledgeStatement', asks: '__typename' });
  const ask = async (name: StandpointName, version: string): Promise<string> =>
    wholeResponse(await askFrom(gateway, standpointNamed(name), document, { input: { version } }));
  for (const { name } of standpoints) expect(await ask(name, '1')).toBe(await ask(name, 'none'));
  await saved.restore();
});

test('reopenRequestByCode answers for a number with a wrong code like for one that no request has, from every standpoint', async () => {
  const document = documentOf({ field: 'reopenRequestByCode', asks: 'request { number }' });
  const ask = async (name: StandpointName, number: string): Promise<string> =>
    wholeResponse(
      await askFrom(gateway, standpointNamed(name), document, { input: { number, code: 'AAAA-AAAA-AAAA', body: 'Why it is opened' } }),
    );
  const [known] = await gateway.database.asOwner<{ number: string }>('select number from recreation.request where id = $1', [
    matters.anonymousRequest,
  ]);
  for (const { name } of standpoints) expect(await ask(name, known!.number)).toBe(await ask(name, 'R-2026-00000'));
});

test('this file covers every root field of the mutation', () => {
  const fields = Object.keys(buildSchema(town).schema.getMutationType()!.getFields());
  expect(fields.toSorted()).toEqual(
    [
      ...all.map(({ field }) => field),
      'acknowledgePurpose',
      'acknowledgeStatement',
      // In erasures.test.ts.
      'proposeErasure',
      'approveErasure',
      'reopenRequestByCode',
      'inviteEmployee',
      'registerResident',
      'openTicket',
      'fileRequest',
      'sendContactCode',
      'confirmIdentity',
    ].toSorted(),
  );
});

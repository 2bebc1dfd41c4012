import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';
const confirm = 'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { outcome } }';
const counter: Asked = { purpose: 'SERVICE_PROVISION' };

interface Known {
  readonly birthDate: string;
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
}

let resident: Known;
let guardian: Known;
let clerk: Known;
const gateway = useGateway();
beforeAll(async () => {
  [resident, guardian, clerk] = [await known(cast.resident), await known(cast.guardian), await known(cast.clerkAsResident)];
});
beforeEach(() => gateway.database.asOwner('delete from access_log.budget_act'));

async function known(id: string): Promise<Known> {
  const [row] = await gateway.database.asOwner<Known & Record<string, unknown>>(
    'select birth_date::text as "birthDate", email, phone, mobile_phone as mobile from recreation.resident where id = $1',
    [id],
  );
  return row!;
}

const ask = (input: object, asked: Asked = counter, persona = 'customer-service'): Promise<Answered> =>
  gateway.ask(persona, confirm, { ...asked, variables: { input } });
const outcomeOf = async (input: object, asked?: Asked): Promise<string> => {
  const { data, errors } = await ask(input, asked);
  expect(errors).toEqual([]);
  return data.confirmIdentity.outcome;
};

describe('a check of an identity', () => {
  test('matches two or three values of one person, whatever the case of the address and whichever the number', async () => {
    const { birthDate, email, phone, mobile } = resident;
    for (const given of [
      { birthDate, email },
      { birthDate, phone },
      { email: email.toUpperCase(), phone: mobile },
      { birthDate, email, phone },
    ]) {
      expect(await outcomeOf(given)).toBe('MATCH');
      expect(await outcomeOf({ ...given, residentId: cast.resident })).toBe('MATCH');
      expect(await outcomeOf({ ...given, residentId: cast.guardian })).toBe('NO_MATCH');
    }
  });

  test('does not match where one value is another person’s', async () => {
    const { birthDate, email, phone } = resident;
    for (const given of [
      { birthDate, email: guardian.email },
      { birthDate: guardian.birthDate, phone },
      { birthDate, email, phone: guardian.phone },
    ]) {
      expect(await outcomeOf(given)).toBe('NO_MATCH');
      expect(await outcomeOf({ ...given, residentId: cast.resident })).toBe('NO_MATCH');
    }
  });

  test('says that several match, until another value or a search result leaves one', async () => {
    const shared = { email: guardian.email, phone: guardian.phone };
    await gateway.database.asOwner('update recreation.resident set email = $2, phone = $3 where id = $1', [
      cast.resident,
      shared.email,
      shared.phone,
    ]);
    expect(await outcomeOf(shared)).toBe('SEVERAL');
    expect(await outcomeOf({ ...shared, birthDate: resident.birthDate })).toBe('MATCH');
    expect(await outcomeOf({ ...shared, residentId: cast.guardian })).toBe('MATCH');
    await gateway.database.asOwner('update recreation.resident set email = $2, phone = $3 where id = $1', [
      cast.resident,
      resident.email,
      resident.phone,
    ]);
  });

  test('needs two values, and compares nothing and counts nothing without', async () => {
    for (const given of [{}, { birthDate: resident.birthDate }, { email: resident.email, phone: null }, { residentId: cast.resident }]) {
      const { data, errors } = await ask(given);
      expect(data).toEqual({ confirmIdentity: null });
      expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', reason: 'MISSING' });
      expect(errors[0]!.extensions.coordinates).not.toContain('ConfirmIdentityInput.residentId');
    }
    for (const [given, coordinate] of [
      [{ birthDate: '2999-01-01', email: resident.email }, 'birthDate'],
      [{ birthDate: resident.birthDate, email: 'nowhere' }, 'email'],
      [{ birthDate: resident.birthDate, phone: '4035550177' }, 'phone'],
      [{ birthDate: resident.birthDate, email: resident.email, residentId: 'x' }, 'residentId'],
    ] as const) {
      const { errors } = await ask(given);
      expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: [`ConfirmIdentityInput.${coordinate}`] });
    }
    expect(await gateway.database.asOwner('select from access_log.budget_act')).toEqual([]);
  });

  test('is for customer service alone, to provide a service', async () => {
    const given = { birthDate: resident.birthDate, email: resident.email };
    expect((await ask(given)).codes).toEqual([]);
    for (const purpose of ['PAYMENT', 'AGE_VERIFICATION']) expect((await ask(given, { purpose })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    for (const [persona, asked] of [
      ['resident', {}],
      ['support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }],
      ['privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' }],
      ['police', {}],
    ] as const) {
      expect((await ask(given, asked, persona)).codes).toEqual(['FIELD_NOT_PERMITTED']);
    }
  });

  test('never matches the clerk’s own record, whose answer is that of an absent person', async () => {
    const given = { birthDate: clerk.birthDate, email: clerk.email };
    const own = await ask({ ...given, residentId: cast.clerkAsResident });
    expect(own.data).toEqual({ confirmIdentity: { outcome: 'NO_MATCH' } });
    expect((await ask({ ...given, residentId: unknownId })).data).toEqual(own.data);
    expect(await outcomeOf(given)).toBe('NO_MATCH');
    await gateway.database.asOwner('update recreation.employee set resident_id = null where id = $1', [cast.clerk]);
    expect(await outcomeOf(given)).toBe('MATCH');
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.clerk, cast.clerkAsResident]);
  });
});

describe('the entry of a check', () => {
  const namedBy = async ({ privacy }: Answered): Promise<string[]> => {
    await gateway.sequence();
    const rows = await gateway.database.asOwner<{ id: string }>(
      `select about.subject_id as id from access_log.entry entry join access_log.segment about on about.seq = entry.seq and about.month = entry.month
       where entry.id = $1 and about.subject_id is not null`,
      [privacy.receipt!.entry],
    );
    return rows.map(({ id }) => id);
  };

  test('names who matched, and the search result that was compared, and no one else', async () => {
    const { birthDate, email } = resident;
    expect(await namedBy(await ask({ birthDate, email }))).toEqual([cast.resident]);
    expect(await namedBy(await ask({ birthDate, email, residentId: cast.guardian }))).toEqual([cast.guardian]);
    expect(await namedBy(await ask({ birthDate, email: 'nobody@example.org' }))).toEqual([]);
    expect(await namedBy(await ask({ birthDate, email, residentId: unknownId }))).toEqual([]);
  });

  test('tells the person in one sentence, in the language of the answer', async () => {
    await ask({ birthDate: resident.birthDate, phone: resident.phone });
    await gateway.sequence();
    const history = '{ me { accessHistory(first: 1) { edges { node { why purpose by { role } } } } } }';
    const told = async (language: string): Promise<object> =>
      (await gateway.ask('resident', history, { headers: { 'accept-language': language } })).data.me.accessHistory.edges[0].node;
    expect(await told('en')).toEqual({
      why: 'Customer service compared what somebody gave with the person’s record, to confirm who it was.',
      purpose: 'SERVICE_PROVISION',
      by: { role: 'CUSTOMER_SERVICE' },
    });
    expect(await told('fr')).toMatchObject({
      why: 'Le service à la clientèle a comparé au dossier de la personne ce que quelqu’un avait donné, pour confirmer de qui il s’agissait.',
    });
  });
});

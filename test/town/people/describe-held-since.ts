import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { contactFields } from '../../../src/town/people/resident-columns.ts';
import { askAsResident } from '../../helpers/asking/ask-as.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Asked, TestGateway } from '../../helpers/gateway/gateway.ts';

/** The column of a field: its name in snake case. */
const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The tests of since when a record is unchanged, in the town of a suite that changes residents. */
export function describeHeldSince(gateway: () => TestGateway): void {
  describe('since when the record is unchanged', () => {
    const days = '{ me { identitySince contactSince cardSince household { since } } }';
    const asOwner: TestGateway['database']['asOwner'] = (text, values) => gateway().database.asOwner(text, values);
    const seenBy = async (residentId: string): Promise<Record<string, unknown>> =>
      (await askAsResident(gateway(), residentId, days)).data.me as Record<string, unknown>;
    const change = (given: object) =>
      askAsResident(
        gateway(),
        cast.housemate,
        'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }',
        {
          input: { residentId: cast.housemate, ...given },
        },
      );
    const now = testNow.toISOString();

    test('is the registration at first', async () => {
      const id = randomUUID();
      const register =
        'mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { identitySince contactSince } } }';
      const input = { givenName: 'Ada', familyName: 'Newcomer', birthDate: '1990-05-05', email: 'ada@example.org' };
      const { data } = await askAsResident(gateway(), id, register, { input });
      expect(data.registerResident.resident).toEqual({ identitySince: now, contactSince: now });
      await asOwner(`update recreation.resident set registered_at = '2020-02-02T00:00:00Z' where id = $1`, [id]);
      const registered = '2020-02-02T00:00:00.000Z';
      expect(await seenBy(id)).toEqual({ identitySince: registered, contactSince: registered, cardSince: registered, household: null });
    });

    test('is the change of contact details for these alone, and writing what is there changes no day', async () => {
      const before = await seenBy(cast.housemate);
      expect(new Set([before['identitySince'], before['contactSince'], before['cardSince'], now]).size).toBe(4);
      const [row] = (await asOwner('select * from recreation.resident where id = $1', [cast.housemate])) as [Record<string, unknown>];
      const fields = Object.keys(contactFields);
      for (const name of fields) {
        expect((await change({ [name]: row[columnOf(name)] })).errors).toEqual([]);
        expect([name, await seenBy(cast.housemate)]).toEqual([name, before]);
      }
      for (const given of [...fields.map((name) => ({ [name]: null })), { address: null }]) {
        await asOwner(`update recreation.resident set contact_since = '2020-02-02' where id = $1`, [cast.housemate]);
        expect((await change(given)).errors).toEqual([]);
        expect(await seenBy(cast.housemate)).toEqual({ ...before, contactSince: now });
      }
    });

    test('is the correction that is made by hand, of what it corrects', async () => {
      const before = await seenBy(cast.clerkAsResident);
      const correct = async (columns: string): Promise<Record<string, unknown>> => {
        await asOwner(`update recreation.resident set ${columns} where id = $1`, [cast.clerkAsResident]);
        return seenBy(cast.clerkAsResident);
      };
      const [{ today }] = (await asOwner<{ today: string }>('select now()::text as today')) as [{ today: string }];
      const recent = (seen: Record<string, unknown>, field: string): boolean => Date.parse(seen[field] as string) >= Date.parse(today) - 1;
      expect(await correct('given_name = given_name, birth_date = birth_date')).toEqual(before);
      const renamed = await correct(`family_name = 'Nightjar'`);
      expect(renamed).toEqual({ ...before, identitySince: renamed['identitySince'] });
      expect(recent(renamed, 'identitySince')).toBe(true);
      // Such as one that is made again after a restore.
      expect(await correct(`given_name = 'Pippa', identity_since = '2026-03-04T05:06:07Z'`)).toEqual({
        ...before,
        identitySince: '2026-03-04T05:06:07.000Z',
      });
      const moved = await correct(`street = '4 Larch Lane'`);
      expect([recent(moved, 'contactSince'), moved['cardSince']]).toEqual([true, before['cardSince']]);
      const known = moved['household'];
      await asOwner('update recreation.household_member set since = null where resident_id = $1', [cast.clerkAsResident]);
      const [{ registered_at }] = (await asOwner('select registered_at from recreation.resident where id = $1', [
        cast.clerkAsResident,
      ])) as [{ registered_at: Date }];
      expect((await seenBy(cast.clerkAsResident))['household']).toEqual({ since: registered_at.toISOString() });
      await asOwner(
        `update recreation.household_member set household_id = (select household_id from recreation.household_member where resident_id = $2)
         where resident_id = $1`,
        [cast.clerkAsResident, cast.neighbour],
      );
      const { household } = await seenBy(cast.clerkAsResident);
      expect(household).not.toEqual(known);
      expect(recent(household as Record<string, unknown>, 'since')).toBe(true);
    });

    test('is told to the person, to an adult of the home with the whole care, and under a request; to no one else', async () => {
      const query = `{ resident(id: "${cast.resident}") { identitySince contactSince cardSince household { since } } }`;
      const told = async (persona: string, asked: Asked = {}): Promise<unknown> =>
        (await gateway().ask(persona, query, asked)).data?.resident ?? null;
      const all = await told('resident');
      expect(Object.values(all as object)).not.toContain(null);
      expect(await told('guardian')).toEqual(all);
      const request = { purpose: 'RIGHTS_FULFILMENT', case: matters.request };
      expect(await told('privacy-officer', request)).toEqual(all);
      const nothing = { identitySince: null, contactSince: null, cardSince: null };
      for (const area of ['ADDRESS', 'HOUSEHOLD']) {
        await asOwner('update recreation.guardianship set scope = array_remove(scope, $2) where guardian_id = $1', [cast.guardian, area]);
        expect(await told('guardian')).toMatchObject(nothing);
        await asOwner('update recreation.guardianship set scope = scope || $2::text where guardian_id = $1', [cast.guardian, area]);
      }
      expect(await told('guardian')).toEqual(all);
      const other = await askAsResident(gateway(), cast.housemate, query.replace(cast.resident, cast.guardian));
      expect(other.data.resident).toEqual({ ...nothing, household: null });
      const elsewhere = await askAsResident(gateway(), cast.distantGuardian, query);
      expect(elsewhere.data.resident).toEqual({ ...nothing, household: null });
      for (const [persona, asked] of [
        ['customer-service', { purpose: 'SERVICE_PROVISION' }],
        ['customer-service', { purpose: 'SERVICE_PROVISION', case: matters.encounter }],
        ['support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }],
        ['privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' }],
        ['police', {}],
        ['credit-agency', {}],
      ] as const) {
        const seen = await told(persona, asked);
        if (seen !== null) expect(seen).toMatchObject(nothing);
        expect((seen as { household?: { since: unknown } | null } | null)?.household?.since ?? null).toBeNull();
      }
      // The address of an address-protected person is withheld under a request too, and so is the day on which it changed.
      await asOwner('update recreation.resident set address_protected = true where id = $1', [cast.resident]);
      expect(await told('privacy-officer', request)).toEqual({ ...nothing, household: null });
      expect(await told('resident')).toEqual(all);
      await asOwner('update recreation.resident set address_protected = false where id = $1', [cast.resident]);
    });
  });
}

import { town } from '../../src/town/index.ts';
import type { Reader } from '../../src/engine/rows/reader.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Principal } from '../../src/engine/purpose/principal.ts';
import { cast, matters, personas } from '../../demo/personas.ts';
import { isPopulated } from '../../demo/population/is-populated.ts';
import { populate } from '../../demo/population/populate.ts';
import { tableOrder } from '../../demo/population/tables.ts';
import { openOrm } from '../../src/platform/postgres/connections/orm.ts';
import type { Purpose, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { readMandate } from '../../src/town/mandates/mandate-in-force.ts';
import { openCaseOf } from '../../src/town/shared/access/open-case.ts';
import { lookUpRelationships } from '../../src/town/shared/access/relationships.ts';
import type { RelationshipFact } from '../../src/engine/rows/row.ts';
import { copyDatabase, testNow, testToday, type TestDatabase } from '../helpers/database/cluster.ts';

let database: TestDatabase;
let orm: MikroORM;
let reader: Reader;
beforeAll(async () => {
  database = await copyDatabase();
  orm = await openOrm(database.roles.gateway, town.entities);
  reader = { database: orm.em.getKysely<unknown>(), now: testNow, today: testToday };
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const count = async (text: string, values: readonly unknown[] = []): Promise<number> => {
  const [row] = await database.asOwner<{ count: number }>(`select count(*)::int as count from ${text}`, values);
  return row!.count;
};
const whole = ['CARE_INCLUDES_ADDRESS', 'CARE_INCLUDES_HOUSEHOLD', 'CARE_INCLUDES_SUPPORT'];

describe('the cast', () => {
  const factOf = async (viewer: string, subject: string): Promise<RelationshipFact> => {
    const principal: Principal = {
      id: viewer,
      role: 'RESIDENT',
      partner: false,
      tokenPurposes: [],
      authorityId: undefined,
      caseId: undefined,
    };
    const facts = await lookUpRelationships(reader, principal, { purpose: 'SELF_SERVICE', openCase: undefined, authority: undefined }, [
      subject,
    ]);
    return facts.get(subject)!;
  };

  test('has the relationships that its comments describe', async () => {
    expect(await factOf(cast.guardian, cast.resident)).toEqual({
      relationship: 'GUARDIAN',
      conditions: [...whole, 'ADULT_OF_THAT_HOUSEHOLD'],
    });
    expect(await factOf(cast.housemate, cast.resident)).toEqual({ relationship: 'NONE', conditions: ['ADULT_OF_THAT_HOUSEHOLD'] });
    expect(await factOf(cast.housemate, cast.guardian)).toMatchObject({ relationship: 'HOUSEHOLD' });
    expect(await factOf(cast.distantGuardian, cast.resident)).toEqual({ relationship: 'GUARDIAN', conditions: [] });
    expect(await factOf(cast.neighbour, cast.resident)).toEqual({ relationship: 'NONE', conditions: [] });
    expect(await factOf(cast.protectedPerson, cast.protectedChild)).toEqual({
      relationship: 'GUARDIAN',
      conditions: [...whole, 'ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD'],
    });
    expect(await factOf(cast.protectedPerson, cast.protectedHousemate)).toEqual({
      relationship: 'HOUSEHOLD',
      conditions: ['ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD'],
    });
    expect(await factOf(cast.estrangedParent, cast.protectedChild)).toEqual({
      relationship: 'GUARDIAN',
      conditions: [...whole, 'ADDRESS_PROTECTED'],
    });
    expect(await factOf(cast.estrangedParent, cast.protectedPerson)).toEqual({ relationship: 'NONE', conditions: ['ADDRESS_PROTECTED'] });
    expect(await count('recreation.employee where id = $1 and resident_id = $2', [cast.clerk, cast.clerkAsResident])).toBe(1);
  });

  test('has minors and adults where it should', async () => {
    const minors = await database.asOwner<{ id: string }>(
      'select id from recreation.resident where id = any($1) and recreation.is_minor(resident.birth_date, $2) order by id',
      [Object.values(cast), testToday],
    );
    expect(minors.map(({ id }) => id)).toEqual([cast.resident, cast.protectedChild]);
    expect(await count(`recreation.resident where id = $1 and birth_date = '2008-12-15'`, [cast.resident])).toBe(1);
    const hidden = await database.asOwner<{ id: string }>('select id from recreation.resident where address_protected and id = any($1)', [
      Object.values(cast),
    ]);
    expect(hidden.map(({ id }) => id)).toEqual([cast.protectedPerson]);
  });

  test('has a value in every field, and unique contact details', async () => {
    const rows = await database.asOwner<Record<string, unknown>>('select * from recreation.resident where id = any($1)', [
      Object.values(cast),
    ]);
    expect(rows).toHaveLength(10);
    // No access has ended, and no address was given by an employee. Among so few people, one address waits.
    for (const row of rows)
      expect(
        Object.keys(row)
          .filter((column) => row[column] === null && !column.startsWith('waiting_'))
          .toSorted(),
      ).toEqual(['access_ended_at', 'email_given_by']);
    for (const column of ['given_name', 'family_name', 'email', 'phone', 'mobile_phone', 'initials', 'email_hint', 'phone_hint']) {
      expect(new Set(rows.map((row) => row[column])).size).toBe(10);
    }
    const shared = await count(
      `recreation.resident other join recreation.resident one on one.id = any($1) and other.id <> all($1) and (
        other.family_name = one.family_name or other.given_name = one.given_name or other.email = one.email
        or other.phone in (one.phone, one.mobile_phone) or other.mobile_phone in (one.phone, one.mobile_phone)
        or other.postal_code = one.postal_code or other.locality = one.locality)`,
      [Object.values(cast)],
    );
    expect(shared).toBe(0);
    expect(
      await count(
        `recreation.account where resident_id = $1 and balance <> 0 and overdue_amount > 0 and overdue_since is not null
          and credit_check_open and assigned_to = $2`,
        [cast.resident, cast.collectionAgency],
      ),
    ).toBe(1);
    expect(await count('recreation.purchase where resident_id = $1', [cast.resident])).toBeGreaterThan(2);
  });

  test('its cases are open for their owners only', async () => {
    const own: readonly [id: string, owner: string, role: Role, purpose: Purpose][] = [
      [matters.encounter, cast.clerk, 'CUSTOMER_SERVICE', 'SERVICE_PROVISION'],
      [matters.otherEncounter, cast.otherClerk, 'CUSTOMER_SERVICE', 'SERVICE_PROVISION'],
      [matters.ticket, cast.supporter, 'SUPPORT', 'CUSTOMER_SUPPORT'],
      [matters.protectedTicket, cast.supporter, 'SUPPORT', 'CUSTOMER_SUPPORT'],
      [matters.otherTicket, cast.otherSupporter, 'SUPPORT', 'CUSTOMER_SUPPORT'],
      [matters.request, cast.privacyOfficer, 'PRIVACY_OFFICER', 'RIGHTS_FULFILMENT'],
      [matters.protectedRequest, cast.privacyOfficer, 'PRIVACY_OFFICER', 'RIGHTS_FULFILMENT'],
      [matters.anonymousRequest, cast.privacyOfficer, 'PRIVACY_OFFICER', 'RIGHTS_FULFILMENT'],
    ];
    for (const [id, owner, role, purpose] of own) {
      expect(await openCaseOf(reader, { id: owner, role }, purpose, id)).toMatchObject({ id });
      expect((await openCaseOf(reader, { id: cast.otherSupporter, role }, purpose, id)) === undefined).toBe(owner !== cast.otherSupporter);
    }
    const closed = { id: cast.supporter, role: 'SUPPORT' } as const;
    for (const id of [matters.closedTicket, matters.unassignedTicket]) {
      expect(await count('recreation.ticket where id = $1', [id])).toBe(1);
      expect(await openCaseOf(reader, closed, 'CUSTOMER_SUPPORT', id)).toBeUndefined();
    }
    expect(await count('recreation.request where id = $1 and assignee_id is null', [matters.unassignedRequest])).toBe(1);
    expect(
      await count('recreation.request where id = $1 and resident_id is null and contact_email is not null', [matters.anonymousRequest]),
    ).toBe(1);
    expect(
      await count(`recreation.encounter where id = $1 and last_active_at > $2::timestamptz + interval '9 years'`, [
        matters.encounter,
        testNow,
      ]),
    ).toBe(1);
  });

  test('its mandates are in force, except the expired, the revoked and the half-approved', async () => {
    const notInForce: readonly string[] = [matters.expiredOrder, matters.revokedOrder, matters.halfApprovedOrder];
    const owned = personas.flatMap(({ principal, mandates, purposes }) => mandates.map((id) => ({ id, principal, purpose: purposes[0] })));
    const recorded = await database.asOwner<{ id: string }>('select id from recreation.mandate');
    expect(owned.map(({ id }) => id).toSorted()).toEqual(recorded.map(({ id }) => id).toSorted());
    for (const { id, principal, purpose } of owned) {
      expect(await readMandate(reader, id, principal)).toMatchObject({ inForce: !notInForce.includes(id), purpose });
    }
    const named = await database.asOwner<{ id: string; cast: number; others: number }>(
      `select mandate.id, count(*) filter (where resident_id = $1)::int as cast, count(resident_id) filter (where resident_id <> all($2))::int as others
       from recreation.mandate left join recreation.mandate_subject on mandate_id = mandate.id group by 1`,
      [cast.resident, Object.values(cast)],
    );
    const of = (id: string) => named.find((row) => row.id === id);
    for (const id of [matters.workOrder, matters.creditCheck, matters.debtAssignment, matters.courtOrder]) {
      expect(of(id)).toMatchObject({ cast: 1 });
      expect(of(id)!.others).toBeGreaterThan(0);
    }
    expect(of(matters.protectedOrder)).toMatchObject({ cast: 0, others: 0 });
    expect(of(matters.auditEngagement)).toMatchObject({ cast: 0, others: 0 });
  });
});

describe('the population', () => {
  test('has the given size, and is complete', async () => {
    expect(await isPopulated(database.roles.owner)).toBe(true);
    expect(await count('recreation.resident')).toBe(300);
    expect(await count('recreation.account')).toBe(300);
    expect(await count('recreation.household_member where is_home')).toBe(300);
  });

  test('has consistent addresses, ages, times, prices and numbers', async () => {
    expect(
      await count(`(select household_id from recreation.household_member join recreation.resident on resident.id = resident_id where is_home
        group by household_id having count(distinct (street, locality, province, postal_code)) > 1) torn`),
    ).toBe(0);
    expect(
      await count(`recreation.resident where postal_code !~ '^[ABCEGHJ-NPRSTVXY][0-9][A-CEGHJ-NPRSTV-Z] [0-9][A-CEGHJ-NPRSTV-Z][0-9]$'`),
    ).toBe(0);
    expect(
      await count(
        `recreation.resident where phone !~ '^[+]1(780|403|587)[2-9][0-9]{6}$' or mobile_phone !~ '^[+]1(780|403|587)[2-9][0-9]{6}$'`,
      ),
    ).toBe(0);
    expect(await count('recreation.resident where registered_at > $1 or registered_at < birth_date', [testNow])).toBe(0);
    expect(await count(`recreation.purchase join recreation.service on service.id = service_id where amount <> price * quantity`)).toBe(0);
    expect(
      await count(
        `recreation.purchase join recreation.service on service.id = service_id join recreation.resident on resident.id = resident_id
        where purchased_at < birth_date + make_interval(years => coalesce(minimum_age, 0)) - interval '2 days' and resident.id <> all($1)`,
        [Object.values(cast)],
      ),
    ).toBe(0);
    expect(await count('recreation.ticket where closed_at < opened_at or closed_at is not null and assignee_id is null')).toBe(0);
    expect(await count('recreation.guardianship join recreation.resident minor on minor.id = minor_id where guardian_id = minor_id')).toBe(
      0,
    );
  });

  test('the same options give the same rows, and replacing leaves the access log alone', async () => {
    const digests = async (): Promise<string[]> =>
      Promise.all(
        tableOrder.map(async (table) => {
          const [row] = await database.asOwner<{ digest: string }>(
            `select md5(string_agg(line::text, '' order by line::text)) as digest from ${table} line`,
          );
          return `${table} ${row!.digest}`;
        }),
      );
    await database.asOwner(
      `insert into access_log.staged (id, at, role, template_id, views_id, operation_hash, root, leaf, subjects, salts)
       values (gen_random_uuid(), '2026-06-15T18:00:00.000Z', 'RESIDENT', gen_random_uuid(), gen_random_uuid(), sha256(''), sha256(''), sha256(''), '{}', sha256(''))`,
    );
    const before = await digests();
    await database.asOwner('delete from web.visit');
    const rows = await populate(database.roles.owner, { residents: 300, today: testToday, now: testNow, replace: true });
    expect(await digests()).toEqual(before);
    expect(await count('access_log.staged')).toBe(1);
    expect(rows).toBeGreaterThan(2_000);
    expect(await populate(database.roles.owner, { residents: 300, today: testToday, now: testNow })).toBe(0);
  });
});

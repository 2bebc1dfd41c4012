import type { TestDatabase } from '../database/cluster.ts';

const idOf = (kind: 'a' | 'b', number: number): string => `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** The id of one of five people. */
export const person = (number: number): string => idOf('a', number);
/** The id of one of three households. */
export const household = (number: number): string => idOf('b', number);

/** Removes the rows of the previous test, and inserts five people without a home and three empty households. */
export async function emptyHomes({ asOwner }: TestDatabase): Promise<void> {
  await asOwner(`delete from recreation.household_member where resident_id = any($1)`, [[0, 1, 2, 3, 4].map(person)]);
  await asOwner(`delete from recreation.resident where id = any($1)`, [[0, 1, 2, 3, 4].map(person)]);
  await asOwner(`delete from recreation.resident where given_name = 'A' and family_name = 'B'`);
  await asOwner(`delete from recreation.household where id = any($1)`, [[0, 1, 2].map(household)]);
  await asOwner(
    `insert into recreation.resident (id, given_name, family_name, birth_date, registered_at) select id, 'A', 'B', '1990-01-01', now()
     from unnest($1::uuid[]) id`,
    [[0, 1, 2, 3, 4].map(person)],
  );
  await asOwner(`insert into recreation.household select unnest($1::uuid[])`, [[0, 1, 2].map(household)]);
}

/** The residents that the column names, and those that the clause demands, computed from the rows alone. */
export async function protectedNow({
  asOwner,
}: TestDatabase): Promise<{ readonly kept: readonly string[]; readonly true: readonly string[] }> {
  const people = await asOwner(
    `select id, address_protected, lives_protected from recreation.resident where id::text like 'aaaaaaaa%' order by id`,
  );
  const members = await asOwner('select household_id, resident_id, is_home from recreation.household_member');
  const hidden = new Set(people.filter(({ address_protected }) => address_protected).map(({ id }) => id));
  const lives = ({ id }: Record<string, unknown>): boolean => {
    const home = members.find(({ resident_id, is_home }) => resident_id === id && is_home)?.['household_id'];
    return members.some(({ household_id, resident_id }) => home !== undefined && household_id === home && hidden.has(resident_id));
  };
  const ids = (which: typeof people): string[] => which.map(({ id }) => String(id));
  return { kept: ids(people.filter(({ lives_protected }) => lives_protected)), true: ids(people.filter(lives)) };
}

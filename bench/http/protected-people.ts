import { Client } from 'pg';

/** The ids of all residents that are address-protected, or live with a protected person. @param url a connection string to the records */
export async function protectedPeople(url: string): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(`
      select id from recreation.resident where address_protected
      union select mate.resident_id from recreation.resident other
        join recreation.household_member home on home.resident_id = other.id
        join recreation.household_member mate on mate.household_id = home.household_id
        where other.address_protected and mate.is_home`);
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
}

import { Client } from 'pg';

/** The database role that may read exactly what a clerk may see. */
export const clerkRole = 'bench_clerk';

/** The setting that holds the id of the employee who is the principal. */
export const clerkSetting = 'bench.employee';

const authenticator = 'bench_authenticator';

/**
 * Expresses the policy for a clerk's search without a case in PostgreSQL's terms: grants on the columns,
 * and row-level security instead of `residentInScope`, written so that the principal's own record is looked up once per
 * statement and not once per row. The birth date is withheld, and a function of the row would need it, so the age band
 * becomes a stored column. That is less work for PostgreSQL than the gateway's query.
 * @param administrator connection string of a superuser, to the database
 * @param today RFC 3339 full-date
 * @returns connection string of a login that may act as the clerk
 */
export async function grantToClerk(administrator: string, today: string): Promise<string> {
  const client = new Client({ connectionString: administrator });
  await client.connect();
  const { password } = new URL(administrator);
  try {
    await client.query(`
      alter table recreation.resident add column age_band text;
      update recreation.resident resident set age_band = recreation.age_band(resident.birth_date, ${client.escapeLiteral(today)}::date);
      -- PostGraphile would make a field of the function too, of the same name.
      comment on function recreation.age_band is '@behavior -*';

      create role ${clerkRole} nologin;
      create role ${authenticator} login noinherit password ${client.escapeLiteral(decodeURIComponent(password))};
      grant ${clerkRole} to ${authenticator};
      grant connect on database ${client.escapeIdentifier(client.database!)} to ${authenticator};
      grant usage on schema recreation to ${clerkRole};
      grant select (id, given_name, family_name, initials, age_band, email_hint, registered_at)
        on recreation.resident to ${clerkRole};

      create schema bench;
      grant usage on schema bench to ${clerkRole};
      create function bench.own_record() returns uuid language sql stable security definer
        set search_path = '' return (select resident_id from recreation.employee
          where id = nullif(current_setting('${clerkSetting}', true), '')::uuid);
      revoke execute on function bench.own_record() from public;
      grant execute on function bench.own_record() to ${clerkRole};
      alter table recreation.resident enable row level security;
      create policy not_own_record on recreation.resident for select to ${clerkRole}
        using (id is distinct from (select bench.own_record()));
      -- The gateway has its scope in its statements.
      create policy gateway on recreation.resident to ntk_gateway using (true) with check (true);
    `);
    // The update leaves a dead version of every row, which no contender should have to skip.
    await client.query('vacuum (full, analyze) recreation.resident');
  } finally {
    await client.end();
  }
  const url = new URL(administrator);
  url.username = authenticator;
  return url.href;
}

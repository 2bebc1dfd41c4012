import type { ClientBase } from 'pg';

/**
 * Reads what a role was granted by name, of whole tables or of some columns: `table: privileges`, `function: execute`, each a list with spaces. The
 * privilege to read the list of migrations is left out, and so are sequences.
 * @param role its name in PostgreSQL
 */
export async function readRights(client: Pick<ClientBase, 'query'>, role: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; privileges: string }>(granted, [role]);
  return Object.fromEntries(rows.map(({ name, privileges }) => [name, privileges]));
}

const granted = `
  select name collate "C" as name, string_agg(distinct lower(privilege_type), ' ' order by lower(privilege_type)) as privileges from (
    select grantee, privilege_type, table_schema || '.' || table_name as name from information_schema.column_privileges
    union all select grantee, privilege_type, table_schema || '.' || table_name from information_schema.table_privileges
    union all select grantee, privilege_type, routine_schema || '.' || routine_name from information_schema.routine_privileges) as one
  where grantee = $1 and name not like 'public.%' group by name order by name collate "C"`;

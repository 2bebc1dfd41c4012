import type { Client } from 'pg';
import { urlSettings } from '../../settings/settings.ts';
import { PrivacyError } from '../../errors/errors.ts';
import type { DatabaseSchema } from '../migrations/database-schema.ts';
import { readExpected } from '../definitions/expected-definitions.ts';
import type { ServingRole } from './serving-role.ts';

/** Reasons named in the error; a superuser has one for each table. */
const named = 3;

/**
 * Checks that a role has no more power than its work needs (clause `passwords`): no attribute, membership or ownership, no change of the
 * access log or of identities but its own, and no deletion of records. Rights of PUBLIC count.
 * @param client signed in as that role
 * @throws PrivacyError SETTING_INVALID, naming what to revoke
 */
export async function assertLeastPrivilege(client: Client, role: ServingRole, schema: DatabaseSchema): Promise<void> {
  const allowed = Object.entries(readExpected(schema).rights[role]).flatMap(([object, privileges]) =>
    privileges.split(' ').map((privilege) => `${privilege} ${object}`),
  );
  const { rows } = await client.query<{ name: string; what: string }>(excess, [allowed, schema.schemas]);
  if (rows.length === 0) return;
  const listed = rows.slice(0, named).map(({ what }) => what);
  const more = rows.length > named ? ` and ${rows.length - named} more` : '';
  const reasons = `it ${listed.join(', ')}${more}`;
  const problem = `${urlSettings[role]}: its role may do more than its work needs: ${reasons}; revoke this from ${rows[0]!.name}, or from PUBLIC`;
  throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
}

const excess = `
  with self as (select * from pg_roles where rolname = current_user),
  schemas as (select * from pg_namespace where nspname = any ($2)),
  tables as (
    select class.oid, nspname, relowner, format('%I.%I', nspname, relname) as name
    from pg_class class join schemas on schemas.oid = relnamespace where relkind in ('r', 'p', 'v', 'm', 'f')),
  rights as (
    select privilege || ' ' || name as granted from tables, unnest(array['insert', 'update', 'delete', 'truncate', 'trigger']) privilege
    where (nspname in ('access_log', 'identity') or privilege not in ('insert', 'update'))
      and case when privilege in ('insert', 'update') then has_any_column_privilege(tables.oid, privilege)
        else has_table_privilege(tables.oid, privilege) end
    union all
    select 'execute ' || format('%I.%I', nspname, proname) from pg_proc join schemas on schemas.oid = pronamespace
    where prosecdef and prorettype <> 'trigger'::regtype and has_function_privilege(pg_proc.oid, 'execute')
    union all
    select 'create in ' || quote_ident(nspname) from schemas where has_schema_privilege(oid, 'create')),
  reasons as (
    select 1 as place, 'has the attribute ' || attribute as what
    from self, unnest(array['superuser', 'createrole', 'createdb', 'replication', 'bypassrls'],
      array[rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls]) as has (attribute, given) where given
    union all
    select 2, 'is a member of ' || roleid::regrole from pg_auth_members join self on self.oid = member
    union all
    select 3, 'owns the database' from pg_database join self on datdba = self.oid where datname = current_database()
    union all
    select 3, 'owns the schema ' || quote_ident(nspname) from schemas join self on nspowner = self.oid
    union all
    select 3, 'owns ' || name from tables join self on relowner = self.oid
    union all
    select 4, 'may ' || granted from rights where granted <> all ($1))
  select quote_ident(current_user) as name, what from reasons order by place, what`;

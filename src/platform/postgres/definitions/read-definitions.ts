import { escapeLiteral, type ClientBase } from 'pg';
import type { RoleNames } from '../roles/role-names.ts';

/** The text of each object that migrations make, by its kind and name, such as `view access_log.about`. It holds no rows. */
export type Definitions = Readonly<Record<string, string>>;

/** The settings that would change how names and literals are parsed or printed. */
const plain = [
  ['search_path', 'pg_catalog, pg_temp'],
  ['timezone', 'UTC'],
  ['datestyle', 'ISO, YMD'],
  ['intervalstyle', 'postgres'],
  ['bytea_output', 'hex'],
  ['quote_all_identifiers', 'off'],
] as const;
const settings = plain.map(([name, value]) => `set local ${name} = ${escapeLiteral(value)}`).join('; ');

/**
 * Reads the definitions from PostgreSQL's own catalogue: schemas, tables, columns, constraints, indexes, functions, triggers, rules,
 * policies, types, owners and privileges, and what would change their meaning from outside. Equal schemas give equal texts on
 * every version of PostgreSQL, regardless of the names of roles and the existing months of the log. Every role may read it.
 * @param client in a transaction; its settings stay as they are
 * @param schemas the names of those that are ours
 */
export async function readDefinitions(
  client: Pick<ClientBase, 'query'>,
  roles: RoleNames,
  schemas: readonly string[],
): Promise<Definitions> {
  await client.query(`savepoint definitions; ${settings}`);
  const { rows } = await client.query<{ object: string; text: string }>(statementFor(roles, schemas));
  await client.query('rollback to savepoint definitions; release savepoint definitions');
  return Object.fromEntries(rows.map(({ object, text }) => [object, text]));
}

/** A role, as its function here. */
const role = (id: string): string => `(select label from named where named.id = ${id})`;

/**
 * Privileges in one order, without the owner's own, which differ between versions of PostgreSQL. No list means the privileges that
 * PostgreSQL gives by itself, such as to execute a function.
 */
const privileges = (list: string, kind: string, owner: string): string => `(
  select string_agg(granted, ', ' order by granted collate "C") from (
    select ${role('grantee')} || ' ' || string_agg(privilege_type || case when is_grantable then '*' else '' end, ' ' order by privilege_type collate "C")
    from aclexplode(coalesce(${list}, acldefault(${kind}, ${owner}))) where grantee <> ${owner} group by grantee) given (granted))`;

/** Some versions keep a counter of their own among the options of a column. */
const attributeOptions = `(select string_agg(option, ',' order by option) from unnest(attoptions) option where option not like 'pg_attver=%')`;

const isOfExtension = (catalogue: string, id: string): string =>
  `exists (select from pg_depend where classid = '${catalogue}'::regclass and objid = ${id} and deptype = 'e')`;

/** The bounds of a month's partition, unless they are those of its name. */
const bounds = `case
  when relname ~ '_\\d{4}_\\d{2}$' and pg_get_expr(relpartbound, relation) = format('FOR VALUES FROM (%L) TO (%L)',
    to_date(right(relname, 7), 'YYYY_MM'), (to_date(right(relname, 7), 'YYYY_MM') + interval '1 month')::date) then 'its month'
  else pg_get_expr(relpartbound, relation) end`;

/** The parts of the schema, as `object` and `text`. */
const inside: readonly string[] = [
  `select 'schema ' || nspname, concat_ws(' ', ${role('nspowner')}, ${privileges('nspacl', "'n'", 'nspowner')}) from pg_namespace join ours on nspname = name`,
  `select case relkind when 'v' then 'view ' when 'S' then 'sequence ' else 'table ' end || relation,
     concat_ws(' ', relkind, relpersistence, ${role('relowner')}, ${privileges('relacl', `case relkind when 'S' then 's'::"char" else 'r'::"char" end`, 'relowner')},
       case when relrowsecurity then 'row security' end, case when relforcerowsecurity then 'forced' end,
       ${bounds}, pg_get_partkeydef(relation),
       case when relkind in ('v', 'm') then concat_ws(' ', reloptions, pg_get_viewdef(relation)) end)
   from relations where relkind not in ('i', 'I')`,
  `select 'column ' || relation || '.' || quote_ident(attname),
     concat_ws(' ', format_type(atttypid, atttypmod), attcollation::regcollation, case when attnotnull then 'not null' end,
       'generated', attgenerated, 'identity', attidentity, 'storage', attstorage, 'compression', attcompression,
       ${attributeOptions}, case when attacl is not null then ${privileges('attacl', "'c'", 'relowner')} end, pg_get_expr(adbin, adrelid))
   from relations join pg_attribute on attrelid = relation and attnum > 0 and not attisdropped
   left join pg_attrdef on adrelid = attrelid and adnum = attnum where relkind not in ('i', 'I')`,
  // PostgreSQL 18 also lists each NOT NULL here; the columns show it on every version.
  `select 'constraint ' || quote_ident(conname) || ' of ' || coalesce(nullif(conrelid, 0)::regclass::text, contypid::regtype::text),
     concat_ws(' ', pg_get_constraintdef(pg_constraint.oid), case when not convalidated then 'not valid' end, case when condeferred then 'deferred' end)
   from pg_constraint where contype <> 'n' and (conrelid in (select relation from relations) or contypid in (select oid from pg_type where typnamespace in (select id from ours)))`,
  `select 'index ' || relation, concat_ws(' ', pg_get_indexdef(relation), case when not (indisvalid and indisready and indislive) then 'not valid' end)
   from relations join pg_index on indexrelid = relation`,
  `select 'sequence ' || seqrelid::regclass, concat_ws(' ', format_type(seqtypid, null), seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle)
   from pg_sequence join relations on seqrelid = relation`,
  `select 'function ' || pg_proc.oid::regprocedure, concat_ws(' ', ${role('proowner')}, ${privileges('proacl', "'f'", 'proowner')},
     case when prokind = 'a' then 'aggregate' else pg_get_functiondef(pg_proc.oid) end)
   from pg_proc join ours on pronamespace = id`,
  `select 'trigger ' || quote_ident(tgname) || ' of ' || relation, concat_ws(' ', 'enabled', tgenabled, pg_get_triggerdef(pg_trigger.oid))
   from pg_trigger join relations on tgrelid = relation where not tgisinternal or tgenabled <> 'O'`,
  `select 'rule ' || quote_ident(rulename) || ' of ' || relation, concat_ws(' ', 'enabled', ev_enabled, pg_get_ruledef(pg_rewrite.oid))
   from pg_rewrite join relations on ev_class = relation where rulename <> '_RETURN' or ev_enabled <> 'O'`,
  `select 'policy ' || quote_ident(polname) || ' of ' || relation,
     concat_ws(' ', polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
   from pg_policy join relations on polrelid = relation`,
  `select 'inheritance of ' || inhrelid::regclass, inhparent::regclass::text from pg_inherits
   where inhparent in (select relation from relations) or inhrelid in (select relation from relations)`,
  `select 'type ' || pg_type.oid::regtype, concat_ws(' ', typtype, ${role('typowner')}, nullif(typbasetype, 0)::regtype,
     (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = pg_type.oid))
   from pg_type join ours on typnamespace = id where typtype in ('d', 'e', 'r', 'm') or typtype = 'b' and typelem = 0`,
  `select 'default privileges of ' || coalesce(${role('defaclrole')}, defaclrole::regrole::text) || coalesce(' in ' || nullif(defaclnamespace, 0)::regnamespace, ''),
     concat_ws(' ', defaclobjtype, defaclacl::text)
   from pg_default_acl where defaclrole in (select id from named) or defaclnamespace in (select id from ours)`,
];

/**
 * The functions that an extension brings: those of its library, and those for types of its own, such as of citext. Other functions can be
 * made part of an extension at any time.
 */
const isOfLibrary = `(${isOfExtension('pg_proc', 'pg_proc.oid')} and (prolang in (select oid from pg_language where lanname in ('c', 'internal'))
  or exists (select from unnest(proargtypes) argument join pg_type on pg_type.oid = argument and typnamespace <> 'pg_catalog'::regnamespace
    where ${isOfExtension('pg_type', 'pg_type.oid')})))`;

/** Objects outside the schema that affect it; there must be none. Extensions bring their own functions. */
const outside: readonly string[] = [
  // A function whose name is PostgreSQL's could be taken in place of that one, except a temporary one: it needs its schema's name.
  `select 'function ' || pg_proc.oid::regprocedure, prosrc from pg_proc
   where pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and pronamespace not in (select id from ours)
     and pronamespace not in (select oid from pg_namespace where nspname ~ '^pg_temp_') and not ${isOfLibrary}
     and exists (select from pg_proc own where own.proname = pg_proc.proname and own.pronamespace = 'pg_catalog'::regnamespace)`,
  `select 'operator ' || pg_operator.oid::regoperator, oprcode::text from pg_operator join pg_proc on pg_proc.oid = oprcode
   where oprnamespace <> 'pg_catalog'::regnamespace and not (${isOfExtension('pg_operator', 'pg_operator.oid')} and ${isOfLibrary})`,
  `select 'cast ' || format_type(castsource, null) || ' as ' || format_type(casttarget, null), castfunc::regproc::text from pg_cast
   left join pg_proc on pg_proc.oid = castfunc
   where pg_cast.oid >= 16384 and not (${isOfExtension('pg_cast', 'pg_cast.oid')} and (castfunc = 0 or ${isOfLibrary}))`,
  `select 'event trigger ' || quote_ident(evtname), concat_ws(' ', evtevent, evtfoid::regproc) from pg_event_trigger
   where not ${isOfExtension('pg_event_trigger', 'pg_event_trigger.oid')}`,
  // Its name is the first place at which names are looked up.
  `select 'schema ' || nspname, 'named like a role' from pg_namespace where nspname in (select name from named)`,
  `select 'setting ' || split_part(setting, '=', 1) || ' of ' || coalesce(${role('nullif(setrole, 0)')}, nullif(setrole, 0)::regrole::text, 'the database'), setting
   from pg_db_role_setting cross join unnest(setconfig) setting
   where setdatabase in (0, (select oid from pg_database where datname = current_database())) and (setrole = 0 or setrole in (select id from named))
     and split_part(setting, '=', 1) in ('search_path', 'session_replication_role', 'row_security', 'role', 'session_authorization',
       'session_preload_libraries', 'local_preload_libraries', 'transform_null_equals')`,
  // Those that a connection begins with: the server's own as well.
  `select 'setting ' || name || ' of a connection', reset_val from pg_settings
   where name in ('search_path', 'session_replication_role', 'row_security', 'transform_null_equals') and reset_val is distinct from boot_val`,
];

/** The months of the log are alike. */
const alike = (text: string): string => `regexp_replace(${text}, '\\m(entry|posting)_\\d{4}_\\d{2}', '\\1_month', 'g')`;

function statementFor(roles: RoleNames, schemas: readonly string[]): string {
  const labels = Object.entries<string>(roles).map(([label, name]) => `(${escapeLiteral(label)}, ${escapeLiteral(name)})`);
  return `
    with known (label, name) as (values ${labels.join(', ')}),
    named as (
      select oid as id, '{' || label || '}' as label, name from known join pg_roles on rolname = name
      union all select 0, 'PUBLIC', null
      -- Roles that the migrations do not know keep their names.
      union all select oid, quote_ident(rolname), null from pg_roles where rolname not in (select name from known)),
    ours as (select oid as id, nspname as name from pg_namespace where nspname = any (array[${schemas.map(escapeLiteral).join(', ')}]::text[])),
    relations as (
      select pg_class.*, pg_class.oid::regclass as relation from pg_class
      where relnamespace in (select id from ours) or pg_class.oid = to_regclass('public.migration')),
    described (object, text) as (
      ${inside.map((select) => `select * from (${select} offset 0) inside`).join(' union all ')}
      union all ${outside.map((select) => `select * from (${select} offset 0) outside`).join(' union all ')})
    select object, string_agg(text, E'\\n' order by text collate "C") as text
    from (select distinct ${alike('object')} as object, ${alike('text')} as text from described) one
    group by object order by object collate "C"`;
}

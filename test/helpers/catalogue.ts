import type { Client } from 'pg';

/** Privileges in one order, without the owner's own, which differ between versions of PostgreSQL. */
const sorted = (privileges: string): string => `(
  select string_agg(item::text, ',' order by item::text) from unnest(${privileges}) item
  where split_part(item::text, '=', 1) <> split_part(item::text, '/', 2))`;

/** Some versions keep a counter of their own among the options of a column. */
const attributeOptions = `(select string_agg(option, ',' order by option) from unnest(attoptions) option where option not like 'pg_attver=%')`;

/** The database's own description of each object that a migration can make, as one line of text. */
const descriptions: Readonly<Record<string, string>> = {
  schema: `select nspname || ' ' || nspowner::regrole || ' ' || coalesce(${sorted('nspacl')}, '') from pg_namespace where nspname in (select name from ours)`,
  relation: `
    select concat_ws(' ', relation, relkind, relowner::regrole, relpersistence, reloptions, ${sorted('relacl')},
      pg_get_expr(relpartbound, relation), pg_get_partkeydef(relation), case when relkind = 'v' then pg_get_viewdef(relation) end)
    from relations`,
  column: `
    select concat_ws(' ', relation, attnum, attname, format_type(atttypid, atttypmod), attcollation::regcollation,
      case when attnotnull then 'not null' end, 'generated', attgenerated, 'storage', attstorage, 'compression', attcompression,
      ${attributeOptions}, ${sorted('attacl')}, pg_get_expr(adbin, adrelid))
    from relations join pg_attribute on attrelid = relation and attnum > 0 and not attisdropped
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relkind <> 'i'`,
  // PostgreSQL 18 also lists each NOT NULL here; the columns show it on every version.
  constraint: `
    select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid), case when convalidated then 'valid' end)
    from pg_constraint join relations on conrelid = relation where contype <> 'n'`,
  index: `select pg_get_indexdef(relation) from relations where relkind in ('i', 'I')`,
  sequence: `
    select concat_ws(' ', seqrelid::regclass, format_type(seqtypid, null), seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle)
    from pg_sequence join relations on seqrelid = relation`,
  function: `
    select concat_ws(' ', pg_get_functiondef(pg_proc.oid), proowner::regrole, ${sorted('proacl')})
    from pg_proc join ours on pronamespace = name::regnamespace`,
  trigger: `select pg_get_triggerdef(pg_trigger.oid) from pg_trigger join relations on tgrelid = relation where not tgisinternal`,
};

const ours = `
  with ours(name) as (values ('recreation'), ('web'), ('access_log'), ('public')),
  relations as (select pg_class.*, pg_class.oid::regclass as relation from pg_class join ours on relnamespace = name::regnamespace)`;

/**
 * Reads everything that migrations made, from the database's own catalogue: schemas, tables, columns, constraints, indexes,
 * sequences, functions, triggers and privileges, but no rows.
 * @returns one line for each object, in order; equal schemas give equal lines
 */
export async function readCatalogue(client: Client): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [kind, select] of Object.entries(descriptions)) {
    // OFFSET keeps PostgreSQL from computing lines of other schemas' objects first.
    const { rows } = await client.query<{ line: string }>(
      `${ours} select line from (${select} offset 0) described(line) where line is not null order by line collate "C"`,
    );
    lines.push(...rows.map(({ line }) => `${kind} ${line}`));
  }
  return lines;
}

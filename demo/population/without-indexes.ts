import type pg from 'pg';

interface Definition {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Drops the keys, references and indexes of the records and the web visits for a load, and then creates the same ones
 * again. A large load is several times faster this way. The values that triggers maintain are computed once at the end.
 * It happens in the caller's transaction, which locks the tables until it ends.
 * @throws PostgreSQL's error for a row that violates a key or a reference
 */
export async function withoutIndexes<T>(client: pg.Client, load: () => Promise<T>): Promise<T> {
  const { rows: constraints } = await client.query<Definition>(constraintsInOrder);
  const { rows: indexes } = await client.query<Definition>(otherIndexes);
  for (const { table, name } of constraints.toReversed()) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const table of withTriggers) await client.query(`alter table ${table} disable trigger user`);
  const loaded = await load();
  await client.query(`set local maintenance_work_mem = '256MB'`);
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of constraints) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  await client.query('select recreation.spread_protection_to_all()');
  for (const table of withTriggers) await client.query(`alter table ${table} enable trigger user`);
  return loaded;
}

const withTriggers = ['recreation.resident', 'recreation.household_member'];

const ours = `('recreation', 'web')`;

// References come after the keys that they refer to. Accounts refer to residents and employees from a schema of their own.
const constraintsInOrder = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(pg_constraint.oid) as definition
  from pg_constraint left join pg_class named on named.oid = confrelid
  where connamespace::regnamespace::text in ${ours} and contype in ('p', 'u', 'f')
    or contype = 'f' and named.relnamespace::regnamespace::text in ${ours}
  order by contype = 'f', conrelid, conname`;

const otherIndexes = `
  select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace::regnamespace::text in ${ours}
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  order by indexrelid`;

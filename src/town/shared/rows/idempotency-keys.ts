import type { Reader } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** Hours for which a repeated change is recognised. */
const hoursKept = 24;

/** Keys of one owner in that time. */
const mostKeys = 1_000;

/** Expired keys that one new key deletes at most. */
const mostDeleted = 100;

/** A change under an idempotency key. */
export interface KeyedChange {
  /** A keyed digest of the principal: no other principal can use the key. */
  readonly owner: string;
  /** A UUID. */
  readonly key: string;
  /** A keyed digest of the input. */
  readonly input: string;
  /** The id of the row that the change will make. */
  readonly made: string;
}

/**
 * Takes a key for a change, in the transaction of the change: without its commit the key is free again. A simultaneous change with
 * the same key waits until then.
 * @returns the change that was made with the key before; undefined: none, make the change
 * @throws PrivacyError TOO_MANY_REQUESTS if the owner has too many keys
 */
export async function takeKey(
  { database, now }: Reader,
  { owner, key, input, made }: KeyedChange,
): Promise<Pick<KeyedChange, 'input' | 'made'> | undefined> {
  const oldest = new Date(now.getTime() - hoursKept * 60 * 60 * 1_000);
  await sql`
    delete from recreation.idempotency_key where ctid = any(array(
      select ctid from recreation.idempotency_key where made_at <= ${oldest} limit ${sql.lit(mostDeleted)} for update skip locked))`.execute(
    database,
  );
  const { rows: taken } = await sql`
    insert into recreation.idempotency_key as known (owner, key, input, made, made_at)
    select ${owner}, ${key}::uuid, ${input}, ${made}::uuid, ${now}::timestamptz
    where (select count(*) from recreation.idempotency_key own where own.owner = ${owner} and own.made_at > ${oldest}) < ${sql.lit(mostKeys)}
    on conflict (owner, key) do update set input = excluded.input, made = excluded.made, made_at = excluded.made_at
    where known.made_at <= ${oldest} returning 1`.execute(database);
  if (taken.length > 0) return undefined;
  const { rows } = await sql<{ input: string; made: string }>`
    select input, made from recreation.idempotency_key
    where owner = ${owner} and key = ${key}::uuid and made_at > ${oldest}`.execute(database);
  if (rows[0]) return rows[0];
  const { rows: first } = await sql<{ wait: number | null }>`
    select ceil(extract(epoch from min(made_at) - ${oldest}::timestamptz))::int as wait
    from recreation.idempotency_key where owner = ${owner} and made_at > ${oldest}`.execute(database);
  throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: first[0]?.wait ?? 1 });
}

import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { addressSite } from '../network/network-address.ts';
import type { Database } from './sql.ts';

/** How often something may be done. */
export interface Limit {
  /** Tells its keys from those of other limits in the table. */
  readonly name: string;
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/** How often something may be done at one network address, and at all networks of one site with IPv6, of which one customer can have 65,536. */
export interface AddressLimit extends Limit {
  /** The points of a site. */
  readonly site: number;
}

/** Counts by network address. It is the only way to do so, so every limit covers the site. */
export interface AddressLimiter {
  /** Counts one more time. @param address see `addressGroup` @returns undefined if it is allowed; otherwise the seconds until it is */
  count(address: string): Promise<number | undefined>;
  /** Takes back what was counted once. */
  giveBack(address: string): Promise<void>;
}

/** Makes limiters by network address. @param disguise makes a keyed digest, so that no address is stored */
export function addressLimitersIn(
  database: Database,
  table: readonly [string, string],
  disguise: (kind: string, text: string) => string,
): (limit: AddressLimit) => AddressLimiter {
  const limiterOf = limitersIn(database, table);
  return (limit) => {
    const ofAddress = limiterOf(limit);
    const ofSite = limiterOf({ ...limit, name: `${limit.name}-site`, points: limit.site });
    const countersOf = (address: string): readonly (readonly [RateLimiterPostgres, string])[] => {
      const site = addressSite(address);
      const own = [ofAddress, disguise('address', address)] as const;
      return site === address ? [own] : [own, [ofSite, disguise('site', site)]];
    };
    return {
      async count(address) {
        for (const [limiter, key] of countersOf(address)) {
          const seconds = await countOnce(limiter, key);
          if (seconds !== undefined) return seconds;
        }
        return undefined;
      },
      async giveBack(address) {
        for (const [limiter, key] of countersOf(address)) await limiter.reward(key);
      },
    };
  };
}

/** Makes limiters that count in a table of PostgreSQL, so that all instances share the counts. @param table schema and name */
export function limitersIn(database: Database, [schemaName, tableName]: readonly [string, string]): (limit: Limit) => RateLimiterPostgres {
  const store = {
    query: ({ text, values }: { text: string; values: unknown[] }): Promise<unknown> =>
      database.executeQuery(CompiledQuery.raw(text, values)),
  };
  return ({ name, points, duration }) =>
    new RateLimiterPostgres({
      storeClient: store,
      storeType: 'client',
      schemaName,
      tableName,
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
    });
}

/**
 * Counts one more time for a key.
 * @returns undefined if the limit allows it; otherwise the seconds until it does
 * @throws whatever the database does
 */
export async function countOnce(limiter: RateLimiterPostgres, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (error) {
    if (error instanceof Error) throw error;
    const { msBeforeNext } = error as { readonly msBeforeNext: number };
    return Math.max(1, Math.ceil(msBeforeNext / 1_000));
  }
}

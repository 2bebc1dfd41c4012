import { sql, type Database } from '../../../platform/sql/sql.ts';

/** A passkey as its owner sees it. */
export interface ListedPasskey {
  /** base64url. */
  readonly id: string;
  /** The name that its owner gave it. */
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** A passkey as it is verified. */
export interface Passkey extends ListedPasskey {
  readonly accountId: string;
  /** COSE. */
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  /** That of its account; see `SignedIn`. */
  readonly epoch: number;
}

const columns = sql`
  id, account_id as "accountId", public_key as "publicKey", counter::float8 as counter, transports, name, created_at as "createdAt",
  last_used_at as "lastUsedAt", (select epoch from identity.account where account.id = account_id) as epoch`;

/** Finds a passkey by its id. */
export async function findPasskey(database: Database, id: string): Promise<Passkey | undefined> {
  const { rows } = await sql<Passkey>`select ${columns} from identity.passkey where id = ${id}`.execute(database);
  return rows[0];
}

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(database: Database, accountId: string): Promise<readonly Passkey[]> {
  const { rows } = await sql<Passkey>`
    select ${columns} from identity.passkey where account_id = ${accountId}::uuid order by created_at, id`.execute(database);
  return rows;
}

/**
 * Notes a use. Of two uses with one counter, one is noted.
 * @returns false if the counter did not rise: the passkey may have been copied (WebAuthn Level 3 §6.1.1). Zero: it counts nothing
 */
export async function noteUse(database: Database, { id }: Passkey, counter: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update identity.passkey set counter = ${counter}, last_used_at = ${now}
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning 1`.execute(database);
  return rows.length === 1;
}

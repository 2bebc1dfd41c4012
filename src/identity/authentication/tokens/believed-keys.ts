import { sql, type Database } from '../../../platform/sql/sql.ts';

/** A public key (RFC 7517). */
export type PublicKey = Readonly<Record<string, unknown>>;

/** Reads the keys of the authorization server whose tokens are trusted, with those that will sign soon. */
export async function readBelievedKeys(database: Database): Promise<readonly PublicKey[]> {
  const { rows } = await sql<{ jwk: PublicKey }>`select public_jwk as jwk from identity.signing_key
    where withdrawn_at is null and (believed_until is null or believed_until > now())`.execute(database);
  return rows.map(({ jwk }) => jwk);
}

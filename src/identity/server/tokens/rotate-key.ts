import { sql, type Database } from '../../../platform/sql/sql.ts';
import { addSigningKey } from './signing-keys.ts';

/** The time from which the new key signs, and until which the old ones are trusted. */
export interface Rotation {
  /** Seconds until the new key signs: longer than any verifier keeps the old list. */
  readonly wait: number;
  /** Seconds for which the old keys are trusted after that: as long as a token is valid. */
  readonly overlap: number;
}

/**
 * Creates a new signing key. The old ones stay valid for a time. Running processes see it within a minute.
 * @param secret of 32 bytes, which encrypts the private key
 * @returns the id of the new key
 */
export async function rotateKey(database: Database, secret: Buffer, { wait, overlap }: Rotation): Promise<string> {
  const kid = await addSigningKey(database, secret, wait);
  await sql`update identity.signing_key set believed_until = now() + ${wait + overlap} * interval '1 second'
    where kid <> ${kid} and believed_until is null`.execute(database);
  return kid;
}

/**
 * Withdraws a key that may have been leaked: what it signed is refused from the next request on. Where no other key is left, the server
 * makes one.
 * @returns whether there is such a key
 */
export async function withdrawKey(database: Database, kid: string): Promise<boolean> {
  const { rows } =
    await sql`update identity.signing_key set withdrawn_at = coalesce(withdrawn_at, now()) where kid = ${kid} returning kid`.execute(
      database,
    );
  return rows.length > 0;
}

import { createHash, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { wrongSecret } from '../../../platform/postgres/secrets/secrets.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { AccountDatabase } from '../../accounts/account-database.ts';
import { seal, unseal } from './seal.ts';

/** A key that signs tokens, or signed them and is still trusted. */
export interface SigningKey {
  readonly kid: string;
  /** The private key (RFC 7517), with `kid`, `alg` and `use`. */
  readonly jwk: JsonWebKey;
}

interface Row {
  readonly kid: string;
  readonly sealed: Buffer;
}

/** ECDSA over P-256: what DPoP, mobile platforms and FAPI 2.0 have in common. */
const alg = 'ES256';

/**
 * Reads the trusted keys, the signing one first. If there is none, one process creates one.
 * @param secret of 32 bytes, which encrypts the private keys
 * @throws PrivacyError SETTING_INVALID, naming a key that the secret does not open
 */
export async function openSigningKeys(database: AccountDatabase, secret: Buffer): Promise<readonly SigningKey[]> {
  const keys = await readKeys(database, secret);
  if (keys.length > 0) return keys;
  return database.transaction(async (transaction) => {
    // Another process may be making one now.
    await sql`select pg_advisory_xact_lock(hashtextextended('need-to-know signing keys', 0))`.execute(transaction);
    const made = await readKeys(transaction, secret);
    if (made.length > 0) return made;
    await addSigningKey(transaction, secret, 0);
    return readKeys(transaction, secret);
  });
}

/**
 * Adds a key.
 * @param wait seconds until it signs: in that time all verifiers fetch it
 * @returns its id
 */
export async function addSigningKey(database: Database, secret: Buffer, wait: number): Promise<string> {
  const { kid, jwk } = newSigningKey();
  const { kty, crv, x, y } = jwk;
  const publicJwk = JSON.stringify({ kty, crv, x, y, kid, alg, use: 'sig' });
  const sealed = seal(secret, kid, JSON.stringify(jwk));
  await sql`insert into identity.signing_key (kid, public_jwk, sealed, made_at, signs_from)
    values (${kid}, ${publicJwk}, ${sealed}, now(), now() + ${wait} * interval '1 second')`.execute(database);
  return kid;
}

/** Makes a key. Its id is its thumbprint (RFC 7638), and begins with no hyphen: commands take the id, and would read an option. */
export function newSigningKey(): { readonly kid: string; readonly jwk: JsonWebKey } {
  for (;;) {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const { kty, crv, x, y } = jwk;
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    if (!kid.startsWith('-')) return { kid, jwk };
  }
}

async function readKeys(database: Database, secret: Buffer): Promise<readonly SigningKey[]> {
  const { rows } = await sql<Row>`select kid, sealed from identity.signing_key
    where withdrawn_at is null and (believed_until is null or believed_until > now())
    order by signs_from > now(), signs_from desc, kid`.execute(database);
  return rows.map(({ kid, sealed }) => ({ kid, jwk: open(secret, kid, sealed) }));
}

function open(secret: Buffer, kid: string, sealed: Buffer): JsonWebKey {
  const plain = unseal(secret, kid, sealed);
  if (plain !== undefined) return { ...(JSON.parse(plain) as JsonWebKey), kid, alg, use: 'sig' };
  throw wrongSecret('identity-keys', `does not open the signing key ${kid}: use the secret that it was made with, or withdraw the key`);
}

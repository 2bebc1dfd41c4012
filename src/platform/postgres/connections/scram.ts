import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** PostgreSQL's own default, and the least that RFC 7677 allows. The passwords that this product makes have 256 random bits. */
const iterations = 4_096;

/**
 * Makes what PostgreSQL stores for a password (RFC 5803, in PostgreSQL's spelling). Sent instead of the password, so that
 * the password is in no statement, and so in no log of statements.
 * @param password printable ASCII, which SASLprep (RFC 4013) leaves as it is
 * @param salt 16 bytes
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (key: string): Buffer => createHmac('sha256', salted).update(key).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`;
}

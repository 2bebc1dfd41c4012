import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFile } from '../src/platform/postgres/secrets/secrets.ts';

/** A key pair of P-256. */
export interface DemoKeys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * The keys of a persona: the passkey of an officer, or the client key of a partner's system. The private key never leaves the data
 * directory. The first use makes it.
 */
export function demoKeys(dataDirectory: string, persona: string): DemoKeys {
  const folder = join(dataDirectory, 'demo');
  const name = `${persona}.pem`;
  const isMade = existsSync(join(folder, name));
  const privateKey = createPrivateKey(isMade ? readFileSync(join(folder, name)) : makeFile(folder, name, newKey()));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function newKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
}

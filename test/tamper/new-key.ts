import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** An Ed25519 private key that nobody had before. */
export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

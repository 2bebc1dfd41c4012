import { createLocalJWKSet, errors, type JWK, type JWTVerifyGetKey } from 'jose';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { RemoteKeys } from './trust.ts';

/** Milliseconds for which keys are cached before they are read again. A withdrawn key is refused earlier, by the condition of access. */
const current = 60_000;
/** The least milliseconds between two readings for keys that no one knows. */
const cooldown = 1_000;

/**
 * The keys of the embedded authorization server.
 * @param read reads the trusted public keys
 * @returns a key function, which throws PrivacyError ISSUER_KEYS_UNAVAILABLE where they cannot be read
 */
export function openOwnKeys(read: () => Promise<readonly JWK[]>): JWTVerifyGetKey & RemoteKeys {
  let known: { readonly at: number; readonly getKey: JWTVerifyGetKey } | undefined;
  const readAgain = async (): Promise<JWTVerifyGetKey> => {
    try {
      const getKey = createLocalJWKSet({ keys: [...(await read())] });
      known = { at: performance.now(), getKey };
      return getKey;
    } catch (error) {
      throw Object.assign(new PrivacyError('ISSUER_KEYS_UNAVAILABLE'), { cause: error });
    }
  };
  const age = (): number => (known ? performance.now() - known.at : Infinity);
  const getKey: JWTVerifyGetKey = async (header, token) => {
    const keys = known && age() < current ? known.getKey : await readAgain();
    try {
      return await keys(header, token);
    } catch (error) {
      // A new key may have been added since.
      if (!(error instanceof errors.JWKSNoMatchingKey) || age() < cooldown) throw error;
      return (await readAgain())(header, token);
    }
  };
  return Object.assign(getKey, {
    refresh: async (): Promise<void> => {
      if (age() >= current) await readAgain();
    },
  });
}

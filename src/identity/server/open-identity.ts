import type { Provider } from 'oidc-provider';
import { createProvider, type ProviderParts } from './provider.ts';
import { removeExpired } from './tokens/remove-expired.ts';
import { openSigningKeys, type SigningKey } from './tokens/signing-keys.ts';

/** The authorization server with the keys of now. */
export interface IdentityServer extends Omit<ProviderParts, 'keys'> {
  provider(): Provider;
  /** Reads the keys again. @throws PrivacyError SETTING_INVALID if one cannot be read */
  reload(): Promise<void>;
  stop(): void;
}

/** Milliseconds after which keys are read again and expired rows removed. */
const pause = 20_000;

/**
 * Opens the authorization server, and keeps its keys current: other processes may add or withdraw keys at any time.
 * @param reportFailure called with each error that is not a client's; it goes on with the keys that it has
 * @throws PrivacyError SETTING_INVALID, naming a key that cannot be read
 */
export async function openIdentity(parts: Omit<ProviderParts, 'keys'>, reportFailure: (error: unknown) => void): Promise<IdentityServer> {
  let keys: readonly SigningKey[] = [];
  let provider: Provider;
  const reload = async (): Promise<void> => {
    const current = await openSigningKeys(parts.database, parts.secret);
    if (namesOf(current) === namesOf(keys)) return;
    keys = current;
    provider = createProvider({ ...parts, keys }, reportFailure);
  };
  await reload();
  const tend = async (): Promise<void> => {
    await reload();
    await removeExpired(parts.database);
  };
  const timer = setInterval(() => void tend().catch(reportFailure), pause).unref();
  return { ...parts, provider: () => provider, reload, stop: () => clearInterval(timer) };
}

function namesOf(keys: readonly SigningKey[]): string {
  return keys.map(({ kid }) => kid).join(' ');
}

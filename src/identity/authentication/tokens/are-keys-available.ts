import type { JWTVerifyGetKey } from 'jose';
import type { RemoteKeys, Trust } from './trust.ts';

/** Whether the keys of every trusted issuer are known. Keys at an address that are not current are fetched. @throws if they cannot be */
export async function areKeysAvailable(trust: Trust): Promise<boolean> {
  await Promise.all([...trust.values()].filter(isRemote).map(async (keys) => keys.refresh()));
  return true;
}

function isRemote(keys: JWTVerifyGetKey | (JWTVerifyGetKey & RemoteKeys)): keys is JWTVerifyGetKey & RemoteKeys {
  return 'refresh' in keys;
}

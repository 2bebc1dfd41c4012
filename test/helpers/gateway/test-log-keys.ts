import { readConfig } from '../../../src/platform/settings/config.ts';
import { openLogKeys, type LogKeyStore } from '../../../src/log/store/publication/log-key-store.ts';
import { testCluster } from '../database/cluster.ts';

/** The keys with which the gateways of tests sign. */
export function testLogKeys(): LogKeyStore {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  return openLogKeys(config, config.logOrigin);
}

import { issueToken } from './issuer.ts';
import { readConfig } from '../../src/config.ts';
import { askWithToken } from './ask-with-token.ts';
import { testCluster, testNow } from './cluster.ts';
import type { Answered, TestGateway } from './gateway.ts';

/** Asks as a resident who is not a persona: one of the cast, or an id that is not on record. */
export async function askAsResident(
  gateway: TestGateway,
  subject: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answered> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const token = await issueToken(config, { subject, role: 'RESIDENT', purposes: ['SELF_SERVICE'], now: testNow });
  return askWithToken(gateway.send, token, query, { variables });
}

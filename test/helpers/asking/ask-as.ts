import { issueToken } from '../tokens/issuer.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { askWithToken } from '../tokens/ask-with-token.ts';
import { testCluster, testNow } from '../database/cluster.ts';
import type { Purpose, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { Answered, Asked, TestGateway } from '../gateway/gateway.ts';

/**
 * Asks as a resident who is not a persona: one of the cast, or an id that is not on record.
 * @param now when the token is issued
 */
export async function askAsResident(
  gateway: TestGateway,
  subject: string,
  query: string,
  variables: Record<string, unknown> = {},
  now: Date = testNow,
): Promise<Answered> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const token = await issueToken(config, { subject, role: 'RESIDENT', purposes: ['SELF_SERVICE'], now });
  return askWithToken(gateway.send, token, query, { variables });
}

/** An employee who need not be a persona, in a role and for a purpose. */
export interface AskingEmployee {
  readonly id: string;
  readonly role: Role;
  readonly purpose: Purpose;
}

/** Asks as an employee who has just used a passkey. */
export async function askAsEmployee(
  gateway: TestGateway,
  { id: subject, role, purpose }: AskingEmployee,
  query: string,
  asked: Pick<Asked, 'variables' | 'case'> = {},
): Promise<Answered> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const token = await issueToken(config, { subject, role, purposes: [purpose], now: testNow });
  return askWithToken(gateway.send, token, query, { purpose, ...asked });
}

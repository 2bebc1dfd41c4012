import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Application } from '../../../engine/application.ts';
import { openOrm } from '../../../platform/postgres/connections/orm.ts';
import { createReplica } from '../../../platform/postgres/connections/replica.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { createPlainReadCheck, type ReadReplica } from '../../spine/document/plain-reads.ts';

/** Milliseconds to wait for a connection to the replica, and that one may be in use. The primary is read after that. */
const deadlines = { queue: 500, request: 1_500 } as const;

/** A replica with its connections. */
interface OpenReplica extends ReadReplica {
  stop(): Promise<void>;
}

/**
 * Opens the replica of DATABASE_READ_URL as the gateway's role. One that cannot be reached is reported, and used once it can be.
 * @param url the address of the replica
 * @param gateway connection string of the gateway's role at the primary
 * @param application that is served
 * @throws PrivacyError SETTING_INVALID if it is no replica of the primary
 */
export async function openReplica(
  url: string,
  gateway: string,
  { entities, database }: Pick<Application, 'entities' | 'database'>,
  primary: MikroORM,
  log: Logger,
): Promise<OpenReplica> {
  const orm = await openOrm(asRole(url, gateway), entities, { deadlines });
  const replica = createReplica(orm, (error) => log.warn({ cause: causeOf(error) }, 'the replica is not used: it failed'));
  const stop = (): Promise<void> => orm.close(true);
  try {
    await replica.verify(primary.em.getKysely<unknown>());
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...replica, isPlain: createPlainReadCheck(database), stop };
}

/** An address with the role, the password and the database of another one. */
function asRole(address: string, role: string): string {
  const url = new URL(address);
  const { username, password, pathname } = new URL(role);
  Object.assign(url, { username, password, pathname });
  return url.href;
}

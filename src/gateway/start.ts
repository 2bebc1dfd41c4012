import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { openGroupCommit } from '../access-log/group-commit.ts';
import { createReceipts } from '../access-log/make-receipts.ts';
import { startSequencer } from '../access-log/sequencer.ts';
import { openTrust } from '../authentication/trust.ts';
import type { Config } from '../config.ts';
import { isPopulated } from '../../demo/population/is-populated.ts';
import { openDatabase } from '../database/open.ts';
import { openLastSigned } from '../database/last-signed.ts';
import { openLogKeys } from '../database/log-key-store.ts';
import { openOrm } from '../database/orm.ts';
import { secret } from '../database/secrets.ts';
import { policyInForce } from '../policy/policy.ts';
import { createCursors } from '../records/cursors.ts';
import { createPseudonyms } from '../records/pseudonyms.ts';
import { dayOf } from '../records/reader.ts';
import { createApp } from './app.ts';
import { readPolicyFile } from '../candidate-policy/read-policy-file.ts';
import { reportSequencer } from './report-sequencer.ts';
import { causeOf } from '../error-cause.ts';

const demoResidents = 2_000;

/** A gateway that answers. */
export interface Gateway {
  /** Where it answers GraphQL. */
  readonly url: string;
  /** Numbers what the access log has staged, for whoever can't wait; nothing where another process does that. */
  sequence(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything, in the order in which it is needed; stopping goes the other way round. */
export async function start(config: Config): Promise<Gateway> {
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ fd: 2, sync: false }));
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const candidate = config.policyDryRun === undefined ? undefined : readPolicyFile(config.policyDryRun, 'the file of POLICY_DRY_RUN');
    const trust = await openTrust(config);
    const database = await openDatabase(config);
    closers.push(() => database.close());
    if (config.demoPopulation && !(await isPopulated(database.roles.owner))) {
      const { populate } = await import('../../demo/population/populate.ts');
      const now = new Date();
      await populate(database.roles.owner, { residents: demoResidents, today: dayOf(now), now });
    }
    const orm = await openOrm(database.roles.gateway);
    closers.push(() => orm.close(true));
    const logKeys = openLogKeys(config.dataDirectory, config.logOrigin);
    const sequencer = config.sequencer
      ? startSequencer(database.roles.sequencer, logKeys, openLastSigned(config.dataDirectory), reportSequencer(log))
      : undefined;
    if (sequencer) closers.push(() => sequencer.stop());
    const makeReceipts = createReceipts(logKeys.origin, logKeys.newest, Date.now);
    const appends = openGroupCommit(database.roles.gateway, makeReceipts, (error) =>
      log.error({ cause: causeOf(error) }, 'the connection of the access log broke'),
    );
    closers.push(() => appends.stop());
    const app = await createApp({
      policy: policyInForce,
      candidate,
      orm,
      trust,
      audience: config.audience,
      cursors: createCursors(secret(config.dataDirectory, 'cursors')),
      pseudonyms: createPseudonyms(secret(config.dataDirectory, 'pseudonyms')),
      logKeys,
      witnesses: config.logWitnesses,
      appends,
      makeReceipts,
      log,
      now: () => new Date(),
      newId: randomUUID,
    });
    closers.push(() => app.close());
    const address = await app.listen({ host: config.host, port: config.port });
    return { url: `${address}/graphql`, sequence: async () => sequencer?.run(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

import { partsWithoutMail } from '../parts-without-mail.ts';
import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import type { GroupCommit } from '../../src/log/store/staging/group-commit.ts';
import type { MakeReceipts } from '../../src/log/store/publication/make-receipts.ts';
import { usualRequestLimits, type Config, type RequestLimits } from '../../src/platform/settings/config.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import { secret } from '../../src/platform/postgres/secrets/secrets.ts';
import type { Executor } from '../../src/engine/execution/executor.ts';
import { createApp } from '../../src/server/http/app.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { openOwnIssuer } from '../../src/server/start/parts/own-issuer.ts';
import { town } from '../../src/town/index.ts';
import { createCursors } from '../../src/engine/rows/cursors.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { openTestTrust } from '../../test/helpers/tokens/issuer.ts';
import { ownAddresses } from '../../test/helpers/tokens/partner-tokens.ts';

/** The part of the log that a gateway needs. */
export interface LogParts {
  readonly appends: GroupCommit;
  readonly makeReceipts: MakeReceipts;
}

/** A log that stores nothing and gives no receipts, as a baseline. */
export const noLog: LogParts = {
  appends: {
    append: () => Promise.resolve(undefined as never),
    failedFor: () => undefined,
    waiting: () => 0,
    stop: () => Promise.resolve(),
  },
  makeReceipts: () => [],
};

/** The gateway's HTTP application, listening. */
export interface OpenApp {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the parts that src/server/start/start.ts opens, over records that are already open.
 * @param executor undefined: the gateway's
 * @param requestLimits undefined: one persona stands for many people, so its requests are not bounded
 */
export async function openApp(
  config: Config,
  orm: MikroORM,
  log: LogParts,
  executor?: Executor,
  requestLimits: RequestLimits = { ...usualRequestLimits, requests: 1_000 },
): Promise<OpenApp> {
  const quiet = pino({ level: 'silent' });
  const enforced = buildSchema(town);
  const app = await createApp({
    application: town,
    enforced,
    parts: partsWithoutMail(enforced.markings),
    orm,
    trust: openTestTrust(config),
    audience: config.audience,
    tokenMaxLifetime: config.tokenMaxLifetime,
    cursors: createCursors(secret(config.secrets, 'cursors')),
    pseudonyms: createPseudonyms(secret(config.secrets, 'pseudonyms')),
    logKeys: openLogKeys(config, config.logOrigin),
    witnesses: [],
    ...log,
    ownIssuer: openOwnIssuer(town, ownAddresses, secret(config.secrets, 'cursors'), () => orm.em.getKysely<unknown>(), quiet),
    log: quiet,
    now: () => new Date(),
    newId: randomUUID,
    executor,
    requestLimits,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${address}/graphql`, close: async () => app.close() };
}

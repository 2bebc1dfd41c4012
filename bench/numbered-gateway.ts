import { town } from '../src/town/index.ts';
import { openGroupCommit } from '../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../src/log/store/publication/make-receipts.ts';
import { startSequencer } from '../src/log/store/numbering/sequencer.ts';
import type { Config } from '../src/platform/settings/config.ts';
import type { DatabaseRoles } from '../src/platform/postgres/roles/roles.ts';
import { openLogKeys } from '../src/log/store/publication/log-key-store.ts';
import { openOrm } from '../src/platform/postgres/connections/orm.ts';
import { openApp } from './log/app.ts';

/** A gateway as it is deployed: its log is on and is numbered by its sequencer. */
export interface Served {
  readonly url: string;
  /** Numbers the staged entries now, so that this does not slow the next measurement. */
  number(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the parts that src/server/start/start.ts opens, over the database of a benchmark's town. */
export async function serve(config: Config, roles: DatabaseRoles): Promise<Served> {
  const orm = await openOrm(roles.gateway, town.entities);
  const keys = openLogKeys(config, config.logOrigin);
  const sequencer = startSequencer(roles.sequencer, town.postings, keys, { read: () => undefined, write: () => undefined }, ignore);
  const makeReceipts = createReceipts(keys.origin, keys.newest, Date.now);
  const appends = openGroupCommit(roles.gateway, makeReceipts, town.access, ignore);
  const app = await openApp(config, orm, { appends, makeReceipts });
  return {
    url: app.url,
    number: () => sequencer.run(),
    close: async () => {
      await app.close();
      await appends.stop();
      await sequencer.stop();
      await orm.close(true);
    },
  };
}

// A failed statement rejects its own promise; the end of a connection at shutdown is not a failure.
function ignore(): void {}

import { town } from '../../src/town/index.ts';
import { openGroupCommit } from '../../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../../src/log/store/publication/make-receipts.ts';
import { startSequencer } from '../../src/log/store/numbering/sequencer.ts';
import type { Config } from '../../src/platform/settings/config.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import type { Entry } from '../../src/log/entry/entry.ts';

/** Stages entries one after another, as the gateway does, and numbers them. */
export async function appendEntries(config: Config, roles: DatabaseRoles, entries: readonly Entry[]): Promise<void> {
  const keys = openLogKeys(config, config.logOrigin);
  const appends = openGroupCommit(roles.gateway, createReceipts(keys.origin, keys.newest, Date.now), town.access, () => undefined);
  const sequencer = startSequencer(
    roles.sequencer,
    town.postings,
    keys,
    { read: () => undefined, write: () => undefined },
    () => undefined,
  );
  try {
    for (const entry of entries) await appends.append(entry);
    await sequencer.run();
  } finally {
    await appends.stop();
    await sequencer.stop();
  }
}

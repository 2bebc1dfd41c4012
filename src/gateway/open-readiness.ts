import type { GroupCommit } from '../access-log/group-commit.ts';
import { areKeysAvailable } from '../authentication/are-keys-available.ts';
import type { Trust } from '../authentication/trust.ts';
import type { DatabaseChecks } from '../database/readiness-checks.ts';
import type { LogKeyStore } from '../database/log-key-store.ts';
import { createReadiness, type Check, type CheckName, type FailedCheck, type Readiness } from '../operations/readiness.ts';
import { maximumMergeDelay } from '../transparency-log/receipt.ts';

/** What the checks look at. */
export interface ReadinessParts {
  readonly database: DatabaseChecks;
  readonly appends: Pick<GroupCommit, 'failedFor'>;
  readonly logKeys: Pick<LogKeyStore, 'newest'>;
  readonly trust: Trust;
}

/** Readiness that also knows whether the log may get further entries. */
export interface GatewayReadiness extends Readiness {
  /**
   * Why nothing that must be logged may be answered, as of the latest check: too many entries wait for a number, or the oldest has waited
   * for too long. An entry without a number is in no signed tree, so its removal would show nowhere.
   */
  readonly refusal: 'LOG_BACKLOG_FULL' | 'LOG_NOT_NUMBERED' | undefined;
}

/** Milliseconds for which a failed append counts. Then requests may try again: their success shows that the log has recovered. */
const failureCounts = 3_000;

/**
 * Opens the readiness of a gateway:
 * - database: PostgreSQL answers
 * - schema: it has what this version needs
 * - roles: the gateway's role has what it needs, and cannot change the log
 * - log: its table answers, no append failed lately, and there is room for more
 * - sequencer: the oldest staged entry can still be numbered as its receipt promised
 * - keys: the log's signing key and each issuer's keys can be read
 * @param report called with the checks that fail, whenever these are others than before
 */
export function openReadiness(
  { database, appends, logKeys, trust }: ReadinessParts,
  report?: (failed: readonly FailedCheck[]) => void,
): GatewayReadiness {
  let refusal: GatewayReadiness['refusal'];
  const checks = {
    database: () => database.answers(),
    schema: () => database.hasSchema(),
    roles: () => database.hasRights(),
    log: async () => {
      const { isFull, isStuck } = await database.backlog();
      refusal = isFull ? 'LOG_BACKLOG_FULL' : isStuck ? 'LOG_NOT_NUMBERED' : undefined;
      return refusal === undefined && (appends.failedFor() ?? Number.POSITIVE_INFINITY) > failureCounts;
    },
    // If the table cannot be read, the check `log` says so.
    sequencer: async () => database.backlog().then(isKept, () => true),
    keys: async () => {
      logKeys.newest();
      return areKeysAvailable(trust);
    },
  } satisfies Record<CheckName, Check>;
  const readiness = createReadiness(checks, report);
  return Object.defineProperty(readiness, 'refusal', { get: () => refusal }) as GatewayReadiness;
}

/** Whether the promise of the oldest staged entry is kept. */
function isKept({ oldest }: { readonly oldest: string | null }): boolean {
  return oldest === null || Date.now() - Date.parse(oldest) < maximumMergeDelay * 1_000;
}

import type { GroupCommit } from '../../../log/store/staging/group-commit.ts';
import { describeRollback, type TreeWatch } from '../../../log/store/publication/watch-tree.ts';
import { areKeysAvailable } from '../../../identity/authentication/tokens/are-keys-available.ts';
import type { Trust } from '../../../identity/authentication/tokens/trust.ts';
import type { DatabaseChecks } from '../../../platform/postgres/readiness-checks.ts';
import type { DefinitionWatch } from '../../../platform/postgres/definitions/watch-definitions.ts';
import type { LogKeyStore } from '../../../log/store/publication/log-key-store.ts';
import { createReadiness, type Check, type CheckName, type FailedCheck, type Readiness } from './readiness.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { maximumMergeDelay } from '../../../log/proofs/receipt.ts';

/** The inputs of the checks. */
export interface ReadinessParts {
  readonly database: DatabaseChecks;
  readonly appends: Pick<GroupCommit, 'failedFor'>;
  readonly logKeys: Pick<LogKeyStore, 'newest'>;
  readonly trust: Trust;
  readonly definitions: Pick<DefinitionWatch, 'assertUnaltered'>;
  readonly tree: Pick<TreeWatch, 'missing' | 'rolledBack' | 'isUnreadable'>;
}

/** Readiness that also knows what is delayed, and whether the log may get further entries. */
export interface GatewayReadiness extends Readiness {
  /**
   * Why nothing that must be logged may be answered, as of the latest check: too many entries wait for a number, or the oldest has waited
   * for too long. An entry without a number is in no signed tree, so its removal would show nowhere.
   */
  readonly refusal: 'LOG_BACKLOG_FULL' | 'LOG_NOT_NUMBERED' | undefined;
  /** Overdue background work while ready, as of the latest attempt: `issuers`, whose keys cannot be fetched. */
  readonly delayed: readonly string[];
}

/** Milliseconds for which a failed append counts. Then requests may try again: their success shows that the log has recovered. */
const failureCounts = 3_000;

/**
 * Opens the readiness of a gateway:
 * - database: PostgreSQL answers
 * - schema: it has what this version needs
 * - definitions: the database is as the migrations made it
 * - roles: the gateway's role has what it needs, and cannot change the log
 * - log: its table answers, no append failed lately, and there is room for more
 * - sequencer: the oldest staged entry can still be numbered as its receipt promised
 * - history: the log continues each checkpoint that this process knows to be signed
 * - promises: each entry that this process promised is in the tree once its delay is over
 * - keys: the log's signing key can be read
 *
 * An outside issuer whose keys cannot be fetched delays its own principals alone, and no instance serves them better: it is `delayed`.
 * @param report called with the checks that fail, whenever these are others than before
 */
export function openReadiness(
  { database, appends, logKeys, trust, definitions, tree }: ReadinessParts,
  report?: (failed: readonly FailedCheck[]) => void,
): GatewayReadiness {
  let refusal: GatewayReadiness['refusal'];
  let issuersFail = false;
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
    definitions: async () => {
      definitions.assertUnaltered();
      return true;
    },
    history: async () => {
      if (tree.rolledBack) throw new PrivacyError('LOG_ENTRIES_LOST', { problems: [describeRollback(tree.rolledBack)] });
      return !tree.isUnreadable;
    },
    promises: async () => {
      if (tree.missing.length > 0)
        throw new PrivacyError('LOG_PROMISE_BROKEN', { problems: tree.missing.map((entry) => `entry ${entry}`) });
      return true;
    },
    keys: async () => {
      logKeys.newest();
      // Not awaited: an issuer that does not answer must not delay the check.
      void areKeysAvailable(trust).then(
        () => (issuersFail = false),
        () => (issuersFail = true),
      );
      return true;
    },
  } satisfies Record<CheckName, Check>;
  const readiness = createReadiness(checks, report);
  return Object.defineProperties(readiness, {
    refusal: { get: () => refusal },
    delayed: { get: () => (issuersFail ? ['issuers'] : []) },
  }) as GatewayReadiness;
}

/** Whether the promise of the oldest staged entry is kept. */
function isKept({ oldest }: { readonly oldest: string | null }): boolean {
  return oldest === null || Date.now() - Date.parse(oldest) < maximumMergeDelay * 1_000;
}

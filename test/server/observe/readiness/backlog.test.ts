import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lateSeconds, watchBacklog, type Backlog } from '../../../../src/server/observe/readiness/backlog.ts';
import { longestPublication } from '../../../../src/platform/settings/settings.ts';
import { maximumMergeDelay } from '../../../../src/log/proofs/receipt.ts';
import { observeBacklog } from '../../../../src/server/observe/metrics/observe-backlog.ts';
import { openDatabaseChecks } from '../../../../src/platform/postgres/readiness-checks.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openObserved } from '../../../helpers/gateway/observed.ts';
import { patientDeadlines } from '../../../helpers/gateway/patient-deadlines.ts';
import { townDatabase } from '../../../../src/town/shared/database/database.ts';

const backlogOf = (oldestSeconds: number): Backlog => ({ entries: oldestSeconds > 0 ? 1 : 0, oldestSeconds, logBytes: 8_192 });

describe('the watch', () => {
  test('reports an entry that is late before its promise is broken, and that the log has caught up', async () => {
    expect(lateSeconds).toBeLessThan(maximumMergeDelay);
    // A publication that fails can be repeated twice.
    expect(3 * longestPublication).toBeLessThanOrEqual(maximumMergeDelay);
    const reports: string[] = [];
    let now: Backlog | Error = backlogOf(0);
    const watch = watchBacklog(
      async () => {
        if (now instanceof Error) throw now;
        return now;
      },
      {
        late: ({ oldestSeconds }) => reports.push(`late ${oldestSeconds}`),
        caughtUp: () => reports.push('caught up'),
        unreadable: () => reports.push('unreadable'),
      },
    );
    const seen: unknown[] = [];
    for (const next of [backlogOf(0), backlogOf(29), backlogOf(31), backlogOf(40), new Error('gone'), backlogOf(45), backlogOf(0)]) {
      now = next;
      await watch.look();
      await watch.look();
      seen.push([watch.current()?.oldestSeconds, watch.isLate()]);
    }
    watch.stop();
    expect(seen).toEqual([
      [0, false],
      [29, false],
      [31, true],
      [40, true],
      [undefined, false],
      [45, true],
      [0, false],
    ]);
    expect([...new Set(reports)]).toEqual(['late 31', 'late 40', 'unreadable', 'late 45', 'caught up']);
  });
});

describe('a gateway whose log is not numbered', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await openGateway();
  });
  afterEach(() => gateway.close());

  test('says so in its log once, and in its metrics, until the log is numbered', async () => {
    const observed = openObserved();
    const checks = openDatabaseChecks(gateway.database.roles.gateway, patientDeadlines, townDatabase);
    let now = testNow;
    const watch = observeBacklog(checks, observed.log, observed.observability.metrics, () => now);
    try {
      await gateway.sequence();
      // A long lock of the sequencer's stands for a sequencer that is gone.
      await gateway.database.asOwner('revoke delete on access_log.staged from ntk_sequencer');
      await gateway.ask('resident', '{ me { givenName } }');
      await watch.look();
      await watch.look();
      expect(watch.isLate()).toBe(false);
      expect(watch.current()).toMatchObject({ entries: 1, oldestSeconds: 0 });
      expect(watch.current()!.logBytes).toBeGreaterThan(0);

      now = new Date(testNow.getTime() + 31_000);
      for (let time = 0; time < 3; time += 1) await watch.look();
      expect(watch.isLate()).toBe(true);
      expect(observed.logged.map((line) => JSON.parse(line))).toEqual([
        expect.objectContaining({ level: 50, code: 'LOG_NOT_NUMBERED', entries: 1, seconds: 31 }),
      ]);
      expect(await observed.scrape()).toContain('ntk_access_log_oldest_staged_seconds 31');

      await gateway.database.asOwner('grant delete on access_log.staged to ntk_sequencer');
      await gateway.sequence();
      await watch.look();
      expect(watch.isLate()).toBe(false);
      expect(observed.logged.at(-1)).toContain('the access log is numbered again');
    } finally {
      watch.stop();
      await checks.stop();
    }
  });

  test('counts readings that fail', async () => {
    const observed = openObserved();
    const checks = openDatabaseChecks(gateway.database.roles.gateway, patientDeadlines, townDatabase);
    await gateway.database.asOwner('revoke select on access_log.staged from ntk_gateway');
    const watch = observeBacklog(checks, observed.log, observed.observability.metrics, () => testNow);
    try {
      await watch.look();
      expect(watch.current()).toBeUndefined();
      expect(await observed.scrape()).toContain('ntk_access_log_read_failures_total 1');
    } finally {
      watch.stop();
      await gateway.database.asOwner('grant select on access_log.staged to ntk_gateway');
      await checks.stop();
    }
  });
});

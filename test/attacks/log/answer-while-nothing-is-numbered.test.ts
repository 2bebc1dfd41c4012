import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTrust } from '../../../src/identity/authentication/tokens/trust.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { openDatabaseChecks } from '../../../src/platform/postgres/readiness-checks.ts';
import { openReadiness, type GatewayReadiness } from '../../../src/server/observe/readiness/open-readiness.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { testLogKeys } from '../../helpers/gateway/test-log-keys.ts';
import { until } from '../../helpers/time/until.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

// An attacker who can keep the sequencer from numbering can read without limit: the reads are in no signed tree, and can be removed from
// the staged entries without a trace. The sequencer fails here as it does for a wrong statement: PostgreSQL refuses it.
let gateway: TestGateway;
let readiness: GatewayReadiness;
beforeAll(async () => {
  gateway = await openGateway({
    openParts: async (database) => {
      // The test's clock is months behind, so that every entry has waited for longer.
      const checks = openDatabaseChecks(database.roles.gateway, { ...patientDeadlines, mostStaged: 1_000, number: 300_000 }, townDatabase);
      readiness = openReadiness({
        database: checks,
        appends: { failedFor: () => undefined },
        logKeys: testLogKeys(),
        trust: openTrust(readConfig({})),
        definitions: { assertUnaltered: () => undefined },
        tree: { missing: [], rolledBack: undefined, isUnreadable: false },
      });
      const stop = async (): Promise<void> => {
        readiness.stop();
        await checks.stop();
      };
      return { readiness, stop };
    },
  });
});
afterAll(() => gateway.close());

const staged = async (): Promise<number> => (await gateway.database.asOwner('select from access_log.staged')).length;
const tickets = async (): Promise<unknown> => (await gateway.database.asOwner(`select count(*) from recreation.ticket`))[0];

test('nothing that must be logged is answered while the oldest entry waits for longer than permitted, until it is numbered', async () => {
  const read = (): ReturnType<TestGateway['ask']> => gateway.ask('resident', '{ me { givenName } }');
  expect(await readiness.failed()).toEqual([]);
  expect((await read()).data.me.givenName).toEqual(expect.any(String));
  await gateway.sequence();

  await gateway.database.asOwner('revoke insert on access_log.entry from ntk_sequencer');
  await expect(gateway.sequence()).resolves.toBeUndefined();
  expect((await read()).codes).toEqual([]);
  await expect(gateway.sequence()).rejects.toMatchObject({ code: '42501' });
  await until(async () => (await readiness.failed()).length > 0);
  expect(readiness.latest).toEqual(['log', 'sequencer']);
  const before = [await staged(), await tickets()];
  const refused = await read();
  expect([refused.status, refused.data ?? null, refused.codes]).toEqual([503, null, ['LOG_NOT_NUMBERED']]);
  expect(refused.headers.get('retry-after')).toEqual(expect.any(String));
  const change = 'mutation { openTicket(input: { topic: OTHER, subject: "A glove", body: "Where is it?" }) { ticket { id } } }';
  expect((await gateway.ask('resident', change)).codes).toEqual(['LOG_NOT_NUMBERED']);
  expect([await staged(), await tickets()]).toEqual(before);
  expect((await gateway.ask(null, '{ services { edges { node { name } } } }')).codes).toEqual([]);

  // Only the sequencer does anything.
  await gateway.database.asOwner('grant insert on access_log.entry to ntk_sequencer');
  await until(async () => (await readiness.failed()).length === 0);
  expect(await staged()).toBe(0);
  expect((await read()).codes).toEqual([]);
});

import { town } from '../../../src/town/index.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { issueToken, trustedIssuers } from '../../helpers/tokens/issuer.ts';
import { personaNamed } from '../../../demo/personas.ts';
import { readConfig, type Config } from '../../../src/platform/settings/config.ts';
import type { Gateway } from '../../../src/server/start/gateway.ts';
import { start } from '../../../src/server/start/start.ts';
import { metricCatalogue } from '../../../src/server/observe/metrics/metric-catalogue.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { settingsFor } from '../../helpers/processes/run-privacy.ts';
import { until } from '../../helpers/time/until.ts';

// The gateway as it is started, with its sequencer off and no other one running.
let database: TestDatabase;
let config: Config;
let gateway: Gateway;
beforeAll(async () => {
  database = await copyDatabase();
  const settings = settingsFor(database);
  config = readConfig({
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'silent',
    TRUSTED_ISSUERS: trustedIssuers(settings.DATA_DIR),
    ...settings,
  });
  gateway = await start(town, config);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const scrape = async (): Promise<string> => (await fetch(gateway.metricsUrl!)).text();
const value = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1) ?? NaN,
  );

test('the started gateway serves every metric, and counts what it does', async () => {
  const before = await scrape();
  expect(Object.keys(metricCatalogue).filter((name) => !before.includes(`# TYPE ${name} `))).toEqual([]);
  const { principal, role, purposes } = personaNamed('resident');
  const token = await issueToken(config, { subject: principal, role, purposes, now: new Date() });
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-request-id': randomUUID() },
    body: JSON.stringify({ query: '{ me { givenName } }' }),
  });
  expect(answer.status).toBe(200);
  const after = await scrape();
  expect(value(after, 'ntk_request_duration_seconds_count{route="/graphql",status="200",code=""}')).toBe(1);
  expect(value(after, 'ntk_stage_duration_seconds_count{stage="record",outcome="ANSWERED",code=""}')).toBe(1);
  expect(value(after, 'ntk_pool_connections{pool="records",state="idle"}')).toBeGreaterThan(0);
  // It is read in the background.
  await until(async () => value(await scrape(), 'ntk_access_log_bytes') > 0);
  expect(after).not.toContain(principal);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { Metrics } from '../../../src/server/observe/metrics/metrics.ts';
import { observePool } from '../../../src/server/observe/metrics/observe-pool.ts';
import { testCluster } from '../../helpers/database/cluster.ts';

let pool: Pool;
beforeAll(() => {
  pool = new Pool({ connectionString: testCluster().administrator, max: 1 });
});
afterAll(() => pool.end());

const read = async (metrics: Metrics, name: string): Promise<string> => metrics.registry.getSingleMetricAsString(name);

test('a pool shows its connections, the work that waits, and how often and how long it waited', async () => {
  const metrics = new Metrics();
  observePool(metrics, 'records', pool);
  const client = await pool.connect();
  const waiting = pool.query('select 1 as one');
  expect(await read(metrics, 'ntk_pool_waiting')).toContain('{pool="records"} 1');
  expect(await read(metrics, 'ntk_pool_connections')).toContain('state="busy"} 1');
  client.release();
  expect((await waiting).rows).toEqual([{ one: 1 }]);
  // Opening the first connection was a wait as well.
  expect(await read(metrics, 'ntk_pool_wait_duration_seconds')).toContain('_count{pool="records"} 2');
  // An idle connection is taken at once.
  (await pool.connect()).release();
  await pool.query('select 1');
  expect(await read(metrics, 'ntk_pool_wait_duration_seconds')).toContain('_count{pool="records"} 2');
});

test('a connection that cannot be opened fails as before, and its wait is counted', async () => {
  const metrics = new Metrics();
  const broken = new Pool({ connectionString: 'postgres://127.0.0.1:1/none', max: 1 });
  observePool(metrics, 'records', broken);
  await expect(broken.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(broken.query('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(await read(metrics, 'ntk_pool_wait_duration_seconds')).toContain('_count{pool="records"} 2');
  await broken.end();
});

import { policyInForce } from '../../../src/town/policy/policy.ts';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { pino } from 'pino';
import { alarmRules, readAlarms } from '../../../scripts/docs/alarms.ts';
import { countGuardFailures } from '../../../src/server/spine/entry/count-guard-failures.ts';
import { Metrics } from '../../../src/server/observe/metrics/metrics.ts';
import { until } from '../../helpers/time/until.ts';
import { assertThat, type OperateCase } from '../case.ts';
import { prepareDatabase, startGateway, type RunningGateway } from '../gateway.ts';
import { runProgram } from '../run-program.ts';
import type { Server } from '../server.ts';

const database = 'need_to_know';
const clerk = { purpose: 'SERVICE_PROVISION' } as const;

/** The parts that cause the events. */
interface Parts {
  readonly server: Server;
  readonly gateway: RunningGateway;
  /** The metrics as they are now. */
  readonly scrape: () => Promise<string>;
}

/** How each alarm's event is caused. It ends with the event shown by the metrics. */
const events: Readonly<Record<string, (parts: Parts) => Promise<void>>> = {
  AccessLogNotNumbered: async ({ gateway, scrape }) => {
    await gateway.ask('resident', '{ me { givenName } }');
    await until(async () => valueIn(await scrape(), 'ntk_access_log_oldest_staged_seconds') > 30, 60_000);
  },
  AccessLogTakesNothing: async ({ server, gateway }) => {
    await server.query('revoke insert on access_log.staged from ntk_gateway', database);
    const { codes } = await gateway.ask('resident', '{ me { givenName } }');
    await server.query('grant insert on access_log.staged to ntk_gateway', database);
    assertThat(codes.includes('LOG_UNAVAILABLE'), `the log is unavailable: ${codes.join()}`);
  },
  EncounterBudgetSpent: async ({ server, gateway }) => {
    const people = await server.query<{ id: string }>(`select id from recreation.resident where id::text not like '1%' limit 22`, database);
    const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
    const codes: string[] = [];
    for (const { id: residentId } of people) {
      const answer = await gateway.ask('customer-service', start, {
        ...clerk,
        variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } },
      });
      codes.push(...answer.codes);
    }
    assertThat(codes.includes('ACT_BUDGET_SPENT'), `the budget is spent: ${codes.join()}`);
  },
  IdentityBudgetSpent: async ({ gateway }) => {
    const confirm = 'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { outcome } }';
    for (let day = 1; day <= 22; day += 1) {
      const input = { email: 'nobody@example.ca', birthDate: `1950-01-${String(day).padStart(2, '0')}` };
      await gateway.ask('customer-service', confirm, { ...clerk, variables: { input } });
    }
  },
  // After the budgets of encounters and identities: nothing is read once it is spent.
  ReadBudgetSpent: async ({ gateway }) => {
    let after: string | null = null;
    for (let page = 0; page < 7; page += 1) {
      const query = `query ($after: String) { residents(first: 100, after: $after, orderBy: FAMILY_NAME) { edges { node { givenName } } pageInfo { endCursor } } }`;
      const { data } = await gateway.ask('customer-service', query, { ...clerk, variables: { after } });
      after = data?.residents?.pageInfo?.endCursor ?? after;
    }
  },
  WorkersEnd: async ({ gateway, scrape }) => {
    for (let ended = 1; ended <= 3; ended += 1) {
      const [worker] = execFileSync('ps', ['-o', 'pid=', '--ppid', String(gateway.program.processId)], { encoding: 'utf8' })
        .trim()
        .split(/\s+/);
      process.kill(Number(worker), 'SIGKILL');
      await until(async () => valueIn(await scrape(), 'ntk_worker_ends_total') >= ended, 30_000);
    }
  },
  // The last one: the gateway does not answer afterwards.
  DatabaseUnreadable: async ({ server, scrape }) => {
    await server.stop();
    await until(async () => !/^ntk_access_log_staged_entries[ {]/m.test(await scrape()), 30_000);
  },
};

/**
 * Events that are counted here. A resolver of a gateway without defects does not fail: test/server/spine/answers/guard-failures.test.ts shows that a gateway
 * counts one that does. Claim codes need a passkey, which this case has not.
 */
const counted: Readonly<Record<string, (metrics: Metrics) => void>> = {
  ResolverFails: (metrics) => countGuardFailures(pino({ enabled: false }), metrics)('Resident.id', 'RangeError'),
  ClaimBudgetSpent: (metrics) => metrics.countActCharge('CLAIM_CODE', 'CUSTOMER_SERVICE', 'SPENT'),
};

export const operateCase: OperateCase = {
  title: 'each alarm fires once its event is caused at a gateway, and not before',
  on: 'newest',
  needs: ['promtool', 'ps'],
  run: async (context) => {
    const alarms = readAlarms();
    const without = alarms.filter(({ name }) => !(name in events) && !(name in counted)).map(({ name }) => name);
    assertThat(without.length === 0, `an event causes each alarm, but not ${without.join(', ')}`);
    const server = await context.startServer();
    const port = await getPort();
    const settings = await prepareDatabase(server, join(context.directory, 'data'));
    const gateway = await startGateway(context, { ...settings, METRICS_PORT: String(port), WORKERS: '2', SEQUENCER: 'off' });
    const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const tests: object[] = await Promise.all(Object.entries(counted).map(([name, count]) => countedTest(name, count)));
    for (const [name, cause] of Object.entries(events)) {
      context.say(name);
      // Workers may have been replaced by the event before.
      await until(async () => /^ntk_access_log_staged_entries[ {]/m.test(await scrape()), 120_000);
      const before = await scrape();
      await cause({ server, gateway, scrape });
      tests.push(ruleTest(name, before, await scrape()));
    }
    const file = join(context.directory, 'alarms.test.yml');
    writeFileSync(file, JSON.stringify({ rule_files: [join(process.cwd(), alarmRules)], evaluation_interval: '1m', tests }));
    await runProgram(context.program('promtool'), ['test', 'rules', file]);
    return `${tests.length} alarms`;
  },
};

/** A unit test of promtool for an event that is counted here. */
async function countedTest(name: string, count: (metrics: Metrics) => void): Promise<object> {
  const metrics = new Metrics();
  metrics.beginBudgets(policyInForce.budgets);
  const before = await metrics.registry.metrics();
  count(metrics);
  return ruleTest(name, before, await metrics.registry.metrics());
}

/** Minutes for which the metrics stay as they were before the event, and after it. */
const [quiet, after] = [10, 4];

/** A unit test of promtool: the alarm does not fire before its event, and fires after it. A label-free count leaves out what else an alarm says. */
function ruleTest(alarm: string, before: string, now: string): object {
  const [old, current] = [seriesIn(before), seriesIn(now)];
  const names = new Set([...old.keys(), ...current.keys()]);
  const values = (value: string | undefined, times: number): string =>
    value === undefined ? `stale _x${times - 1}` : `${value}+0x${times - 1}`;
  return {
    interval: '1m',
    input_series: [...names].map((series) => ({
      series,
      values: `${values(old.get(series), quiet)} ${values(current.get(series), after)}`,
    })),
    promql_expr_test: [
      { expr: `count(ALERTS{alertname="${alarm}",alertstate="firing"})`, eval_time: `${quiet - 1}m`, exp_samples: [] },
      {
        expr: `count(ALERTS{alertname="${alarm}",alertstate="firing"}) > bool 0`,
        eval_time: `${quiet + after - 2}m`,
        exp_samples: [{ labels: '{}', value: 1 }],
      },
    ],
  };
}

/** The gateway's own series in a scrape, without the buckets of histograms. */
function seriesIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('ntk_') && !/_(bucket|sum|count)[{ ]/.test(line))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)] as const),
  );
}

/** The largest value of a metric over its series. */
function valueIn(text: string, metric: string): number {
  return Math.max(0, ...[...seriesIn(text)].filter(([series]) => series.split('{')[0] === metric).map(([, value]) => Number(value)));
}

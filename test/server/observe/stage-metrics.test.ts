import { describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { stages } from '../../../src/server/observe/metrics/metrics.ts';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const policy = withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', (line) => ({ ...line, perHour: 3, perDay: 30 }));

const gateway = useGateway({ policy });

/** The series whose value changed while `work` ran, with the change. Durations, log lines and what is under way are left out. */
async function counted(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await series();
  await work();
  const after = await series();
  return Object.fromEntries(
    [...after].flatMap(([name, value]) => (value === before.get(name) ? [] : [[name, value - (before.get(name) ?? 0)]])),
  );
}

async function series(): Promise<Map<string, number>> {
  const lines = (await gateway.observed.scrape())
    .split('\n')
    .filter((line) => line !== '' && /^ntk_(?!log_|queue_)/.test(line) && !/_(bucket|sum)\{/.test(line));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

const stage = (name: string, outcome = 'ANSWERED', code = ''): string =>
  `ntk_stage_duration_seconds_count{stage="${name}",outcome="${outcome}",code="${code}"}`;
const request = (status: number, code = ''): string =>
  `ntk_request_duration_seconds_count{route="/graphql",status="${status}",code="${code}"}`;

describe('the metrics of requests', () => {
  test('an answer counts once in each stage', async () => {
    const changed = await counted(() => gateway.ask('resident', '{ me { givenName } }'));
    for (const name of stages) expect(changed[stage(name)]).toBeGreaterThanOrEqual(1);
    expect(changed[request(200)]).toBe(1);
  });

  test('a refusal counts in the stage that refused, under its code', async () => {
    const changed = await counted(() =>
      gateway.send({
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
        body: '{"query":"{me{id}}"}',
      }),
    );
    expect(changed).toEqual({
      [stage('authenticate', 'REFUSED', 'TOKEN_INVALID')]: 1,
      [request(401, 'TOKEN_INVALID')]: 1,
      'ntk_answers_refused_total{code="TOKEN_INVALID"}': 1,
    });
  });

  test('withheld decisions count by reason', async () => {
    const changed = await counted(() =>
      gateway.ask('customer-service', '{ residents(first: 1) { edges { node { email } } } }', { purpose: 'SERVICE_PROVISION' }),
    );
    const reasons = Object.keys(changed).filter((name) => name.startsWith('ntk_withheld_decisions_total'));
    expect(reasons).not.toEqual([]);
    for (const name of reasons)
      expect(name).toMatch(/\{reason="(PURPOSE_REQUIRED|NO_GRANT|PROHIBITED|CONDITION|RELATIONSHIP_REQUIRED)"\}$/);
  });

  test('a read budget counts its use and its refusal', async () => {
    const look = (first: number) => () =>
      gateway.ask('customer-service', `{ residents(first: ${first}) { edges { node { givenName } } } }`, { purpose: 'SERVICE_PROVISION' });
    await look(1)();
    const charge = 'ntk_read_budget_charges_total{role="CUSTOMER_SERVICE",purpose="SERVICE_PROVISION",state=';
    const within = await counted(look(1));
    expect(within[`${charge}"WITHIN"}`]).toBe(1);
    expect(within['ntk_read_budget_people_total{role="CUSTOMER_SERVICE",purpose="SERVICE_PROVISION"}']).toBe(1);
    const spent = await counted(look(20));
    expect(spent[`${charge}"SPENT"}`]).toBe(1);
    expect(spent[stage('spend budget', 'REFUSED', 'READ_BUDGET_SPENT')]).toBe(1);
    expect(spent['ntk_read_budget_people_total{role="CUSTOMER_SERVICE",purpose="SERVICE_PROVISION"}']).toBeUndefined();
  });

  test('an answer that cannot be logged counts as a failure of recording', async () => {
    await gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
    const changed = await counted(() => gateway.ask('resident', '{ me { givenName } }'));
    await gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
    expect(changed[stage('record', 'FAILED', 'LOG_UNAVAILABLE')]).toBe(1);
    expect(changed[stage('release', 'FAILED', 'LOG_UNAVAILABLE')]).toBe(1);
    expect(changed[request(503, 'LOG_UNAVAILABLE')]).toBe(1);
  });

  test('no series names a person, an operation or a document', async () => {
    await gateway.ask('resident', 'query Castellow($id: ID!) { resident(id: $id) { kestrel: givenName } }', {
      variables: { id: cast.resident },
    });
    expect(await gateway.observed.scrape()).not.toMatch(new RegExp(`Castellow|kestrel|${cast.resident}`));
  });
});

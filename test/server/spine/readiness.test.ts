import { createServer } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { openTrust } from '../../../src/identity/authentication/tokens/trust.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { openDatabaseChecks, type DatabaseChecks } from '../../../src/platform/postgres/readiness-checks.ts';
import { openReadiness, type GatewayReadiness, type ReadinessParts } from '../../../src/server/observe/readiness/open-readiness.ts';
import { reportReadiness } from '../../../src/server/observe/readiness/report-readiness.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { openObserved } from '../../helpers/gateway/observed.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { until } from '../../helpers/time/until.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

const gateway = useGateway();

const asPromised: ReadinessParts['tree'] = { missing: [], rolledBack: undefined, isUnreadable: false };
const asMade: ReadinessParts['definitions'] = { assertUnaltered: () => undefined };

interface Opened {
  readonly readiness: GatewayReadiness;
  readonly database: DatabaseChecks;
}

/** Opens the readiness of the gateway, runs `work` with it and closes it. */
async function withReadiness(
  work: (opened: Opened) => Promise<void>,
  more: {
    readonly jwks?: string;
    readonly mostStaged?: number;
    readonly number?: number;
    readonly tree?: ReadinessParts['tree'];
    readonly definitions?: ReadinessParts['definitions'];
    readonly failedFor?: () => number | undefined;
    readonly report?: ReturnType<typeof reportReadiness>;
  } = {},
): Promise<void> {
  const { jwks, mostStaged = 10, number = Infinity, tree = asPromised, definitions = asMade, failedFor = () => undefined, report } = more;
  const database = openDatabaseChecks(gateway.database.roles.gateway, { ...patientDeadlines, mostStaged, number }, townDatabase);
  const issuers = jwks === undefined ? [] : [{ issuer: 'https://issuer.example', jwks }];
  const trust = openTrust(readConfig({ TRUSTED_ISSUERS: JSON.stringify(issuers) }));
  const readiness = openReadiness({ database, appends: { failedFor }, logKeys: gateway.logKeys, trust, definitions, tree }, report);
  try {
    await work({ readiness, database });
  } finally {
    readiness.stop();
    await database.stop();
  }
}

async function failed(more?: Parameters<typeof withReadiness>[1]): Promise<readonly string[]> {
  let names: readonly string[] = [];
  await withReadiness(async ({ readiness }) => {
    names = await readiness.failed();
  }, more);
  return names;
}

test('a gateway that may serve has no failed check', async () => {
  expect(await failed()).toEqual([]);
});

test('the log says once why it is not ready, and once that it is ready again', async () => {
  const { log, logged } = openObserved();
  let failing = 100;
  const check = async (readiness: GatewayReadiness): Promise<void> => {
    await readiness.failed();
    // A result is given again for a second.
    await new Promise((done) => setTimeout(done, 1_100));
  };
  await withReadiness(
    async ({ readiness }) => {
      await check(readiness);
      await check(readiness);
      failing = 10_000;
      await check(readiness);
    },
    { failedFor: () => failing, report: reportReadiness(log) },
  );
  expect(logged.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ level: 40, check: 'log', cause: 'refused or late', msg: 'the gateway is not ready' }),
    expect.objectContaining({ level: 30, msg: 'the gateway is ready again' }),
  ]);
});

test('an outside issuer that cannot be reached delays its own principals, and takes no instance out of rotation', async () => {
  const server = createServer((_request, response) => response.end('{"keys":[]}'));
  const port = await lastingPort();
  const jwks = `http://127.0.0.1:${port}/keys`;
  await withReadiness(
    async ({ readiness }) => {
      await until(async () => (await readiness.failed()).length === 0 && readiness.delayed.length > 0);
      expect(readiness.delayed).toEqual(['issuers']);
      await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
      await until(async () => (await readiness.failed()).length === 0 && readiness.delayed.length === 0);
    },
    { jwks },
  );
  server.close();
});

describe('what keeps it from serving is named:', () => {
  test.each([
    ['roles', 'grant update on access_log.staged to ntk_gateway', 'revoke update on access_log.staged from ntk_gateway'],
    ['roles', 'revoke insert on access_log.staged from ntk_gateway', 'grant insert on access_log.staged to ntk_gateway'],
    ['roles', 'revoke select on recreation.mandate from ntk_gateway', 'grant select on recreation.mandate to ntk_gateway'],
    ['roles', 'revoke select on identity.partner_token from ntk_gateway', 'grant select on identity.partner_token to ntk_gateway'],
    [
      'roles',
      'revoke execute on function access_log.spend_act from ntk_gateway',
      'grant execute on function access_log.spend_act to ntk_gateway',
    ],
    ['roles', 'revoke delete on recreation.invitation from ntk_gateway', 'grant delete on recreation.invitation to ntk_gateway'],
    ['log', 'alter table access_log.staged rename to gone', 'alter table access_log.gone rename to staged'],
  ])('%s: %s', async (name, damage, repair) => {
    await gateway.database.asOwner(damage);
    expect(await failed()).toContain(name);
    await gateway.database.asOwner(repair);
    expect(await failed()).toEqual([]);
  });

  test('log: an append failed a moment ago', async () => {
    expect(await failed({ failedFor: () => 100 })).toEqual(['log']);
    expect(await failed({ failedFor: () => 10_000 })).toEqual([]);
  });

  test('sequencer: the oldest staged entry waits for longer than its receipt promises; log: too many wait, or one for longer than permitted', async () => {
    await gateway.database.asOwner('revoke insert on access_log.entry from ntk_sequencer');
    // The test's clock is months behind.
    for (const query of ['{ me { givenName } }', '{ me { email } }']) expect((await gateway.ask('resident', query)).errors).toEqual([]);
    expect(await failed()).toEqual(['sequencer']);
    await withReadiness(
      async ({ readiness }) => {
        expect(await readiness.failed()).toEqual(['log', 'sequencer']);
        expect(readiness.refusal).toBe('LOG_BACKLOG_FULL');
      },
      { mostStaged: 1 },
    );
    await withReadiness(
      async ({ readiness }) => {
        expect(await readiness.failed()).toEqual(['log', 'sequencer']);
        expect(readiness.refusal).toBe('LOG_NOT_NUMBERED');
      },
      { number: 300_000 },
    );
    await gateway.database.asOwner('grant insert on access_log.entry to ntk_sequencer');
    await gateway.sequence();
    expect(await failed()).toEqual([]);
  });

  test('database: it lets the role in no more, although connections are open', async () => {
    const mayConnect = (clause: string): Promise<unknown> =>
      gateway.database.asOwner(`do $$ begin execute format('${clause}', current_database()); end $$`);
    await withReadiness(async ({ database }) => {
      const found = async (): Promise<unknown> => [await database.answers().catch(() => false), await database.hasRights()];
      expect(await found()).toEqual([true, true]);
      // As with another password, open connections stay.
      await mayConnect('revoke connect on database %I from public');
      expect(await found()).toEqual([false, true]);
      await mayConnect('grant connect on database %I to public');
      expect(await found()).toEqual([true, true]);
    });
  });

  test('database: every connection attempt fails', async () => {
    await withReadiness(async ({ readiness, database }) => {
      await database.stop();
      expect(await readiness.failed()).toEqual(expect.arrayContaining(['database', 'roles', 'log']));
      // `stop` may be called once.
      Object.assign(database, { stop: async () => undefined });
    });
  });
});

test('asking many times checks once', async () => {
  let checks = 0;
  await withReadiness(
    async ({ readiness }) => {
      await Promise.all(Array.from({ length: 50 }, () => readiness.failed()));
      await readiness.failed();
      expect(checks).toBe(1);
      expect(readiness.latest).toEqual([]);
    },
    {
      failedFor: () => {
        checks += 1;
        return undefined;
      },
    },
  );
});

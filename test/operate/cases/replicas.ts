import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../../../demo/personas.ts';
import { issueToken } from '../../helpers/tokens/issuer.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import { prepareDatabase, startGateway, type RunningGateway } from '../gateway.ts';
import { runProgram } from '../run-program.ts';
import type { Server, ServerOptions } from '../server.ts';

/** How often the record is read and a guardianship is ended and begun again while the replica streams, and in each of the faults. */
const turns = { streaming: 100, fault: 10 } as const;
/** The longest time for an answer in milliseconds while the replica hangs. */
const longestAnswer = 5_000;

const database = 'need_to_know';
const query = `{ resident(id: "${cast.resident}") { givenName account { balance } } }`;

/** Asks as a guardian for the child's record. */
interface Guardian {
  /** @returns the balance of the child; undefined if the record was not shown. @throws Error if the request was refused */
  ask(): Promise<string | undefined>;
  readonly longest: () => number;
}

export const operateCase: OperateCase = {
  title: 'a replica serves plain reads, and nothing that was revoked, whether it streams, lags, hangs, is gone or is promoted',
  on: 'each',
  run: async (context) => {
    const first = await context.startServer();
    const settings = await prepareDatabase(first, join(context.directory, 'data'));
    await (await startGateway(context, settings)).stop();
    const { primary, replica } = await startReplica(context, first);
    await refusedAtStart(context, { ...settings, DATABASE_READ_URL: primary.url(database) });

    const gateway = await startGateway(context, { ...settings, DATABASE_READ_URL: replica.url(database) });
    const guardian = await asGuardian(gateway);
    const before = await accountsRead(replica, guardian);
    for (let turn = 0; turn < turns.streaming; turn += 1) await guardian.ask();
    const served = (await accountsRead(replica, guardian)) - before;
    assertThat(served > turns.streaming / 4, `the replica serves plain reads: it read ${served} accounts`);
    await endAndBegin(primary, guardian, turns.streaming);

    context.say('the replica lags');
    await replica.query('select pg_wal_replay_pause()');
    await endAndBegin(primary, guardian, turns.fault, async () => {
      assertThat(await isGuardian(replica), 'the replica lags, so that it has the ended guardianship still');
    });
    await replica.query('select pg_wal_replay_resume()');
    await untilServes(replica, guardian);

    context.say('the replica hangs');
    const processes = (await replica.query<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()')).map(
      ({ pid }) => pid,
    );
    const signal = (name: NodeJS.Signals): void => {
      replica.kill(name);
      for (const pid of processes) trySignal(pid, name);
    };
    signal('SIGSTOP');
    try {
      await endAndBegin(primary, guardian, turns.fault);
    } finally {
      signal('SIGCONT');
    }
    assertThat(guardian.longest() < longestAnswer, `no answer takes longer than ${longestAnswer} ms: ${guardian.longest()} ms`);
    await untilServes(replica, guardian);
    await assertPlainOnly(replica);

    context.say('the replica is gone');
    await replica.stop();
    await endAndBegin(primary, guardian, turns.fault);
    const again = await context.startServer(replica.again);

    context.say('the replica is promoted');
    await untilServes(again, guardian);
    await again.query('select pg_promote()');
    await endAndBegin(primary, guardian, turns.fault, async () => {
      assertThat(await isGuardian(again), 'the promoted server has a history of its own');
    });
    await assertPlainOnly(again);
    const code = await gateway.stop();
    assertThat(code === 0, `SIGTERM ends the gateway with exit code 0, not ${code}: ${gateway.program.output()}`);
    return `the replica served ${served} of ${turns.streaming} reads of an account, longest answer ${Math.round(guardian.longest())} ms`;
  },
};

/** Makes a standby of a copy of the stopped primary, so that it needs no program that an installation may lack. */
async function startReplica(
  context: CaseContext,
  first: Server,
): Promise<{ readonly primary: Server; readonly replica: Server & { readonly again: ServerOptions } }> {
  await first.stop();
  const directory = join(context.directory, 'replica');
  await runProgram('cp', ['--archive', first.directory, directory]);
  writeFileSync(join(directory, 'standby.signal'), '');
  const primary = await context.startServer({ directory: first.directory, port: first.port });
  const connection = Object.entries({ host: '127.0.0.1', port: first.port, user: 'postgres', password: new URL(first.url()).password });
  const settings = { primary_conninfo: connection.map(([name, value]) => `${name}=${value}`).join(' ') };
  const replica = await context.startServer({ directory, settings });
  // The copy counts what was read on the primary.
  await replica.query('select pg_stat_reset()', database);
  return { primary, replica: { ...replica, again: { directory, settings, port: replica.port } } };
}

async function refusedAtStart(context: CaseContext, settings: Readonly<Record<string, string>>): Promise<void> {
  const outcome = await startGateway(context, settings).then(
    () => 'it starts',
    (error: Error) => error.message,
  );
  assertThat(outcome.includes('DATABASE_READ_URL: is no streaming replica'), `a server that is no replica is refused: ${outcome}`);
}

interface Shown {
  readonly data?: { readonly resident: { readonly account: { readonly balance: string } } | null };
  readonly errors?: unknown;
}

async function asGuardian({ url, settings }: RunningGateway): Promise<Guardian> {
  const token = await issueToken(readConfig({ ...settings }), {
    subject: cast.distantGuardian,
    role: 'RESIDENT',
    purposes: ['SELF_SERVICE'],
    now: new Date(),
  });
  let longest = 0;
  return {
    ask: async () => {
      const begun = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      longest = Math.max(longest, performance.now() - begun);
      const { data, errors } = JSON.parse(text) as Shown;
      assertThat(errors === undefined && data !== undefined, `the guardian gets an answer: ${text}`);
      return data.resident?.account.balance;
    },
    longest: () => longest,
  };
}

/**
 * Changes the balance, and ends and begins the guardianship. Asks at once each time.
 * @param whileEnded called after the answer that shows nothing
 */
async function endAndBegin(primary: Server, { ask }: Guardian, times: number, whileEnded?: () => Promise<void>): Promise<void> {
  const setEnd = (end: string): Promise<unknown> =>
    primary.query(`update recreation.guardianship set valid_until = ${end} where guardian_id = '${cast.distantGuardian}'`, database);
  for (let turn = 1; turn <= times; turn += 1) {
    await primary.query(`update recreation.account set balance = balance + 1 where resident_id = '${cast.resident}'`, database);
    const [row] = await primary.query<{ balance: string }>(
      `select balance::text from recreation.account where resident_id = '${cast.resident}'`,
      database,
    );
    const shown = await ask();
    assertThat(shown === row!.balance, `a guardian sees the balance as it is now, ${row!.balance}, not ${shown ?? 'nothing'}`);
    await setEnd('current_date - 2');
    assertThat((await ask()) === undefined, 'nothing is shown once the guardianship has ended');
    await whileEnded?.();
    await setEnd('null');
  }
}

async function isGuardian(server: Server): Promise<boolean> {
  const found = await server.query(
    `select from recreation.guardianship where guardian_id = '${cast.distantGuardian}' and valid_until is null`,
    database,
  );
  return found.length > 0;
}

/** How often the replica has searched the table of accounts. */
async function accountsRead(replica: Server, { ask }: Guardian): Promise<number> {
  // A connection reports what it did at the end of its next transaction, at most once a second.
  await new Promise((done) => setTimeout(done, 1_200));
  await ask();
  const [row] = await replica.query<{ scans: string }>(
    `select seq_scan + coalesce(idx_scan, 0) as scans from pg_stat_user_tables where relid = 'recreation.account'::regclass`,
    database,
  );
  return Number(row!.scans);
}

/** @throws Error if a table that decides about rows was read. This suite itself looks at guardianships there. */
async function assertPlainOnly(replica: Server): Promise<void> {
  const rows = await replica.query<{ name: string }>(
    `select relid::regclass::text as name from pg_stat_user_tables where seq_scan + coalesce(idx_scan, 0) > 0
     and relid <> all('{recreation.account,recreation.purchase,recreation.service,web.visit,recreation.guardianship}'::regclass[])
     order by 1`,
    database,
  );
  assertThat(rows.length === 0, `the replica serves plain rows alone, not ${rows.map(({ name }) => name).join(', ')}`);
}

async function untilServes(replica: Server, guardian: Guardian): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 30_000;) {
    const before = await accountsRead(replica, guardian);
    for (let turn = 0; turn < 5; turn += 1) await guardian.ask();
    if ((await accountsRead(replica, guardian)) > before) return;
  }
  throw new Error('The replica is not used again within 30 seconds.');
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../../../demo/personas.ts';
import { issueToken } from '../../../demo/development-issuer.ts';
import { readConfig } from '../../../src/config.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import { prepareDatabase, startGateway, type RunningGateway } from '../gateway.ts';
import { postgresAccount, runProgram } from '../run-program.ts';
import type { Server } from '../server.ts';

/** How often a guardianship is ended and begun again while the replica streams, and in each of the faults. */
const turns = { streaming: 100, fault: 10 } as const;
/** The longest time for an answer in milliseconds while the replica hangs. */
const longestAnswer = 5_000;

const database = 'need_to_know';
const query = `{ resident(id: "${cast.resident}") { givenName birthDate } }`;

/** Asks as a guardian for the child's record. */
interface Guardian {
  /** @returns whether the record was shown. @throws Error if the request was refused */
  ask(): Promise<boolean>;
  readonly longest: () => number;
}

export const operateCase: OperateCase = {
  title: 'a replica serves plain reads, and nothing that was revoked, whether it streams, lags, hangs, is gone or is promoted',
  on: 'each',
  needs: ['pg_basebackup'],
  run: async (context) => {
    const primary = await context.startServer();
    const settings = await prepareDatabase(primary, join(context.directory, 'data'));
    await (await startGateway(context, settings)).stop();
    const { replica, directory } = await startReplica(context, primary);
    await refusedAtStart(context, { ...settings, DATABASE_READ_URL: primary.url(database) });

    const gateway = await startGateway(context, { ...settings, DATABASE_READ_URL: replica.url(database) });
    const guardian = await asGuardian(gateway);
    const before = await residentsRead(replica);
    await endAndBegin(primary, guardian, turns.streaming);
    const served = (await residentsRead(replica)) - before;
    assertThat(served > turns.streaming / 2, `the replica serves plain reads: it read ${served} residents`);

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

    context.say('the replica is gone');
    await replica.stop();
    await endAndBegin(primary, guardian, turns.fault);
    const again = await context.startServer({ directory, port: replica.port });

    context.say('the replica is promoted');
    await untilServes(again, guardian);
    await again.query('select pg_promote()');
    await endAndBegin(primary, guardian, turns.fault, async () => {
      assertThat(await isGuardian(again), 'the promoted server has a history of its own');
    });
    const code = await gateway.stop();
    assertThat(code === 0, `SIGTERM ends the gateway with exit code 0, not ${code}: ${gateway.program.output()}`);
    return `the replica searched for residents ${served} times in ${2 * turns.streaming} requests, longest answer ${Math.round(guardian.longest())} ms`;
  },
};

async function startReplica(context: CaseContext, primary: Server): Promise<{ readonly replica: Server; readonly directory: string }> {
  const directory = join(context.directory, 'replica');
  mkdirSync(directory, { mode: 0o700 });
  const { uid, gid } = postgresAccount();
  if (uid !== undefined) chownSync(directory, uid, gid!);
  await runProgram(context.program('pg_basebackup'), ['--dbname', primary.url(), '--pgdata', directory, '--write-recovery-conf'], {
    asPostgres: true,
  });
  return { replica: await context.startServer({ directory }), directory };
}

async function refusedAtStart(context: CaseContext, settings: Readonly<Record<string, string>>): Promise<void> {
  const outcome = await startGateway(context, settings).then(
    () => 'it starts',
    (error: Error) => error.message,
  );
  assertThat(outcome.includes('DATABASE_READ_URL: is no streaming replica'), `a server that is no replica is refused: ${outcome}`);
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
      const { data, errors } = JSON.parse(text) as { readonly data?: { readonly resident: object | null }; readonly errors?: unknown };
      assertThat(errors === undefined && data !== undefined, `the guardian gets an answer: ${text}`);
      return data.resident !== null;
    },
    longest: () => longest,
  };
}

/** Ends and begins the guardianship, and asks at once each time. @param whileEnded called after the answer that shows nothing */
async function endAndBegin(primary: Server, { ask }: Guardian, times: number, whileEnded?: () => Promise<void>): Promise<void> {
  const setEnd = (end: string): Promise<unknown> =>
    primary.query(`update recreation.guardianship set valid_until = ${end} where guardian_id = '${cast.distantGuardian}'`, database);
  for (let turn = 0; turn < times; turn += 1) {
    assertThat(await ask(), 'a guardian sees the record of the child');
    await setEnd('current_date - 2');
    assertThat(!(await ask()), 'nothing is shown once the guardianship has ended');
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

/** How often a server has searched the table of residents. */
async function residentsRead(server: Server): Promise<number> {
  // A connection reports what it did a second later, and at its end.
  await new Promise((done) => setTimeout(done, 1_500));
  const [row] = await server.query<{ scans: string }>(
    `select seq_scan + coalesce(idx_scan, 0) as scans from pg_stat_user_tables where relname = 'resident'`,
    database,
  );
  return Number(row!.scans);
}

async function untilServes(replica: Server, { ask }: Guardian): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 30_000;) {
    const before = await residentsRead(replica);
    for (let turn = 0; turn < 5; turn += 1) await ask();
    if ((await residentsRead(replica)) > before) return;
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

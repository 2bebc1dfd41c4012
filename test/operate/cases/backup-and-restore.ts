import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';
import { assertThat, type OperateCase } from '../case.ts';
import { prepareDatabase, settingsFor, startGateway, type RunningGateway } from '../gateway.ts';
import { runProgram } from '../run-program.ts';

const own = '{ me { givenName accessHistory(first: 20) { edges { node { entryId purpose } } } } }';

// The steps of docs/operations.md, section "Backup and restore".
export const operateCase: OperateCase = {
  title: 'a dump that is restored on a fresh server of the same major serves, with its log whole',
  on: 'each',
  needs: ['pg_dump', 'pg_dumpall', 'pg_restore', 'psql'],
  run: async (context) => {
    const data = join(context.directory, 'data');
    const before = await context.startServer();
    const settings = await prepareDatabase(before, data);
    const gateway = await startGateway(context, settings);
    for (let read = 0; read < 20; read += 1) await namesRead(gateway);
    const [name, seen] = await namesRead(gateway);

    context.say('backup, while the gateway serves');
    const roles = join(context.directory, 'roles.sql');
    const dump = join(context.directory, 'need_to_know.dump');
    const copied = join(context.directory, 'data-copy');
    let isDone = false;
    const reading = (async () => {
      while (!isDone) await namesRead(gateway);
    })();
    try {
      cpSync(data, copied, { recursive: true });
      await runProgram(context.program('pg_dumpall'), ['--roles-only', '--file', roles, '--dbname', before.url()]);
      await runProgram(context.program('pg_dump'), ['--format', 'custom', '--file', dump, '--dbname', before.url('need_to_know')]);
    } finally {
      isDone = true;
      await reading;
    }
    await gateway.stop();
    await before.stop();

    context.say('restore');
    const after = await context.startServer();
    // The superuser exists already, so that its line fails and the others must not.
    await runProgram(context.program('psql'), ['--quiet', '--no-psqlrc', '--file', roles, '--dbname', after.url()]);
    await runProgram(context.program('pg_restore'), ['--create', '--exit-on-error', '--dbname', after.url(), dump]);

    const restored = { ...settings, ...settingsFor(after, copied) };
    const again = await startGateway(context, restored);
    const [sameName, moreSeen] = await namesRead(again);
    assertThat(sameName === name && moreSeen >= seen, 'the restored gateway gives the same answers');
    await again.stop();
    const verified = await runPrivacy(['verify-log'], restored);
    assertThat(verified.code === 0, `verify-log finds the log whole: ${verified.stdout}${verified.stderr}`);
    return verified.stdout.trim().split('\n').at(-1) ?? '';
  },
};

async function namesRead(gateway: RunningGateway): Promise<readonly [name: string, seen: number]> {
  const answer = await gateway.ask('resident', own);
  assertThat(answer.errors.length === 0, `a resident reads their own record: ${answer.text}`);
  return [answer.data.me.givenName as string, (answer.data.me.accessHistory.edges as unknown[]).length];
}

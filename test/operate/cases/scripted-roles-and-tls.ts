import { chmodSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority } from '../../helpers/database/certificates.ts';
import { runDatabase } from '../../helpers/database/run-database.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';
import { startOnce } from '../../helpers/processes/start-once.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import { settingsFor, startGateway } from '../gateway.ts';
import { postgresAccount, runProgram } from '../run-program.ts';
import type { Server } from '../server.ts';

type Settings = Readonly<Record<string, string>>;

const byPassword = 'hostssl all all 127.0.0.1/32 scram-sha-256';
const byCertificate = 'hostssl all ntk_gateway 127.0.0.1/32 cert';

// The steps of docs/operations.md, sections "Database" and "TLS", for an operator who gets no administrator's account.
export const operateCase: OperateCase = {
  title:
    'roles made by a database administrator from the printed script serve, every connection uses TLS, and a role signs in by certificate',
  on: 'each',
  needs: ['psql'],
  run: async (context) => {
    const files = await makeFiles(context);
    const server = await context.startServer({ settings: { ...files.server, log_connections: 'on' }, hba: [byPassword] });
    const settings = settingsFor(server, join(context.directory, 'data'));
    const verified = `sslmode=verify-full&sslrootcert=${files.authority}`;
    const serving = { ...settings, DATABASE_URL: `${settings['DATABASE_URL']}?${verified}` };
    const script = join(context.directory, 'prepare.sql');
    const superuser = `${server.url()}?sslmode=require`;
    await runStatement(context, superuser, `create role dba login createrole createdb password 'dba'`);
    const administrator = `postgres://dba:dba@127.0.0.1:${server.port}/postgres?sslmode=require`;
    for (let run = 0; run < 2; run += 1) {
      const printed = await runPrivacy(['database', 'prepare', '--print'], serving);
      // The first run names the passwords that it made.
      const isAsExpected = run === 0 ? printed.stderr.startsWith('made: ') : printed.stderr === '';
      assertThat(printed.code === 0 && isAsExpected, 'the script is printed, and new passwords are named');
      writeFileSync(script, printed.stdout);
      const given = ['--quiet', '--no-psqlrc', '--file', script, '--dbname', administrator];
      await runProgram(context.program('psql'), given);
    }
    // From PostgreSQL 16 on, an account that makes a role may grant it and is no member of it.
    const member = `select 1 from pg_auth_members where roleid = 'ntk_owner'::regrole and member = 'dba'::regrole and not admin_option`;
    assertThat((await runStatement(context, superuser, member)) === '', 'the administrator is no member of the owner afterwards');
    await runDatabase('migrate', serving);
    const roles = await serveOverTls(context, server, serving);

    context.say('what is refused');
    const wrong = `${settings['DATABASE_URL']}?sslmode=verify-full&sslrootcert=${files.otherAuthority}`;
    const untrusted = 'the server’s certificate is not signed by a trusted authority: set sslrootcert';
    await refused({ ...serving, DATABASE_URL: wrong }, `DATABASE_URL: ${untrusted}`);
    await refused({ ...serving, DATABASE_SEQUENCER_URL: wrong }, `DATABASE_SEQUENCER_URL: ${untrusted}`);
    await refused({ ...serving, DATABASE_URL: settings['DATABASE_URL']! }, 'DATABASE_URL: the server refuses the role');

    context.say('the role of the gateway signs in by its certificate');
    writeFileSync(join(server.directory, 'pg_hba.conf'), `${byCertificate}\n${byPassword}\n`);
    server.kill('SIGHUP');
    await refusedSoon(serving, 'DATABASE_URL: the server refuses the role');
    rmSync(join(context.directory, 'data', 'secrets', 'database-gateway'));
    const certified = `${serving.DATABASE_URL}&sslcert=${files.client.certificate}&sslkey=${files.client.key}`;
    await serveOverTls(context, server, { ...serving, DATABASE_URL: certified });
    const other = `${serving.DATABASE_URL}&sslcert=${files.stranger.certificate}&sslkey=${files.stranger.key}`;
    await refused({ ...serving, DATABASE_URL: other }, 'DATABASE_URL: the server refuses the role');

    const connections = server.log().match(/connection authorized: user=ntk_.*/g) ?? [];
    const open = connections.filter((line) => !line.includes('SSL enabled'));
    assertThat(connections.length > 10 && open.length === 0, `every connection used TLS: ${open.join(', ')}`);
    const users = [...new Set(connections.map((line) => /user=(\w+)/.exec(line)![1]!))].toSorted();
    return `${roles}; ${connections.length} connections as ${users.join(', ')}`;
  },
};

/** Serves a request and runs commands. @returns the roles whose connections use TLS meanwhile */
async function serveOverTls(context: CaseContext, server: Server, settings: Settings): Promise<string> {
  const gateway = await startGateway(context, settings);
  const answer = await gateway.ask('resident', '{ me { givenName } }');
  assertThat(typeof answer.data.me.givenName === 'string', `a resident reads their own record: ${answer.text}`);
  for (const command of ['verify-log', 'prune-log']) {
    const { code, stdout, stderr } = await runPrivacy([command], settings);
    assertThat(code === 0, `${command} works: ${stdout}${stderr}`);
  }
  const connections = await connectionsOf(context, `${server.url()}?sslmode=require`);
  assertThat(connections.length > 0 && connections.every((line) => line.endsWith('|t')), `all use TLS: ${connections.join(' ')}`);
  assertThat((await gateway.stop()) === 0, 'SIGTERM ends it with exit code 0');
  return connections.map((line) => line.split('|')[0]).join(', ');
}

async function refused(settings: Settings, named: string): Promise<void> {
  const { code, output } = await startOnce({ PORT: '0', ...settings });
  assertThat(code === 1 && output.includes(named), `the start is refused with "${named}": ${output}`);
}

/** PostgreSQL reads its configuration some moments after the signal. */
async function refusedSoon(settings: Settings, named: string): Promise<void> {
  await new Promise((done) => setTimeout(done, 500));
  await refused(settings, named);
}

async function connectionsOf(context: CaseContext, url: string): Promise<readonly string[]> {
  const text = `select distinct usename, ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename like 'ntk\\_%'`;
  return (await runStatement(context, url, text)).split('\n');
}

/** Runs a statement with psql, over TLS as the URL says. */
async function runStatement(context: CaseContext, url: string, text: string): Promise<string> {
  const given = ['--quiet', '--no-psqlrc', '--tuples-only', '--no-align', '--dbname', url, '--command', text];
  return (await runProgram(context.program('psql'), given)).trim();
}

/** The paths of a certificate and its key. */
interface Pair {
  readonly certificate: string;
  readonly key: string;
}

async function makeFiles(context: CaseContext): Promise<{
  readonly authority: string;
  readonly otherAuthority: string;
  readonly client: Pair;
  readonly stranger: Pair;
  readonly server: Readonly<Record<string, string>>;
}> {
  const file = (name: string, text: string): string => {
    const path = join(context.directory, name);
    writeFileSync(path, text);
    return path;
  };
  const [authority, other] = [await createAuthority('authority'), await createAuthority('other authority')];
  const pairOf = async (name: string, ...names: Parameters<typeof authority.sign>[1] & object): Promise<Pair> => {
    const { certificate, key } = await authority.sign(name, names);
    return { certificate: file(`${name}.pem`, certificate), key: file(`${name}-key.pem`, key) };
  };
  const server = await pairOf('server', { type: 'ip', value: '127.0.0.1' });
  const { uid, gid } = postgresAccount();
  if (uid !== undefined) chownSync(server.key, uid, gid!);
  chmodSync(server.key, 0o600);
  const authorityFile = file('ca.pem', authority.certificate);
  return {
    authority: authorityFile,
    otherAuthority: file('other-ca.pem', other.certificate),
    client: await pairOf('ntk_gateway'),
    stranger: await pairOf('stranger'),
    server: { ssl: 'on', ssl_cert_file: server.certificate, ssl_key_file: server.key, ssl_ca_file: authorityFile },
  };
}

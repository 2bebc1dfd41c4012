import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority } from '../../helpers/certificates.ts';
import { runDatabase } from '../../helpers/run-database.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import { settingsFor, startGateway } from '../gateway.ts';
import { postgresAccount, runProgram } from '../run-program.ts';

// The steps of docs/operations.md, sections "Database" and "TLS", for an operator who gets no administrator's account.
export const operateCase: OperateCase = {
  title: 'roles made by a database administrator from the printed script serve, and every connection uses TLS',
  on: 'each',
  needs: ['psql'],
  run: async (context) => {
    const { authority, settings: tls } = await makeCertificates(context);
    const server = await context.startServer({ settings: tls, hba: ['hostssl all all 127.0.0.1/32 scram-sha-256'] });
    const settings = { ...settingsFor(server, join(context.directory, 'data')) };
    settings['DATABASE_URL'] += `?sslmode=verify-full&sslrootcert=${authority}`;
    const script = join(context.directory, 'prepare.sql');
    for (let run = 0; run < 2; run += 1) {
      writeFileSync(script, await runDatabase('prepare', settings, '--print'));
      await runProgram(context.program('psql'), [
        '--quiet',
        '--no-psqlrc',
        '--file',
        script,
        '--dbname',
        `${server.url()}?sslmode=require`,
      ]);
    }
    await runDatabase('migrate', settings);
    const gateway = await startGateway(context, settings);
    const answer = await gateway.ask('resident', '{ me { givenName } }');
    assertThat(typeof answer.data.me.givenName === 'string', `a resident reads their own record: ${answer.text}`);
    const connections = await serverQuery(context, `${server.url()}?sslmode=require`);
    assertThat(connections.length > 0 && connections.every((line) => line.endsWith('|t')), `all use TLS: ${connections.join(' ')}`);
    assertThat((await gateway.stop()) === 0, 'SIGTERM ends it with exit code 0');
    return connections.map((line) => line.split('|')[0]).join(', ');
  },
};

async function serverQuery(context: CaseContext, url: string): Promise<readonly string[]> {
  const text = `select distinct usename, ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename like 'ntk\\_%'`;
  const given = ['--quiet', '--no-psqlrc', '--tuples-only', '--no-align', '--dbname', url, '--command', text];
  const output = await runProgram(context.program('psql'), given);
  return output.trim().split('\n');
}

async function makeCertificates(context: CaseContext): Promise<{ readonly authority: string; readonly settings: Record<string, string> }> {
  const file = (name: string, text: string): string => {
    const path = join(context.directory, name);
    writeFileSync(path, text);
    return path;
  };
  const authority = await createAuthority('authority');
  const { certificate, key } = await authority.sign('server', [{ type: 'ip', value: '127.0.0.1' }]);
  const keyFile = file('server-key.pem', key);
  const { uid, gid } = postgresAccount();
  if (uid !== undefined) chownSync(keyFile, uid, gid!);
  chmodSync(keyFile, 0o600);
  return {
    authority: file('ca.pem', authority.certificate),
    settings: { ssl: 'on', ssl_cert_file: file('server.pem', certificate), ssl_key_file: keyFile },
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig, type Config } from '../../platform/settings/config.ts';
import { urlSettings } from '../../platform/settings/settings.ts';
import { prepareDatabase } from '../../platform/postgres/prepare/prepare.ts';
import { passwordScript, prepareScript } from '../../platform/postgres/prepare/prepare-script.ts';
import { databaseRoleList } from '../../platform/postgres/prepare/role-statements.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { parseName } from '../terminal/parse-name.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

const examples = `
Run it once, as an administrator. It makes the database of DATABASE_URL, five roles named after DATABASE_ROLE_PREFIX, and
their passwords, where they are missing. The passwords are those of the URLs, or the secrets database-gateway,
database-sequencer, database-eraser, database-identity and database-owner; a folder of secrets gets those that are missing.
PostgreSQL gets no password, only what checks one (SCRAM-SHA-256).
The account in DATABASE_ADMINISTRATOR_URL needs CREATEROLE, and CREATEDB unless the database is there.

Examples:
  DATABASE_ADMINISTRATOR_URL=postgres://admin@db.example/postgres $0 database prepare
  $0 database prepare --print > prepare.sql      for a database administrator, with psql
  $0 database prepare --set-passwords gateway    gives an existing role the password of its URL or secret

With --print, --set-passwords prints only the SQL that sets the passwords. Otherwise --print names the passwords that it made: one
of a role that exists does not hold, and has to be deleted.

Exit codes: 0, 2 on failure.`;

interface Options {
  readonly print?: true;
  readonly setPasswords?: readonly string[];
}

/** `database prepare`: makes the database and its roles, or prints the SQL that does. */
export function addPrepare(database: Command): void {
  database
    .command('prepare')
    .description('Makes the database and the roles that the gateway needs, once, as an administrator; or prints the SQL.')
    .option('--print', 'print a script for psql instead, and connect to nothing')
    .option('--set-passwords <roles...>', `give existing roles the passwords of URLs and secrets: ${databaseRoleList.join(', ')}`)
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ print, setPasswords: given = [] }: Options) => {
        const setPasswords = given.map((role) => parseName('--set-passwords', role, databaseRoleList));
        const config = readConfig();
        const server = setUrl(config, 'gateway');
        if (print) {
          if (setPasswords.length > 0) process.stdout.write(passwordScript(config, server, setPasswords));
          else printScript(config, server);
          return false;
        }
        const made = await prepareDatabase(setUrl(config, 'administrator'), config, server, { setPasswords });
        process.stdout.write(made.length === 0 ? 'everything was there\n' : made.map((what) => `made: ${what}\n`).join(''));
        return false;
      }),
    );
}

/** A script cannot tell which roles exist, so it comes with a password for each. Those that were made just now are named. */
function printScript(config: Config, server: string): void {
  const missing = databaseRoleList.map((role) => `database-${role}`).filter((name) => !isInFolder(config, name));
  process.stdout.write(prepareScript(config, server));
  const made = missing.filter((name) => isInFolder(config, name));
  if (made.length === 0 || config.secrets.kind !== 'folder') return;
  const { folder } = config.secrets;
  process.stderr.write(
    `made: ${made.join(', ')} in ${folder}. The script sets no password of a role that exists: delete those of such roles.\n`,
  );
}

function isInFolder({ secrets }: Config, name: string): boolean {
  return secrets.kind === 'folder' && existsSync(join(secrets.folder, name));
}

/** @throws PrivacyError SETTING_INVALID */
function setUrl({ databaseUrls }: Config, role: 'gateway' | 'administrator'): string {
  const url = databaseUrls[role];
  if (url === undefined) throw new PrivacyError('SETTING_INVALID', { problems: [`${urlSettings[role]}: is not set`] });
  return url;
}

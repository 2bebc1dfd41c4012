import type { Command } from 'commander';
import type { Application, LoadApplication } from '../../engine/application.ts';
import { stageEntry } from '../../log/store/staging/stage.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { openSmallPool } from '../../platform/postgres/connections/open-small-pool.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';
import { sql } from '../../platform/sql/sql.ts';
import { accessLog } from '../../server/library/database/access-log.ts';
import { reading } from '../policy/dry-run/open-log.ts';
import { formatTable } from '../terminal/format-table.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { commandEntry } from '../log/change/command-entry.ts';
import { connectAs } from '../log/change/connect-as.ts';

const examples = `
This look is logged as well, as an entry of the command, before anything is shown.

Examples:
  $0 who-looked a0000000-0000-4000-8000-000000000001
  $0 who-looked a0000000-0000-4000-8000-000000000001 --most 20 --json

Exit codes: 0, also if no one looked; 2 on failure.`;

interface Read {
  readonly at: string;
  readonly role: string;
  readonly principal: string | null;
  readonly purpose: string | null;
  readonly relationship: string;
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/** `who-looked`: who read a person's data, newest first. */
export function addWhoLooked(program: Command, load: LoadApplication): void {
  program
    .command('who-looked')
    .description('Shows each read of a data subject in the access log, newest first: when, by whom, for which purpose, and which fields.')
    .argument('<id>', 'the id of the data subject')
    .option('--most <number>', 'the most reads to show', '100')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async (id: string, { most, json }: { readonly most: string; readonly json?: true }) => {
        if (!isUuid(id)) throw new PrivacyError('SETTING_INVALID', { problems: ['<id>: a UUID'] });
        if (!/^[1-9]\d{0,5}$/.test(most)) throw new PrivacyError('SETTING_INVALID', { problems: ['--most: a number'] });
        const reads = await whoLooked(await load(), id, Number(most));
        process.stdout.write(json ? `${JSON.stringify(reads, null, 2)}\n` : `${tableOf(reads).join('\n')}\n`);
        return false;
      }),
    );
}

async function whoLooked({ policy }: Application, id: string, most: number): Promise<readonly Read[]> {
  const config = readConfig();
  const connection = await connectAs(config, 'gateway');
  const database = openSmallPool(connection.url, config.deadlines);
  try {
    const { rows } = await reading(() =>
      sql<Read>`
        select to_char(item.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, item.role, item.principal_id::text as principal,
          item.purpose, item.relationship, item.released, item.withheld
        from ${accessLog} item where item.subject_id = ${id}::uuid order by item.at desc limit ${most}`.execute(database),
    );
    const entry = commandEntry(
      policy,
      {
        name: 'who-looked',
        role: 'OPERATOR',
        subjects: [{ kind: 'subject', id, relationship: 'NONE', released: ['who-looked'], withheld: [] }],
      },
      new Date(),
    );
    await stageEntry(database, entry).catch((error: unknown) => {
      throw new PrivacyError('LOG_UNAVAILABLE', { problems: [causeOf(error)] });
    });
    return rows;
  } finally {
    await database.stop();
    await connection.close();
  }
}

function tableOf(reads: readonly Read[]): readonly string[] {
  if (reads.length === 0) return ['No read is logged.'];
  return formatTable(
    ['when', 'role', 'who', 'purpose', 'relationship', 'fields'],
    reads.map(({ at, role, principal, purpose, relationship, released }) => [
      at,
      role,
      principal ?? '',
      purpose ?? '',
      relationship,
      released.join(', ') || 'nothing',
    ]),
  );
}

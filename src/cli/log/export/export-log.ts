import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Application, LoadApplication } from '../../../engine/application.ts';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { stageEntry } from '../../../log/store/staging/stage.ts';
import { bundleNoteText, statementOf } from '../../../log/bundle/bundle-note.ts';
import { signNote } from '../../../log/keys/note.ts';
import { createCalendar } from '../../../platform/time/calendar.ts';
import { readConfig } from '../../../platform/settings/config.ts';
import { connectionOptions } from '../../../platform/settings/connection-options.ts';
import { assertBound } from '../../../log/store/staging/bind-secrets.ts';
import { openLogKeys, readStoredLogKeys } from '../../../log/store/publication/log-key-store.ts';
import { existingSecret } from '../../../platform/postgres/secrets/secrets.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { createPseudonyms } from '../../../engine/rows/pseudonyms.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { disclosureEntry } from './disclosure-entry.ts';
import { makeBundle, type Asked, type MadeBundle } from './make-bundle.ts';
import { makeDirectory, writeBundle } from './write-bundle.ts';
import { connectAs } from '../change/connect-as.ts';
import { reading, unhurried } from '../../policy/dry-run/open-log.ts';

const examples = `
The directory holds bundle.json, the checkpoint and the tiles that prove each entry. People appear under
pseudonyms that only this auditor gets. The bundle has the headers of all entries from the first to the
last within the engagement's dates; headers hold no personal data. What is withheld has a reason.
The bundle is logged as a disclosure before it is written.

Sample: those entries within the dates with the smallest SHA-256 of the seed followed by the number.

Examples:
  $0 export-log --engagement ID
  $0 export-log --engagement ID --out bundle --sample 25 --seed "AE-0007 spring" --json

Exit codes: 0, 2 on failure; then nothing is written.`;

interface Options {
  readonly engagement: string;
  readonly out?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly json?: true;
}

/** `export-log`: writes an auditor's bundle of the access log. */
export function addExportLog(program: Command, load: LoadApplication): void {
  program
    .command('export-log')
    .description('Writes the access log of an audit engagement’s dates: signed, with proofs, and with pseudonyms for people.')
    .requiredOption('--engagement <id>', 'the id of the engagement’s authority')
    .option('--out <directory>', 'the directory to write; must be empty or missing (default: log-<id>)')
    .option('--sample <number>', 'the number of entries to draw; needs --seed')
    .option('--seed <text>', 'the seed of the sample, chosen by the auditor')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async (options: Options) => {
        const asked: Asked = { engagement: options.engagement, sample: sampleOf(options) };
        const directory = resolve(options.out ?? `log-${options.engagement.replaceAll(/[^\w-]/g, '')}`);
        const { bundle, loggedAs } = await exportLog(await load(), asked, directory, new Date());
        const { population, tree, sample, engagement } = bundle.content;
        const data = { engagement: engagement.authority, ...population, treeSize: tree.size, sample, directory, loggedAs };
        const sentence = `Entries ${population.first} to ${population.last} (${population.entries}, of which ${population.inDates} in the engagement’s dates) of a tree of ${tree.size}, in ${directory}; logged as entry ${loggedAs}.`;
        process.stdout.write(options.json ? `${JSON.stringify(data, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}

async function exportLog(
  application: Application,
  asked: Asked,
  directory: string,
  now: Date,
): Promise<{ bundle: MadeBundle; loggedAs: string }> {
  const config = readConfig();
  const connection = await connectAs(config, 'gateway');
  const pool = new Pool({ ...connectionOptions(connection.url), max: 1 });
  // A connection that breaks between two statements: the next statement fails.
  pool.on('error', () => undefined);
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await assertBound(connection.client, config, ['pseudonyms', 'log-keys']);
    const pseudonyms = createPseudonyms(existingSecret(config.secrets, 'pseudonyms'));
    readStoredLogKeys(config);
    const bundle = await reading(() =>
      database
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (moment) => {
          await sql.raw(unhurried).execute(moment);
          return makeBundle(application, moment, pseudonyms, asked, { now, today: createCalendar(config.timeZone).dayOf(now) });
        }),
    );
    makeDirectory(directory);
    const keys = openLogKeys(config, bundle.content.origin);
    const note = signNote(bundleNoteText(statementOf(bundle.content)), [keys.newest()]);
    const entry = disclosureEntry(application.policy, bundle, now);
    // The bundle must be logged before it is written.
    await stageEntry(database, entry).catch((error: unknown) => {
      throw new PrivacyError('LOG_UNAVAILABLE', { problems: [causeOf(error)] });
    });
    writeBundle(directory, bundle, { note, content: bundle.content });
    return { bundle, loggedAs: entry.header.id };
  } finally {
    await database.destroy();
    await connection.close();
  }
}

/** @throws {PrivacyError} SETTING_INVALID: not a number, or not a seed */
function sampleOf({ sample, seed }: Options): Asked['sample'] {
  if (sample === undefined && seed === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(sample ?? ''))
    throw new PrivacyError('SETTING_INVALID', { problems: ['--sample: how many entries, with --seed'] });
  // ASCII only: seeds that look the same must be the same bytes.
  if (!/^[\x20-\x7e]{1,64}$/.test(seed ?? ''))
    throw new PrivacyError('SETTING_INVALID', { problems: ['--seed: 1 to 64 letters, digits and signs (ASCII), with --sample'] });
  return { seed: seed!, size: Number(sample) };
}

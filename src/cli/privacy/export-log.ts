import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { append } from '../../access-log/append.ts';
import { bundleNoteText, statementOf } from '../../transparency-log/bundle/bundle-note.ts';
import { signNote } from '../../transparency-log/note.ts';
import { readConfig } from '../../config.ts';
import { openLogKeys } from '../../database/log-key-store.ts';
import { secret } from '../../database/secrets.ts';
import { PrivacyError } from '../../errors.ts';
import { causeOf } from '../../error-cause.ts';
import { policyInForce } from '../../policy/policy.ts';
import { createPseudonyms } from '../../records/pseudonyms.ts';
import { exiting } from './exiting.ts';
import { disclosureEntry } from './exporting/disclosure-entry.ts';
import { makeBundle, type Asked, type MadeBundle } from './exporting/make-bundle.ts';
import { makeDirectory, writeBundle } from './exporting/write-bundle.ts';
import { connectAs } from './keeping/connect-as.ts';
import { reading } from './replay/open-log.ts';

const examples = `
The directory holds bundle.json, the checkpoint and the tiles that prove each entry. People appear under
the auditor's own pseudonyms. The headers of the whole range are in it, from the first to the last entry
of the engagement's dates, for a header holds nothing personal; what is closed is closed with the reason.
The bundle is logged as a disclosure before it is written.

Sample: of the entries in the dates, those with the smallest SHA-256 of the seed and the number behind it.

Examples:
  npm run -s privacy -- export-log --engagement ID
  npm run -s privacy -- export-log --engagement ID --out bundle --sample 25 --seed "AE-0007 spring" --json

Exit codes: 0, 2 where it could not be done; then nothing is written.`;

interface Options {
  readonly engagement: string;
  readonly out?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly json?: true;
}

/** `export-log`: the access log as an auditor may take it away. */
export function addExportLog(program: Command): void {
  program
    .command('export-log')
    .description('Writes the access log of an audit engagement’s dates, signed, with proofs and the auditor’s own pseudonyms.')
    .requiredOption('--engagement <id>', 'the mandate of the engagement')
    .option('--out <directory>', 'where to; empty or not there (default: log-<id>)')
    .option('--sample <number>', 'draws so many entries, with --seed')
    .option('--seed <text>', 'what the sample is drawn by: the auditor’s choice')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      exiting(async (options: Options) => {
        const asked: Asked = { engagement: options.engagement, sample: sampleOf(options) };
        const directory = resolve(options.out ?? `log-${options.engagement.replaceAll(/[^\w-]/g, '')}`);
        const { bundle, loggedAs } = await exportLog(asked, directory, new Date());
        const { population, tree, sample, engagement } = bundle.content;
        const data = { engagement: engagement.mandate, ...population, treeSize: tree.size, sample, directory, loggedAs };
        const sentence = `Entries ${population.first} to ${population.last} (${population.entries}, of which ${population.inDates} in the engagement’s dates) of a tree of ${tree.size}, in ${directory}; logged as entry ${loggedAs}.`;
        process.stdout.write(options.json ? `${JSON.stringify(data, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}

async function exportLog(asked: Asked, directory: string, now: Date): Promise<{ bundle: MadeBundle; loggedAs: string }> {
  const config = readConfig();
  const connection = await connectAs(config, 'gateway');
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: connection.url, max: 1 }) }) });
  try {
    const pseudonyms = createPseudonyms(secret(config.dataDirectory, 'pseudonyms'));
    const bundle = await reading(() =>
      database
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((moment) => makeBundle(moment, policyInForce, pseudonyms, asked, now)),
    );
    makeDirectory(directory);
    const keys = openLogKeys(config.dataDirectory, bundle.content.origin);
    const note = signNote(bundleNoteText(statementOf(bundle.content)), [keys.newest()]);
    const entry = disclosureEntry(bundle, now);
    // Nothing leaves before it is logged.
    await append(database, entry).catch((error: unknown) => {
      throw new PrivacyError('LOG_UNAVAILABLE', { problems: [causeOf(error)] });
    });
    writeBundle(directory, bundle, { note, content: bundle.content });
    return { bundle, loggedAs: entry.header.id };
  } finally {
    await database.destroy();
    await connection.close();
  }
}

/** @throws PrivacyError SETTING_INVALID */
function sampleOf({ sample, seed }: Options): Asked['sample'] {
  if (sample === undefined && seed === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(sample ?? ''))
    throw new PrivacyError('SETTING_INVALID', { problems: ['--sample: how many entries, with --seed'] });
  // What reads the same must be the same bytes.
  if (!/^[\x20-\x7e]{1,64}$/.test(seed ?? ''))
    throw new PrivacyError('SETTING_INVALID', { problems: ['--seed: 1 to 64 letters, digits and signs (ASCII), with --sample'] });
  return { seed: seed!, size: Number(sample) };
}

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { LoadApplication } from '../../../engine/application.ts';
import { encodeBase64 } from '../../../log/encoding/base64.ts';
import { verifyLog as verify } from '../../../log/verify/verify-log.ts';
import type { Verification } from '../../../log/verify/verification.ts';
import { readConfig } from '../../../platform/settings/config.ts';
import { lastSignedFile } from '../../../log/store/numbering/last-signed.ts';
import { publicKeysFile } from '../../../log/store/publication/log-key-store.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { showProgress, type Progress } from '../../terminal/show-progress.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { reading } from '../../policy/dry-run/open-log.ts';
import { isBundle, verifyBundleIn } from './sources/bundle-directory.ts';
import { describeVerification } from './describe-verification.ts';
import { openSource } from './sources/open-source.ts';
import { readKeys, readReceipts, readSince, readWitnesses } from './options/read-given.ts';

interface Options {
  readonly from?: string;
  readonly key: readonly string[];
  readonly witness: readonly string[];
  readonly since?: string;
  readonly receipts?: string;
  readonly json?: true;
}

/** `verify-log`: verifies that the access log is whole. */
export function addVerifyLog(program: Command, load: LoadApplication): void {
  const collect = (one: string, before: readonly string[]): readonly string[] => [...before, one];
  program
    .command('verify-log')
    .description(
      'Verifies the access log: all entries, segments, tiles and the checkpoint in the database of DATABASE_URL or DATA_DIR, or the tree at an address or in a directory. Names the place of everything that was altered, removed, inserted or moved. Exit code 1 if something was found in the log; 3 if the log has no finding, but a given receipt is forged or altered.',
    )
    .option(
      '--from <address-or-directory>',
      'the base URL or directory of /checkpoint and /tile/… (C2SP tlog-tiles), or the directory of an auditor’s bundle (export-log)',
    )
    .option(
      '--key <key>',
      "a verifier key of the log, or a file with a list of keys; repeatable (default: DATA_DIR's log-keys.txt)",
      collect,
      [],
    )
    .option('--witness <key>', 'a verifier key of a known witness, or a file with one key per line; repeatable', collect, [])
    .option(
      '--since <checkpoint>',
      "an older checkpoint that the log must continue: a file, or the note itself (default for the database: DATA_DIR's log-checkpoint.txt)",
    )
    .option('--receipts <file>', 'a file with receipts, or with answers that hold them, as JSON or JSON lines')
    .option('--json', 'as JSON')
    .action(withExitCode((options: Options) => verifyLog(load, options)));
}

/** The log has no finding, but a receipt is not one of its promises. */
const receiptAtFault = 3;

/** @returns whether something was found, or `receiptAtFault` */
async function verifyLog(load: LoadApplication, { from, key, witness, since, receipts, json }: Options): Promise<boolean | number> {
  if (isBundle(from)) {
    const more = [
      ...witness.map(() => '--witness'),
      ...(since === undefined ? [] : ['--since']),
      ...(receipts === undefined ? [] : ['--receipts']),
    ];
    if (more.length > 0) throw new PrivacyError('SETTING_INVALID', { problems: [`${more.join(', ')}: not with an auditor’s bundle`] });
    const { vocabulary } = (await load()).policy;
    return reading(() => verifyBundleIn(vocabulary, from, readKeys(key.length > 0 ? key : defaultKeys()), json === true));
  }
  const older = since ?? (from === undefined ? defaultSince() : undefined);
  const options = {
    keys: readKeys(key.length > 0 ? key : defaultKeys()),
    witnesses: readWitnesses(witness),
    ...(older !== undefined && { since: readSince(older) }),
    ...(receipts !== undefined && { receipts: readReceipts(receipts) }),
    now: Date.now,
  };
  const { source, close } = await openSource(load, from);
  let progress: Progress | undefined;
  const onProgress = (done: number, total: number): void => (progress ??= showProgress(total, 'entries', process.stderr)).update(done);
  try {
    const verified = await reading(() => verify(source, { ...options, onProgress }));
    progress?.stop();
    process.stdout.write(json ? asJson(verified) : `${describeVerification(verified).join('\n')}\n`);
    return verified.findings.length > 0 || (verified.receipts.faults.length > 0 && receiptAtFault);
  } finally {
    progress?.stop();
    await close();
  }
}

// The last checkpoint that the sequencer signed, stored where the database's owner cannot reach it.
function defaultSince(): string | undefined {
  const file = lastSignedFile(readConfig().dataDirectory);
  return existsSync(file) ? file : undefined;
}

function defaultKeys(): readonly string[] {
  const file = publicKeysFile(readConfig().dataDirectory);
  return existsSync(file) ? [file] : [];
}

function asJson({ checkpoint, ...rest }: Verification): string {
  const root = checkpoint && encodeBase64(checkpoint.root);
  return `${JSON.stringify({ whole: rest.findings.length === 0, checkpoint: checkpoint ? { ...checkpoint, root } : null, ...rest }, null, 2)}\n`;
}

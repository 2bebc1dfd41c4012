import type { Command } from 'commander';
import { largestBatch } from '../../../log/store/publication/publication.ts';
import { readConfig } from '../../../platform/settings/config.ts';
import { assertBound } from '../../../log/store/staging/bind-secrets.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { changeLog } from './change-log.ts';
import { rotateKey } from './rotate-key.ts';

const examples = `
During the overlap, both keys sign each checkpoint, so verifiers with the old list can still verify until
they have the new one (log-keys). A running gateway uses the new key without a restart.
If the old key may have been leaked, use --overlap 0.

Examples:
  $0 rotate-log-key
  $0 rotate-log-key --overlap 0 --json

Exit codes: 0, 2 on failure; then the keys are unchanged.`;

interface Options {
  readonly overlap: string;
  readonly json?: true;
}

/** `rotate-log-key`: a new signing key for the access log. */
export function addRotateLogKey(program: Command): void {
  program
    .command('rotate-log-key')
    .description('Creates a new signing key for the access log. During an overlap the old key signs, too.')
    // The most leaves that one checkpoint adds, so that at least one checkpoint has both signatures.
    .option('--overlap <leaves>', 'the number of further leaves, padding included, for which the old key still signs', String(largestBatch))
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ overlap, json }: Options) => {
        if (!/^\d{1,9}$/.test(overlap)) throw new PrivacyError('SETTING_INVALID', { problems: ['--overlap: a number of leaves'] });
        const config = readConfig();
        const { oldLast, newFirst } = await changeLog('sequencer', async (client) => {
          await assertBound(client, config, ['log-keys']);
          return rotateKey(client, config, BigInt(overlap));
        });
        const sentence = `The new key signs trees from size ${newFirst} on, the old one up to size ${oldLast}.`;
        const data = { newFirst: String(newFirst), oldLast: String(oldLast) };
        process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}

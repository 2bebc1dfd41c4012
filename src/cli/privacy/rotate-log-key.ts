import type { Command } from 'commander';
import { batchSize } from '../../access-log/number-batch.ts';
import { readConfig } from '../../config.ts';
import { PrivacyError } from '../../errors.ts';
import { exiting } from './exiting.ts';
import { changeLog } from './keeping/change-log.ts';
import { rotateKey } from './keeping/rotate-key.ts';

const examples = `
During the overlap checkpoints carry the signatures of both keys, so that whoever has the old list only
can still verify, and gets the new list meanwhile (log-keys). A running gateway takes the new key up by
itself. Where a key may be known to somebody else: --overlap 0.

Examples:
  npm run -s privacy -- rotate-log-key
  npm run -s privacy -- rotate-log-key --overlap 0 --json

Exit codes: 0, 2 where it could not be done; then the keys are as they were.`;

interface Options {
  readonly overlap: string;
  readonly json?: true;
}

/** `rotate-log-key`: a new signing key for the access log. */
export function addRotateLogKey(program: Command): void {
  program
    .command('rotate-log-key')
    .description('Makes a new signing key for the access log; the old one signs along for some entries more.')
    // As many as one checkpoint adds at most, so that one with both signatures is certain.
    .option('--overlap <entries>', 'for how many entries more the old key signs along', String(batchSize))
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      exiting(async ({ overlap, json }: Options) => {
        if (!/^\d{1,9}$/.test(overlap)) throw new PrivacyError('SETTING_INVALID', { problems: ['--overlap: a number of entries'] });
        const { dataDirectory } = readConfig();
        const { oldLast, newFirst } = await changeLog('sequencer', (client) => rotateKey(client, dataDirectory, BigInt(overlap)));
        const sentence = `The new key signs trees from size ${newFirst} on, the old one up to size ${oldLast}.`;
        const data = { newFirst: String(newFirst), oldLast: String(oldLast) };
        process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}

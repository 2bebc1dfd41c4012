import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { formatLogKeys } from '../../transparency-log/log-keys.ts';
import { readConfig } from '../../config.ts';
import { publicKeysFile, publishLogKeys } from '../../database/log-key-store.ts';
import { PrivacyError } from '../../errors.ts';
import { exiting } from './exiting.ts';

const examples = `
One key per line: the key (C2SP signed-note), the first and the last size of a tree that it may sign,
"-" while it is in use. Give the list to whoever verifies the log, by a way of its own.

Examples:
  npm run -s privacy -- log-keys > log-keys.txt

Exit codes: 0, 2 where it could not be done.`;

/** `log-keys`: the public keys of the access log. */
export function addLogKeys(program: Command): void {
  program
    .command('log-keys')
    .description('Prints the public keys that the access log is signed with, each with the sizes of the trees that it may sign.')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      exiting(({ json }: { readonly json?: true }) => {
        const { dataDirectory } = readConfig();
        // Made by the first start of a gateway, as the private halves are.
        if (!existsSync(publicKeysFile(dataDirectory))) {
          throw new PrivacyError('LOG_UNREADABLE', { problems: ['no gateway has run with this DATA_DIR'] });
        }
        const keys = publishLogKeys(dataDirectory);
        const data = keys.map(({ verifier, first, last }) => ({
          key: verifier.vkey,
          first: String(first),
          last: last?.toString() ?? null,
        }));
        process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : formatLogKeys(keys));
        return false;
      }),
    );
}

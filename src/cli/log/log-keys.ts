import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { formatLogKeys } from '../../log/keys/log-keys.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { publicKeysFile, publishLogKeys } from '../../log/store/publication/log-key-store.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

const examples = `
One key per line: the key (C2SP signed-note), the first and the last size of a tree that it may sign,
"-" while it is in use. Give the list to those who verify the log, over a separate trusted channel.

Examples:
  $0 log-keys > log-keys.txt

Exit codes: 0, 2 on failure.`;

/** `log-keys`: the public keys of the access log. */
export function addLogKeys(program: Command): void {
  program
    .command('log-keys')
    .description('Prints the public keys of the access log, each with the tree sizes that it may sign.')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(({ json }: { readonly json?: true }) => {
        const config = readConfig();
        // The first start of a gateway creates the keys.
        if (!existsSync(publicKeysFile(config.dataDirectory))) {
          throw new PrivacyError('LOG_UNREADABLE', { problems: ['no gateway has run with this DATA_DIR: start one first'] });
        }
        const keys = publishLogKeys(config);
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

import type { Command } from 'commander';
import { readConfig } from '../../platform/settings/config.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { withdrawKey } from '../../identity/server/tokens/rotate-key.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { asIdentity } from './as-identity.ts';

const examples = `
What the key signed is refused from the next request on: everybody signs in or refreshes again. Where no other key is left, the
server makes one within a minute.

Examples:
  $0 identity withdraw KEY-ID      the key id is the kid of a token's header

Exit codes: 0, 2 on failure; then the keys are unchanged.`;

/** `identity withdraw`: ends the trust in a key. */
export function addWithdraw(identity: Command): void {
  identity
    .command('withdraw <key-id>')
    .description('Withdraws a key that may have been leaked.')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async (kid: string) => {
        const isKnown = await asIdentity(readConfig(), (database) => withdrawKey(database, kid));
        if (!isKnown) throw new PrivacyError('SETTING_INVALID', { problems: ['key-id: there is no such key'] });
        process.stdout.write('The key is withdrawn.\n');
        return false;
      }),
    );
}

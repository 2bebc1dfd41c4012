import type { Command } from 'commander';
import { readConfig } from '../../platform/settings/config.ts';
import { existingSecret } from '../../platform/postgres/secrets/secrets.ts';
import { rotateKey } from '../../identity/server/tokens/rotate-key.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { asIdentity } from './as-identity.ts';

/** Seconds until the new key signs: twice what a verifier may keep the old list. */
const wait = 1_200;

const examples = `
The new key signs after 20 minutes, so that all who verify tokens know it by then. The old keys are believed until the last token
that they signed has expired. Running processes see it without a restart.
If a key may have been leaked, withdraw it instead.

Examples:
  $0 identity rotate

Exit codes: 0, 2 on failure; then the keys are unchanged.`;

/** `identity rotate`: a new key that signs access tokens. */
export function addRotate(identity: Command): void {
  identity
    .command('rotate')
    .description('Makes a new key that signs access tokens, beside which the old ones are believed for a time.')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async () => {
        const config = readConfig();
        const secret = existingSecret(config.secrets, 'identity-keys');
        const rotation = { wait, overlap: config.tokenMaxLifetime };
        const kid = await asIdentity(config, (database) => rotateKey(database, secret, rotation));
        const minutes = Math.ceil((wait + config.tokenMaxLifetime) / 60);
        process.stdout.write(`The key ${kid} signs in ${wait / 60} minutes, and the old ones are believed for ${minutes} minutes.\n`);
        return false;
      }),
    );
}

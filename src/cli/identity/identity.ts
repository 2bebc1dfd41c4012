import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { addAccount } from './account.ts';
import { addInviteAdministrator } from './invite-administrator.ts';
import { addRotate } from './rotate.ts';
import { addWithdraw } from './withdraw.ts';

/** `identity`: the commands for the authorization server: the keys that sign access tokens, accounts, and the first administrators. */
export function addIdentity(program: Command, load: LoadApplication): void {
  const identity = program
    .command('identity')
    .description(
      'Rotates and withdraws the keys that sign access tokens; disables accounts, ends sessions and removes passkeys; invites the first administrators.',
    );
  addRotate(identity);
  addWithdraw(identity);
  addAccount(identity, load);
  addInviteAdministrator(identity, load);
}

import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { addAccount } from './account.ts';
import { addInviteAdministrator } from './invite-administrator.ts';
import { addRotate } from './rotate.ts';
import { addWithdraw } from './withdraw.ts';

/** `identity`: the commands for the authorization server: the keys that sign access tokens, and accounts. */
export function addAccountCommands(program: Command, load: LoadApplication): void {
  addCommands(program, load, '.');
}

/** The same, with the first administrators. */
export function addIdentity(program: Command, load: LoadApplication): void {
  addInviteAdministrator(addCommands(program, load, '; invites the first administrators.'), load);
}

function addCommands(program: Command, load: LoadApplication, more: string): Command {
  const identity = program
    .command('identity')
    .description(`Rotates and withdraws the keys that sign access tokens; disables accounts, ends sessions and removes passkeys${more}`);
  addRotate(identity);
  addWithdraw(identity);
  addAccount(identity, load);
  return identity;
}

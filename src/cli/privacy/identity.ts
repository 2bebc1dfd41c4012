import type { Command } from 'commander';
import { addRotate } from './identity/rotate.ts';
import { addWithdraw } from './identity/withdraw.ts';

/** `identity`: the commands for the keys of the authorization server. */
export function addIdentity(program: Command): void {
  const identity = program.command('identity').description('Rotates and withdraws the keys that sign access tokens.');
  addRotate(identity);
  addWithdraw(identity);
}

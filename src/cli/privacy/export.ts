import type { Command } from 'commander';
import { policyInForce } from '../../policy/policy.ts';
import { exiting } from './exiting.ts';

/** `export`: the policy in force as JSON. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('Prints the policy in force as JSON, to be changed and given to diff, dry-run, lint --policy, or POLICY_DRY_RUN.')
    .action(
      exiting(() => {
        // The catalogue's own order: the same policy is the same text.
        process.stdout.write(`${JSON.stringify(policyInForce, null, 2)}\n`);
        return false;
      }),
    );
}

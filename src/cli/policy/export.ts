import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { linesOf } from '../../engine/policy/declaration/policy.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

/** `export`: the policy in force as JSON. */
export function addExport(program: Command, load: LoadApplication): void {
  program
    .command('export')
    .description('Prints the policy in force as JSON. Change it and pass it to diff, dry-run, lint --policy, or POLICY_DRY_RUN.')
    .action(
      withExitCode(async () => {
        const { policy } = await load();
        // In the policy's order, so that equal policies are equal texts.
        process.stdout.write(`${JSON.stringify(linesOf(policy), null, 2)}\n`);
        return false;
      }),
    );
}

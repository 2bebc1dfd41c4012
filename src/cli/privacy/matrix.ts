import type { Command } from 'commander';
import { matrixMarkdown } from '../../policy/matrix.ts';
import { policyInForce } from '../../policy/policy.ts';
import { exiting } from './exiting.ts';

/** `matrix`: who may see and do what. */
export function addMatrix(program: Command): void {
  program
    .command('matrix')
    .description('Shows who may see and do what.')
    .action(
      exiting(() => {
        process.stdout.write(matrixMarkdown(policyInForce));
        return false;
      }),
    );
}

import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { matrixMarkdown } from '../../../engine/policy/matrix.ts';

/** Runs this process as `npm run matrix`: writes the whole matrix to `policy-matrix.md`. @param file where that is */
export function writeMatrix(policy: Policy, file: URL): void {
  new Command('matrix')
    .description(
      'Writes policy-matrix.md from the policy: who may see and do what.\nExit codes: 0 written or fresh, 1 stale (with --check).',
    )
    .option('--check', 'write nothing; only check whether policy-matrix.md is fresh')
    .action(({ check }: { readonly check?: true }) => {
      const matrix = matrixMarkdown(policy);
      if (check) {
        if (readFileSync(file, 'utf8') === matrix) return;
        process.stderr.write('policy-matrix.md: is stale: run npm run matrix\n');
        process.exitCode = 1;
      } else {
        writeFileSync(file, matrix);
        process.stdout.write('policy-matrix.md written\n');
      }
    })
    .parse();
}

import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { matrixMarkdown } from '../engine/policy/matrix.ts';
import { policyInForce } from '../town/policy/policy.ts';

const file = new URL('../../policy-matrix.md', import.meta.url);

new Command('matrix')
  .description('Writes policy-matrix.md from the policy: who may see and do what.\nExit codes: 0 written or fresh, 1 stale (with --check).')
  .option('--check', 'write nothing; only check whether policy-matrix.md is fresh')
  .action(({ check }: { readonly check?: true }) => {
    const matrix = matrixMarkdown(policyInForce);
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

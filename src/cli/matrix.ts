import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { matrixMarkdown } from '../policy/matrix.ts';
import { policyInForce } from '../policy/policy.ts';

const file = new URL('../../policy-matrix.md', import.meta.url);

new Command('matrix')
  .description('Writes policy-matrix.md anew from the policy: who may see and do what.')
  .action(() => {
    writeFileSync(file, matrixMarkdown(policyInForce));
    process.stdout.write('policy-matrix.md written\n');
  })
  .parse();

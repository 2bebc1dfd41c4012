import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { runSteps } from './steps.ts';

// `npm run check`.
await new Command('check')
  .description(
    'Runs every script of package.json that is named check:…, side by side, and shows what the failed ones wrote.\n' +
      'Exit codes: 0 all passed, 1 some failed.',
  )
  .action(async () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
    // In the order of package.json: the longest first.
    const steps = Object.entries(scripts).flatMap(([name, command]) => (name.startsWith('check:') ? [{ name, command }] : []));
    if (steps.length === 0) throw new Error('package.json has no script named check:…');
    const failed = await runSteps(steps, Math.max(2, availableParallelism()));
    process.stdout.write(failed.length === 0 ? `${steps.length} checks passed\n` : `failed: ${failed.join(', ')}\n`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  })
  .parseAsync();

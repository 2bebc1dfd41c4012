import { cpSync, globSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';

// `npm pack` runs it first.
new Command('build-package')
  .description('Compiles what the package brings into dist, with its types: the engine, the log and the server, without the town.')
  .action(() => {
    const root = fileURLToPath(new URL('../', import.meta.url));
    rmSync(`${root}dist`, { recursive: true, force: true });
    execFileSync(`${root}node_modules/.bin/tsc`, ['-p', 'tsconfig.package.json'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const others = globSync('src/{engine,identity,log,platform,server}/**/*.{css,js,json}', { cwd: root });
    for (const file of others) cpSync(`${root}${file}`, `${root}${file.replace(/^src/, 'dist')}`);
  })
  .parse();

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { generatedDocuments } from './docs/generated-documents.ts';

// `npm run docs` and `npm run check:docs`.
new Command('docs')
  .description('Writes the generated parts of the documentation.\nExit codes: 0 written or fresh, 1 stale (with --check).')
  .option('--check', 'write nothing, and name each document that is stale')
  .action(async ({ check }: { readonly check?: true }) => {
    for (const { file, text } of await generatedDocuments()) {
      if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
      if (check) {
        process.stderr.write(`${file}: is stale; npm run docs writes it again\n`);
        process.exitCode = 1;
      } else {
        writeFileSync(file, text);
        process.stdout.write(`${file} written\n`);
      }
    }
  })
  .parse();

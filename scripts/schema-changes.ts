import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { findBreaking } from './schema-changes/find-breaking.ts';
import { judgeChanges } from './schema-changes/judge-changes.ts';
import { readAllowances } from './schema-changes/read-allowances.ts';
import { seenSchema, type SeenSchema } from './schema-changes/seen-schema.ts';

const folder = new URL('../released/', import.meta.url);
const file = (name: string): URL => new URL(name, folder);

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string };
const firstLine = `# The schema of version ${version}, written by \`npm run -s release-schema\`\n`;

// `npm run check:schema`, and a step of a release.
await new Command('schema-changes')
  .description(
    'Compares the schema, and what each role sees of it, with those of the last release (released/). A change that can break clients fails,\n' +
      'unless CHANGELOG.md announces it.\n' +
      'Exit codes: 0 compatible, announced or written, 1 some changes are not announced, or an announcement is stale.',
  )
  .option('--release', 'write the schema to released/ instead: a step of a release')
  .action(async ({ release }: { readonly release?: true }) => {
    const current = seenSchema();
    if (release) {
      writeFileSync(file('schema.graphql'), `${firstLine}${current.text}`);
      writeFileSync(file('roles.json'), `${JSON.stringify(current.byRole, null, 1)}\n`);
      return;
    }
    const released: SeenSchema = {
      text: readFileSync(file('schema.graphql'), 'utf8'),
      byRole: JSON.parse(readFileSync(file('roles.json'), 'utf8')) as SeenSchema['byRole'],
    };
    const problems = released.text.startsWith(firstLine)
      ? []
      : [`released/ is not that of version ${version} in package.json.\n  CONTRIBUTING.md, Release, says how a version is released.`];
    problems.push(...judgeChanges(await findBreaking(released, current), readAllowances(readFileSync('CHANGELOG.md', 'utf8'))));
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  })
  .parseAsync();

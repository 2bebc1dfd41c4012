import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { printSchema } from 'graphql';
import { createViews } from '../../engine/plan/outline/view.ts';
import { buildSchema } from '../../server/spine/document/build-schema.ts';
import { parseRole } from '../terminal/parse-name.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

const examples = `
It is the schema that introspection shows to the role: what it could use for some purpose. A code generator or an editor
can read it without a running gateway.

Examples:
  $0 schema --role ROLE > role.graphql

Exit codes: 0, 2 on failure.`;

/** `schema`: the schema as a role sees it. */
export function addSchema(program: Command, load: LoadApplication): void {
  program
    .command('schema')
    .description('Writes the schema that a role sees, in the schema definition language.')
    .requiredOption('--role <role>', 'the role')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ role }: { readonly role: string }) => {
        const application = await load();
        const { policy } = application;
        const { schema, markings } = buildSchema(application);
        const view = createViews(schema, markings, policy)(parseRole(policy.vocabulary, '--role', role));
        process.stdout.write(`${printSchema(view)}\n`);
        return false;
      }),
    );
}

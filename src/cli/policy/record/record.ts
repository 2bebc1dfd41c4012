import type { Command } from 'commander';
import type { LoadApplication } from '../../../engine/application.ts';
import { buildSchema } from '../../../server/spine/document/build-schema.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import { blocksMarkdown } from './blocks-markdown.ts';
import { dayAndStatement } from '../../terminal/day.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { activities, anyPurposeFields } from './activities.ts';
import { recordBlocks, type RecordHead } from './record-blocks.ts';

interface Options {
  readonly date?: string;
  readonly json?: true;
}

const examples = `
Examples:
  $0 record > record.md
  $0 record --date 2024-05-01 --json

Exit codes: 0, 2 on failure.`;

/** `record`: the record of processing activities. */
export function addRecord(program: Command, load: LoadApplication): void {
  program
    .command('record')
    .description('Writes the record of processing activities as Markdown, one per purpose, from schema and policy.')
    .option('--date <date>', 'the day, such as 2026-01-31 (default: today); selects the legal authority and the statement')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ date: day, json }: Options) => {
        const application = await load();
        const { policy } = application;
        const { date, statement } = dayAndStatement(policy.vocabulary, day);
        const head: RecordHead = { date, policy: policyHash(policy), statement };
        const enforced = buildSchema(application);
        const all = activities(policy, enforced, date);
        const anyPurpose = anyPurposeFields(policy, enforced);
        const { version, effectiveFrom } = statement;
        const blocks = recordBlocks(policy.vocabulary, head, all, anyPurpose);
        const data = { date, policy: head.policy, statement: { version, effectiveFrom }, activities: all, anyPurpose };
        process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : blocksMarkdown(blocks));
        return false;
      }),
    );
}

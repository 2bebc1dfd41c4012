import type { Command } from 'commander';
import { compare } from '../../policy-review/compare.ts';
import { sentenceOf } from '../../policy-review/compare/sentence.ts';
import { policyHash } from '../../policy/policy-hash.ts';
import { nothingTold } from './diff/nothing-told.ts';
import { readMarkings } from './diff/read-markings.ts';
import { schemaForm } from './diff/schema-form.ts';
import { exiting } from './exiting.ts';
import { loadPolicy, policyArgument, workingTree, type LoadedPolicy } from './load-policy.ts';

/** `diff`: what a change of policy or schema reveals and hides. */
export function addDiff(program: Command): void {
  program
    .command('diff')
    .description(
      'Says what a change of policy or schema reveals that was hidden, and hides that was revealed. Exit code 1 on any new revelation, 0 on none.',
    )
    .argument('<from>', policyArgument)
    .argument('[to]', 'the same; without it, the working tree')
    .option('--json', 'as JSON')
    .action(exiting((from: string, to: string | undefined, { json }: { json?: true }) => diff(from, to, json === true)));
}

/** @returns whether something is revealed that was hidden */
async function diff(from: string, to: string | undefined, asJson: boolean): Promise<boolean> {
  const before = await loadPolicy(from);
  const after = to === undefined ? workingTree() : await loadPolicy(to);
  const changes = compare(sideOf(before), sideOf(after));
  const told = changes.map((change) => ({ ...change, sentence: sentenceOf(change) }));
  const reveals = told.filter(({ effect }) => effect === 'REVEALS');
  const hides = told.filter(({ effect }) => effect === 'HIDES');
  const versions = { from: policyHash(before.policy), to: policyHash(after.policy) };
  const schemaIsSame = schemaForm(before.sources) === schemaForm(after.sources);
  if (asJson) {
    process.stdout.write(
      `${JSON.stringify({ ...versions, schemaIsSame, revelations: reveals.length, hidings: hides.length, changes: told }, null, 2)}\n`,
    );
  } else {
    const ending = told.length > 0 ? '' : nothingTold(versions.from === versions.to, schemaIsSame);
    process.stdout.write([...section('Reveals', reveals), ...section('Hides', hides), ending].join('\n'));
  }
  return reveals.length > 0;
}

function sideOf({ policy, sources }: LoadedPolicy) {
  return { policy, markings: readMarkings(sources) };
}

function section(title: string, told: readonly { readonly sentence: string }[]): string[] {
  return told.length === 0 ? [] : [`${title} (${told.length}):`, ...told.map(({ sentence }) => `- ${sentence}`), ''];
}

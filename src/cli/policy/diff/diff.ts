import type { Command } from 'commander';
import type { Application, LoadApplication } from '../../../engine/application.ts';
import { compare } from '../../../engine/review/compare.ts';
import { sentenceOf } from '../../../engine/review/compare/compare/sentence.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import { askedAgain } from './asked-again.ts';
import { describeNoChanges } from './no-changes.ts';
import { readComparedMarkings } from './read-compared-markings.ts';
import { schemaForm } from './schema-form.ts';
import { ownCalendar } from '../../terminal/own-calendar.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { loadPolicy, policyArgument, workingTree, type LoadedPolicy } from '../load/load-policy.ts';

/** `diff`: what a change of policy or schema reveals and hides. */
export function addDiff(program: Command, load: LoadApplication): void {
  program
    .command('diff')
    .description('Shows what a change of policy or schema newly reveals and newly hides. Exit code 1 if it reveals anything, else 0.')
    .argument('<from>', policyArgument)
    .argument('[to]', 'like <from> (default: the working tree)')
    .option('--json', 'as JSON')
    .action(
      withExitCode(async (from: string, to: string | undefined, { json }: { json?: true }) => diff(await load(), from, to, json === true)),
    );
}

/** @returns whether something hidden is revealed */
async function diff(application: Application, from: string, to: string | undefined, asJson: boolean): Promise<boolean> {
  const before = await loadPolicy(application, from);
  const after = to === undefined ? workingTree(application) : await loadPolicy(application, to);
  const changes = compare(sideOf(before), sideOf(after));
  const described = changes.map((change) => ({ ...change, sentence: sentenceOf(after.policy.vocabulary, change) }));
  const reveals = described.filter(({ effect }) => effect === 'REVEALS');
  const hides = described.filter(({ effect }) => effect === 'HIDES');
  const asked = askedAgain(application, before.policy, after.policy, ownCalendar().dayOf(new Date()));
  const versions = { from: policyHash(before.policy), to: policyHash(after.policy) };
  const schemaIsSame = schemaForm(before.sources) === schemaForm(after.sources);
  if (asJson) {
    process.stdout.write(
      `${JSON.stringify({ ...versions, schemaIsSame, revelations: reveals.length, hidings: hides.length, changes: described, askedAgain: asked }, null, 2)}\n`,
    );
  } else {
    const ending = described.length > 0 ? '' : describeNoChanges(versions.from === versions.to, schemaIsSame);
    const again = asked.map(({ role, purpose }) => ({ sentence: `${role}, for ${purpose}` }));
    const sections = [...section('Reveals', reveals), ...section('Hides', hides), ...section('Employees acknowledge again', again)];
    process.stdout.write([...sections, ending].join('\n'));
  }
  return reveals.length > 0;
}

function sideOf({ policy, sources }: LoadedPolicy) {
  return { policy, markings: readComparedMarkings(sources) };
}

function section(title: string, described: readonly { readonly sentence: string }[]): string[] {
  return described.length === 0 ? [] : [`${title} (${described.length}):`, ...described.map(({ sentence }) => `- ${sentence}`), ''];
}

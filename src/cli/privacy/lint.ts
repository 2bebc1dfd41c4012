import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import type { Source } from 'graphql';
import { withPlaces } from '../../enforcement/check/elements.ts';
import { findLooksPersonal } from '../../enforcement/check/looks-personal.ts';
import { PrivacyError } from '../../errors.ts';
import { inspectSchema } from '../../gateway/inspect-schema.ts';
import { schemaSources } from '../../gateway/schema-sources.ts';
import { causeOf } from '../../error-cause.ts';
import { formatDisagreement, type Disagreement } from '../../policy-review/check/disagreement.ts';
import { parsePolicy, PolicyInvalid } from '../../policy-review/parse-policy.ts';
import { exiting } from './exiting.ts';
import { policyFiles, withLinePlaces, type PolicyFile } from './line-places.ts';
import { loadPolicy, policyArgument, workingTree, type LoadedPolicy } from './load-policy.ts';

interface LintOptions {
  readonly policy?: string;
  readonly schema?: string;
  readonly json?: true;
}

/** An error keeps the gateway from starting; a warning is a guess that somebody should look at. */
interface Finding extends Disagreement {
  readonly severity: 'error' | 'warning';
}

/** `lint`: every way in which schema, directives and policy disagree. */
export function addLint(program: Command): void {
  program
    .command('lint')
    .description(
      'Finds every way in which schema, directives and policy disagree, with file, line and what to do. Exit code 0 on none, 1 on any. ' +
        'What is no policy: 2 where it can’t be read, or read as JSON; 1 where it is read and wrong.',
    )
    .option('--policy <file-or-revision>', policyArgument)
    .option('--schema <folder>', 'a folder of .graphql files in place of schema/')
    .option('--json', 'as JSON')
    .action(
      exiting(async (options: LintOptions) => {
        const findings = await lint(options);
        const lines = options.json
          ? [JSON.stringify({ count: findings.length, findings })]
          : [...findings.map(formatDisagreement), `${findings.length} found`];
        process.stdout.write(`${lines.join('\n')}\n`);
        return findings.length > 0;
      }),
    );
}

/** @throws PrivacyError REVISION_UNKNOWN, POLICY_INVALID, or SCHEMA_INCONSISTENT where a file is not GraphQL */
async function lint({ policy: revisionOrFile, schema: folder }: LintOptions): Promise<Finding[]> {
  const given = folder === undefined ? undefined : sourcesIn(folder);
  let loaded: LoadedPolicy;
  try {
    loaded = await load(revisionOrFile);
  } catch (error) {
    // What is wrong with a policy one by one is what was looked for.
    if (!(error instanceof PolicyInvalid) || revisionOrFile === undefined) throw error;
    const found = withLinePlaces(error.disagreements, filesOf(revisionOrFile));
    return as('error', withPlaces(found, new Map(found.map(({ coordinate }) => [coordinate, revisionOrFile]))));
  }
  const { disagreements, places, built } = inspectSchema(given ?? loaded.sources, loaded.policy);
  const guesses = built ? findLooksPersonal(built.schema, built.catalogue) : [];
  const files = filesOf(revisionOrFile);
  return [...as('error', withLinePlaces(disagreements, files)), ...as('warning', withPlaces(guesses, places))];
}

function as(severity: Finding['severity'], found: readonly Disagreement[]): Finding[] {
  return found.map((one) => ({ severity, ...one }));
}

async function load(revisionOrFile: string | undefined): Promise<LoadedPolicy> {
  if (revisionOrFile === undefined) return workingTree();
  const { policy, sources } = await loadPolicy(revisionOrFile);
  // A revision's policy comes as it was then; here it is asked whether it could be applied now.
  return { policy: parsePolicy(policy), sources };
}

/** The files to look for a line's place in. A revision's are not here. */
function filesOf(revisionOrFile: string | undefined): PolicyFile[] {
  if (revisionOrFile === undefined) return policyFiles();
  const isFile = statSync(revisionOrFile, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? [{ name: revisionOrFile, text: readFileSync(revisionOrFile, 'utf8') }] : [];
}

function sourcesIn(folder: string): Source[] {
  const refuse = (why: string): PrivacyError => new PrivacyError('REVISION_UNKNOWN', { problems: [`--schema ${folder}: ${why}`] });
  let sources: Source[];
  try {
    sources = schemaSources(folder);
  } catch (error) {
    throw refuse(`it cannot be read (${causeOf(error)})`);
  }
  if (sources.length === 0) throw refuse('no .graphql file is in it');
  return sources;
}

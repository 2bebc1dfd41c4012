import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import type { Application, LoadApplication } from '../../engine/application.ts';
import type { Source } from 'graphql';
import { withPlaces } from '../../engine/markings/check/elements.ts';
import { findLooksPersonal } from '../../engine/markings/check/names/looks-personal.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { inspectSchema } from '../../server/spine/document/inspect-schema.ts';
import { readSchemaFiles } from '../../engine/markings/read-schema-files.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { rolesWithoutHolder } from '../../server/start/check/assert-complete.ts';
import { formatDisagreement, type Disagreement } from '../../engine/review/check/disagreement.ts';
import { parsePolicy, PolicyInvalid } from '../../engine/review/parse-policy.ts';
import { linesOf } from '../../engine/policy/declaration/policy.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { policyFiles, withLinePlaces, type PolicyFile } from './load/line-places.ts';
import { loadPolicy, policyArgument, workingTree, type LoadedPolicy } from './load/load-policy.ts';

interface LintOptions {
  readonly policy?: string;
  readonly schema?: string;
  readonly json?: true;
}

/** With an error, the gateway does not start; a warning is a guess to be reviewed. */
interface Finding extends Disagreement {
  readonly severity: 'error' | 'warning';
}

/** `lint`: all problems in schema, directives and policy. */
export function addLint(program: Command, load: LoadApplication): void {
  program
    .command('lint')
    .description(
      'Finds all problems in and between schema, directives and policy, with file, line and a hint. ' +
        'Exit code 0 if there are none, 1 if there are any, 2 if the policy cannot be read or is not JSON.',
    )
    .option('--policy <file-or-revision>', policyArgument)
    .option('--schema <folder>', 'a folder of .graphql files in place of schema/')
    .option('--json', 'as JSON')
    .action(
      withExitCode(async (options: LintOptions) => {
        const findings = await lint(await load(), options);
        const lines = options.json
          ? [JSON.stringify({ count: findings.length, findings })]
          : [...findings.map(formatDisagreement), `${findings.length} found`];
        process.stdout.write(`${lines.join('\n')}\n`);
        return findings.length > 0;
      }),
    );
}

/** @throws {PrivacyError} REVISION_UNKNOWN; POLICY_INVALID; SCHEMA_INCONSISTENT: a file is not GraphQL */
async function lint(application: Application, { policy: revisionOrFile, schema: folder }: LintOptions): Promise<Finding[]> {
  const given = folder === undefined ? undefined : sourcesIn(folder);
  let loaded: LoadedPolicy;
  try {
    loaded = await loadedFrom(application, revisionOrFile);
  } catch (error) {
    // The problems of an invalid policy are findings.
    if (!(error instanceof PolicyInvalid) || revisionOrFile === undefined) throw error;
    const found = withLinePlaces(error.disagreements, filesOf(application, revisionOrFile));
    return as('error', withPlaces(found, new Map(found.map(({ coordinate }) => [coordinate, revisionOrFile]))));
  }
  const { disagreements, places, built } = inspectSchema(
    application.schema,
    given ? application.schema.sources(given) : loaded.sources,
    loaded.policy,
  );
  const lacking = rolesWithoutHolder(loaded.policy.vocabulary);
  const guesses = built ? findLooksPersonal(built.schema, built.markings) : [];
  const files = filesOf(application, revisionOrFile);
  return [...as('error', withLinePlaces([...disagreements, ...lacking], files)), ...as('warning', withPlaces(guesses, places))];
}

function as(severity: Finding['severity'], found: readonly Disagreement[]): Finding[] {
  return found.map((one) => ({ severity, ...one }));
}

async function loadedFrom(application: Application, revisionOrFile: string | undefined): Promise<LoadedPolicy> {
  if (revisionOrFile === undefined) return workingTree(application);
  const { policy, sources } = await loadPolicy(application, revisionOrFile);
  // A revision's policy is loaded unchecked; lint checks whether it could be applied now.
  return { policy: parsePolicy(policy.vocabulary, linesOf(policy)), sources };
}

/** The files in which to find a line's place; none for a revision. */
function filesOf(application: Application, revisionOrFile: string | undefined): PolicyFile[] {
  if (revisionOrFile === undefined) return policyFiles(application);
  const isFile = statSync(revisionOrFile, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? [{ name: revisionOrFile, text: readFileSync(revisionOrFile, 'utf8') }] : [];
}

function sourcesIn(folder: string): Source[] {
  const refuse = (why: string): PrivacyError => new PrivacyError('REVISION_UNKNOWN', { problems: [`--schema ${folder}: ${why}`] });
  let sources: Source[];
  try {
    sources = readSchemaFiles(folder);
  } catch (error) {
    throw refuse(`it cannot be read (${causeOf(error)})`);
  }
  if (sources.length === 0) throw refuse('it has no .graphql file');
  return sources;
}

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Source } from 'graphql';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Policy, PolicyLines } from '../../../engine/policy/declaration/policy.ts';
import { policyInForce } from '../../../town/policy/policy.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** The most bytes of a program's output; a policy has a few tens of kilobytes. */
const maxBuffer = 16 * 1024 * 1024;

// Policy files import only each other and layers below them, so the sources of a revision run without its packages.
const readLines = `
  const { grants } = await import('./src/town/policy/lines/grants.ts');
  const { prohibitions } = await import('./src/town/policy/lines/prohibitions.ts');
  const { rootFieldLines } = await import('./src/town/policy/lines/root-fields.ts');
  const { budgets } = await import('./src/town/policy/lines/budgets.ts');
  process.stdout.write(JSON.stringify({ grants, prohibitions, rootFields: rootFieldLines, budgets }));
`;

/**
 * Reads the policy and the schema of a git revision. It runs the revision's own policy code, in a process that may only
 * read a temporary folder; the folder is removed afterwards.
 * @throws {PrivacyError} REVISION_UNKNOWN; POLICY_INVALID: the revision's policy code does not run
 */
export async function checkOutPolicy(revision: string): Promise<{ policy: Policy; sources: readonly Source[] }> {
  const commit = await commitOf(revision);
  // Node's permissions compare real paths.
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'need-to-know-revision-')));
  try {
    await unpack(commit, directory);
    return { policy: await policyIn(directory), sources: sourcesIn(join(directory, 'schema')) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function commitOf(revision: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], { cwd: root });
    return stdout.trim();
  } catch {
    throw new PrivacyError('REVISION_UNKNOWN', { problems: ['name a JSON file that exists, or a revision that git knows here'] });
  }
}

async function unpack(commit: string, directory: string): Promise<void> {
  const archive = join(directory, 'revision.tar');
  try {
    await run('git', ['archive', '--format=tar', '-o', archive, commit, 'schema', 'src'], { cwd: root });
    await run('tar', ['-xf', archive, '-C', directory]);
  } catch {
    throw new PrivacyError('REVISION_UNKNOWN', { problems: ['that revision has no schema/ and src/'] });
  }
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
}

async function policyIn(directory: string): Promise<Policy> {
  const given = ['--permission', `--allow-fs-read=${directory}`, '--input-type=module', '--eval', readLines];
  try {
    const { stdout } = await run(process.execPath, given, { cwd: directory, env: {}, maxBuffer });
    // The meaning of the words is today's.
    return { ...(JSON.parse(stdout) as PolicyLines), vocabulary: policyInForce.vocabulary };
  } catch {
    throw new PrivacyError('POLICY_INVALID', { problems: ['that revision’s src/town/policy/ does not run by itself'] });
  }
}

function sourcesIn(directory: string): Source[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => new Source(readFileSync(join(directory, name), 'utf8'), `schema/${name}`));
}

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Source } from 'graphql';
import type { Application, Repository } from '../../../engine/application.ts';
import { readSchemaFiles } from '../../../engine/markings/read-schema-files.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Policy, PolicyLines } from '../../../engine/policy/declaration/policy.ts';
import type { Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';

const run = promisify(execFile);
/** The most bytes of a program's output; a policy has a few tens of kilobytes. */
const maxBuffer = 16 * 1024 * 1024;

/** Prints the lines of the policy that a module exports. @param module from the folder of the process */
const printLines = (module: string): string => `
  const [{ grants, prohibitions, rootFields, budgets }] = Object.values(await import(${JSON.stringify(`./${module}`)}));
  process.stdout.write(JSON.stringify({ grants, prohibitions, rootFields, budgets }));
`;

/**
 * Reads the policy and the schema of a git revision. It runs the revision's own policy code, in a process that may only
 * read a temporary folder and the packages of the application; the folder is removed afterwards.
 * @throws {PrivacyError} REVISION_UNKNOWN; POLICY_INVALID: the revision's policy code does not run
 */
export async function checkOutPolicy(
  { policy: { vocabulary }, repository, schema }: Pick<Application, 'policy' | 'repository' | 'schema'>,
  revision: string,
): Promise<{ policy: Policy; sources: readonly Source[] }> {
  const commit = await commitOf(repository, revision);
  // Node's permissions compare real paths.
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'need-to-know-revision-')));
  try {
    await unpack(repository, commit, directory);
    const policy = await policyIn(directory, repository, vocabulary);
    return { policy, sources: schema.sources(readSchemaFiles(join(directory, repository.schema), repository.schema)) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function commitOf({ root }: Repository, revision: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], {
      cwd: fileURLToPath(root),
    });
    return stdout.trim();
  } catch {
    throw new PrivacyError('REVISION_UNKNOWN', { problems: ['name a JSON file that exists, or a revision that git knows here'] });
  }
}

async function unpack({ root, folders, packages }: Repository, commit: string, directory: string): Promise<void> {
  const archive = join(directory, 'revision.tar');
  try {
    await run('git', ['archive', '--format=tar', '-o', archive, commit, ...folders], { cwd: fileURLToPath(root) });
    await run('tar', ['-xf', archive, '-C', directory]);
  } catch {
    throw new PrivacyError('REVISION_UNKNOWN', {
      problems: [`that revision has no ${folders.map((folder) => `${folder}/`).join(' and ')}`],
    });
  }
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  // Where it is a link itself, the process may read only what it leads to.
  if (packages) symlinkSync(realpathSync(packages), join(directory, 'node_modules'));
}

/** The folders of an application's packages and of this one's, which may be linked from elsewhere. */
function packageFolders(packages: URL): readonly string[] {
  const own = createRequire(import.meta.url).resolve.paths('any') ?? [];
  const ownRoot = fileURLToPath(new URL('../../../../', import.meta.url));
  const folders = [fileURLToPath(packages), ownRoot, ...own.filter((folder) => folder.endsWith('node_modules'))];
  return folders.filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder));
}

async function policyIn(directory: string, { policy: module, packages }: Repository, vocabulary: Vocabulary): Promise<Policy> {
  const readable = [directory, ...(packages ? packageFolders(packages) : [])].map((path) => `--allow-fs-read=${path}`);
  const given = ['--permission', ...readable, '--input-type=module', '--eval', printLines(module)];
  try {
    const { stdout } = await run(process.execPath, given, { cwd: directory, env: {}, maxBuffer });
    // The meaning of the words is today's.
    return { ...(JSON.parse(stdout) as PolicyLines), vocabulary };
  } catch {
    throw new PrivacyError('POLICY_INVALID', { problems: [`that revision’s ${vocabulary.files.policy} does not run by itself`] });
  }
}

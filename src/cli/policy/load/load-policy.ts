import { existsSync, statSync } from 'node:fs';
import type { Source } from 'graphql';
import type { Application } from '../../../engine/application.ts';
import { readPolicyFile } from '../../../engine/review/candidate/read-policy-file.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { checkOutPolicy } from './check-out-policy.ts';

/** A policy with its schema. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** The files of the schema, each under its own name. */
  readonly sources: readonly Source[];
}

/** Help text for arguments of `loadPolicy`. */
export const policyArgument =
  'a JSON file as `export` prints it, or a git revision (HEAD~1, a tag, a hash); reading a revision runs its policy code';

/** The policy and the schema of the working tree. */
export function workingTree({ policy, schema }: Pick<Application, 'policy' | 'schema'>): LoadedPolicy {
  return { policy, sources: schema.sources() };
}

/**
 * Loads a policy to compare with.
 * @param revisionOrFile a JSON file, which is combined with the working tree's schema; else a git revision, with its own
 *   schema. A revision's policy is not checked, because it was once in force
 * @throws {PrivacyError} REVISION_UNKNOWN: neither a file nor a revision; POLICY_INVALID, with places and hints: the file is
 *   not a valid policy
 */
export async function loadPolicy(
  application: Pick<Application, 'policy' | 'schema' | 'repository'>,
  revisionOrFile: string,
): Promise<LoadedPolicy> {
  if (existsSync(revisionOrFile) && statSync(revisionOrFile).isFile()) {
    return { policy: readPolicyFile(application.policy.vocabulary, revisionOrFile), sources: application.schema.sources() };
  }
  return checkOutPolicy(application, revisionOrFile);
}

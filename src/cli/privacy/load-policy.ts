import { existsSync, statSync } from 'node:fs';
import type { Source } from 'graphql';
import { schemaSources } from '../../gateway/schema-sources.ts';
import { readPolicyFile } from '../../candidate-policy/read-policy-file.ts';
import { policyInForce, type Policy } from '../../policy/policy.ts';
import { checkOutPolicy } from './check-out-policy.ts';

/** A policy with the schema that it speaks of. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** Files of `schema/`, each under its own name. */
  readonly sources: readonly Source[];
}

/** What --help says of an argument that `loadPolicy` takes. */
export const policyArgument =
  'a policy as `export` prints it (a JSON file), or a git revision (HEAD~1, a tag, a hash), whose own policy code is run to read it, as checking it out would';

/** The policy and the schema as they stand in the working tree. */
export function workingTree(): LoadedPolicy {
  return { policy: policyInForce, sources: schemaSources() };
}

/**
 * Loads a policy to compare with.
 * @param revisionOrFile a JSON file, whose schema is the working tree's; else a git revision, with its own schema.
 *   A revision's policy is taken as it is: it was in force once, whatever today's checks would say of it
 * @throws PrivacyError REVISION_UNKNOWN for what is neither; POLICY_INVALID, naming place and hint, for a
 *   file that holds no policy
 */
export async function loadPolicy(revisionOrFile: string): Promise<LoadedPolicy> {
  if (existsSync(revisionOrFile) && statSync(revisionOrFile).isFile()) {
    return { policy: readPolicyFile(revisionOrFile), sources: schemaSources() };
  }
  return checkOutPolicy(revisionOrFile);
}

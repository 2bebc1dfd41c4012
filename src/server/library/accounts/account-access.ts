import { rolesOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import { credentialsInForce, usesProof } from '../../../identity/authentication/credentials-in-force.ts';
import type { AccessCondition } from '../../../log/store/staging/access-condition.ts';
import { textArray } from '../../../platform/sql/sql.ts';

/**
 * Whether the access of a principal is in force, where the application has accounts: neither the session nor the token has ended, a data
 * subject may still sign in, and an employee is in service and has the role.
 */
export function accountAccess(vocabulary: Pick<Vocabulary, 'roles'>): AccessCondition {
  const [dataSubjects, employees] = [rolesOf(vocabulary, 'DATA_SUBJECT'), rolesOf(vocabulary, 'EMPLOYEE')];
  return {
    predicate: `${credentialsInForce(dataSubjects)} and case
  when held.held_role is null then held.held_by is null
  when held.held_role = any(${textArray(dataSubjects)}) then not exists (
    select from identity.record ended where ended.id = held.held_by and ended.has_ended)
  when held.held_role = any(${textArray(employees)}) then exists (
    select from identity.employment staff where staff.id = held.held_by and staff.roles @> array[held.held_role])
  else true end and ${usesProof}`,
  };
}

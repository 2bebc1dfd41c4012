import { isAssured } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { passkeyAcr, passwordAcr } from '../passkeys/assurance.ts';
import { listPasskeys } from '../passkeys/passkey-rows.ts';
import { readCapacities } from '../sign-in/sign-in.ts';

/** Whether the passkeys of an account stay when its password is set by a link. */
export type PasskeyChoice = 'KEEP' | 'REMOVE';

/** The text and choices for a person who sets a password with a link. */
export interface ResetChoice {
  /** The owner's names of the account's passkeys. */
  readonly passkeys: readonly string[];
  /** Whether they can be removed. Not where a role of the account needs one: a mailbox alone must not open that role. */
  readonly canRemove: boolean;
}

/** Reads what the owner of an account chooses when the password is set by a link. @param accountId null: there is no account yet */
export async function readResetChoice(database: Database, policy: Policy, accountId: string | null): Promise<ResetChoice> {
  if (accountId === null) return { passkeys: [], canRemove: false };
  const passkeys = (await listPasskeys(database, accountId)).map(({ name }) => name);
  const roles = await readCapacities(database, policy, accountId, passkeyAcr);
  return { passkeys, canRemove: passkeys.length > 0 && roles.every(({ role }) => isAssured(policy.vocabulary, role, passwordAcr)) };
}

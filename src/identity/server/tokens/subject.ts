import type { Role } from '../../../engine/register.ts';
import type { Acr } from '../../accounts/passkeys/assurance.ts';
import type { Accounts, Capacity } from '../../accounts/accounts.ts';

/** An account in one capacity: what a session, a grant and a token are about. */
export interface Subject {
  readonly accountId: string;
  readonly role: Role;
  /** That of the sign-in; see `SignedIn`. */
  readonly epoch: number;
}

/** The subject as oidc-provider keeps it. */
export function formatSubject({ accountId, role, epoch }: Subject): string {
  return `${accountId} ${role} ${epoch}`;
}

/** @returns undefined if the text is none that `formatSubject` made */
export function parseSubject(text: string): Subject | undefined {
  const [, accountId, role, epoch] = /^(\S+) (\S+) (\d+)$/.exec(text) ?? [];
  // A role that no longer exists is in no account's capacities.
  return accountId === undefined ? undefined : { accountId, role: role as Role, epoch: Number(epoch) };
}

/**
 * The capacity of a subject, read now.
 * @returns undefined once the account is disabled or has another epoch, the role was taken away, or the sign-in is too weak
 */
export async function capacityOf(accounts: Accounts, text: string, acr: Acr | undefined): Promise<Capacity | undefined> {
  const subject = parseSubject(text);
  if (!subject) return undefined;
  return (await accounts.capacities(subject.accountId, acr, subject.epoch)).find(({ role }) => role === subject.role);
}

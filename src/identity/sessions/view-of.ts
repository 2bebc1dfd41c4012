import type { UsedSession } from './use-session.ts';
import type { Acr } from '../accounts/passkeys/assurance.ts';
import type { SessionNeeds } from './session-needs.ts';
import type { SessionView } from './sessions.ts';

/** The data about a session that its browser gets. */
export async function viewOf({ accounts }: SessionNeeds, session: UsedSession): Promise<SessionView> {
  const { id, accountId, role, acr, amr, provenAt, idleUntil, expiresAt, keptSince } = session;
  const capacities = await accounts.capacities(accountId, acr as Acr);
  return {
    id,
    account: accountId,
    role,
    roles: capacities.map((one) => one.role),
    purposes: capacities.find((one) => one.role === role)?.purposes ?? [],
    acr,
    amr,
    provenAt: provenAt.toISOString(),
    idleUntil: (idleUntil < expiresAt ? idleUntil : expiresAt).toISOString(),
    expiresAt: expiresAt.toISOString(),
    keptSince: keptSince?.toISOString() ?? null,
  };
}

import type { AdministratorInvitation, InvitedAdministrator, People } from '../../../engine/application.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Journal } from '../journal/journal.ts';
import { invitationDays } from './invitation-code.ts';

/**
 * Invites one of the first administrators with an entry in the access log; see `People.inviteAdministrator`.
 * @param database of the owner's role
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function inviteWithEntry(
  database: AccountDatabase,
  journal: Journal,
  people: Pick<People, 'inviteAdministrator'>,
  invited: InvitedAdministrator,
  now: Date,
): Promise<AdministratorInvitation> {
  return database.transaction(async (transaction) => {
    const validUntil = new Date(now.getTime() + invitationDays * 86_400_000);
    const done = await people.inviteAdministrator({ database: transaction, now }, invited, validUntil);
    if (typeof done === 'string') return done;
    const { employeeId } = done;
    await journal.administered(transaction, 'invite-administrator', { accountId: employeeId, residentId: null, employeeId }, now);
    return done;
  });
}

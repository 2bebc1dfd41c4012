import { baseline } from './migrations/0001-baseline.ts';
import { boundSecrets } from './migrations/0002-bound-secrets.ts';
import { servedEncounters } from './migrations/0003-served-encounters.ts';
import { idempotencyKeys } from './migrations/0004-idempotency-keys.ts';
import { encounterPurpose } from './migrations/0005-encounter-purpose.ts';
import { queues } from './migrations/0006-queues.ts';
import { passes } from './migrations/0007-passes.ts';
import { identityChecks } from './migrations/0008-identity-checks.ts';
import { mandates } from './migrations/0009-mandates.ts';
import { ticketReads } from './migrations/0010-ticket-reads.ts';
import { partners } from './migrations/0011-partners.ts';
import { requestConversations } from './migrations/0012-request-conversations.ts';
import { identityCheckCounts } from './migrations/0013-identity-check-counts.ts';
import { identity } from './migrations/0014-identity.ts';
import { shorterChanges } from './migrations/0015-shorter-changes.ts';
import { accounts } from './migrations/0016-accounts.ts';
import { staff } from './migrations/0017-staff.ts';
import { registrations } from './migrations/0018-registrations.ts';
import { sessions } from './migrations/0019-sessions.ts';
import { invitedAccounts } from './migrations/0020-invited-accounts.ts';
import { proofs } from './migrations/0021-proofs.ts';
import { lifeOfAccess } from './migrations/0022-life-of-access.ts';
import { acknowledgements } from './migrations/0023-acknowledgements.ts';
import { accountAdministration } from './migrations/0024-account-administration.ts';
import { sessionsWithoutCapacity } from './migrations/0025-sessions-without-capacity.ts';
import { accountEpochs } from './migrations/0026-account-epochs.ts';
import { artifactsOfAccounts } from './migrations/0027-artifacts-of-accounts.ts';
import { openedLinks } from './migrations/0028-opened-links.ts';
import { duties } from './migrations/0029-duties.ts';
import { payments } from './migrations/0030-payments.ts';
import { codesForOwners } from './migrations/0031-codes-for-owners.ts';
import { cards } from './migrations/0032-cards.ts';
import { heldSince } from './migrations/0033-held-since.ts';
import { devices } from './migrations/0034-devices.ts';
import { twoPartClaims } from './migrations/0036-two-part-claims.ts';
import { contestedClaims } from './migrations/0037-contested-claims.ts';
import { twoAdministrators } from './migrations/0038-two-administrators.ts';
import { provenContacts } from './migrations/0041-proven-contacts.ts';
import { knownBrowsers } from './migrations/0042-known-browsers.ts';
import { publication } from './migrations/0043-publication.ts';
import { indexOfDisclosures } from './migrations/0047-index-of-disclosures.ts';
import { answers } from './migrations/0049-answers.ts';
import { identification } from './migrations/0050-identification.ts';
import { mailedCodes } from './migrations/0051-mailed-codes.ts';
import { recordedActs } from './migrations/0052-recorded-acts.ts';
import { erasures } from './migrations/0053-erasures.ts';
import { waitingContacts } from './migrations/0055-waiting-contacts.ts';
import { contactMails } from './migrations/0057-contact-mails.ts';
import type { RoleNames } from './role-names.ts';

/** One step of the schema's growth. */
export interface SchemaMigration {
  /** A number and what it brings. The database records the name when it has run. */
  readonly name: string;
  /** The SQL that makes the step, in the transaction that records it. */
  readonly sql: (roles: RoleNames) => string;
}

/**
 * The migrations in the order in which they run. The list only grows: a released migration never changes, because databases have
 * run it. `test/platform/postgres/released-migrations.test.ts` has the digest of each.
 */
export const migrations: readonly SchemaMigration[] = [
  // The first release.
  { name: '0001-baseline', sql: baseline },
  { name: '0002-bound-secrets', sql: boundSecrets },
  { name: '0003-served-encounters', sql: servedEncounters },
  { name: '0004-idempotency-keys', sql: idempotencyKeys },
  { name: '0005-encounter-purpose', sql: encounterPurpose },
  { name: '0006-queues', sql: queues },
  { name: '0007-passes', sql: passes },
  { name: '0008-identity-checks', sql: identityChecks },
  { name: '0009-mandates', sql: mandates },
  { name: '0010-ticket-reads', sql: ticketReads },
  { name: '0011-partners', sql: partners },
  { name: '0012-request-conversations', sql: requestConversations },
  { name: '0013-identity-check-counts', sql: identityCheckCounts },
  { name: '0014-identity', sql: identity },
  { name: '0015-shorter-changes', sql: shorterChanges },
  { name: '0016-accounts', sql: accounts },
  { name: '0017-staff', sql: staff },
  { name: '0018-registrations', sql: registrations },
  { name: '0019-sessions', sql: sessions },
  { name: '0020-invited-accounts', sql: invitedAccounts },
  { name: '0021-proofs', sql: proofs },
  { name: '0022-life-of-access', sql: lifeOfAccess },
  { name: '0023-acknowledgements', sql: acknowledgements },
  { name: '0024-account-administration', sql: accountAdministration },
  { name: '0025-sessions-without-capacity', sql: sessionsWithoutCapacity },
  { name: '0026-account-epochs', sql: accountEpochs },
  { name: '0027-artifacts-of-accounts', sql: artifactsOfAccounts },
  { name: '0028-opened-links', sql: openedLinks },
  { name: '0029-duties', sql: duties },
  { name: '0030-payments', sql: payments },
  { name: '0031-codes-for-owners', sql: codesForOwners },
  { name: '0032-cards', sql: cards },
  { name: '0033-held-since', sql: heldSince },
  { name: '0034-devices', sql: devices },
  { name: '0036-two-part-claims', sql: twoPartClaims },
  { name: '0037-contested-claims', sql: contestedClaims },
  { name: '0038-two-administrators', sql: twoAdministrators },
  { name: '0041-proven-contacts', sql: provenContacts },
  { name: '0042-known-browsers', sql: knownBrowsers },
  { name: '0043-publication', sql: publication },
  { name: '0047-index-of-disclosures', sql: indexOfDisclosures },
  { name: '0049-answers', sql: answers },
  { name: '0050-identification', sql: identification },
  { name: '0051-mailed-codes', sql: mailedCodes },
  { name: '0052-recorded-acts', sql: recordedActs },
  { name: '0053-erasures', sql: erasures },
  { name: '0055-waiting-contacts', sql: waitingContacts },
  { name: '0057-contact-mails', sql: contactMails },
];

import { accounts } from './list/accounts.ts';
import { acknowledging } from './list/acknowledging.ts';
import { administeringStaff } from './list/administering-staff.ts';
import { answering } from './list/answering.ts';
import { assertions } from './list/assertions.ts';
import { asking } from './list/asking.ts';
import { askingWithoutAccount } from './list/asking-without-account.ts';
import { budgeting } from './list/budgeting.ts';
import { caching } from './list/caching.ts';
import { changingAddresses } from './list/changing-addresses.ts';
import { changingContacts } from './list/changing-contacts.ts';
import { claimingRecords } from './list/claiming-records.ts';
import { checkingIdentities } from './list/checking-identities.ts';
import { conflictsOfInterest } from './list/conflicts-of-interest.ts';
import { counting } from './list/counting.ts';
import { entering } from './list/entering.ts';
import { erasing } from './list/erasing.ts';
import { identity } from './list/identity.ts';
import { sessions } from './list/sessions.ts';
import { findingByCard } from './list/finding-by-card.ts';
import { guarding } from './list/guarding.ts';
import { limiting } from './list/limiting.ts';
import { listing } from './list/listing.ts';
import { logging } from './list/logging.ts';
import { keepingDays } from './list/keeping-days.ts';
import { keepingTheLog } from './list/keeping-the-log.ts';
import { tellingTime } from './list/telling-time.ts';
import { keepingPasskeys } from './list/keeping-passkeys.ts';
import { livingElsewhere } from './list/living-elsewhere.ts';
import { looking } from './list/looking.ts';
import type { Sabotage } from './list/patch.ts';
import { narrowing } from './list/narrowing.ts';
import { operating } from './list/operating.ts';
import { ownDisclosures } from './list/own-disclosures.ts';
import { paying } from './list/paying.ts';
import { planning } from './list/planning.ts';
import { preparing } from './list/preparing.ts';
import { partnersAccess } from './list/partners-access.ts';
import { puncturing } from './list/puncturing.ts';
import { publishing } from './list/publishing.ts';
import { queuing } from './list/queuing.ts';
import { relationships } from './list/relationships.ts';
import { repeating } from './list/repeating.ts';
import { servingClients } from './list/serving-clients.ts';
import { requesting } from './list/requesting.ts';
import { reporting } from './list/reporting.ts';
import { showing } from './list/showing.ts';
import { sharingTime } from './list/sharing-time.ts';
import { starting } from './list/starting.ts';
import { steppingUp } from './list/stepping-up.ts';
import { storing } from './list/storing.ts';
import { workers } from './list/workers.ts';
import { telling } from './list/telling.ts';
import { tellingAboutReads } from './list/telling-about-reads.ts';
import { verifying } from './list/verifying.ts';

/** Every deliberate mistake, in the order of a request's stages. Its number is its position, from 1. */
export const sabotages: readonly Sabotage[] = [
  ...asking,
  ...acknowledging,
  ...identity,
  ...assertions,
  ...sessions,
  ...steppingUp,
  ...accounts,
  ...changingAddresses,
  ...changingContacts,
  ...claimingRecords,
  ...keepingPasskeys,
  ...partnersAccess,
  ...sharingTime,
  ...askingWithoutAccount,
  ...relationships,
  ...conflictsOfInterest,
  ...narrowing,
  ...administeringStaff,
  ...planning,
  ...entering,
  ...guarding,
  ...listing,
  ...counting,
  ...erasing,
  ...queuing,
  ...requesting,
  ...operating,
  ...ownDisclosures,
  ...preparing,
  ...budgeting,
  ...limiting,
  ...checkingIdentities,
  ...findingByCard,
  ...keepingDays,
  ...tellingTime,
  ...repeating,
  ...paying,
  ...logging,
  ...storing,
  ...keepingTheLog,
  ...telling,
  ...tellingAboutReads,
  ...looking,
  ...answering,
  ...reporting,
  ...servingClients,
  ...caching,
  ...showing,
  ...verifying,
  ...publishing,
  ...livingElsewhere,
  ...puncturing,
  ...starting,
  ...workers,
];

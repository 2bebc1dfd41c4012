import { accounts } from './list/identity/accounts.ts';
import { acknowledging } from './list/engine/acknowledging.ts';
import { administeringStaff } from './list/town/staff/administering-staff.ts';
import { answering } from './list/server/answering.ts';
import { assertions } from './list/identity/assertions.ts';
import { asking } from './list/server/asking.ts';
import { askingWithoutAccount } from './list/town/requests/asking-without-account.ts';
import { budgeting } from './list/engine/budgeting.ts';
import { caching } from './list/client/caching.ts';
import { changingAddresses } from './list/identity/changing-addresses.ts';
import { changingContacts } from './list/town/people/changing-contacts.ts';
import { claimingRecords } from './list/town/people/claiming-records.ts';
import { checkingIdentities } from './list/town/counter/checking-identities.ts';
import { conflictsOfInterest } from './list/town/access/conflicts-of-interest.ts';
import { counting } from './list/town/rows/counting.ts';
import { entering } from './list/engine/entering.ts';
import { erasing } from './list/town/requests/erasing.ts';
import { identity } from './list/identity/identity.ts';
import { sessions } from './list/identity/sessions.ts';
import { findingByCard } from './list/town/counter/finding-by-card.ts';
import { guarding } from './list/engine/guarding.ts';
import { limiting } from './list/platform/limiting.ts';
import { listing } from './list/town/services/listing.ts';
import { logging } from './list/server/logging.ts';
import { keepingDays } from './list/town/people/keeping-days.ts';
import { keepingTheLog } from './list/log/keeping-the-log.ts';
import { tellingTime } from './list/web/telling-time.ts';
import { keepingPasskeys } from './list/identity/keeping-passkeys.ts';
import { livingElsewhere } from './list/town/history/living-elsewhere.ts';
import { looking } from './list/town/history/looking.ts';
import type { Sabotage } from './patch.ts';
import { narrowing } from './list/engine/narrowing.ts';
import { operating } from './list/server/operating.ts';
import { ownDisclosures } from './list/town/history/own-disclosures.ts';
import { paying } from './list/town/services/paying.ts';
import { planning } from './list/engine/planning.ts';
import { preparing } from './list/platform/preparing.ts';
import { partnersAccess } from './list/identity/partners-access.ts';
import { puncturing } from './list/log/puncturing.ts';
import { publishing } from './list/log/publishing.ts';
import { queuing } from './list/town/rows/queuing.ts';
import { relationships } from './list/town/access/relationships.ts';
import { repeating } from './list/town/rows/repeating.ts';
import { library } from './list/server/library.ts';
import { servingClients } from './list/server/serving-clients.ts';
import { requesting } from './list/town/requests/requesting.ts';
import { reporting } from './list/server/reporting.ts';
import { showing } from './list/web/showing.ts';
import { sharingTime } from './list/server/sharing-time.ts';
import { starting } from './list/server/starting.ts';
import { steppingUp } from './list/engine/stepping-up.ts';
import { storing } from './list/log/storing.ts';
import { workers } from './list/server/workers.ts';
import { telling } from './list/town/history/telling.ts';
import { tellingAboutReads } from './list/town/history/telling-about-reads.ts';
import { verifying } from './list/log/verifying.ts';

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
  ...library,
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

import type { Resolvers } from './generated.ts';
import { accessHistory } from './access-history.ts';
import { accessLog } from './access-log.ts';
import { accounts } from './accounts.ts';
import { cards } from './cards.ts';
import { claimCodes } from './claim-codes.ts';
import { colleagues } from './colleagues.ts';
import { encounters } from './encounters.ts';
import { erasures } from './erasures.ts';
import { households } from './households.ts';
import { identityChecks } from './identity-checks.ts';
import { logProofs } from './log-proofs.ts';
import { mandates } from './mandates.ts';
import { ownMandate } from './own-mandate.ts';
import { partnerClients } from './partner-clients.ts';
import { partners } from './partners.ts';
import { payments } from './payments.ts';
import { policy } from './policy.ts';
import { privacyStatement } from './privacy-statement.ts';
import { purposeTexts } from './purpose-texts.ts';
import { requestMutations } from './privacy-request-mutations.ts';
import { requests } from './privacy-requests.ts';
import { residentMutations } from './resident-mutations.ts';
import { residents } from './residents.ts';
import { scalars } from './scalars.ts';
import { services } from './services.ts';
import { staff } from './staff.ts';
import { ticketMutations } from './ticket-mutations.ts';
import { tickets } from './tickets.ts';
import { webVisits } from './web-visits.ts';
import { whoMayLook } from './who-may-look.ts';

/** The resolvers, one map per schema file. */
export const resolvers: readonly Resolvers[] = [
  scalars,
  residents,
  accounts,
  payments,
  households,
  policy,
  privacyStatement,
  purposeTexts,
  residentMutations,
  services,
  webVisits,
  accessLog,
  logProofs,
  accessHistory,
  whoMayLook,
  encounters,
  cards,
  claimCodes,
  identityChecks,
  mandates,
  requestMutations,
  requests,
  ticketMutations,
  tickets,
  colleagues,
  staff,
  ownMandate,
  partners,
  partnerClients,
  erasures,
];

import type { Resolvers } from './generated/resolvers.ts';
import { accessHistory } from '../../history/access-history-resolvers.ts';
import { accessLog } from '../../history/log/access-log-resolvers.ts';
import { accounts } from '../../services/payments/account-resolvers.ts';
import { cards } from '../../counter/card-resolvers.ts';
import { claimCodes } from '../../people/claims/claim-code-resolvers.ts';
import { colleagues } from '../../staff/colleague-resolvers.ts';
import { encounters } from '../../counter/encounter-resolvers.ts';
import { erasures } from '../../requests/erasures/erasure-resolvers.ts';
import { households } from '../../people/household-resolvers.ts';
import { identityChecks } from '../../counter/identity-check-resolvers.ts';
import { logProofs } from '../../history/log/log-proof-resolvers.ts';
import { mandates } from '../../mandates/mandate-resolvers.ts';
import { ownMandate } from '../../mandates/own-mandate-resolvers.ts';
import { partnerClients } from '../../mandates/partners/partner-client-resolvers.ts';
import { partners } from '../../mandates/partners/partner-resolvers.ts';
import { payments } from '../../services/payments/payment-resolvers.ts';
import { policy } from '../../statement/policy-resolvers.ts';
import { privacyStatement } from '../../statement/privacy-statement-resolvers.ts';
import { purposeTexts } from '../../statement/purpose-text-resolvers.ts';
import { requestMutations } from '../../requests/privacy-request-mutations.ts';
import { requests } from '../../requests/privacy-request-resolvers.ts';
import { residentMutations } from '../../people/resident-mutations.ts';
import { residents } from '../../people/resident-resolvers.ts';
import { scalars } from './scalars.ts';
import { services } from '../../services/service-resolvers.ts';
import { staff } from '../../staff/staff-resolvers.ts';
import { ticketMutations } from '../../helpdesk/tickets/ticket-mutations.ts';
import { tickets } from '../../helpdesk/tickets/ticket-resolvers.ts';
import { webVisits } from '../../services/visits/web-visit-resolvers.ts';
import { whoMayLook } from '../../history/who-may-look-resolvers.ts';

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

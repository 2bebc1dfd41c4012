import { Account } from '../services/payments/account-entity.ts';
import { Encounter } from '../counter/encounter-entity.ts';
import { Mandate } from '../mandates/mandate-entity.ts';
import { MandateApproval } from '../mandates/mandate-approval-entity.ts';
import { MandateSeal } from '../mandates/seals/mandate-seal-entity.ts';
import { MandateSealApproval } from '../mandates/seals/mandate-seal-approval-entity.ts';
import { MandateSubject } from '../mandates/mandate-subject-entity.ts';
import { Purchase } from '../services/purchases/purchase-entity.ts';
import { PrivacyRequest } from '../requests/privacy-request-entity.ts';
import { PrivacyRequestMessage, TicketMessage } from '../helpdesk/messages-entity.ts';
import { Resident } from '../people/resident-entity.ts';
import { Ticket } from '../helpdesk/ticket-entity.ts';

/** The entities of the tables that mutations write. Reads for the API select plain rows instead: see README.md. */
export const entities = [
  Account,
  Encounter,
  Mandate,
  MandateApproval,
  MandateSeal,
  MandateSealApproval,
  MandateSubject,
  Purchase,
  PrivacyRequest,
  PrivacyRequestMessage,
  Resident,
  Ticket,
  TicketMessage,
];

import { Account } from './entities/account.ts';
import { Encounter } from './entities/encounter.ts';
import { Mandate } from './entities/mandate.ts';
import { MandateApproval } from './entities/mandate-approval.ts';
import { MandateSeal } from './entities/mandate-seal.ts';
import { MandateSealApproval } from './entities/mandate-seal-approval.ts';
import { MandateSubject } from './entities/mandate-subject.ts';
import { Purchase } from './entities/purchase.ts';
import { PrivacyRequest } from './entities/privacy-request.ts';
import { PrivacyRequestMessage, TicketMessage } from './entities/messages.ts';
import { Resident } from './entities/resident.ts';
import { Ticket } from './entities/ticket.ts';

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

import type { RootFieldLine } from '../../../engine/policy/declaration/lines.ts';
import type { Purpose, Role } from '../../shared/graphql/generated/schema.ts';
import { claimLines } from './claim-lines.ts';
import { erasureLines } from './erasure-lines.ts';
import { partnerRoles, partners } from '../partners/partners.ts';
import {
  byCode,
  counter,
  counterSearch,
  entries,
  log,
  mandatesAndPartners,
  ofStatement,
  people,
  requests,
  staffChanges,
  tickets,
  webVisits,
  withoutAccount,
} from '../words/field-groups.ts';
import { endsAccess, givesAccess } from '../partners/partner-access-fields.ts';
import { employeeRoles } from '../words/roles.ts';

// A receipt tells nothing new about a person: it belongs to an answer that the same principal got.
const receiptLine = (role: Role, purposes: readonly Purpose[]): RootFieldLine => ({
  fields: ['Query.accessReceipt'],
  role,
  purposes,
  scope: 'OPEN',
  clause: 'safeguards',
});

// A mandate that names no data subjects opens no records of residents.
const partnerLines = partnerRoles.map((role): RootFieldLine => {
  const { purpose, namesSubjects, clause } = partners[role];
  const fields = ['Query.mandate', 'Query.myMandate', ...(namesSubjects ? people : [])];
  return { fields, role, purposes: [purpose], scope: 'MANDATE', clause };
});

/** The root fields: who may read and change what. No line means no. */
export const rootFieldLines: readonly RootFieldLine[] = [
  { fields: ['Query.services', 'Query.service'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'willing' },
  { fields: ['Query.privacyStatement'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'changes' },
  { fields: ['Query.policy'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'safeguards' },

  // Residents, for themselves and for the minors in their care
  { fields: ['Query.me', 'Query.whoMayLook'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'SELF', clause: 'rights' },
  { fields: people, role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'FAMILY', clause: 'rights' },
  {
    fields: ['Query.accounts', ...tickets, ...requests, ...log],
    role: 'RESIDENT',
    purposes: ['SELF_SERVICE'],
    scope: 'CARE',
    clause: 'rights',
  },
  { fields: ofStatement, role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'OPEN', clause: 'changes' },
  { fields: ['Mutation.registerResident'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'SELF', clause: 'willing' },
  { fields: ['Mutation.updateContact'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'CARE', clause: 'identity' },
  { fields: ['Mutation.purchase'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'CARE', clause: 'willing' },
  { fields: ['Mutation.replaceCard'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'CARE', clause: 'safeguards' },
  {
    fields: ['Mutation.openTicket', 'Mutation.replyToTicket', 'Mutation.closeTicket', 'Mutation.reopenTicket'],
    role: 'RESIDENT',
    purposes: ['SELF_SERVICE'],
    scope: 'SELF',
    clause: 'helpdesk',
  },
  { fields: ['Mutation.markTicketRead'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'CARE', clause: 'helpdesk' },
  {
    fields: ['Mutation.fileRequest', 'Mutation.replyToRequest', 'Mutation.withdrawRequest', 'Mutation.reopenRequest'],
    role: 'RESIDENT',
    purposes: ['SELF_SERVICE'],
    scope: 'CARE',
    clause: 'rights',
  },
  { fields: withoutAccount, role: 'ANONYMOUS', purposes: 'ANY', scope: 'OPEN', clause: 'contact' },
  // The code of the receipt proves whose request it is.
  { fields: byCode, role: 'ANONYMOUS', purposes: ['SELF_SERVICE'], scope: 'SELF', clause: 'contact' },

  // The counter
  { fields: counterSearch, role: 'CUSTOMER_SERVICE', purposes: ['SERVICE_PROVISION'], scope: 'ALL', clause: 'access' },
  { fields: people, role: 'CUSTOMER_SERVICE', purposes: ['PAYMENT', 'AGE_VERIFICATION'], scope: 'ENCOUNTER', clause: 'access' },
  { fields: ['Query.accounts'], role: 'CUSTOMER_SERVICE', purposes: ['PAYMENT'], scope: 'ENCOUNTER', clause: 'access' },
  {
    fields: ['Query.currentCase', 'Mutation.endEncounter'],
    role: 'CUSTOMER_SERVICE',
    purposes: counter,
    scope: 'ENCOUNTER',
    clause: 'access',
  },
  {
    fields: ['Query.openEncounter', 'Mutation.startEncounter', 'Mutation.changeEncounterPurpose'],
    role: 'CUSTOMER_SERVICE',
    purposes: counter,
    scope: 'ALL',
    clause: 'access',
  },
  { fields: ['Mutation.replaceCard'], role: 'CUSTOMER_SERVICE', purposes: ['SERVICE_PROVISION'], scope: 'ENCOUNTER', clause: 'safeguards' },
  ...claimLines,
  // Its inputs are compared with values that the counter may not read, so it has a separate budget.
  { fields: ['Mutation.confirmIdentity'], role: 'CUSTOMER_SERVICE', purposes: ['SERVICE_PROVISION'], scope: 'ALL', clause: 'access' },
  { fields: ['Mutation.registerResident'], role: 'CUSTOMER_SERVICE', purposes: ['SERVICE_PROVISION'], scope: 'ALL', clause: 'willing' },
  {
    fields: ['Mutation.updateContact', 'Mutation.purchase'],
    role: 'CUSTOMER_SERVICE',
    purposes: ['SERVICE_PROVISION', 'PAYMENT'],
    scope: 'ENCOUNTER',
    clause: 'willing',
  },
  {
    fields: ['Mutation.recordPayment'],
    role: 'CUSTOMER_SERVICE',
    purposes: ['PAYMENT'],
    scope: 'ENCOUNTER',
    needs: 'BALANCE', // Its refusal of more than is owed tells the balance.
    clause: 'willing',
  },

  // The helpdesk
  { fields: people, role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'ASSIGNED_TICKET', clause: 'helpdesk' },
  { fields: tickets, role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'QUEUE', clause: 'helpdesk' },
  { fields: ['Query.colleagues'], role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'ALL', clause: 'helpdesk' },
  {
    fields: ['Query.currentCase', 'Mutation.openTicket', 'Mutation.replyToTicket', 'Mutation.markTicketSensitive'],
    role: 'SUPPORT',
    purposes: ['CUSTOMER_SUPPORT'],
    scope: 'ASSIGNED_TICKET',
    clause: 'helpdesk',
  },
  {
    fields: ['Mutation.assignTicket', 'Mutation.closeTicket'],
    role: 'SUPPORT',
    purposes: ['CUSTOMER_SUPPORT'],
    scope: 'QUEUE',
    clause: 'helpdesk',
  },

  // The privacy officer
  {
    fields: [...people, 'Query.accounts', ...tickets, 'Query.currentCase', ...entries, 'Mutation.replyToRequest'],
    role: 'PRIVACY_OFFICER',
    purposes: ['RIGHTS_FULFILMENT'],
    scope: 'OPEN_REQUEST',
    clause: 'rights',
  },
  {
    fields: [...requests, 'Mutation.assignRequest', 'Mutation.answerRequest', 'Mutation.reopenRequest'],
    role: 'PRIVACY_OFFICER',
    purposes: ['RIGHTS_FULFILMENT'],
    scope: 'QUEUE',
    clause: 'rights',
  },
  { fields: ['Query.colleagues'], role: 'PRIVACY_OFFICER', purposes: ['RIGHTS_FULFILMENT'], scope: 'ALL', clause: 'rights' },
  ...erasureLines,
  { fields: ['Query.employees'], role: 'PRIVACY_OFFICER', purposes: ['RIGHTS_FULFILMENT'], scope: 'ALL', clause: 'safeguards' },
  { fields: [...log, 'Query.identifications'], role: 'PRIVACY_OFFICER', purposes: ['ACCESS_REVIEW'], scope: 'ALL', clause: 'safeguards' },
  {
    fields: [...people, 'Query.accounts', ...mandatesAndPartners, ...endsAccess],
    role: 'PRIVACY_OFFICER',
    purposes: ['MANDATE_ADMINISTRATION'],
    scope: 'ALL',
    clause: 'sharing',
  },
  {
    fields: givesAccess,
    role: 'PRIVACY_OFFICER',
    purposes: ['MANDATE_ADMINISTRATION'],
    scope: 'ALL',
    freshProof: true,
    clause: 'sharing',
  },
  { fields: ['Query.sealsToReview'], role: 'PRIVACY_OFFICER', purposes: ['MANDATE_ADMINISTRATION'], scope: 'ALL', clause: 'police' },
  {
    fields: ['Mutation.extendSeal', 'Mutation.approveSeal'],
    role: 'PRIVACY_OFFICER',
    purposes: ['MANDATE_ADMINISTRATION'],
    scope: 'ALL',
    freshProof: true,
    clause: 'police',
  },

  // Security
  { fields: webVisits, role: 'SECURITY', purposes: ['WEBSITE_SECURITY'], scope: 'ALL', clause: 'telemetry' },

  // The administrator of the staff, who sees only employees
  { fields: ['Query.employees'], role: 'STAFF_ADMINISTRATOR', purposes: ['STAFF_ADMINISTRATION'], scope: 'ALL', clause: 'safeguards' },
  {
    fields: staffChanges,
    role: 'STAFF_ADMINISTRATOR',
    purposes: ['STAFF_ADMINISTRATION'],
    scope: 'ALL',
    freshProof: true,
    clause: 'safeguards',
  },

  // The text about a purpose, and its acknowledgement by an employee
  { fields: ['Query.purposeTexts'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'safeguards' },
  ...employeeRoles.map((role): RootFieldLine => ({
    fields: ['Mutation.acknowledgePurpose'],
    role,
    purposes: 'ANY',
    scope: 'OPEN',
    clause: 'safeguards',
  })),

  // Partners
  ...partnerLines,
  {
    fields: ['Query.accounts'],
    role: 'COLLECTION_AGENCY',
    purposes: ['DEBT_COLLECTION'],
    scope: 'MANDATE',
    needs: 'OVERDUE',
    clause: 'collections',
  },
  { fields: tickets, role: 'LAW_ENFORCEMENT', purposes: ['LEGAL_DEMAND'], scope: 'MANDATE', needs: 'SUPPORT_HISTORY', clause: 'police' },
  { fields: log, role: 'CONTROL_AGENCY', purposes: ['CONTROL_AUDIT'], scope: 'MANDATE', needs: 'ACCESS_HISTORY', clause: 'control' },

  // Everyone who has answers in the log
  receiptLine('RESIDENT', ['SELF_SERVICE']),
  receiptLine('CUSTOMER_SERVICE', counter),
  receiptLine('SUPPORT', ['CUSTOMER_SUPPORT']),
  receiptLine('PRIVACY_OFFICER', ['RIGHTS_FULFILMENT', 'ACCESS_REVIEW', 'MANDATE_ADMINISTRATION']),
  receiptLine('SECURITY', ['WEBSITE_SECURITY']),
  receiptLine('STAFF_ADMINISTRATOR', ['STAFF_ADMINISTRATION']),
  ...partnerRoles.map((role) => receiptLine(role, [partners[role].purpose])),
];

/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What to look for among the access entries that the caller may read. An entry has all of it. */
export type AccessEntryFilter = {
  /** At this instant or later. */
  from?: string | null | undefined;
  /** True: of what happened with an account (`AccessKind.ACCOUNT_USED`), such as a sign-in. False: of reads and changes. */
  ofAccount?: boolean | null | undefined;
  /** Ended so. */
  outcome?: AccessOutcome | null | undefined;
  /** Read for this purpose. */
  purpose?: Purpose | null | undefined;
  /** Read in this role. */
  role?: Role | null | undefined;
  /** Before this instant. */
  until?: string | null | undefined;
};

/** What a read showed of a person, or that none did. */
export type AccessKind =
  /** Nothing was read: somebody signed in to the person's account, tried to, or changed how one signs in to it. */
  | 'ACCOUNT_USED'
  /** The person was in a list or a search result, and the reader had no relationship to the person. */
  | 'APPEARED_IN_SEARCH'
  /** What some entries said about the person was erased from the log: `erasureRule` and `erasedEntries` say more. */
  | 'ENTRIES_ERASED'
  /** The person's record was opened, or a list about the person. */
  | 'RECORD_OPENED';

/** What can make a read necessary. */
export type AccessNeedKind =
  /** The person, or an adult of the same home, was being served. */
  | 'ENCOUNTER'
  /** The legal authority of a partner. */
  | 'MANDATE'
  /** A request to the privacy officer. */
  | 'REQUEST'
  /** A question to the helpdesk. */
  | 'TICKET';

/** How an operation ended. */
export type AccessOutcome =
  /** An answer was released. */
  | 'ANSWERED'
  /** Nothing was released, because something broke. */
  | 'FAILED'
  /** Nothing was released, because the operation was refused. */
  | 'REFUSED';

/** A whole address in Canada. */
export type AddressInput = {
  /** A city, town or village: one line of at most 100 characters. */
  locality: string;
  /** A Canadian postal code, such as T5J 2R7; the space may be left out. */
  postalCode: string;
  /** The two-letter code of a province or territory. */
  province: string;
  /** Number and street, or a box: one line of at most 200 characters. */
  street: string;
};

/** A range of ages in years. */
export type AgeBand =
  /** 6 to 12 years. */
  | 'FROM_6_TO_12'
  /** 13 to 17 years. */
  | 'FROM_13_TO_17'
  /** 18 to 29 years. */
  | 'FROM_18_TO_29'
  /** 30 to 44 years. */
  | 'FROM_30_TO_44'
  /** 45 to 64 years. */
  | 'FROM_45_TO_64'
  /** 65 years and more. */
  | 'FROM_65'
  /** Up to 5 years. */
  | 'UNDER_6';

/** What a guardian may see of a minor beyond the ordinary. */
export type CareArea =
  /** Where the minor lives. */
  | 'ADDRESS'
  /** With whom the minor lives. */
  | 'HOUSEHOLD'
  /** What the minor asks the helpdesk. */
  | 'SUPPORT_HISTORY';

/** What kind of personal information a coordinate holds. */
export type DataCategory =
  /** Who looked at whom, and why. */
  | 'ACCESS_HISTORY'
  /** Street and postal code. */
  | 'ADDRESS'
  /** A range of ages. */
  | 'AGE'
  /** What somebody owes or has paid ahead. */
  | 'BALANCE'
  /** The exact date. */
  | 'BIRTH_DATE'
  /** What was visited or downloaded, and when. */
  | 'BROWSING'
  /** The number of a membership card. */
  | 'CARD_NUMBER'
  /** Passwords. No field holds one. */
  | 'CREDENTIAL'
  /** Whether credit is being verified. */
  | 'CREDIT'
  /** The browser and platform of a visit. */
  | 'DEVICE'
  /** A whole mail address. */
  | 'EMAIL'
  /** The first letter of a mail address. */
  | 'EMAIL_HINT'
  /** Who an employee is. */
  | 'EMPLOYEE_IDENTITY'
  /** What an employee may act as, since when, and until when somebody must confirm it. */
  | 'EMPLOYEE_ROLES'
  /** The mail address of an employee at work, and when the employee came and left. */
  | 'EMPLOYMENT'
  /** That somebody is on record. */
  | 'EXISTENCE'
  /** Since when names, contact details, card, household and guardianships are unchanged. */
  | 'HELD_SINCE'
  /** Who lives with whom, and who is in whose care. */
  | 'HOUSEHOLD'
  /** A hint of a name. */
  | 'INITIALS'
  /** City, town or village, and province. */
  | 'LOCALITY'
  /** Given name and family name. */
  | 'NAME'
  /** The IP address of a visit to the website. */
  | 'NETWORK_ADDRESS'
  /** The part of a debt that is past its due date. */
  | 'OVERDUE'
  /** What somebody bought. */
  | 'PURCHASE'
  /** What somebody asked, and what was answered. */
  | 'SUPPORT_HISTORY'
  /** A whole telephone number. */
  | 'TELEPHONE'
  /** The last two digits of a telephone number. */
  | 'TELEPHONE_HINT'
  /** A mail address that nobody has proven yet. */
  | 'WAITING_EMAIL';

/** A request to the privacy officer. */
export type FileRequestInput = {
  /** The text, of at most 4,000 characters. */
  body: string;
  /** The code that sendContactCode mailed to contactEmail for this kind and body. A sender without an account must give it. */
  contactCode?: string | null | undefined;
  /** Where to answer a sender without an account, who must give it. */
  contactEmail?: string | null | undefined;
  /** For ACCESS_QUESTIONED, and for it alone: an access entry about oneself or a minor in one's care. */
  entryId?: string | number | null | undefined;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** What is asked. Without an account: QUESTION, COMMENT or COMPLAINT. */
  kind: PrivacyRequestKind;
  /** The `Resident.id` of a minor in one's care whose request it is; left out: the principal. Not together with `entryId`. */
  residentId?: string | number | null | undefined;
};

/** The legal authority that a partner acts under. Each kind is for one partner role. */
export type MandateKind =
  /** For a control agency. */
  | 'AUDIT_ENGAGEMENT'
  /** For law enforcement. It can seal reads for a time. */
  | 'COURT_ORDER'
  /** For a credit reporting agency, while the check is open. */
  | 'CREDIT_CHECK'
  /** For a collection agency, while the debt is overdue. */
  | 'DEBT_ASSIGNMENT'
  /** For a maintenance agent. */
  | 'WORK_ORDER';

/** What has been read of a ticket. */
export type MarkTicketReadInput = {
  /** The `TicketMessage.sentAt` of the newest message that was shown. A message that came since stays unread. */
  readUntil: string;
  /** The `Ticket.id` of an own ticket, or of one of a minor in care. */
  ticketId: string | number;
};

/** A question to the helpdesk. */
export type OpenTicketInput = {
  /** The text, of at most 4,000 characters. */
  body: string;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** Whether it is kept from the guardians of a minor who asks. */
  sensitive?: boolean | null | undefined;
  /** The question in one line of at most 200 characters. */
  subject: string;
  /** What it is about. The queue shows it to the whole helpdesk. */
  topic: TicketTopic;
};

/** How somebody paid at the counter. Nothing of a payment card is kept. */
export type PaymentMethod =
  /** By debit or credit card, at the terminal. */
  | 'CARD'
  /** In cash. */
  | 'CASH';

/** What a person can ask of the privacy officer. */
export type PrivacyRequestKind =
  /** To see everything that is held about oneself. */
  | 'ACCESS'
  /** Questions one entry of the access log. */
  | 'ACCESS_QUESTIONED'
  /** To say something. It needs no account. */
  | 'COMMENT'
  /** To complain. It needs no account. */
  | 'COMPLAINT'
  /** To have something corrected. */
  | 'CORRECTION'
  /** To ask something. It needs no account. */
  | 'QUESTION';

/** How far a request is. */
export type PrivacyRequestStatus =
  /** It is answered and closed. */
  | 'ANSWERED'
  /** It awaits an answer. */
  | 'OPEN'
  /** It was taken back before it was answered, and is closed. */
  | 'WITHDRAWN';

/** Whether a person may buy a service. */
export type PurchaseAnswer =
  /** Nothing stands in the way of the purchase. */
  | 'MAY_BUY'
  /** The service has a minimum age, and the person has not reached it. */
  | 'TOO_YOUNG';

/** What to buy, for whom. */
export type PurchaseInput = {
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** From 1 to 100. */
  quantity?: number | null | undefined;
  /** The `Resident.id`, as the caller knows it. */
  residentId: string | number;
  /** The `Service.id` from the catalogue. */
  serviceId: string | number;
};

/** Why the principal asks. */
export type Purpose =
  /** To review who looked at what, with people under pseudonyms. */
  | 'ACCESS_REVIEW'
  /** To check an age. */
  | 'AGE_VERIFICATION'
  /** To audit who looked at what, with people under pseudonyms. */
  | 'CONTROL_AUDIT'
  /** To verify credit. */
  | 'CREDIT_VERIFICATION'
  /** To help with a question to the helpdesk. */
  | 'CUSTOMER_SUPPORT'
  /** To collect an overdue debt. */
  | 'DEBT_COLLECTION'
  /** To comply with a legal demand. */
  | 'LEGAL_DEMAND'
  /** To maintain the system. */
  | 'MAINTENANCE'
  /** To prepare a lawful disclosure. */
  | 'MANDATE_ADMINISTRATION'
  /** To take or explain a payment. */
  | 'PAYMENT'
  /** To answer a request about personal information. */
  | 'RIGHTS_FULFILMENT'
  /** To manage one's own affairs. */
  | 'SELF_SERVICE'
  /** To provide a service that somebody asked for. */
  | 'SERVICE_PROVISION'
  /** To administer which employee has which role. */
  | 'STAFF_ADMINISTRATION'
  /** To keep the website safe. */
  | 'WEBSITE_SECURITY';

/** How a principal is related to a data subject now. */
export type Relationship =
  /** The data subject asked the ticket that is assigned to the principal. */
  | 'ASSIGNED_TICKET'
  /** The principal is serving the data subject, or an adult of a minor's home. */
  | 'ENCOUNTER'
  /** The data subject is a minor in the principal's care. */
  | 'GUARDIAN'
  /** Both are adults who live together. */
  | 'HOUSEHOLD'
  /** The principal's mandate covers the data subject. */
  | 'MANDATE'
  /** No other relationship holds. */
  | 'NONE'
  /** The data subject filed the request that the principal is answering. */
  | 'OPEN_REQUEST'
  /** They are the same person. */
  | 'SELF';

/** An answered request that is opened again. */
export type ReopenRequestInput = {
  /** Why: it becomes a message of at most 4,000 characters. */
  body: string;
  /** The `PrivacyRequest.id` of an answered request. */
  requestId: string | number;
};

/** A message about a request. */
export type ReplyToRequestInput = {
  /** The text, of at most 4,000 characters. */
  body: string;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** The `PrivacyRequest.id` of an open request. */
  requestId: string | number;
};

/** A message to add. */
export type ReplyToTicketInput = {
  /** The text, of at most 4,000 characters. */
  body: string;
  /** The `Ticket.id` of an open ticket. */
  ticketId: string | number;
};

/** What the principal is to the municipality. */
export type Role =
  /** Nobody in particular: a client without a token. */
  | 'ANONYMOUS'
  /** A company that collects overdue debts. */
  | 'COLLECTION_AGENCY'
  /** A body that audits the municipality. */
  | 'CONTROL_AGENCY'
  /** A company that verifies credit. */
  | 'CREDIT_REPORTING_AGENCY'
  /** An employee who serves people at the counter or on the phone. */
  | 'CUSTOMER_SERVICE'
  /** A police service, or another body that enforces the law. */
  | 'LAW_ENFORCEMENT'
  /** A company that maintains the system. */
  | 'MAINTENANCE_AGENT'
  /** An employee who answers requests, prepares lawful disclosures or reviews the access log. */
  | 'PRIVACY_OFFICER'
  /** A person on record who acts for themselves or for those in their care. */
  | 'RESIDENT'
  /** An employee who keeps the website safe. */
  | 'SECURITY'
  /** An employee who administers which colleague has which role. */
  | 'STAFF_ADMINISTRATOR'
  /** An employee of the helpdesk. */
  | 'SUPPORT';

/** Whether the helpdesk is done with a ticket. */
export type TicketStatus =
  /** Nobody can reply any more. */
  | 'CLOSED'
  /** It awaits an answer or a closing. */
  | 'OPEN';

/** What a question to the helpdesk is about. */
export type TicketTopic =
  /** Anything else. */
  | 'OTHER'
  /** Prices, bills and refunds. */
  | 'PAYMENT'
  /** Being put on record, or enrolling. */
  | 'REGISTRATION'
  /** Accounts and passwords. */
  | 'SIGNING_IN'
  /** Pages that do not work. */
  | 'WEBSITE';

/** What is left out stays as it is; null removes it. */
export type UpdateContactInput = {
  /** The whole address, also where only a part of it changes. */
  address?: AddressInput | null | undefined;
  /** A mail address (RFC 5321) of at most 254 characters. It is on record once the link is opened that is mailed to it, and is `waitingEmail` until then. Where there is none, one that an employee gives is on record at once. The old one is told. */
  email?: string | null | undefined;
  /** E.164, such as +17805550100. */
  mobilePhone?: string | null | undefined;
  /** E.164, such as +17805550100. */
  phone?: string | null | undefined;
  /** The `Resident.id`, as the caller knows it. */
  residentId: string | number;
};

export type ChangeContactMutationVariables = Exact<{
  input: UpdateContactInput;
}>;


export type ChangeContactMutation = { __typename: 'Mutation', updateContact: { __typename: 'UpdateContactPayload', resident: { __typename: 'Resident', id: string | null } | null } | null };

export type ReplaceCardMutationVariables = Exact<{
  residentId: string | number;
}>;


export type ReplaceCardMutation = { __typename: 'Mutation', replaceCard: { __typename: 'ReplaceCardPayload', resident: { __typename: 'Resident', id: string | null, cardNumber: string | null } | null } | null };

export type FamilyQueryVariables = Exact<{ [key: string]: never; }>;


export type FamilyQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, guardianships: Array<{ __typename: 'Guardianship', id: string | null, areas: Array<CareArea> | null, since: string | null, minor: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, identitySince: string | null, email: string | null, phone: string | null, mobilePhone: string | null, contactSince: string | null, address: { __typename: 'Address', street: string | null, locality: string | null, province: string | null, postalCode: string | null } | null, household: { __typename: 'Household', id: string | null, members: Array<{ __typename: 'HouseholdMember', id: string | null, residentId: string | null, givenName: string | null, familyName: string | null }> | null } | null, account: { __typename: 'Account', balance: string | null, overdueAmount: string | null, overdueSince: string | null } | null, purchases: { __typename: 'PurchaseConnection', totalCount: number | null, edges: Array<{ __typename: 'PurchaseEdge', node: { __typename: 'Purchase', id: string | null, quantity: number | null, amount: string | null, purchasedAt: string | null, validFrom: string | null, validUntil: string | null, service: { __typename: 'Service', id: string | null, name: string } | null } | null }> | null } | null } | null }> | null } | null };

export type OwnAgeBandQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAgeBandQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, ageBand: AgeBand | null } | null };

export type OpenTicketMutationVariables = Exact<{
  input: OpenTicketInput;
}>;


export type OpenTicketMutation = { __typename: 'Mutation', openTicket: { __typename: 'TicketPayload', ticket: { __typename: 'Ticket', id: string | null, number: string } | null } | null };

export type OwnTicketQueryVariables = Exact<{
  id: string | number;
}>;


export type OwnTicketQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null } | null, ticket: { __typename: 'Ticket', id: string | null, number: string, topic: TicketTopic, status: TicketStatus, subject: string | null, sensitive: boolean | null, unreadSince: string | null, requester: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null, messages: Array<{ __typename: 'TicketMessage', id: string | null, body: string | null, sentAt: string | null, fromStaff: boolean | null }> | null } | null };

export type MarkTicketReadMutationVariables = Exact<{
  input: MarkTicketReadInput;
}>;


export type MarkTicketReadMutation = { __typename: 'Mutation', markTicketRead: { __typename: 'TicketPayload', ticket: { __typename: 'Ticket', id: string | null, unreadSince: string | null } | null } | null };

export type OwnTicketsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnTicketsQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null } | null, tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', node: { __typename: 'Ticket', id: string | null, number: string, topic: TicketTopic, status: TicketStatus, openedAt: string, closedAt: string | null, subject: string | null, unreadSince: string | null, requester: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type ReplyToTicketMutationVariables = Exact<{
  input: ReplyToTicketInput;
}>;


export type ReplyToTicketMutation = { __typename: 'Mutation', replyToTicket: { __typename: 'TicketPayload', ticket: { __typename: 'Ticket', id: string | null, messages: Array<{ __typename: 'TicketMessage', id: string | null }> | null } | null } | null };

export type CloseTicketMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseTicketMutation = { __typename: 'Mutation', closeTicket: { __typename: 'TicketPayload', ticket: { __typename: 'Ticket', id: string | null, status: TicketStatus } | null } | null };

export type ReopenTicketMutationVariables = Exact<{
  id: string | number;
}>;


export type ReopenTicketMutation = { __typename: 'Mutation', reopenTicket: { __typename: 'TicketPayload', ticket: { __typename: 'Ticket', id: string | null, status: TicketStatus } | null } | null };

export type LogProofQueryVariables = Exact<{
  entry: string | number;
}>;


export type LogProofQuery = { __typename: 'Query', accessLog: { __typename: 'AccessLog', inclusionProof: { __typename: 'InclusionProof', leafHash: string, proof: string } | null } | null };

export type MyInformationQueryVariables = Exact<{ [key: string]: never; }>;


export type MyInformationQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, cardNumber: string | null, cardSince: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, identitySince: string | null, email: string | null, waitingEmail: string | null, phone: string | null, mobilePhone: string | null, contactSince: string | null, address: { __typename: 'Address', street: string | null, locality: string | null, province: string | null, postalCode: string | null } | null, household: { __typename: 'Household', id: string | null, since: string | null, members: Array<{ __typename: 'HouseholdMember', id: string | null, residentId: string | null, givenName: string | null, familyName: string | null }> | null } | null, guardianships: Array<{ __typename: 'Guardianship', id: string | null, since: string | null, minor: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null }> | null, account: { __typename: 'Account', id: string | null, balance: string | null, overdueAmount: string | null, overdueSince: string | null, creditCheckOpen: boolean | null } | null, purchases: { __typename: 'PurchaseConnection', totalCount: number | null, edges: Array<{ __typename: 'PurchaseEdge', node: { __typename: 'Purchase', id: string | null, purchasedAt: string | null } | null }> | null } | null, payments: { __typename: 'PaymentConnection', totalCount: number | null, edges: Array<{ __typename: 'PaymentEdge', node: { __typename: 'Payment', id: string | null, paidAt: string | null } | null }> | null } | null, accessHistory: { __typename: 'AccessHistoryConnection', totalCount: number | null, coverage: { __typename: 'AccessLogCoverage', since: string } | null } | null } | null, tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', node: { __typename: 'Ticket', id: string | null, openedAt: string } | null }> } | null, requests: { __typename: 'PrivacyRequestConnection', totalCount: number | null, edges: Array<{ __typename: 'PrivacyRequestEdge', node: { __typename: 'PrivacyRequest', id: string | null, filedAt: string } | null }> } | null, privacyStatement: { __typename: 'PrivacyStatement', version: string, effectiveFrom: string, clauses: Array<{ __typename: 'StatementClause', name: string, text: string }> } | null };

export type PrintedForQueryVariables = Exact<{ [key: string]: never; }>;


export type PrintedForQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null, statementToAcknowledge: { __typename: 'PrivacyStatement', version: string } | null };

export type CatalogueQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CatalogueQuery = { __typename: 'Query', services: { __typename: 'ServiceConnection', totalCount: number, edges: Array<{ __typename: 'ServiceEdge', node: { __typename: 'Service', id: string | null, name: string, description: string, price: string, minimumAge: number | null, validDays: number | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type WhomToBuyForQueryVariables = Exact<{ [key: string]: never; }>;


export type WhomToBuyForQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, guardianships: Array<{ __typename: 'Guardianship', id: string | null, minor: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null }> | null } | null };

export type OfferForQueryVariables = Exact<{
  serviceId: string | number;
  residentId: string | number;
}>;


export type OfferForQuery = { __typename: 'Query', service: { __typename: 'Service', id: string | null, name: string, description: string, price: string, minimumAge: number | null, validDays: number | null } | null, resident: { __typename: 'Resident', id: string | null, purchaseCheck: { __typename: 'PurchaseCheck', answer: PurchaseAnswer | null } | null } | null };

export type BuyMutationVariables = Exact<{
  input: PurchaseInput;
}>;


export type BuyMutation = { __typename: 'Mutation', purchase: { __typename: 'PurchasePayload', purchase: { __typename: 'Purchase', id: string | null, amount: string | null, validFrom: string | null, validUntil: string | null, service: { __typename: 'Service', id: string | null, name: string } | null } | null, resident: { __typename: 'Resident', id: string | null, account: { __typename: 'Account', balance: string | null } | null } | null } | null };

export type OwnPaymentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnPaymentsQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, payments: { __typename: 'PaymentConnection', totalCount: number | null, edges: Array<{ __typename: 'PaymentEdge', node: { __typename: 'Payment', id: string | null, amount: string | null, method: PaymentMethod | null, paidAt: string | null, purchaseId: string | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };

export type OwnPurchasesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnPurchasesQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, account: { __typename: 'Account', balance: string | null, overdueAmount: string | null, overdueSince: string | null, creditCheckOpen: boolean | null } | null, purchases: { __typename: 'PurchaseConnection', totalCount: number | null, edges: Array<{ __typename: 'PurchaseEdge', node: { __typename: 'Purchase', id: string | null, quantity: number | null, amount: string | null, purchasedAt: string | null, validFrom: string | null, validUntil: string | null, service: { __typename: 'Service', id: string | null, name: string } | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };

export type WhomRequestsAreForQueryVariables = Exact<{ [key: string]: never; }>;


export type WhomRequestsAreForQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, guardianships: Array<{ __typename: 'Guardianship', id: string | null, areas: Array<CareArea> | null, minor: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null }> | null } | null };

export type FileRequestMutationVariables = Exact<{
  input: FileRequestInput;
}>;


export type FileRequestMutation = { __typename: 'Mutation', fileRequest: { __typename: 'FileRequestPayload', receipt: { __typename: 'PrivacyRequestReceipt', requestId: string, number: string, dueOn: string } | null } | null };

export type OwnRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type OwnRequestQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null } | null, request: { __typename: 'PrivacyRequest', id: string | null, number: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, filedAt: string, dueOn: string, answeredAt: string | null, withdrawnAt: string | null, reopenedAt: string | null, reopenableUntil: string | null, filedByGuardian: boolean | null, body: string | null, answer: string | null, requester: { __typename: 'Resident', id: string | null } | null, messages: Array<{ __typename: 'PrivacyRequestMessage', id: string | null, body: string | null, sentAt: string | null, fromStaff: boolean | null, fromGuardian: boolean | null }> | null } | null };

export type ReplyToRequestMutationVariables = Exact<{
  input: ReplyToRequestInput;
}>;


export type ReplyToRequestMutation = { __typename: 'Mutation', replyToRequest: { __typename: 'PrivacyRequestPayload', request: { __typename: 'PrivacyRequest', id: string | null, messages: Array<{ __typename: 'PrivacyRequestMessage', id: string | null }> | null } | null } | null };

export type WithdrawRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawRequestMutation = { __typename: 'Mutation', withdrawRequest: { __typename: 'PrivacyRequestPayload', request: { __typename: 'PrivacyRequest', id: string | null, status: PrivacyRequestStatus } | null } | null };

export type OwnRequestsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnRequestsQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null } | null, requests: { __typename: 'PrivacyRequestConnection', totalCount: number | null, edges: Array<{ __typename: 'PrivacyRequestEdge', node: { __typename: 'PrivacyRequest', id: string | null, number: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, filedAt: string, dueOn: string, answeredAt: string | null, withdrawnAt: string | null, reopenedAt: string | null, filedByGuardian: boolean | null, requester: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type ReopenRequestMutationVariables = Exact<{
  input: ReopenRequestInput;
}>;


export type ReopenRequestMutation = { __typename: 'Mutation', reopenRequest: { __typename: 'PrivacyRequestPayload', request: { __typename: 'PrivacyRequest', id: string | null, status: PrivacyRequestStatus, dueOn: string, answeredAt: string | null, messages: Array<{ __typename: 'PrivacyRequestMessage', id: string | null }> | null } | null } | null };

export type AccountEventsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AccountEventsQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, accessHistory: { __typename: 'AccessHistoryConnection', totalCount: number | null, edges: Array<{ __typename: 'AccessHistoryEdge', node: { __typename: 'AccessHistoryEntry', id: string | null, at: string | null, why: string | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };

export type AcknowledgeStatementMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeStatementMutation = { __typename: 'Mutation', acknowledgeStatement: { __typename: 'AcknowledgeStatementPayload', statement: { __typename: 'PrivacyStatement', version: string } | null } | null };

export type QuestionEntryMutationVariables = Exact<{
  input: FileRequestInput;
}>;


export type QuestionEntryMutation = { __typename: 'Mutation', fileRequest: { __typename: 'FileRequestPayload', receipt: { __typename: 'PrivacyRequestReceipt', requestId: string, number: string, dueOn: string } | null } | null };

export type ReadsOfYearQueryVariables = Exact<{
  from: string;
  after?: string | null | undefined;
}>;


export type ReadsOfYearQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, accessHistory: { __typename: 'AccessHistoryConnection', totalCount: number | null, edges: Array<{ __typename: 'AccessHistoryEdge', node: { __typename: 'AccessHistoryEntry', id: string | null, at: string | null, kind: AccessKind | null, by: { __typename: 'AccessReader', role: Role | null } | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };

export type WhoLookedQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: AccessEntryFilter | null | undefined;
  includeOwn: boolean;
}>;


export type WhoLookedQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, accessHistory: { __typename: 'AccessHistoryConnection', totalCount: number | null, notice: string | null, coverage: { __typename: 'AccessLogCoverage', since: string } | null, edges: Array<{ __typename: 'AccessHistoryEdge', node: { __typename: 'AccessHistoryEntry', id: string | null, entryId: string | null, at: string | null, kind: AccessKind | null, why: string | null, purpose: Purpose | null, relationship: Relationship | null, fields: Array<string> | null, case: string | null, by: { __typename: 'AccessReader', role: Role | null, partner: { __typename: 'Partner', name: string } | null } | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };

export type WhoMayLookQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoMayLookQuery = { __typename: 'Query', whoMayLook: Array<{ __typename: 'AccessGround', id: string | null, role: Role | null, categories: Array<DataCategory> | null, partner: { __typename: 'Partner', name: string } | null, need: { __typename: 'AccessNeed', kind: AccessNeedKind | null, number: string | null, mandateKind: MandateKind | null, openedAt: string | null, closedAt: string | null } | null }> | null };


export const ChangeContactDocument = {"__meta__":{"hash":"sha256:ae49497d216fbb9d8d71a80d7bae110c705100a018410a1652a417a45ee0dbd7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeContact"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateContactInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"updateContact"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeContactMutation, ChangeContactMutationVariables>;
export const ReplaceCardDocument = {"__meta__":{"hash":"sha256:7d525709e3a9bb0760fb81aa58ae8bcf1fb1e35d2e55734da368c2422a02a1eb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplaceCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"replaceCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cardNumber"}}]}}]}}]}}]} as unknown as DocumentNode<ReplaceCardMutation, ReplaceCardMutationVariables>;
export const FamilyDocument = {"__meta__":{"hash":"sha256:6414c66c7046ef61031d8e363db29da367a53846e0dcc50737854f2324fad804"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Family"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guardianships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"minor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"identitySince"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"mobilePhone"}},{"kind":"Field","name":{"kind":"Name","value":"contactSince"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"locality"}},{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueSince"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"purchasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FamilyQuery, FamilyQueryVariables>;
export const OwnAgeBandDocument = {"__meta__":{"hash":"sha256:6e66ef97b1a4e12b376fea44983c8618dabdb197af5a0f22e106a3d63e9d4f4d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnAgeBand"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ageBand"}}]}}]}}]} as unknown as DocumentNode<OwnAgeBandQuery, OwnAgeBandQueryVariables>;
export const OpenTicketDocument = {"__meta__":{"hash":"sha256:7a0de5ef37d39d11f07d0ef216b467efd5c7ef4fd624387992bcb93187e7504b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenTicketInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"openTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]} as unknown as DocumentNode<OpenTicketMutation, OpenTicketMutationVariables>;
export const OwnTicketDocument = {"__meta__":{"hash":"sha256:e79fcdc3371777010f33413f3a3b4574c276863c3a30e189e05d33c0ba922ce8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"unreadSince"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"fromStaff"}}]}}]}}]}}]} as unknown as DocumentNode<OwnTicketQuery, OwnTicketQueryVariables>;
export const MarkTicketReadDocument = {"__meta__":{"hash":"sha256:25549f4a20e8cfb7f39f7be8e6d3eddee2c4f73e8b3df359667fe94a95b40264"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkTicketRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkTicketReadInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"markTicketRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadSince"}}]}}]}}]}}]} as unknown as DocumentNode<MarkTicketReadMutation, MarkTicketReadMutationVariables>;
export const OwnTicketsDocument = {"__meta__":{"hash":"sha256:28bfce4f6b8c52ead6b4cccee53cb8d34bf9370bf784648d0941d4057fbfe2a1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnTickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"unreadSince"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OwnTicketsQuery, OwnTicketsQueryVariables>;
export const ReplyToTicketDocument = {"__meta__":{"hash":"sha256:d3537789c76baa3805e4e9658692db31e2181f1ef598dc2da2642bba08d28fda"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplyToTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplyToTicketInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"replyToTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReplyToTicketMutation, ReplyToTicketMutationVariables>;
export const CloseTicketDocument = {"__meta__":{"hash":"sha256:4f572fb6bc4cebad7e79b4eec4fd1f80cb7c3267b7965f872dd7161ca0530951"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"closeTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ticketId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<CloseTicketMutation, CloseTicketMutationVariables>;
export const ReopenTicketDocument = {"__meta__":{"hash":"sha256:69bf0b622be0ef6c182f391f54eba003bda86d34181442de7e9eb971b7c65bfa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reopenTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ticketId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<ReopenTicketMutation, ReopenTicketMutationVariables>;
export const LogProofDocument = {"__meta__":{"hash":"sha256:7dece3330c3026564a2d79aae479b254d3d34391b78a01ec2f3fd2240cba8bfa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LogProof"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"entry"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"accessLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"inclusionProof"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"entry"},"value":{"kind":"Variable","name":{"kind":"Name","value":"entry"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"leafHash"}},{"kind":"Field","name":{"kind":"Name","value":"proof"}}]}}]}}]}}]} as unknown as DocumentNode<LogProofQuery, LogProofQueryVariables>;
export const MyInformationDocument = {"__meta__":{"hash":"sha256:97de9b75ffa358e0b759b27f1e2418acda61f5c376290d5b1bdc975439cee883"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyInformation"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cardNumber"}},{"kind":"Field","name":{"kind":"Name","value":"cardSince"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"identitySince"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"waitingEmail"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"mobilePhone"}},{"kind":"Field","name":{"kind":"Name","value":"contactSince"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"locality"}},{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"guardianships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"minor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueSince"}},{"kind":"Field","name":{"kind":"Name","value":"creditCheckOpen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purchasedAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"privacyStatement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"clauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<MyInformationQuery, MyInformationQueryVariables>;
export const PrintedForDocument = {"__meta__":{"hash":"sha256:380dac211b496db7c6d9c14b53c742a735efe308306b90a375169c1e1bc76c55"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PrintedFor"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statementToAcknowledge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<PrintedForQuery, PrintedForQueryVariables>;
export const CatalogueDocument = {"__meta__":{"hash":"sha256:b60a12adeb8e417cd35ca64d7820b504a997940765f18b6deacd6e6f290e3a5b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Catalogue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"minimumAge"}},{"kind":"Field","name":{"kind":"Name","value":"validDays"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CatalogueQuery, CatalogueQueryVariables>;
export const WhomToBuyForDocument = {"__meta__":{"hash":"sha256:d42890228b82873b6ca12b7d1201808eeca39c0c5d366c4b3a23569ecd53a904"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhomToBuyFor"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guardianships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"minor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhomToBuyForQuery, WhomToBuyForQueryVariables>;
export const OfferForDocument = {"__meta__":{"hash":"sha256:0c3080976dff3542746d0731aac212b36337f0c05acf7f25c5e3e33da20b594b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfferFor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"minimumAge"}},{"kind":"Field","name":{"kind":"Name","value":"validDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purchaseCheck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"serviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}}]}}]}}]}}]} as unknown as DocumentNode<OfferForQuery, OfferForQueryVariables>;
export const BuyDocument = {"__meta__":{"hash":"sha256:a4e64004a9a531bf3f3dc88436979b654107989c6fd68b2ce4f47aa0dd3f1f74"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Buy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PurchaseInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purchase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purchase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BuyMutation, BuyMutationVariables>;
export const OwnPaymentsDocument = {"__meta__":{"hash":"sha256:e41c562d360e636b2380989722bc455be0d67cb1f3d9732f2c4bfc314c7a8416"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnPayments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"purchaseId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OwnPaymentsQuery, OwnPaymentsQueryVariables>;
export const OwnPurchasesDocument = {"__meta__":{"hash":"sha256:9f97b239e065a52eeaf3b81df82ab6d125ac0707a6c86f6cac66cfe0b21f04b6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnPurchases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueSince"}},{"kind":"Field","name":{"kind":"Name","value":"creditCheckOpen"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"purchasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OwnPurchasesQuery, OwnPurchasesQueryVariables>;
export const WhomRequestsAreForDocument = {"__meta__":{"hash":"sha256:35d97ac8bf14e10c41db88893ec8a7f87ab1c8e3b5fb37917595393dd8970157"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhomRequestsAreFor"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guardianships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}},{"kind":"Field","name":{"kind":"Name","value":"minor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhomRequestsAreForQuery, WhomRequestsAreForQueryVariables>;
export const FileRequestDocument = {"__meta__":{"hash":"sha256:d30b2c966f71b80413690e34d5c4748a53900201a84fd7935c8c118282ab28ff"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FileRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileRequestInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"fileRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}}]}}]} as unknown as DocumentNode<FileRequestMutation, FileRequestMutationVariables>;
export const OwnRequestDocument = {"__meta__":{"hash":"sha256:cc4927c849163d05fab9aad0302a905441f7757aeb364d37eb2f27393f6625e3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"reopenedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reopenableUntil"}},{"kind":"Field","name":{"kind":"Name","value":"filedByGuardian"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"fromStaff"}},{"kind":"Field","name":{"kind":"Name","value":"fromGuardian"}}]}}]}}]}}]} as unknown as DocumentNode<OwnRequestQuery, OwnRequestQueryVariables>;
export const ReplyToRequestDocument = {"__meta__":{"hash":"sha256:f6ed6b542b046939b1bfec61bf6ff993a9106373845f7f60c77583986b6569ed"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplyToRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplyToRequestInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"replyToRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReplyToRequestMutation, ReplyToRequestMutationVariables>;
export const WithdrawRequestDocument = {"__meta__":{"hash":"sha256:c0e94d9b11724d221d9f396bf4610390d3cc21df779c36c01e32f5fe98259a45"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const OwnRequestsDocument = {"__meta__":{"hash":"sha256:f00147210d4d120fcfdda369f8ac05bd38f34c269a102e973c1b8aa292c32c39"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"reopenedAt"}},{"kind":"Field","name":{"kind":"Name","value":"filedByGuardian"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OwnRequestsQuery, OwnRequestsQueryVariables>;
export const ReopenRequestDocument = {"__meta__":{"hash":"sha256:85d68630eda45852bf1fe350730c595644e65a40519dea33b391997786ec51e8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReopenRequestInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reopenRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReopenRequestMutation, ReopenRequestMutationVariables>;
export const AccountEventsDocument = {"__meta__":{"hash":"sha256:394e2afdde58f192633bd3dfb5b61577e8ebf7609403c560902e3973c01ad208"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"includeOwn"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ofAccount"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"why"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccountEventsQuery, AccountEventsQueryVariables>;
export const AcknowledgeStatementDocument = {"__meta__":{"hash":"sha256:c65cd3a7f05af8cb2f390504a08d30913d7145badf39e9f9d00d00a5a3884680"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeStatement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgeStatement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeStatementMutation, AcknowledgeStatementMutationVariables>;
export const QuestionEntryDocument = {"__meta__":{"hash":"sha256:2eadd8993272037b7d09b1758fb6a3ff7d99354c67cbb766a64aab80d95c524b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"QuestionEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileRequestInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"fileRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}}]}}]} as unknown as DocumentNode<QuestionEntryMutation, QuestionEntryMutationVariables>;
export const ReadsOfYearDocument = {"__meta__":{"hash":"sha256:4447e9f3fb6b85a450784b4d25c86d9714f3e36489b6e886f197ef9c6666f49f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadsOfYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"ofAccount"},"value":{"kind":"BooleanValue","value":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadsOfYearQuery, ReadsOfYearQueryVariables>;
export const WhoLookedDocument = {"__meta__":{"hash":"sha256:7b8cc3524b6677cecd905fe10a804fca05ada0a93ee34e3fd4550537c88bcc0d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoLooked"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AccessEntryFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"includeOwn"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"includeOwn"},"value":{"kind":"Variable","name":{"kind":"Name","value":"includeOwn"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entryId"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"case"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoLookedQuery, WhoLookedQueryVariables>;
export const WhoMayLookDocument = {"__meta__":{"hash":"sha256:5f13bc2298e0847812ad23b745db08d32c4ca66c02693ee4553bd838053f1fe1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoMayLook"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayLook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"need"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mandateKind"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}}]}}]}}]} as unknown as DocumentNode<WhoMayLookQuery, WhoMayLookQueryVariables>;
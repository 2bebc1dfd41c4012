export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339 writes it, in UTC with milliseconds: 2026-06-15T18:00:00.000Z. As input, any offset is possible. */
  DateTime: { input: string; output: string; }
  /** A calendar date in the time zone of the municipality, as an RFC 3339 full-date: 2026-06-15. */
  LocalDate: { input: string; output: string; }
  /** An amount in Canadian dollars (CAD, ISO 4217) with two decimals, as a string: "-12.50". */
  Money: { input: string; output: string; }
};

/** The record of one operation's sensitive reads. */
export type AccessEntry = {
  readonly __typename?: 'AccessEntry';
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** The acts under which the municipality holds the information, as they were in force then. */
  readonly authority?: Maybe<Scalars['String']['output']>;
  /** The command, or what happened with an account, where no operation was asked. */
  readonly command?: Maybe<Scalars['String']['output']>;
  /** The employee who asked. */
  readonly employee?: Maybe<Employee>;
  /** What the command took out of the log: `number/ordinal` of a segment, `first-last` of entries. Null for all but reviewers and auditors. */
  readonly erases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The officer who approved it. */
  readonly erasureApprovedBy?: Maybe<Employee>;
  /** The officer who proposed to take them out. */
  readonly erasureProposedBy?: Maybe<Employee>;
  /** The rule under which it took segments out. */
  readonly erasureRule?: Maybe<ErasureRule>;
  /** Stands for the entry. It differs for each reader and purpose, and is not the id in a receipt. */
  readonly id: Scalars['ID']['output'];
  /** How the employee knew whom the encounter serves that the operation began or named as its case; null where there is none. */
  readonly identifiedBy?: Maybe<IdentityEvidence>;
  /** The entry's place in the log; null for an officer who answers a request. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Whether an answer was released. */
  readonly outcome: AccessOutcome;
  /** The outside organisation, where a partner asked. */
  readonly partner?: Maybe<Partner>;
  /** Why the principal asked; null where no purpose was declared. */
  readonly purpose?: Maybe<Purpose>;
  /** The version of the purpose's text that the employee had acknowledged; null for everyone else, and where nothing was released for want of it. */
  readonly purposeText?: Maybe<Scalars['String']['output']>;
  /** Null for a command that keeps the log and for what happens with an account, which have no role. */
  readonly role?: Maybe<Role>;
  /** The version of the privacy statement that was in force. */
  readonly statementVersion: Scalars['String']['output'];
  /** The people whom the operation came across, sorted by pseudonym. In a list by pseudonym: that person alone. */
  readonly subjects?: Maybe<ReadonlyArray<AccessEntrySubject>>;
};

/** A page of access entries. */
export type AccessEntryConnection = {
  readonly __typename?: 'AccessEntryConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<AccessEntryEdge>;
  /** Says that there can be reads which are not shown. It is the same whether or not there are any. */
  readonly notice: Scalars['String']['output'];
  /** A code for `notice`. */
  readonly noticeCode: AccessNotice;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a page. */
export type AccessEntryEdge = {
  readonly __typename?: 'AccessEntryEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<AccessEntry>;
};

/** What to look for among the access entries that the caller may read. An entry has all of it. */
export type AccessEntryFilter = {
  /** At this instant or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** True: of what happened with an account (`AccessKind.ACCOUNT_USED`), such as a sign-in. False: of reads and changes. */
  readonly ofAccount?: InputMaybe<Scalars['Boolean']['input']>;
  /** Ended so. */
  readonly outcome?: InputMaybe<AccessOutcome>;
  /** Read for this purpose. */
  readonly purpose?: InputMaybe<Purpose>;
  /** Read in this role. */
  readonly role?: InputMaybe<Role>;
  /** Before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What one entry says about one data subject. */
export type AccessEntrySubject = {
  readonly __typename?: 'AccessEntrySubject';
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Stands for the person: `P-` and 32 hexadecimal digits. It differs for each reader and purpose. */
  readonly pseudonym?: Maybe<Scalars['String']['output']>;
  /** How the principal was related to the person. */
  readonly relationship?: Maybe<Relationship>;
  /** Coordinates of the schema whose values were released. */
  readonly released?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Coordinates of the schema whose values were withheld. */
  readonly withheld?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** What lets somebody read a person's record now. */
export type AccessGround = {
  readonly __typename?: 'AccessGround';
  /** What a mandate names; null for the others, where the policy says what may be seen for the purpose. */
  readonly categories?: Maybe<ReadonlyArray<DataCategory>>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The encounter, ticket, request or mandate, with its beginning; for a mandate also with its end. */
  readonly need?: Maybe<AccessNeed>;
  /** The outside organisation, for a mandate. */
  readonly partner?: Maybe<Partner>;
  /** For which purpose. */
  readonly purpose?: Maybe<Purpose>;
  /** In which role somebody may read. Which employee it is, the access history does not tell either. */
  readonly role?: Maybe<Role>;
};

/** Who looked at a person. A read that the law keeps secret for a time is not in it until then; such reads can exist. */
export type AccessHistoryConnection = {
  readonly __typename?: 'AccessHistoryConnection';
  /** Since when the log is complete. */
  readonly coverage?: Maybe<AccessLogCoverage>;
  /** The rows of this page. */
  readonly edges?: Maybe<ReadonlyArray<AccessHistoryEdge>>;
  /** Says that there can be reads which are not shown. It is the same whether or not there are any. */
  readonly notice?: Maybe<Scalars['String']['output']>;
  /** A code for `notice`. */
  readonly noticeCode?: Maybe<AccessNotice>;
  /** Where this page begins and ends. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** How many rows all pages have together. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type AccessHistoryEdge = {
  readonly __typename?: 'AccessHistoryEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor?: Maybe<Scalars['String']['output']>;
  /** What the row holds. */
  readonly node?: Maybe<AccessHistoryEntry>;
};

/** One read about a person, as that person sees it. */
export type AccessHistoryEntry = {
  readonly __typename?: 'AccessHistoryEntry';
  /** When the read was recorded. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /** The acts under which the municipality holds the information, as they were in force then. */
  readonly authority?: Maybe<Scalars['String']['output']>;
  /** Who read. */
  readonly by?: Maybe<AccessReader>;
  /** The same for all reads under one encounter, ticket, request or mandate, and another for each who asks; null where none made the need. */
  readonly case?: Maybe<Scalars['ID']['output']>;
  /** Codes for `fields`, in the same order. What the schema no longer has is only in `fields`, at their end. */
  readonly categories?: Maybe<ReadonlyArray<DataCategory>>;
  /** The `AccessEntry.id` of the entry, which can be about several people: what ACCESS_QUESTIONED takes. */
  readonly entryId?: Maybe<Scalars['ID']['output']>;
  /** Of ENTRIES_ERASED: of how many entries the part about the person was erased. */
  readonly erasedEntries?: Maybe<Scalars['Int']['output']>;
  /** Of ENTRIES_ERASED: under which rule. */
  readonly erasureRule?: Maybe<ErasureRule>;
  /** What was released, in plain words. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Whether the record was opened, or the person only found. */
  readonly kind?: Maybe<AccessKind>;
  /** What made the read necessary; null where nothing did, or where the reader of this history may not know it. */
  readonly need?: Maybe<AccessNeed>;
  /** Why the reader said to be asking; null for a purpose that is no longer in use. */
  readonly purpose?: Maybe<Purpose>;
  /** The relationship of the reader to the person, from the view of the reader: a code for `why`, beside `purpose` and `need`. */
  readonly relationship?: Maybe<Relationship>;
  /** One sentence: what happened with the person's account; or the purpose of the read, how the reader was related to the person, and what opened and closed that need. */
  readonly why?: Maybe<Scalars['String']['output']>;
};

/** What a read showed of a person, or that none did. */
export const AccessKind = {
  /** Nothing was read: somebody signed in to the person's account, tried to, or changed how one signs in to it. */
  ACCOUNT_USED: 'ACCOUNT_USED',
  /** The person was in a list or a search result, and the reader had no relationship to the person. */
  APPEARED_IN_SEARCH: 'APPEARED_IN_SEARCH',
  /** What some entries said about the person was erased from the log: `erasureRule` and `erasedEntries` say more. */
  ENTRIES_ERASED: 'ENTRIES_ERASED',
  /** The person's record was opened, or a list about the person. */
  RECORD_OPENED: 'RECORD_OPENED'
} as const;

export type AccessKind = typeof AccessKind[keyof typeof AccessKind];
/** The log as a tree that anybody can verify: its tiles are served at /log/tile, its checkpoint at /log/checkpoint. */
export type AccessLog = {
  readonly __typename?: 'AccessLog';
  /** The newest checkpoint (C2SP tlog-checkpoint), with what witnesses say of it; null before the first entry. */
  readonly checkpoint?: Maybe<Scalars['String']['output']>;
  /** The proof that the tree of one size is the beginning of the tree of another: hashes in base64 (RFC 6962). */
  readonly consistencyProof?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The proof that an entry is in the tree of the newest checkpoint. An entry that one may not read is not found. */
  readonly inclusionProof?: Maybe<InclusionProof>;
};


/** The log as a tree that anybody can verify: its tiles are served at /log/tile, its checkpoint at /log/checkpoint. */
export type AccessLogConsistencyProofArgs = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};


/** The log as a tree that anybody can verify: its tiles are served at /log/tile, its checkpoint at /log/checkpoint. */
export type AccessLogInclusionProofArgs = {
  entry: Scalars['ID']['input'];
};

/** The time that the access log covers. */
export type AccessLogCoverage = {
  readonly __typename?: 'AccessLogCoverage';
  /** From then on it is complete: earlier entries are past their retention, or were never made. */
  readonly since: Scalars['DateTime']['output'];
};

/** The case or mandate that made a read necessary. */
export type AccessNeed = {
  readonly __typename?: 'AccessNeed';
  /** Null while it is open. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of an encounter that served this very person: how the clerk knew who it was. */
  readonly identifiedBy?: Maybe<IdentityEvidence>;
  /** Which of them it was. */
  readonly kind?: Maybe<AccessNeedKind>;
  /** Of a mandate. */
  readonly mandateKind?: Maybe<MandateKind>;
  /** Of a ticket or request. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** When it began: the encounter, the ticket, the request, or the validity of the mandate. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What can make a read necessary. */
export const AccessNeedKind = {
  /** The person, or an adult of the same home, was being served. */
  ENCOUNTER: 'ENCOUNTER',
  /** The legal authority of a partner. */
  MANDATE: 'MANDATE',
  /** A request to the privacy officer. */
  REQUEST: 'REQUEST',
  /** A question to the helpdesk. */
  TICKET: 'TICKET'
} as const;

export type AccessNeedKind = typeof AccessNeedKind[keyof typeof AccessNeedKind];
/** What a list of reads cannot tell. */
export const AccessNotice = {
  /** The list can leave out reads, and nothing in it tells whether it does. */
  READS_CAN_BE_LEFT_OUT: 'READS_CAN_BE_LEFT_OUT'
} as const;

export type AccessNotice = typeof AccessNotice[keyof typeof AccessNotice];
/** How an operation ended. */
export const AccessOutcome = {
  /** An answer was released. */
  ANSWERED: 'ANSWERED',
  /** Nothing was released, because something broke. */
  FAILED: 'FAILED',
  /** Nothing was released, because the operation was refused. */
  REFUSED: 'REFUSED'
} as const;

export type AccessOutcome = typeof AccessOutcome[keyof typeof AccessOutcome];
/** Who read: a role, and an organisation's name. */
export type AccessReader = {
  readonly __typename?: 'AccessReader';
  /** The employee who read, for whom employees have names. */
  readonly employee?: Maybe<Employee>;
  /** The outside organisation, where a partner read. */
  readonly partner?: Maybe<Partner>;
  /** What the reader was to the municipality; null for a role that is no longer in use. */
  readonly role?: Maybe<Role>;
};

/** The promise that the entry of an answer will be in the log, as `extensions.privacy.receipt` has it. */
export type AccessReceipt = {
  readonly __typename?: 'AccessReceipt';
  /** The entry's own id. */
  readonly entry: Scalars['ID']['output'];
  /** SHA-256, hex (RFC 6962). */
  readonly leafHash: Scalars['String']['output'];
  /** With it, the municipality promises to keep the entry in the log. */
  readonly promise: LogPromise;
};

/** What a resident owes or has paid ahead. */
export type Account = {
  readonly __typename?: 'Account';
  /** Below zero: owed to the municipality. */
  readonly balance?: Maybe<Scalars['Money']['output']>;
  /** Whether the municipality is having the resident's credit verified. */
  readonly creditCheckOpen?: Maybe<Scalars['Boolean']['output']>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The part that is past its due date. */
  readonly overdueAmount?: Maybe<Scalars['Money']['output']>;
  /** The earliest due date of that part; null where nothing is overdue. */
  readonly overdueSince?: Maybe<Scalars['LocalDate']['output']>;
  /** Whose account it is. */
  readonly resident?: Maybe<Resident>;
};

/** A page of accounts. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. Null for more than 100 people: each person who is counted is logged. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<Account>;
};

/** A text that an employee has read. */
export type AcknowledgePurposeInput = {
  /** The `PurposeText.version` of the declared purpose. If it is not the present one, nothing is acknowledged. */
  readonly version: Scalars['String']['input'];
};

/** The acknowledged text. */
export type AcknowledgePurposePayload = {
  readonly __typename?: 'AcknowledgePurposePayload';
  /** Null where it was refused. */
  readonly purposeText?: Maybe<PurposeText>;
};

/** The statement that was read. */
export type AcknowledgeStatementInput = {
  /** The `PrivacyStatement.version` that is in force. */
  readonly version: Scalars['String']['input'];
};

/** What is remembered. */
export type AcknowledgeStatementPayload = {
  readonly __typename?: 'AcknowledgeStatementPayload';
  /** The statement that was acknowledged. */
  readonly statement?: Maybe<PrivacyStatement>;
};

/** Where a resident lives. Locality and province stand for the address where the rest is withheld. */
export type Address = {
  readonly __typename?: 'Address';
  /** A city, town or village. */
  readonly locality?: Maybe<Scalars['String']['output']>;
  /** A Canadian postal code, such as T5J 2R7. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** The two letters of a province or territory, such as AB. */
  readonly province?: Maybe<Scalars['String']['output']>;
  /** Number and street, or a box. */
  readonly street?: Maybe<Scalars['String']['output']>;
};

/** A whole address in Canada. */
export type AddressInput = {
  /** A city, town or village: one line of at most 100 characters. */
  readonly locality: Scalars['String']['input'];
  /** A Canadian postal code, such as T5J 2R7; the space may be left out. */
  readonly postalCode: Scalars['String']['input'];
  /** The two-letter code of a province or territory. */
  readonly province: Scalars['String']['input'];
  /** Number and street, or a box: one line of at most 200 characters. */
  readonly street: Scalars['String']['input'];
};

/** A range of ages in years. */
export const AgeBand = {
  /** 6 to 12 years. */
  FROM_6_TO_12: 'FROM_6_TO_12',
  /** 13 to 17 years. */
  FROM_13_TO_17: 'FROM_13_TO_17',
  /** 18 to 29 years. */
  FROM_18_TO_29: 'FROM_18_TO_29',
  /** 30 to 44 years. */
  FROM_30_TO_44: 'FROM_30_TO_44',
  /** 45 to 64 years. */
  FROM_45_TO_64: 'FROM_45_TO_64',
  /** 65 years and more. */
  FROM_65: 'FROM_65',
  /** Up to 5 years. */
  UNDER_6: 'UNDER_6'
} as const;

export type AgeBand = typeof AgeBand[keyof typeof AgeBand];
/** The answer to a request. */
export type AnswerRequestInput = {
  /** The text, of at most 4,000 characters. */
  readonly answer: Scalars['String']['input'];
  /** The `PrivacyRequest.id` of a request that is assigned to the caller. */
  readonly requestId: Scalars['ID']['input'];
};

/** Sensitive roles that another administrator proposed. */
export type ApproveEmployeeRolesInput = {
  /** The `Employee.id` of another employee than the caller. */
  readonly employeeId: Scalars['ID']['input'];
  /** The awaited roles that the administrator has seen. Where others are proposed by now, nothing is approved. */
  readonly roles: ReadonlyArray<Role>;
};

/** What another officer proposed. */
export type ApproveErasureInput = {
  /** The `Erasure.id` of what `erasuresToApprove` lists. */
  readonly erasureId: Scalars['ID']['input'];
};

/** Which mandate an officer approves. */
export type ApproveMandateInput = {
  /** The `Mandate.id`, of a mandate that another officer recorded. */
  readonly mandateId: Scalars['ID']['input'];
};

/** Which proposed change an officer approves. */
export type ApprovePartnerClientChangeInput = {
  /** The `PartnerClientChange.id`, of a change that another officer proposed. */
  readonly changeId: Scalars['ID']['input'];
};

/** Which client an officer approves. */
export type ApprovePartnerClientInput = {
  /** The `PartnerClient.id`, of a client that another officer recorded. */
  readonly clientId: Scalars['ID']['input'];
};

/** Which proposed seal an officer approves. */
export type ApproveSealInput = {
  /** The `Mandate.id` of a court order. */
  readonly mandateId: Scalars['ID']['input'];
};

/** Who takes a request. */
export type AssignRequestInput = {
  /** The privacy officer who takes it; left out: the principal. */
  readonly employeeId?: InputMaybe<Scalars['ID']['input']>;
  /** The `PrivacyRequest.id` of an open request. */
  readonly requestId: Scalars['ID']['input'];
};

/** Who takes a ticket. */
export type AssignTicketInput = {
  /** The colleague who takes it; left out: the principal. */
  readonly employeeId?: InputMaybe<Scalars['ID']['input']>;
  /** The `Ticket.id` of an open ticket. */
  readonly ticketId: Scalars['ID']['input'];
};

/** The time that one count of a read budget is for. */
export const BudgetWindow = {
  /** A day of the municipality. */
  DAY: 'DAY',
  /** A clock hour. */
  HOUR: 'HOUR'
} as const;

export type BudgetWindow = typeof BudgetWindow[keyof typeof BudgetWindow];
/** What a guardian may see of a minor beyond the ordinary. */
export const CareArea = {
  /** Where the minor lives. */
  ADDRESS: 'ADDRESS',
  /** With whom the minor lives. */
  HOUSEHOLD: 'HOUSEHOLD',
  /** What the minor asks the helpdesk. */
  SUPPORT_HISTORY: 'SUPPORT_HISTORY'
} as const;

export type CareArea = typeof CareArea[keyof typeof CareArea];
/** The matter that Privacy-Case names. */
export type Case = Encounter | PrivacyRequest | Ticket;

/** Who has taken a case. */
export const CaseAssignment = {
  /** Somebody: the principal or a colleague. */
  ASSIGNED: 'ASSIGNED',
  /** The principal. */
  MINE: 'MINE',
  /** Nobody. */
  UNASSIGNED: 'UNASSIGNED'
} as const;

export type CaseAssignment = typeof CaseAssignment[keyof typeof CaseAssignment];
/** Other roles for an employee. */
export type ChangeEmployeeRolesInput = {
  /** The `Employee.id` of another employee than the caller. */
  readonly employeeId: Scalars['ID']['input'];
  /** At least one role of employees, each once. */
  readonly roles: ReadonlyArray<Role>;
};

/** Which encounter goes on for another purpose. */
export type ChangeEncounterPurposeInput = {
  /** The `Encounter.id`, of the caller's open encounter. */
  readonly encounterId: Scalars['ID']['input'];
};

/** How a partner is reached. */
export type ChangePartnerClientContactInput = {
  /** The `PartnerClient.id` of a client that is not ended. */
  readonly clientId: Scalars['ID']['input'];
  /** How the partner's operations desk is reached, without a person's name: one line of at most 200 characters. */
  readonly contact: Scalars['String']['input'];
};

/** What a resident proves to be on record with at the own account, once, together with the other code. */
export type ClaimCode = {
  readonly __typename?: 'ClaimCode';
  /** Seven groups of four letters and digits. It is shown here once, and is not stored. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Until when it can be used: a day from now. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** Which ticket is done. */
export type CloseTicketInput = {
  /** The `Ticket.id` of an open ticket. */
  readonly ticketId: Scalars['ID']['input'];
};

/** Whose code a second employee confirms. */
export type ConfirmClaimInput = {
  /** The `Resident.id` of the resident whom the encounter serves, or whom the request is about. */
  readonly residentId: Scalars['ID']['input'];
  /** That the employee has seen a document that proves who the resident is; without it, nothing is confirmed. */
  readonly sawIdentity: Scalars['Boolean']['input'];
};

/** What became of the confirmation. */
export type ConfirmClaimPayload = {
  readonly __typename?: 'ConfirmClaimPayload';
  /** Whether the other code is on its way to the account of the employee; null where it was refused. */
  readonly isMailed?: Maybe<Scalars['Boolean']['output']>;
};

/** Roles that were reviewed. */
export type ConfirmEmployeeRolesInput = {
  /** The `Employee.id` of another employee than the caller. */
  readonly employeeId: Scalars['ID']['input'];
  /** The roles that the administrator has seen. Where others are on record by now, nothing is confirmed. */
  readonly roles: ReadonlyArray<Role>;
};

/** What somebody gives to confirm who they are: at least two of birth date, email address and telephone number. */
export type ConfirmIdentityInput = {
  /** Not in the future. */
  readonly birthDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** A mail address (RFC 5321) of at most 254 characters. Upper and lower case are the same. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as +17805550100. It is compared with both numbers of a person. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The `Resident.id` of a search result, to compare with that person alone; left out: with everybody on record. */
  readonly residentId?: InputMaybe<Scalars['ID']['input']>;
};

/** What the comparison says, and nothing else. */
export type ConfirmIdentityPayload = {
  readonly __typename?: 'ConfirmIdentityPayload';
  /** Null where the check was refused. */
  readonly outcome?: Maybe<IdentityOutcome>;
};

/** Whose record somebody else claimed. */
export type ContestClaimInput = {
  /** The `Resident.id` of the resident whom the encounter serves. */
  readonly residentId: Scalars['ID']['input'];
};

/** What became of the account. */
export type ContestClaimPayload = {
  readonly __typename?: 'ContestClaimPayload';
  /** Whether the privacy office has a request about it, until whose answer no account that claimed the record acts as the resident; null where it was refused. */
  readonly isHeld?: Maybe<Scalars['Boolean']['output']>;
};

/** What kind of personal information a coordinate holds. */
export const DataCategory = {
  /** Who looked at whom, and why. */
  ACCESS_HISTORY: 'ACCESS_HISTORY',
  /** Street and postal code. */
  ADDRESS: 'ADDRESS',
  /** A range of ages. */
  AGE: 'AGE',
  /** What somebody owes or has paid ahead. */
  BALANCE: 'BALANCE',
  /** The exact date. */
  BIRTH_DATE: 'BIRTH_DATE',
  /** What was visited or downloaded, and when. */
  BROWSING: 'BROWSING',
  /** The number of a membership card. */
  CARD_NUMBER: 'CARD_NUMBER',
  /** Passwords. No field holds one. */
  CREDENTIAL: 'CREDENTIAL',
  /** Whether credit is being verified. */
  CREDIT: 'CREDIT',
  /** The browser and platform of a visit. */
  DEVICE: 'DEVICE',
  /** A whole mail address. */
  EMAIL: 'EMAIL',
  /** The first letter of a mail address. */
  EMAIL_HINT: 'EMAIL_HINT',
  /** Who an employee is. */
  EMPLOYEE_IDENTITY: 'EMPLOYEE_IDENTITY',
  /** What an employee may act as, since when, and until when somebody must confirm it. */
  EMPLOYEE_ROLES: 'EMPLOYEE_ROLES',
  /** The mail address of an employee at work, and when the employee came and left. */
  EMPLOYMENT: 'EMPLOYMENT',
  /** That somebody is on record. */
  EXISTENCE: 'EXISTENCE',
  /** Since when names, contact details, card, household and guardianships are unchanged. */
  HELD_SINCE: 'HELD_SINCE',
  /** Who lives with whom, and who is in whose care. */
  HOUSEHOLD: 'HOUSEHOLD',
  /** A hint of a name. */
  INITIALS: 'INITIALS',
  /** City, town or village, and province. */
  LOCALITY: 'LOCALITY',
  /** Given name and family name. */
  NAME: 'NAME',
  /** The IP address of a visit to the website. */
  NETWORK_ADDRESS: 'NETWORK_ADDRESS',
  /** The part of a debt that is past its due date. */
  OVERDUE: 'OVERDUE',
  /** What somebody bought. */
  PURCHASE: 'PURCHASE',
  /** What somebody asked, and what was answered. */
  SUPPORT_HISTORY: 'SUPPORT_HISTORY',
  /** A whole telephone number. */
  TELEPHONE: 'TELEPHONE',
  /** The last two digits of a telephone number. */
  TELEPHONE_HINT: 'TELEPHONE_HINT',
  /** A mail address that nobody has proven yet. */
  WAITING_EMAIL: 'WAITING_EMAIL'
} as const;

export type DataCategory = typeof DataCategory[keyof typeof DataCategory];
/** What one read showed of one person. */
export type DisclosedPerson = {
  readonly __typename?: 'DisclosedPerson';
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The schema coordinates that were released. */
  readonly released?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The partner's own pseudonym, as in `residents`. */
  readonly residentId?: Maybe<Scalars['ID']['output']>;
};

/** Employees are data subjects too. */
export type Employee = {
  readonly __typename?: 'Employee';
  /** When the access ended; null while it has not. */
  readonly accessEndedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Sensitive roles that another administrator must approve: until then they cannot be used. */
  readonly awaitedRoles?: Maybe<ReadonlyArray<Role>>;
  /** Whether the caller can approve them: an administrator who did not propose them, is not the employee, and is independent of who did. */
  readonly awaitsMyApproval?: Maybe<Scalars['Boolean']['output']>;
  /** As colleagues know the employee. */
  readonly familyName?: Maybe<Scalars['String']['output']>;
  /** As colleagues know the employee. */
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** What `assignTicket` and `assignRequest` take. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** When the employee was invited; null for employees who were on staff before there were invitations. */
  readonly invitedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the operator's command invited the employee: one of the first two administrators. */
  readonly invitedByCommand?: Maybe<Scalars['Boolean']['output']>;
  /** Until when an administrator must confirm the roles again; null for an employee whose access has ended. */
  readonly reviewDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the employee reviews the access log, and so has no other duty. */
  readonly reviewsLog?: Maybe<Scalars['Boolean']['output']>;
  /** In what the employee may act, in one of them at a time. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** When an administrator last confirmed the roles; null for never. */
  readonly rolesConfirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when the employee has exactly these roles. */
  readonly rolesSince?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the roles can be used now. */
  readonly status?: Maybe<EmployeeStatus>;
  /** Where mail for the employee goes; null for employees who were on staff before it was kept. */
  readonly workEmail?: Maybe<Scalars['String']['output']>;
};

/** A page of employees. */
export type EmployeeConnection = {
  readonly __typename?: 'EmployeeConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<EmployeeEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a page. */
export type EmployeeEdge = {
  readonly __typename?: 'EmployeeEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<Employee>;
};

/** The employee after the change. */
export type EmployeePayload = {
  readonly __typename?: 'EmployeePayload';
  /** Null where the change was refused. */
  readonly employee?: Maybe<Employee>;
};

/** Whether an employee may act in a role. */
export const EmployeeStatus = {
  /** May act in each of the roles. */
  ACTIVE: 'ACTIVE',
  /** Has left, or the account is closed. */
  ENDED: 'ENDED',
  /** Has not accepted the invitation, and so not declared an own record as a resident: no role can be used. */
  INVITED: 'INVITED'
} as const;

export type EmployeeStatus = typeof EmployeeStatus[keyof typeof EmployeeStatus];
/** A resident being served, at the counter or on the phone. It ends by itself after 20 idle minutes. */
export type Encounter = {
  readonly __typename?: 'Encounter';
  /** When the employee ended it, or began another; null before that. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What `Privacy-Case` and `@case` take. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** How the employee knew whom it serves; null for one that began before that was recorded. */
  readonly identifiedBy?: Maybe<IdentityEvidence>;
  /** The resident and the minors of the household. */
  readonly people?: Maybe<ReadonlyArray<Person>>;
  /** What the resident is served for. */
  readonly purpose: Purpose;
  /** Who is being served. */
  readonly resident?: Maybe<Resident>;
  /** When it began. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** The encounter after the change. */
export type EncounterPayload = {
  readonly __typename?: 'EncounterPayload';
  /** Null where the change was refused. */
  readonly encounter?: Maybe<Encounter>;
};

/** An employee who leaves. */
export type EndEmployeeAccessInput = {
  /** The `Employee.id` of another employee than the caller. */
  readonly employeeId: Scalars['ID']['input'];
};

/** Which encounter ends. */
export type EndEncounterInput = {
  /** The `Encounter.id`, of an encounter of the caller. */
  readonly encounterId: Scalars['ID']['input'];
};

/** Which client an officer ends. */
export type EndPartnerClientInput = {
  /** The `PartnerClient.id` of a client that is not ended yet. */
  readonly clientId: Scalars['ID']['input'];
  /** Without a name: other officers read it. */
  readonly reason: Scalars['String']['input'];
};

/** An access entry of which one person's part is to be erased. */
export type EntryToErase = {
  readonly __typename?: 'EntryToErase';
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly purpose?: Maybe<Purpose>;
  /** Who read: a role; null for what happened with an account. */
  readonly role?: Maybe<Role>;
};

/** An erasure of one person's part of some access entries. One officer proposes it, another approves it, and the operator carries it out. */
export type Erasure = {
  readonly __typename?: 'Erasure';
  /** When it was approved. After 30 days without being carried out it lapses. */
  readonly approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who approved it; null before. */
  readonly approvedBy?: Maybe<Employee>;
  /** The entries that it is about, newest first; none once it is carried out. */
  readonly entries: ReadonlyArray<EntryToErase>;
  /** `approveErasure` names it. */
  readonly id: Scalars['ID']['output'];
  /** When it was proposed. After 30 days without an approval it lapses. */
  readonly proposedAt: Scalars['DateTime']['output'];
  /** Who proposed it. */
  readonly proposedBy?: Maybe<Employee>;
  /** What the officer who proposed it wrote. */
  readonly reason: Scalars['String']['output'];
  /** The number of the request that it belongs to: whose part is erased is the person whose request it is. */
  readonly requestNumber: Scalars['String']['output'];
  /** The rule under which it is erased. */
  readonly rule: ErasureRule;
};

/** The erasure after the change. */
export type ErasurePayload = {
  readonly __typename?: 'ErasurePayload';
  /** Null where the change was refused. */
  readonly erasure?: Maybe<Erasure>;
};

/** Under which rule something is erased from the access log before its retention ends. */
export const ErasureRule = {
  /** A court ordered it. */
  COURT_ORDER: 'COURT_ORDER',
  /** The person asked for it and has the right to it. */
  ERASURE_REQUEST: 'ERASURE_REQUEST',
  /** The law did not allow to record it. */
  RECORDED_UNLAWFULLY: 'RECORDED_UNLAWFULLY'
} as const;

export type ErasureRule = typeof ErasureRule[keyof typeof ErasureRule];
/** A later end of a seal. */
export type ExtendSealInput = {
  /** The `Mandate.id` of a court order. */
  readonly mandateId: Scalars['ID']['input'];
  /** Later than the seal that is in force. */
  readonly sealedUntil: Scalars['DateTime']['input'];
};

/** A request to the privacy officer. */
export type FileRequestInput = {
  /** The text, of at most 4,000 characters. */
  readonly body: Scalars['String']['input'];
  /** The code that sendContactCode mailed to contactEmail for this kind and body. A sender without an account must give it. */
  readonly contactCode?: InputMaybe<Scalars['String']['input']>;
  /** Where to answer a sender without an account, who must give it. */
  readonly contactEmail?: InputMaybe<Scalars['String']['input']>;
  /** For ACCESS_QUESTIONED, and for it alone: an access entry about oneself or a minor in one's care. */
  readonly entryId?: InputMaybe<Scalars['ID']['input']>;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** What is asked. Without an account: QUESTION, COMMENT or COMPLAINT. */
  readonly kind: PrivacyRequestKind;
  /** The `Resident.id` of a minor in one's care whose request it is; left out: the principal. Not together with `entryId`. */
  readonly residentId?: InputMaybe<Scalars['ID']['input']>;
};

/** What the sender keeps. */
export type FileRequestPayload = {
  readonly __typename?: 'FileRequestPayload';
  /** Null where the request was refused. */
  readonly receipt?: Maybe<PrivacyRequestReceipt>;
};

/** The duty of a guardian for a minor. It ends by itself when the minor comes of age. */
export type Guardianship = {
  readonly __typename?: 'Guardianship';
  /** What the guardian may see beyond the ordinary. */
  readonly areas?: Maybe<ReadonlyArray<CareArea>>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The person in care. */
  readonly minor?: Maybe<Resident>;
  /** The day on which it began. */
  readonly since?: Maybe<Scalars['LocalDate']['output']>;
};

/** People who live together, as seen from one of them. Each member is a data subject of its own. */
export type Household = {
  readonly __typename?: 'Household';
  /** The same for all who live together. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Those who live together, the resident included. */
  readonly members?: Maybe<ReadonlyArray<HouseholdMember>>;
  /** Since when the resident is on record as living there; of the other members it says nothing. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * How a resident appears among those who live together. Its `id` is not the person's, which is `residentId`: what is read here stays apart
 * from what is read of the resident, because it leads to a home.
 */
export type HouseholdMember = Person & {
  readonly __typename?: 'HouseholdMember';
  /** The range in which the person's age is today. */
  readonly ageBand?: Maybe<AgeBand>;
  /** As the person registered it. */
  readonly familyName?: Maybe<Scalars['String']['output']>;
  /** One or several, as the person registered them. */
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The first letters of given name and family name. */
  readonly initials?: Maybe<Scalars['String']['output']>;
  /** The person's `Resident.id`. */
  readonly residentId?: Maybe<Scalars['ID']['output']>;
};

/** How often a clerk knew in which way whom to serve. */
export type Identifications = {
  readonly __typename?: 'Identifications';
  /** Encounters for which the person’s answers matched. */
  readonly answersMatched?: Maybe<Scalars['Int']['output']>;
  /** Who began the encounters. */
  readonly employee?: Maybe<Employee>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Encounters for which the person was known to the clerk. */
  readonly knownToMe?: Maybe<Scalars['Int']['output']>;
  /** Encounters for which the person showed a card with a photo. */
  readonly photoCard?: Maybe<Scalars['Int']['output']>;
};

/** How a clerk knew whom an encounter serves. */
export const IdentityEvidence = {
  /** What the person said was compared by confirmIdentity, and it matched. */
  ANSWERS_MATCHED: 'ANSWERS_MATCHED',
  /** The clerk says that the person is known to them. It is counted. */
  KNOWN_TO_ME: 'KNOWN_TO_ME',
  /** The person showed a card with a photo. */
  PHOTO_CARD: 'PHOTO_CARD'
} as const;

export type IdentityEvidence = typeof IdentityEvidence[keyof typeof IdentityEvidence];
/** How many people on record have all of the given values. */
export const IdentityOutcome = {
  /** One person. */
  MATCH: 'MATCH',
  /** Nobody, or nobody whom the employee may serve. The two cannot be told apart. */
  NO_MATCH: 'NO_MATCH',
  /** More than one: ask for another value, or compare with a search result. */
  SEVERAL: 'SEVERAL'
} as const;

export type IdentityOutcome = typeof IdentityOutcome[keyof typeof IdentityOutcome];
/** The proof that one entry is in the tree of the log. */
export type InclusionProof = {
  readonly __typename?: 'InclusionProof';
  /** SHA-256, hex (RFC 6962). */
  readonly leafHash: Scalars['String']['output'];
  /** The entry's place in the log. */
  readonly number: Scalars['String']['output'];
  /** C2SP tlog-proof: number, audit path and checkpoint. */
  readonly proof: Scalars['String']['output'];
};

/** The employee who was invited. */
export type InvitationPayload = {
  readonly __typename?: 'InvitationPayload';
  /** Until when the code can be used. It is in the mail to the employee, and nowhere else. */
  readonly codeValidUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Null where the change was refused. */
  readonly employee?: Maybe<Employee>;
};

/** An employee to invite. */
export type InviteEmployeeInput = {
  /** One line of at most 100 characters. */
  readonly familyName: Scalars['String']['input'];
  /** One line of at most 100 characters. */
  readonly givenName: Scalars['String']['input'];
  /** Whether the employee reviews the access log. Then PRIVACY_OFFICER is the only role, and stays so. */
  readonly reviewsLog?: InputMaybe<Scalars['Boolean']['input']>;
  /** At least one role of employees, each once. */
  readonly roles: ReadonlyArray<Role>;
  /** A mail address (RFC 5321) of at most 254 characters, at one of the municipality's domains, that no other employee has. */
  readonly workEmail: Scalars['String']['input'];
};

/** Whose record a code is for. */
export type IssueClaimCodeInput = {
  /** The `Resident.id` of the resident whom the encounter serves; not that of a minor of the home. */
  readonly residentId: Scalars['ID']['input'];
};

/** The code. */
export type IssueClaimCodePayload = {
  readonly __typename?: 'IssueClaimCodePayload';
  /** Null where it was refused. */
  readonly claimCode?: Maybe<ClaimCode>;
};

/** A signed promise for a group of entries. */
export type LogPromise = {
  readonly __typename?: 'LogPromise';
  /** The entry's index in the group. */
  readonly index: Scalars['Int']['output'];
  /** The audit path in the group's tree: hashes in base64 (RFC 6962). */
  readonly proof: ReadonlyArray<Scalars['String']['output']>;
  /** The key's id and its Ed25519 signature, in base64, as under a C2SP signed note. */
  readonly signed: Scalars['String']['output'];
  /** The number of entries in the group. */
  readonly size: Scalars['Int']['output'];
  /** From then on, the entry is in the tree of a signed checkpoint within 60 seconds. */
  readonly time: Scalars['DateTime']['output'];
};

/** The legal authority under which a partner may see something. */
export type Mandate = Node & {
  readonly __typename?: 'Mandate';
  /** How many officers have approved it. */
  readonly approvals: Scalars['Int']['output'];
  /** How many officers other than the one who recorded it must approve it. */
  readonly approvalsRequired: Scalars['Int']['output'];
  /** Whether the caller can approve it now: an officer who neither recorded it nor has approved it, while approvals are missing and its seal has not lapsed. */
  readonly awaitsMyApproval: Scalars['Boolean']['output'];
  /** What the partner may see. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** The partner's token names it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Who issued the document: a court, or a department. */
  readonly issuer: Scalars['String']['output'];
  /** Which kind of document gives the authority. */
  readonly kind: MandateKind;
  /** Whether it has an open end and lapses within 30 days unless an officer reconfirms it. */
  readonly lapsesSoon: Scalars['Boolean']['output'];
  /** Whether the document names no end: the mandate lapses at `validUntil` unless an officer reconfirms it before. */
  readonly openEnded: Scalars['Boolean']['output'];
  /** Who may act under it. */
  readonly partner: Partner;
  /** What the partner may use the information for. */
  readonly purpose: Purpose;
  /** When an officer reconfirmed it last. */
  readonly reconfirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The number or mark on the document, up to 200 characters. */
  readonly reference: Scalars['String']['output'];
  /** The reason that the officer gave. */
  readonly revocationReason?: Maybe<Scalars['String']['output']>;
  /** When and why an officer revoked it. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the caller can approve the proposed later date now: an officer who neither proposed it nor has approved it, while a seal is in force. */
  readonly sealAwaitsMyApproval: Scalars['Boolean']['output'];
  /** A first or later such date that awaits its two approvals. */
  readonly sealProposedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Until then, reads under it are not shown to their data subjects: the latest date that two officers have approved. */
  readonly sealedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it gives access now. */
  readonly status: MandateStatus;
  /** The residents whom it names, each a data subject. */
  readonly subjects?: Maybe<ReadonlyArray<Resident>>;
  /** From this instant on. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Before this instant. With an open end: 90 days after it was recorded, became valid or was reconfirmed last. */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** A page of mandates. */
export type MandateConnection = {
  readonly __typename?: 'MandateConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<MandateEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How many mandates of a partner are in one state. */
export type MandateCount = {
  readonly __typename?: 'MandateCount';
  /** How many mandates are in it. */
  readonly mandates: Scalars['Int']['output'];
  /** The state. */
  readonly status: MandateStatus;
};

/** A row of a page. */
export type MandateEdge = {
  readonly __typename?: 'MandateEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<Mandate>;
};

/** The legal authority that a partner acts under. Each kind is for one partner role. */
export const MandateKind = {
  /** For a control agency. */
  AUDIT_ENGAGEMENT: 'AUDIT_ENGAGEMENT',
  /** For law enforcement. It can seal reads for a time. */
  COURT_ORDER: 'COURT_ORDER',
  /** For a credit reporting agency, while the check is open. */
  CREDIT_CHECK: 'CREDIT_CHECK',
  /** For a collection agency, while the debt is overdue. */
  DEBT_ASSIGNMENT: 'DEBT_ASSIGNMENT',
  /** For a maintenance agent. */
  WORK_ORDER: 'WORK_ORDER'
} as const;

export type MandateKind = typeof MandateKind[keyof typeof MandateKind];
/** The mandate after the change. */
export type MandatePayload = {
  readonly __typename?: 'MandatePayload';
  /** Null where the change was refused. */
  readonly mandate?: Maybe<Mandate>;
};

/** Whether a mandate gives access now. */
export const MandateStatus = {
  /** Recorded; others must still approve it. */
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  /** Its validity is over. */
  EXPIRED: 'EXPIRED',
  /** It gives access. */
  IN_FORCE: 'IN_FORCE',
  /** Approved, and valid from a later date on. */
  NOT_YET_VALID: 'NOT_YET_VALID',
  /** An officer ended it. */
  REVOKED: 'REVOKED'
} as const;

export type MandateStatus = typeof MandateStatus[keyof typeof MandateStatus];
/** What has been read of a ticket. */
export type MarkTicketReadInput = {
  /** The `TicketMessage.sentAt` of the newest message that was shown. A message that came since stays unread. */
  readonly readUntil: Scalars['DateTime']['input'];
  /** The `Ticket.id` of an own ticket, or of one of a minor in care. */
  readonly ticketId: Scalars['ID']['input'];
};

/** Which ticket guardians may not see. */
export type MarkTicketSensitiveInput = {
  /** The `Ticket.id` of a ticket that the caller opened or works on. */
  readonly ticketId: Scalars['ID']['input'];
};

/** Who can write in a ticket. */
export type MessageAuthor = Employee | Resident;

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Acknowledges the text of the declared purpose, once for each version. Until then the purpose opens nothing. */
  readonly acknowledgePurpose?: Maybe<AcknowledgePurposePayload>;
  /** Records that the resident has read the statement in force. A second time changes nothing. */
  readonly acknowledgeStatement?: Maybe<AcknowledgeStatementPayload>;
  /** Answers a request that is assigned to the caller, and closes it. A sender without an account is told of it by mail. */
  readonly answerRequest?: Maybe<PrivacyRequestPayload>;
  /** Approves the sensitive roles that another administrator proposed: from now on they can be used. */
  readonly approveEmployeeRoles?: Maybe<EmployeePayload>;
  /** Approves what another officer proposed to erase. The operator carries it out within 30 days. */
  readonly approveErasure?: Maybe<ErasurePayload>;
  /** Approves a mandate that another officer recorded; a court order needs two approvals. */
  readonly approveMandate?: Maybe<MandatePayload>;
  /** Approves a client that another officer recorded. */
  readonly approvePartnerClient?: Maybe<PartnerClientPayload>;
  /** Approves what another officer proposed for a client: that it goes on, or has other keys. */
  readonly approvePartnerClientChange?: Maybe<PartnerClientPayload>;
  /** Approves the end that was proposed last. */
  readonly approveSeal?: Maybe<MandatePayload>;
  /** Gives an open request to a privacy officer. */
  readonly assignRequest?: Maybe<PrivacyRequestPayload>;
  /** Gives an open ticket to an employee of the helpdesk. */
  readonly assignTicket?: Maybe<TicketPayload>;
  /** Gives an employee other roles, at once: what a role that goes makes visible ends, and its cases go back to the queue. A sensitive role that comes waits until another administrator approves it. */
  readonly changeEmployeeRoles?: Maybe<EmployeePayload>;
  /** Goes on with an open encounter for another purpose: the one that the operation declares. Each change has an access entry of its own. */
  readonly changeEncounterPurpose?: Maybe<EncounterPayload>;
  /** Writes down how the operations desk of a partner is reached. */
  readonly changePartnerClientContact?: Maybe<PartnerClientPayload>;
  /** Closes a ticket. */
  readonly closeTicket?: Maybe<TicketPayload>;
  /** Confirms, as a second employee, who the resident is to whom a colleague gave a code. The other code is mailed to the account of the employee, who gives it to the resident. Not of somebody who is connected with the colleague. For an address-protected resident, only the confirmation of a privacy officer counts. */
  readonly confirmClaim?: Maybe<ConfirmClaimPayload>;
  /** Says that an employee still needs the roles that the register has. */
  readonly confirmEmployeeRoles?: Maybe<EmployeePayload>;
  /** Compares what somebody at the counter or on the phone gives with the records, and tells the outcome alone. Each check counts against a budget of the employee, whatever comes out. */
  readonly confirmIdentity?: Maybe<ConfirmIdentityPayload>;
  /** Says that somebody else claimed the record of the resident of the encounter: the account no longer acts as the resident, and the privacy office gets a request about it. A code that was handed out can be contested too, and ends. */
  readonly contestClaim?: Maybe<ContestClaimPayload>;
  /** Ends the access of an employee for good, at once: tokens are refused, an open encounter ends, and open cases go back to the queue. */
  readonly endEmployeeAccess?: Maybe<EmployeePayload>;
  /** Ends an encounter of the caller. From then on it makes nothing visible. */
  readonly endEncounter?: Maybe<EncounterPayload>;
  /** Ends a client and its tokens at once. It cannot be undone: a partner that returns is recorded and approved again. */
  readonly endPartnerClient?: Maybe<PartnerClientPayload>;
  /** Proposes a later end of a seal that is still in force. */
  readonly extendSeal?: Maybe<MandatePayload>;
  /** Files a request to the privacy officer. */
  readonly fileRequest?: Maybe<FileRequestPayload>;
  /** Puts an employee on the staff register, and mails the code. The roles can be used once the invitation is accepted, and sensitive ones once another administrator has approved them. */
  readonly inviteEmployee?: Maybe<InvitationPayload>;
  /** Makes one of the two codes with which the resident of the encounter connects an account with the own record, or gives the account another mail address without the old mailbox. It replaces an earlier one. Give it to the resident alone. The resident is told by mail, and the mail has the other code if the address has been on record for 30 days. */
  readonly issueClaimCode?: Maybe<IssueClaimCodePayload>;
  /** Marks the messages of a ticket as read by the resident who asks. Nobody else is shown this mark. */
  readonly markTicketRead?: Maybe<TicketPayload>;
  /** Keeps it, and who read it, from the guardians of a minor who asked. */
  readonly markTicketSensitive?: Maybe<TicketPayload>;
  /** Asks the helpdesk a question. */
  readonly openTicket?: Maybe<TicketPayload>;
  /** Proposes to erase the part of the person whose request is the case from access entries. Nothing is erased before another officer approves it. */
  readonly proposeErasure?: Maybe<ErasurePayload>;
  /** Buys a service for a resident. */
  readonly purchase?: Maybe<PurchasePayload>;
  /** Lets a mandate with an open end hold for 90 days from now. Who recorded it cannot do so, and what has lapsed is recorded and approved again. */
  readonly reconfirmMandate?: Maybe<MandatePayload>;
  /** Records the legal authority of a partner. Nothing is visible under it before others approve it. */
  readonly recordMandate?: Maybe<MandatePayload>;
  /** Records what a resident has paid at the counter. The balance rises by it, and the part that is overdue is paid first. */
  readonly recordPayment?: Maybe<RecordPaymentPayload>;
  /** Records a client of a partner. It can obtain tokens once another officer has approved it. */
  readonly registerPartnerClient?: Maybe<PartnerClientPayload>;
  /** Puts a person on record. The answer never tells whether a similar person is there already. */
  readonly registerResident?: Maybe<RegisterResidentPayload>;
  /** Mails a new code to an employee who has not accepted the invitation yet. The earlier code is of no use then. */
  readonly renewInvitation?: Maybe<InvitationPayload>;
  /** Opens an answered request again: the resident whose request it is and the guardian who filed it, for 60 days, or a privacy officer. It gets a new deadline, and the answer becomes one of its messages. */
  readonly reopenRequest?: Maybe<PrivacyRequestPayload>;
  /** As reopenRequest, for a sender without an account. Wrong codes are counted, and refused when there are too many. */
  readonly reopenRequestByCode?: Maybe<PrivacyRequestPayload>;
  /** Goes on with a closed ticket. The employee who had it has it again. Only the resident who asked can do so: it opens what an assigned ticket shows. */
  readonly reopenTicket?: Maybe<TicketPayload>;
  /** Gives a resident another card number, such as for a card that is lost. The number before it finds nobody from then on. */
  readonly replaceCard?: Maybe<ReplaceCardPayload>;
  /** Proposes other keys for a client. They are believed once another officer has approved them. */
  readonly replacePartnerClientKeys?: Maybe<PartnerClientPayload>;
  /** Adds a message to an open request: of the resident whose request it is, of the guardian who filed it, or of the privacy officer whose case it is. */
  readonly replyToRequest?: Maybe<PrivacyRequestPayload>;
  /** Adds a message to an open ticket. */
  readonly replyToTicket?: Maybe<TicketPayload>;
  /** Proposes that a suspended client goes on, once another officer has approved it. */
  readonly resumePartnerClient?: Maybe<PartnerClientPayload>;
  /** Ends a mandate at once. */
  readonly revokeMandate?: Maybe<MandatePayload>;
  /** Mails a code to the sender of a request who has no account. fileRequest takes it for the same request. The answer is the same for every address. */
  readonly sendContactCode?: Maybe<SendContactCodePayload>;
  /** Begins to serve a resident; an encounter that the employee left open ends. */
  readonly startEncounter?: Maybe<EncounterPayload>;
  /** Stops a client and its tokens at once, for a time. */
  readonly suspendPartnerClient?: Maybe<PartnerClientPayload>;
  /** Undoes the claim of a record, under the request that contests it: the account is disconnected from the record, and all that it signed in ends. The resident is told by mail. */
  readonly undoClaim?: Maybe<UndoClaimPayload>;
  /** Changes how a resident is reached. */
  readonly updateContact?: Maybe<UpdateContactPayload>;
  /** Withdraws a key of a client, which may have been stolen, and its tokens at once. It cannot be undone. */
  readonly withdrawPartnerClientKey?: Maybe<PartnerClientPayload>;
  /** Takes an open request back. It is closed, and nobody answers it. */
  readonly withdrawRequest?: Maybe<PrivacyRequestPayload>;
};


export type MutationAcknowledgePurposeArgs = {
  input: AcknowledgePurposeInput;
};


export type MutationAcknowledgeStatementArgs = {
  input: AcknowledgeStatementInput;
};


export type MutationAnswerRequestArgs = {
  input: AnswerRequestInput;
};


export type MutationApproveEmployeeRolesArgs = {
  input: ApproveEmployeeRolesInput;
};


export type MutationApproveErasureArgs = {
  input: ApproveErasureInput;
};


export type MutationApproveMandateArgs = {
  input: ApproveMandateInput;
};


export type MutationApprovePartnerClientArgs = {
  input: ApprovePartnerClientInput;
};


export type MutationApprovePartnerClientChangeArgs = {
  input: ApprovePartnerClientChangeInput;
};


export type MutationApproveSealArgs = {
  input: ApproveSealInput;
};


export type MutationAssignRequestArgs = {
  input: AssignRequestInput;
};


export type MutationAssignTicketArgs = {
  input: AssignTicketInput;
};


export type MutationChangeEmployeeRolesArgs = {
  input: ChangeEmployeeRolesInput;
};


export type MutationChangeEncounterPurposeArgs = {
  input: ChangeEncounterPurposeInput;
};


export type MutationChangePartnerClientContactArgs = {
  input: ChangePartnerClientContactInput;
};


export type MutationCloseTicketArgs = {
  input: CloseTicketInput;
};


export type MutationConfirmClaimArgs = {
  input: ConfirmClaimInput;
};


export type MutationConfirmEmployeeRolesArgs = {
  input: ConfirmEmployeeRolesInput;
};


export type MutationConfirmIdentityArgs = {
  input: ConfirmIdentityInput;
};


export type MutationContestClaimArgs = {
  input: ContestClaimInput;
};


export type MutationEndEmployeeAccessArgs = {
  input: EndEmployeeAccessInput;
};


export type MutationEndEncounterArgs = {
  input: EndEncounterInput;
};


export type MutationEndPartnerClientArgs = {
  input: EndPartnerClientInput;
};


export type MutationExtendSealArgs = {
  input: ExtendSealInput;
};


export type MutationFileRequestArgs = {
  input: FileRequestInput;
};


export type MutationInviteEmployeeArgs = {
  input: InviteEmployeeInput;
};


export type MutationIssueClaimCodeArgs = {
  input: IssueClaimCodeInput;
};


export type MutationMarkTicketReadArgs = {
  input: MarkTicketReadInput;
};


export type MutationMarkTicketSensitiveArgs = {
  input: MarkTicketSensitiveInput;
};


export type MutationOpenTicketArgs = {
  input: OpenTicketInput;
};


export type MutationProposeErasureArgs = {
  input: ProposeErasureInput;
};


export type MutationPurchaseArgs = {
  input: PurchaseInput;
};


export type MutationReconfirmMandateArgs = {
  input: ReconfirmMandateInput;
};


export type MutationRecordMandateArgs = {
  input: RecordMandateInput;
};


export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


export type MutationRegisterPartnerClientArgs = {
  input: RegisterPartnerClientInput;
};


export type MutationRegisterResidentArgs = {
  input: RegisterResidentInput;
};


export type MutationRenewInvitationArgs = {
  input: RenewInvitationInput;
};


export type MutationReopenRequestArgs = {
  input: ReopenRequestInput;
};


export type MutationReopenRequestByCodeArgs = {
  input: ReopenRequestByCodeInput;
};


export type MutationReopenTicketArgs = {
  input: ReopenTicketInput;
};


export type MutationReplaceCardArgs = {
  input: ReplaceCardInput;
};


export type MutationReplacePartnerClientKeysArgs = {
  input: ReplacePartnerClientKeysInput;
};


export type MutationReplyToRequestArgs = {
  input: ReplyToRequestInput;
};


export type MutationReplyToTicketArgs = {
  input: ReplyToTicketInput;
};


export type MutationResumePartnerClientArgs = {
  input: ResumePartnerClientInput;
};


export type MutationRevokeMandateArgs = {
  input: RevokeMandateInput;
};


export type MutationSendContactCodeArgs = {
  input: SendContactCodeInput;
};


export type MutationStartEncounterArgs = {
  input: StartEncounterInput;
};


export type MutationSuspendPartnerClientArgs = {
  input: SuspendPartnerClientInput;
};


export type MutationUndoClaimArgs = {
  input: UndoClaimInput;
};


export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


export type MutationWithdrawPartnerClientKeyArgs = {
  input: WithdrawPartnerClientKeyInput;
};


export type MutationWithdrawRequestArgs = {
  input: WithdrawRequestInput;
};

/**
 * An object that a root field finds by its id. Each type classifies its own id; `id` is null where it is withheld, so it is nullable in
 * every type: GraphQL refuses a document that asks for `id` of both forms in one place. An id does not say what it is of, and a client
 * must not read it.
 */
export type Node = {
  /** The same in every type, operation and list. A partner sees one of its own, which no other partner can match. */
  readonly id?: Maybe<Scalars['ID']['output']>;
};

/** A question to the helpdesk. */
export type OpenTicketInput = {
  /** The text, of at most 4,000 characters. */
  readonly body: Scalars['String']['input'];
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it is kept from the guardians of a minor who asks. */
  readonly sensitive?: InputMaybe<Scalars['Boolean']['input']>;
  /** The question in one line of at most 200 characters. */
  readonly subject: Scalars['String']['input'];
  /** What it is about. The queue shows it to the whole helpdesk. */
  readonly topic: TicketTopic;
};

/** One read by the partner under its mandate. */
export type OwnDisclosure = {
  readonly __typename?: 'OwnDisclosure';
  /** When the partner asked. */
  readonly at: Scalars['DateTime']['output'];
  /** Stands for the access entry. It is not the id in a receipt. */
  readonly id: Scalars['ID']['output'];
  /** Whether it was answered. */
  readonly outcome: AccessOutcome;
  /** The people who were shown, and whom the mandate still covers. */
  readonly people?: Maybe<ReadonlyArray<DisclosedPerson>>;
};

/** A page of the partner's own reads. */
export type OwnDisclosureConnection = {
  readonly __typename?: 'OwnDisclosureConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<OwnDisclosureEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a page. */
export type OwnDisclosureEdge = {
  readonly __typename?: 'OwnDisclosureEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<OwnDisclosure>;
};

/** What a partner may do under the mandate in its token, and what it has been shown under it. */
export type OwnMandate = {
  readonly __typename?: 'OwnMandate';
  /** The partner's own reads under this mandate, newest first. A read appears once the access log has numbered it; reads of `myMandate` alone do not appear. */
  readonly disclosures?: Maybe<OwnDisclosureConnection>;
  /** The mandate itself: kind, categories, validity. */
  readonly mandate?: Maybe<Mandate>;
  /** What is left of the read budget for the purpose of the mandate, by window. */
  readonly readBudget: ReadonlyArray<ReadBudgetWindow>;
};


/** What a partner may do under the mandate in its token, and what it has been shown under it. */
export type OwnMandateDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * Where a page of a connection begins and ends. Cursors are sealed: only the principal who received one can use it. A field that
 * returns a connection takes `first` and `after`, or `last` and `before`, which its definition need not repeat: the first 20 rows where
 * neither `first` nor `last` is given, and at most 100. Both directions have the rows in the same order.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last row; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow. Towards the beginning (`last`), whether `before` was given: its row follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows precede. Towards the end, whether `after` was given: its row precedes. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first row; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** An organisation outside the municipality. */
export type Partner = {
  readonly __typename?: 'Partner';
  /** The same in every mandate. */
  readonly id: Scalars['ID']['output'];
  /** Under which the organisation is known. */
  readonly name: Scalars['String']['output'];
  /** Which kind of organisation it is. */
  readonly role: Role;
};

/** A client that obtains tokens for a partner. */
export type PartnerClient = {
  readonly __typename?: 'PartnerClient';
  /** When another officer approved it. */
  readonly approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the caller can approve it or its proposed change now: an officer who did not record or propose it. */
  readonly awaitsMyApproval: Scalars['Boolean']['output'];
  /** The categories to which its tokens are limited, whatever a mandate names; null where it is not limited. */
  readonly categories?: Maybe<ReadonlyArray<DataCategory>>;
  /** How the partner's operations desk is reached. */
  readonly contact: Scalars['String']['output'];
  /** The reason that the officer gave. */
  readonly endReason?: Maybe<Scalars['String']['output']>;
  /** When an officer ended it. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The keys that were replaced, while they are believed beside the new ones. */
  readonly formerJwks?: Maybe<Scalars['String']['output']>;
  /** Until when they are. */
  readonly formerJwksUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Its client identifier at the authorization server. */
  readonly id: Scalars['ID']['output'];
  /** Its public keys as JSON Web Key Set (RFC 7517); null where they are at an address. */
  readonly jwks?: Maybe<Scalars['String']['output']>;
  /** The https address of its public keys; null where they are in `jwks`. */
  readonly jwksUri?: Maybe<Scalars['String']['output']>;
  /** What the partner calls it. */
  readonly name: Scalars['String']['output'];
  /** For whom it asks. */
  readonly partner: Partner;
  /** The change that awaits the approval of another officer: the one that was proposed last. */
  readonly proposal?: Maybe<PartnerClientChange>;
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** Whether it can obtain tokens. */
  readonly status: PartnerClientStatus;
  /** The reason that the officer gave. */
  readonly suspendReason?: Maybe<Scalars['String']['output']>;
  /** When an officer suspended it; null where it is not suspended. */
  readonly suspendedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ids (`kid`) of the keys that are never believed again. */
  readonly withdrawnKeys: ReadonlyArray<Scalars['String']['output']>;
};

/** A change of a client that one officer proposed. */
export type PartnerClientChange = {
  readonly __typename?: 'PartnerClientChange';
  /** `approvePartnerClientChange` names it. */
  readonly id: Scalars['ID']['output'];
  /** The new public keys as JSON Web Key Set (RFC 7517). */
  readonly jwks?: Maybe<Scalars['String']['output']>;
  /** The https address of the new public keys. */
  readonly jwksUri?: Maybe<Scalars['String']['output']>;
  /** What would change. */
  readonly kind: PartnerClientChangeKind;
  /** For how many days of 24 hours the uploaded keys that it replaces are believed beside the new ones. */
  readonly overlapDays?: Maybe<Scalars['Int']['output']>;
  /** When it was proposed. */
  readonly proposedAt: Scalars['DateTime']['output'];
};

/** What another officer must approve before it changes a client. */
export const PartnerClientChangeKind = {
  /** It has other keys. */
  KEYS: 'KEYS',
  /** It goes on after it was suspended. */
  RESUMPTION: 'RESUMPTION'
} as const;

export type PartnerClientChangeKind = typeof PartnerClientChangeKind[keyof typeof PartnerClientChangeKind];
/** A page of clients. */
export type PartnerClientConnection = {
  readonly __typename?: 'PartnerClientConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<PartnerClientEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a page. */
export type PartnerClientEdge = {
  readonly __typename?: 'PartnerClientEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<PartnerClient>;
};

/** The client after the change. */
export type PartnerClientPayload = {
  readonly __typename?: 'PartnerClientPayload';
  /** Null where the change was refused. */
  readonly client?: Maybe<PartnerClient>;
};

/** Whether the client of a partner can obtain tokens. */
export const PartnerClientStatus = {
  /** Recorded; another officer must still approve it. */
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  /** An officer ended it, and its tokens with it. */
  ENDED: 'ENDED',
  /** It can obtain tokens, within the mandates of its partner. */
  IN_FORCE: 'IN_FORCE',
  /** An officer stopped it, and its tokens with it, until two officers let it go on. */
  SUSPENDED: 'SUSPENDED'
} as const;

export type PartnerClientStatus = typeof PartnerClientStatus[keyof typeof PartnerClientStatus];
/** A partner, with what its mandates await of the officers who administer them. */
export type PartnerOverview = {
  readonly __typename?: 'PartnerOverview';
  /** When its access ended: its tokens are refused since then; null while it has access. */
  readonly accessEndedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many of its mandates await an approval by the caller, as `Mandate.awaitsMyApproval` says. */
  readonly awaitingMyApproval: Scalars['Int']['output'];
  /** Its mandates by state, in the order of `MandateStatus`, also the states without any. */
  readonly mandateCounts: ReadonlyArray<MandateCount>;
  /** The organisation. */
  readonly partner: Partner;
  /** How many of its mandates have a proposed later seal that awaits an approval by the caller, as `Mandate.sealAwaitsMyApproval` says. */
  readonly sealsAwaitingMyApproval: Scalars['Int']['output'];
};

/** A page of partners. */
export type PartnerOverviewConnection = {
  readonly __typename?: 'PartnerOverviewConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<PartnerOverviewEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a page. */
export type PartnerOverviewEdge = {
  readonly __typename?: 'PartnerOverviewEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<PartnerOverview>;
};

/** What was paid at the counter. It stays as it is: the finance office corrects a mistake, outside the gateway. */
export type Payment = {
  readonly __typename?: 'Payment';
  /** In Canadian dollars, above zero. */
  readonly amount?: Maybe<Scalars['Money']['output']>;
  /** The same in every list. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** In cash or by card. */
  readonly method?: Maybe<PaymentMethod>;
  /** When it was paid. A guardian who lives elsewhere is told the day alone: the instant at which it began. */
  readonly paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** The `Purchase.id` of what it pays for; null where it was paid towards all that is owed. */
  readonly purchaseId?: Maybe<Scalars['ID']['output']>;
};

/** A page of a resident’s payments. It is for those who may see both what was bought and the balance. */
export type PaymentConnection = {
  readonly __typename?: 'PaymentConnection';
  /** The rows of this page. */
  readonly edges?: Maybe<ReadonlyArray<PaymentEdge>>;
  /** Where this page begins and ends. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** How many rows all pages have together. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type PaymentEdge = {
  readonly __typename?: 'PaymentEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor?: Maybe<Scalars['String']['output']>;
  /** What the row holds. */
  readonly node?: Maybe<Payment>;
};

/** How somebody paid at the counter. Nothing of a payment card is kept. */
export const PaymentMethod = {
  /** By debit or credit card, at the terminal. */
  CARD: 'CARD',
  /** In cash. */
  CASH: 'CASH'
} as const;

export type PaymentMethod = typeof PaymentMethod[keyof typeof PaymentMethod];
/** A person whom the recreation department serves. */
export type Person = {
  /** The range in which the person's age is today. */
  readonly ageBand?: Maybe<AgeBand>;
  /** As the person registered it. */
  readonly familyName?: Maybe<Scalars['String']['output']>;
  /** One or several, as the person registered them. */
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** The first letters of given name and family name. */
  readonly initials?: Maybe<Scalars['String']['output']>;
};

/** The policy by which this answer was decided. */
export type Policy = {
  readonly __typename?: 'Policy';
  /** What is permitted. What has no cell is withheld. */
  readonly cells: ReadonlyArray<PolicyCell>;
  /** What is prohibited. */
  readonly prohibitions: ReadonlyArray<PolicyProhibition>;
  /** SHA-256 of the whole policy, hex: each access entry names it. */
  readonly version: Scalars['String']['output'];
};


/** The policy by which this answer was decided. */
export type PolicyCellsArgs = {
  role?: InputMaybe<Role>;
};

/** What a role may see of a category for a purpose, under a relationship to the data subject, by one line of the policy. */
export type PolicyCell = {
  readonly __typename?: 'PolicyCell';
  /** What is shown. */
  readonly category: DataCategory;
  /** The clause of the privacy statement that the line comes from. */
  readonly clause: Scalars['String']['output'];
  /** What withholds it in spite of the line. */
  readonly exceptions: ReadonlyArray<PolicyException>;
  /** The line of the policy that permits it. */
  readonly line: Scalars['String']['output'];
  /** Why. */
  readonly purpose: Purpose;
  /** How the role is related to the data subject. */
  readonly relationship: Relationship;
  /** Who asks. */
  readonly role: Role;
  /** It is permitted only while all of these hold. */
  readonly when: ReadonlyArray<PolicyCondition>;
};

/** A fact about a data subject, beyond the relationship, that a decision can depend on. */
export const PolicyCondition = {
  /** The data subject or a member of the household is address-protected. */
  ADDRESS_PROTECTED: 'ADDRESS_PROTECTED',
  /** The principal is an adult of the data subject’s household. */
  ADULT_OF_THAT_HOUSEHOLD: 'ADULT_OF_THAT_HOUSEHOLD',
  /** The guardianship includes the address. */
  CARE_INCLUDES_ADDRESS: 'CARE_INCLUDES_ADDRESS',
  /** The guardianship includes the household. */
  CARE_INCLUDES_HOUSEHOLD: 'CARE_INCLUDES_HOUSEHOLD',
  /** The guardianship includes the support history. */
  CARE_INCLUDES_SUPPORT: 'CARE_INCLUDES_SUPPORT',
  /** The mandate names the category. */
  CATEGORY_NAMED: 'CATEGORY_NAMED',
  /** The credit check is open. */
  CREDIT_CHECK_OPEN: 'CREDIT_CHECK_OPEN',
  /** The debt is overdue and assigned to this agency. */
  OVERDUE_AND_ASSIGNED: 'OVERDUE_AND_ASSIGNED'
} as const;

export type PolicyCondition = typeof PolicyCondition[keyof typeof PolicyCondition];
/** A prohibition that can withhold what a line permits. */
export type PolicyException = {
  readonly __typename?: 'PolicyException';
  /** The clause of the privacy statement that it comes from. */
  readonly clause: Scalars['String']['output'];
  /** The line of the policy that prohibits. */
  readonly line: Scalars['String']['output'];
  /** It does not bind while one of these holds. */
  readonly unless: ReadonlyArray<PolicyCondition>;
  /** It binds only while all of these hold. */
  readonly when: ReadonlyArray<PolicyCondition>;
};

/** A line of the policy that says what may not be seen, whatever else permits it. */
export type PolicyProhibition = {
  readonly __typename?: 'PolicyProhibition';
  /** What it withholds. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** The clause of the privacy statement that it comes from. */
  readonly clause: Scalars['String']['output'];
  /** Its name. */
  readonly line: Scalars['String']['output'];
  /** The purposes for which it binds; null: every purpose. */
  readonly purposes?: Maybe<ReadonlyArray<Purpose>>;
  /** The roles that it binds; null: every role. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
  /** It does not bind while one of these holds. */
  readonly unless: ReadonlyArray<PolicyCondition>;
  /** It does not bind for these purposes. */
  readonly unlessPurposes: ReadonlyArray<Purpose>;
  /** It does not bind under these relationships. */
  readonly unlessRelationships: ReadonlyArray<Relationship>;
  /** It binds only while all of these hold. */
  readonly when: ReadonlyArray<PolicyCondition>;
};

/** A request to the privacy officer, with a number and a deadline. */
export type PrivacyRequest = Node & {
  readonly __typename?: 'PrivacyRequest';
  /** The text of the officer; null unless it is answered. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** Null unless it is answered. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who has taken it; null while it is not assigned. */
  readonly assignee?: Maybe<Employee>;
  /** The text of the person who asks. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Where to answer a sender without an account. */
  readonly contactEmail?: Maybe<Scalars['String']['output']>;
  /** 30 business days for access; the same for the rest. */
  readonly dueOn: Scalars['LocalDate']['output'];
  /** When it was filed. */
  readonly filedAt: Scalars['DateTime']['output'];
  /** Whether a guardian filed it for the minor who is the requester. What is written and answered here, that guardian can read. */
  readonly filedByGuardian?: Maybe<Scalars['Boolean']['output']>;
  /** What `Privacy-Case` and `@case` take. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** What is asked. */
  readonly kind: PrivacyRequestKind;
  /** What was written since it was filed, the oldest first. */
  readonly messages?: Maybe<ReadonlyArray<PrivacyRequestMessage>>;
  /** For people to quote: `R-` and eight digits, which say nothing about other requests. */
  readonly number: Scalars['String']['output'];
  /** The access entry that is questioned. */
  readonly questionedEntry?: Maybe<Scalars['ID']['output']>;
  /** Until when the person can have it opened again; null unless it is answered. */
  readonly reopenableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last opened again; null if it never was. */
  readonly reopenedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whose request it is, also where a guardian filed it; null for a sender without an account. */
  readonly requester?: Maybe<Resident>;
  /** Whether it is open, answered or withdrawn. */
  readonly status: PrivacyRequestStatus;
  /** Whether the sender was told by mail of the answer; null for a request of a resident, and before it is answered. */
  readonly told?: Maybe<RequestTold>;
  /** Null unless it is withdrawn. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of requests. */
export type PrivacyRequestConnection = {
  readonly __typename?: 'PrivacyRequestConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<PrivacyRequestEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. Null for more than 100 people: each person who is counted is logged. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type PrivacyRequestEdge = {
  readonly __typename?: 'PrivacyRequestEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<PrivacyRequest>;
};

/** What a person can ask of the privacy officer. */
export const PrivacyRequestKind = {
  /** To see everything that is held about oneself. */
  ACCESS: 'ACCESS',
  /** Questions one entry of the access log. */
  ACCESS_QUESTIONED: 'ACCESS_QUESTIONED',
  /** To say something. It needs no account. */
  COMMENT: 'COMMENT',
  /** To complain. It needs no account. */
  COMPLAINT: 'COMPLAINT',
  /** To have something corrected. */
  CORRECTION: 'CORRECTION',
  /** To ask something. It needs no account. */
  QUESTION: 'QUESTION'
} as const;

export type PrivacyRequestKind = typeof PrivacyRequestKind[keyof typeof PrivacyRequestKind];
/** One message about a request, while it was open. */
export type PrivacyRequestMessage = {
  readonly __typename?: 'PrivacyRequestMessage';
  /** What was written. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Whether the guardian wrote it who filed the request. */
  readonly fromGuardian?: Maybe<Scalars['Boolean']['output']>;
  /** Whether a privacy officer wrote it. */
  readonly fromStaff?: Maybe<Scalars['Boolean']['output']>;
  /** The same in every answer. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** When it was sent. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The order of a list of requests. */
export const PrivacyRequestOrder = {
  /** By the last day for the answer, the earliest first: of open requests, the overdue ones are the first. */
  DUE: 'DUE',
  /** By the instant at which they were filed, the newest first. */
  NEWEST: 'NEWEST'
} as const;

export type PrivacyRequestOrder = typeof PrivacyRequestOrder[keyof typeof PrivacyRequestOrder];
/** The request after the change. */
export type PrivacyRequestPayload = {
  readonly __typename?: 'PrivacyRequestPayload';
  /** Null where the change was refused. */
  readonly request?: Maybe<PrivacyRequest>;
};

/** The receipt for a sender. It holds no personal information. */
export type PrivacyRequestReceipt = {
  readonly __typename?: 'PrivacyRequestReceipt';
  /** The last day for the answer. */
  readonly dueOn: Scalars['LocalDate']['output'];
  /** For the sender to quote: `R-` and eight digits. */
  readonly number: Scalars['String']['output'];
  /** The `PrivacyRequest.id`. */
  readonly requestId: Scalars['ID']['output'];
  /** For a sender without an account: `requestState` and `requestByCode` take it together with the number. Null for all others. */
  readonly stateCode?: Maybe<Scalars['String']['output']>;
};

/** How far a request is. It holds nothing of what was written. */
export type PrivacyRequestState = {
  readonly __typename?: 'PrivacyRequestState';
  /** Null unless it is answered. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day for the answer. */
  readonly dueOn: Scalars['LocalDate']['output'];
  /** When it was filed. */
  readonly filedAt: Scalars['DateTime']['output'];
  /** What is asked. */
  readonly kind: PrivacyRequestKind;
  /** As on the receipt. */
  readonly number: Scalars['String']['output'];
  /** When it was last opened again; null if it never was. */
  readonly reopenedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is open, answered or withdrawn. */
  readonly status: PrivacyRequestStatus;
  /** Null unless it is withdrawn. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a request is. */
export const PrivacyRequestStatus = {
  /** It is answered and closed. */
  ANSWERED: 'ANSWERED',
  /** It awaits an answer. */
  OPEN: 'OPEN',
  /** It was taken back before it was answered, and is closed. */
  WITHDRAWN: 'WITHDRAWN'
} as const;

export type PrivacyRequestStatus = typeof PrivacyRequestStatus[keyof typeof PrivacyRequestStatus];
/** The privacy statement as it stood from a date on. */
export type PrivacyStatement = {
  readonly __typename?: 'PrivacyStatement';
  /** In their order. */
  readonly clauses: ReadonlyArray<StatementClause>;
  /** The first day on which it is in force. */
  readonly effectiveFrom: Scalars['LocalDate']['output'];
  /** All clauses, in the language of the answer. */
  readonly text: Scalars['String']['output'];
  /** What access entries name. */
  readonly version: Scalars['String']['output'];
};

/** What is to be erased. */
export type ProposeErasureInput = {
  /** 1 to 100 `AccessEntry.id` of entries about the person, as the caller knows them for this purpose. Neither the caller's own reads nor an erasure. */
  readonly entryIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Why, for the other officer: one line of at most 500 characters, such as the reference of an order. It holds nobody's name. */
  readonly reason: Scalars['String']['input'];
  /** The rule under which it is erased. */
  readonly rule: ErasureRule;
};

/** What a resident bought, at the price of that day. */
export type Purchase = {
  readonly __typename?: 'Purchase';
  /** For all of them, in Canadian dollars. */
  readonly amount?: Maybe<Scalars['Money']['output']>;
  /** The same in every list. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** When it was bought. A guardian who lives elsewhere is told the day alone: the instant at which it began. */
  readonly purchasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many, from 1 to 100. */
  readonly quantity?: Maybe<Scalars['Int']['output']>;
  /** What was bought. */
  readonly service?: Maybe<Service>;
  /** The first day on which a pass is valid, fixed by the purchase; null for what is not a pass. */
  readonly validFrom?: Maybe<Scalars['LocalDate']['output']>;
  /** The last day on which a pass is valid, fixed by the purchase; null for what is not a pass. */
  readonly validUntil?: Maybe<Scalars['LocalDate']['output']>;
};

/** Whether a person may buy a service. */
export const PurchaseAnswer = {
  /** Nothing stands in the way of the purchase. */
  MAY_BUY: 'MAY_BUY',
  /** The service has a minimum age, and the person has not reached it. */
  TOO_YOUNG: 'TOO_YOUNG'
} as const;

export type PurchaseAnswer = typeof PurchaseAnswer[keyof typeof PurchaseAnswer];
/** What a purchase of one service for a person would meet. */
export type PurchaseCheck = {
  readonly __typename?: 'PurchaseCheck';
  /** It tells no more than the age band: each minimum age is where one begins. */
  readonly answer?: Maybe<PurchaseAnswer>;
  /** What would be bought. */
  readonly service?: Maybe<Service>;
};

/** A page of a resident’s purchases. */
export type PurchaseConnection = {
  readonly __typename?: 'PurchaseConnection';
  /** The rows of this page. */
  readonly edges?: Maybe<ReadonlyArray<PurchaseEdge>>;
  /** Where this page begins and ends. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** How many rows all pages have together. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type PurchaseEdge = {
  readonly __typename?: 'PurchaseEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor?: Maybe<Scalars['String']['output']>;
  /** What the row holds. */
  readonly node?: Maybe<Purchase>;
};

/** What to buy, for whom. */
export type PurchaseInput = {
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** From 1 to 100. */
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
  /** The `Resident.id`, as the caller knows it. */
  readonly residentId: Scalars['ID']['input'];
  /** The `Service.id` from the catalogue. */
  readonly serviceId: Scalars['ID']['input'];
};

/** What was bought. */
export type PurchasePayload = {
  readonly __typename?: 'PurchasePayload';
  /** Null where the change was refused. */
  readonly purchase?: Maybe<Purchase>;
  /** For whom it was bought. */
  readonly resident?: Maybe<Resident>;
};

/** Why the principal asks. */
export const Purpose = {
  /** To review who looked at what, with people under pseudonyms. */
  ACCESS_REVIEW: 'ACCESS_REVIEW',
  /** To check an age. */
  AGE_VERIFICATION: 'AGE_VERIFICATION',
  /** To audit who looked at what, with people under pseudonyms. */
  CONTROL_AUDIT: 'CONTROL_AUDIT',
  /** To verify credit. */
  CREDIT_VERIFICATION: 'CREDIT_VERIFICATION',
  /** To help with a question to the helpdesk. */
  CUSTOMER_SUPPORT: 'CUSTOMER_SUPPORT',
  /** To collect an overdue debt. */
  DEBT_COLLECTION: 'DEBT_COLLECTION',
  /** To comply with a legal demand. */
  LEGAL_DEMAND: 'LEGAL_DEMAND',
  /** To maintain the system. */
  MAINTENANCE: 'MAINTENANCE',
  /** To prepare a lawful disclosure. */
  MANDATE_ADMINISTRATION: 'MANDATE_ADMINISTRATION',
  /** To take or explain a payment. */
  PAYMENT: 'PAYMENT',
  /** To answer a request about personal information. */
  RIGHTS_FULFILMENT: 'RIGHTS_FULFILMENT',
  /** To manage one's own affairs. */
  SELF_SERVICE: 'SELF_SERVICE',
  /** To provide a service that somebody asked for. */
  SERVICE_PROVISION: 'SERVICE_PROVISION',
  /** To administer which employee has which role. */
  STAFF_ADMINISTRATION: 'STAFF_ADMINISTRATION',
  /** To keep the website safe. */
  WEBSITE_SECURITY: 'WEBSITE_SECURITY'
} as const;

export type Purpose = typeof Purpose[keyof typeof Purpose];
/** What an employee acknowledges before the first use of a purpose. */
export type PurposeText = {
  readonly __typename?: 'PurposeText';
  /** When the caller acknowledged this version; null while not. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The purpose that the text is about. */
  readonly purpose: Purpose;
  /** Paragraphs in the language of the answer: what the purpose is for, what can be shown, and what the privacy statement promises. */
  readonly text: Scalars['String']['output'];
  /** Changes with the text, and with what the policy allows for the purpose. */
  readonly version: Scalars['String']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Newest first, without the reads that are sealed towards the caller. */
  readonly accessEntries?: Maybe<AccessEntryConnection>;
  /** The access log as a tree. It holds nothing about people. */
  readonly accessLog?: Maybe<AccessLog>;
  /** The receipt of an answer that the caller got for this purpose, as long as its entry is in the log; null for any other id. */
  readonly accessReceipt?: Maybe<AccessReceipt>;
  /** Accounts of the residents whom the caller may read one by one. */
  readonly accounts?: Maybe<AccountConnection>;
  /** The employees who can take a case of the declared purpose: the principal and those with the same role, by name. */
  readonly colleagues?: Maybe<EmployeeConnection>;
  /** The encounter, ticket or request that the operation names as its case. */
  readonly currentCase?: Maybe<Case>;
  /** The access entries whose principal is outside the municipality, newest first. */
  readonly disclosures?: Maybe<AccessEntryConnection>;
  /** The employees by name. Every given condition must hold. */
  readonly employees?: Maybe<EmployeeConnection>;
  /** The erasures that the caller can approve now, the oldest first: those that another officer proposed in the last 30 days. At most 100. */
  readonly erasuresToApprove?: Maybe<ReadonlyArray<Erasure>>;
  /** How each clerk who began encounters in a time knew whom to serve: who most often said that the person is known comes first. At most 100 clerks. */
  readonly identifications?: Maybe<ReadonlyArray<Identifications>>;
  /** One mandate; null where there is none, or where it is not the caller's. */
  readonly mandate?: Maybe<Mandate>;
  /** The mandates that were recorded, the newest first. Every given condition must hold. */
  readonly mandates?: Maybe<MandateConnection>;
  /** The resident who asks. */
  readonly me?: Maybe<Resident>;
  /** For partners: the mandate in the token, while it is in force. */
  readonly myMandate?: Maybe<OwnMandate>;
  /**
   * The object that has this id, of whatever type. It is found as by the root field of its type (`resident`, `ticket`, …): with the same
   * rows, decisions and log entries. An unknown id, and one that the principal may not find, give null. The type of the object cannot be
   * told from what is read, so every one of these root fields that is open to the principal is read.
   */
  readonly node?: Maybe<Node>;
  /** The encounter that the employee has open, for whichever purpose; null where there is none. It names the case and the purpose to go on with. */
  readonly openEncounter?: Maybe<Encounter>;
  /** The clients of partners, the newest first. Every given condition must hold. */
  readonly partnerClients?: Maybe<PartnerClientConnection>;
  /** The partners by name, with the mandates that the caller finds in `mandates`. Every given condition must hold. */
  readonly partners?: Maybe<PartnerOverviewConnection>;
  /** The policy in force: who may ever see what. It holds nothing about people. */
  readonly policy?: Maybe<Policy>;
  /** The statement in force at an instant; left out: now. */
  readonly privacyStatement?: Maybe<PrivacyStatement>;
  /** For employees: the texts of the purposes that the caller's role can declare. It needs no purpose. */
  readonly purposeTexts?: Maybe<ReadonlyArray<PurposeText>>;
  /** One request among those of `requests`. */
  readonly request?: Maybe<PrivacyRequest>;
  /** The request of a sender without an account, with what was written and answered. Null, and refused, as `requestState`. It needs the purpose SELF_SERVICE, and each time that it finds something is logged. */
  readonly requestByCode?: Maybe<PrivacyRequest>;
  /** How far a request of a sender without an account is; null where number and code do not belong together. Wrong ones are counted, and refused when there are too many. */
  readonly requestState?: Maybe<PrivacyRequestState>;
  /** The requests to the privacy officer that the caller may see. Every given condition must hold. */
  readonly requests?: Maybe<PrivacyRequestConnection>;
  /** One resident; null where there is none, or where the caller may not know of one. */
  readonly resident?: Maybe<Resident>;
  /** The resident who has a membership card; null where nobody has it, such as a card that was replaced, or where the caller may not know of the person. */
  readonly residentByCard?: Maybe<Resident>;
  /** The residents whom the caller may read one by one. */
  readonly residents?: Maybe<ResidentConnection>;
  /** Mandates that another officer revoked in the last 30 days, the newest first: each officer reads why. */
  readonly revocationsToReview?: Maybe<ReadonlyArray<Mandate>>;
  /** Mandates whose seal ends within 30 days, or ended within the last 30, the earliest first. */
  readonly sealsToReview?: Maybe<ReadonlyArray<Mandate>>;
  /** One service of the catalogue. */
  readonly service?: Maybe<Service>;
  /** The catalogue, open to all callers. */
  readonly services?: Maybe<ServiceConnection>;
  /** The statement in force, until the resident who asks has acknowledged it; then null. Nothing waits for it. Nobody acknowledges it for somebody else, such as a minor. */
  readonly statementToAcknowledge?: Maybe<PrivacyStatement>;
  /** One ticket; null where there is none, or where the caller may not know of it. */
  readonly ticket?: Maybe<Ticket>;
  /** Every given condition must hold. */
  readonly tickets?: Maybe<TicketConnection>;
  /** How many visits each browser, platform or section had. */
  readonly webVisitStatistics?: Maybe<ReadonlyArray<WebVisitStatistic>>;
  /** Newest first. */
  readonly webVisits?: Maybe<WebVisitConnection>;
  /**
   * Who may read the caller's own record now, and why: open encounters, tickets and requests that an employee works on, and mandates in force
   * that name the caller; the newest first. A mandate that a court keeps secret for a time is not in it until then; such mandates can exist.
   */
  readonly whoMayLook?: Maybe<ReadonlyArray<AccessGround>>;
};


export type QueryAccessEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  pseudonym?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccessReceiptArgs = {
  entry: Scalars['ID']['input'];
};


export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryColleaguesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  pseudonym?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  awaitsMyApproval?: InputMaybe<Scalars['Boolean']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  hasRole?: InputMaybe<Role>;
  last?: InputMaybe<Scalars['Int']['input']>;
  reviewDueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  status?: InputMaybe<EmployeeStatus>;
};


export type QueryIdentificationsArgs = {
  from: Scalars['DateTime']['input'];
  until: Scalars['DateTime']['input'];
};


export type QueryMandateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMandatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  awaitsMyApproval?: InputMaybe<Scalars['Boolean']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<MandateKind>;
  lapsesSoon?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  sealAwaitsMyApproval?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<MandateStatus>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPartnerClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  awaitsMyApproval?: InputMaybe<Scalars['Boolean']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<PartnerClientStatus>;
};


export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  awaitsMyApproval?: InputMaybe<Scalars['Boolean']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<Role>;
};


export type QueryPrivacyStatementArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRequestByCodeArgs = {
  code: Scalars['String']['input'];
  number: Scalars['String']['input'];
};


export type QueryRequestStateArgs = {
  code: Scalars['String']['input'];
  number: Scalars['String']['input'];
};


export type QueryRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  assignment?: InputMaybe<CaseAssignment>;
  before?: InputMaybe<Scalars['String']['input']>;
  dueFrom?: InputMaybe<Scalars['LocalDate']['input']>;
  dueUntil?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<PrivacyRequestKind>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PrivacyRequestOrder>;
  status?: InputMaybe<PrivacyRequestStatus>;
};


export type QueryResidentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryResidentByCardArgs = {
  cardNumber: Scalars['String']['input'];
};


export type QueryResidentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResidentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ResidentOrder>;
};


export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  assignment?: InputMaybe<CaseAssignment>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  openedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  openedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  orderBy?: InputMaybe<TicketOrder>;
  status?: InputMaybe<TicketStatus>;
  topic?: InputMaybe<TicketTopic>;
};


export type QueryWebVisitStatisticsArgs = {
  by?: InputMaybe<WebVisitDimension>;
};


export type QueryWebVisitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWhoMayLookArgs = {
  kind?: InputMaybe<AccessNeedKind>;
};

/** Distinct data subjects that answers for one purpose may show in a window. */
export type ReadBudgetWindow = {
  readonly __typename?: 'ReadBudgetWindow';
  /** When the window ends, and the next one begins with nothing used. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** How many more may be shown. */
  readonly left: Scalars['Int']['output'];
  /** How many data subjects in all. */
  readonly limit: Scalars['Int']['output'];
  /** Before this answer. */
  readonly used: Scalars['Int']['output'];
  /** Which window. */
  readonly window: BudgetWindow;
};

/** Which mandate an officer reconfirms. */
export type ReconfirmMandateInput = {
  /** The `Mandate.id` of an approved mandate with an open end, which another officer recorded. */
  readonly mandateId: Scalars['ID']['input'];
};

/** What a document says that gives a partner its authority. */
export type RecordMandateInput = {
  /** What the document lets the partner see. */
  readonly categories: ReadonlyArray<DataCategory>;
  /** Who issued it: one line of at most 200 characters. */
  readonly issuer: Scalars['String']['input'];
  /** Which kind of document it is. */
  readonly kind: MandateKind;
  /** The `Partner.id`, of a partner whose role the kind is for. */
  readonly partnerId: Scalars['ID']['input'];
  /** The number or mark on the document: one line of at most 200 characters. */
  readonly reference: Scalars['String']['input'];
  /** Only for court orders: until then, reads under it are not shown to their data subjects. */
  readonly sealedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** The `Resident.id` of each person whom the document names. */
  readonly subjectIds: ReadonlyArray<Scalars['ID']['input']>;
  /** From this instant on. */
  readonly validFrom: Scalars['DateTime']['input'];
  /** Before this instant, which is later than `validFrom`; left out: the document names no end, so that officers reconfirm it every 90 days. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What was paid, by whom. */
export type RecordPaymentInput = {
  /** In Canadian cents: from 1 to what is owed, or to what is left to pay of the purchase. */
  readonly cents: Scalars['Int']['input'];
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** In cash or by card. */
  readonly method: PaymentMethod;
  /** The `Purchase.id` of what it pays for; left out: it is paid towards all that is owed. */
  readonly purchaseId?: InputMaybe<Scalars['ID']['input']>;
  /** The `Resident.id`, as the caller knows it. */
  readonly residentId: Scalars['ID']['input'];
};

/** What was paid. */
export type RecordPaymentPayload = {
  readonly __typename?: 'RecordPaymentPayload';
  /** Null where the change was refused. */
  readonly payment?: Maybe<Payment>;
  /** Who has paid. */
  readonly resident?: Maybe<Resident>;
};

/** The client of a partner. */
export type RegisterPartnerClientInput = {
  /** Limits its tokens to these categories, whatever a mandate names; left out: no limit. */
  readonly categories?: InputMaybe<ReadonlyArray<DataCategory>>;
  /** How the partner's operations desk is reached, without a person's name: one line of at most 200 characters. */
  readonly contact: Scalars['String']['input'];
  /** Its public keys as JSON Web Key Set (RFC 7517), or `jwksUri`. */
  readonly jwks?: InputMaybe<Scalars['String']['input']>;
  /** The https address of its public keys, or `jwks`. */
  readonly jwksUri?: InputMaybe<Scalars['String']['input']>;
  /** What the partner calls it: one line of at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** The `Partner.id`, of a partner whose access has not ended. */
  readonly partnerId: Scalars['ID']['input'];
};

/** A person to put on record. What is optional may be left out. */
export type RegisterResidentInput = {
  /** Where the person lives. */
  readonly address?: InputMaybe<AddressInput>;
  /** Not in the future. */
  readonly birthDate: Scalars['LocalDate']['input'];
  /** A mail address (RFC 5321) of at most 254 characters. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** One line of at most 100 characters. */
  readonly familyName: Scalars['String']['input'];
  /** One line of at most 100 characters. */
  readonly givenName: Scalars['String']['input'];
  /** E.164, such as +17805550100. */
  readonly mobilePhone?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as +17805550100. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** The person who was put on record. */
export type RegisterResidentPayload = {
  readonly __typename?: 'RegisterResidentPayload';
  /** Null where the change was refused. */
  readonly resident?: Maybe<Resident>;
};

/** How a principal is related to a data subject now. */
export const Relationship = {
  /** The data subject asked the ticket that is assigned to the principal. */
  ASSIGNED_TICKET: 'ASSIGNED_TICKET',
  /** The principal is serving the data subject, or an adult of a minor's home. */
  ENCOUNTER: 'ENCOUNTER',
  /** The data subject is a minor in the principal's care. */
  GUARDIAN: 'GUARDIAN',
  /** Both are adults who live together. */
  HOUSEHOLD: 'HOUSEHOLD',
  /** The principal's mandate covers the data subject. */
  MANDATE: 'MANDATE',
  /** No other relationship holds. */
  NONE: 'NONE',
  /** The data subject filed the request that the principal is answering. */
  OPEN_REQUEST: 'OPEN_REQUEST',
  /** They are the same person. */
  SELF: 'SELF'
} as const;

export type Relationship = typeof Relationship[keyof typeof Relationship];
/** An employee whose code was lost, or is too old. */
export type RenewInvitationInput = {
  /** The `Employee.id` of an employee who is invited. */
  readonly employeeId: Scalars['ID']['input'];
};

/** An answered request of a sender without an account. */
export type ReopenRequestByCodeInput = {
  /** Why: it becomes a message of at most 4,000 characters. */
  readonly body: Scalars['String']['input'];
  /** The `PrivacyRequestReceipt.stateCode`. */
  readonly code: Scalars['String']['input'];
  /** The `PrivacyRequestReceipt.number`. */
  readonly number: Scalars['String']['input'];
};

/** An answered request that is opened again. */
export type ReopenRequestInput = {
  /** Why: it becomes a message of at most 4,000 characters. */
  readonly body: Scalars['String']['input'];
  /** The `PrivacyRequest.id` of an answered request. */
  readonly requestId: Scalars['ID']['input'];
};

/** A closed ticket that goes on. */
export type ReopenTicketInput = {
  /** The `Ticket.id` of a closed ticket of the caller. */
  readonly ticketId: Scalars['ID']['input'];
};

/** Whose card is replaced. */
export type ReplaceCardInput = {
  /** The `Resident.id`, as the caller knows it. */
  readonly residentId: Scalars['ID']['input'];
};

/** The resident after the change. */
export type ReplaceCardPayload = {
  readonly __typename?: 'ReplaceCardPayload';
  /** Null where the change was refused. */
  readonly resident?: Maybe<Resident>;
};

/** Other keys of a client. */
export type ReplacePartnerClientKeysInput = {
  /** The `PartnerClient.id` of an approved client. */
  readonly clientId: Scalars['ID']['input'];
  /** Its new public keys as JSON Web Key Set (RFC 7517), none of which was withdrawn, or `jwksUri`. */
  readonly jwks?: InputMaybe<Scalars['String']['input']>;
  /** The https address of its new public keys, or `jwks`. */
  readonly jwksUri?: InputMaybe<Scalars['String']['input']>;
  /** For how many days of 24 hours, at most 30, uploaded keys are believed beside those that replace them; left out: 7. Keys at an address have no overlap: the partner publishes both sets there. */
  readonly overlapDays?: InputMaybe<Scalars['Int']['input']>;
};

/** A message about a request. */
export type ReplyToRequestInput = {
  /** The text, of at most 4,000 characters. */
  readonly body: Scalars['String']['input'];
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** The `PrivacyRequest.id` of an open request. */
  readonly requestId: Scalars['ID']['input'];
};

/** A message to add. */
export type ReplyToTicketInput = {
  /** The text, of at most 4,000 characters. */
  readonly body: Scalars['String']['input'];
  /** The `Ticket.id` of an open ticket. */
  readonly ticketId: Scalars['ID']['input'];
};

/** What became of the mail that tells a sender without an account of the newest change. */
export const RequestTold = {
  /** The mail server refuses the address. */
  REFUSED: 'REFUSED',
  /** The mail server has taken it. */
  TOLD: 'TOLD',
  /** It waits for the mail server. */
  WAITING: 'WAITING'
} as const;

export type RequestTold = typeof RequestTold[keyof typeof RequestTold];
/** A person on record whom the municipality serves. */
export type Resident = Node & Person & {
  readonly __typename?: 'Resident';
  /** Every read about this person, newest first. */
  readonly accessHistory?: Maybe<AccessHistoryConnection>;
  /** Always there; what it holds is decided field by field. */
  readonly account?: Maybe<Account>;
  /** Always there; what it holds is decided field by field. */
  readonly address?: Maybe<Address>;
  /** The range in which the person's age is today. */
  readonly ageBand?: Maybe<AgeBand>;
  /** A date that is not in the future. */
  readonly birthDate?: Maybe<Scalars['LocalDate']['output']>;
  /** Of the membership card: 16 digits, the last of which checks the others. It is drawn at random and tells nothing about the person. */
  readonly cardNumber?: Maybe<Scalars['String']['output']>;
  /** Since when the card has this number: since the registration, or since the latest card was reported as lost. */
  readonly cardSince?: Maybe<Scalars['DateTime']['output']>;
  /** Since when mail address, telephone numbers and address are all unchanged: since the registration, or since the latest change of any. */
  readonly contactSince?: Maybe<Scalars['DateTime']['output']>;
  /** A mail address (RFC 5321). */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The first letter: a***@*** */
  readonly emailHint?: Maybe<Scalars['String']['output']>;
  /** As the person registered it. */
  readonly familyName?: Maybe<Scalars['String']['output']>;
  /** One or several, as the person registered them. */
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** The minors in this resident's care. */
  readonly guardianships?: Maybe<ReadonlyArray<Guardianship>>;
  /** Those with whom the resident lives. */
  readonly household?: Maybe<Household>;
  /** A partner sees its own pseudonym here, which no other partner can match. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Since when names and birth date are unchanged: since the registration, or since the latest correction. */
  readonly identitySince?: Maybe<Scalars['DateTime']['output']>;
  /** The first letters of given name and family name. */
  readonly initials?: Maybe<Scalars['String']['output']>;
  /** E.164, such as +17805550100. */
  readonly mobilePhone?: Maybe<Scalars['String']['output']>;
  /** Newest first. Seen with both categories, PURCHASE here and BALANCE within: who may see a balance need not see when it was paid. */
  readonly payments?: Maybe<PaymentConnection>;
  /** E.164, such as +17805550100. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The last two digits: **42 */
  readonly phoneHint?: Maybe<Scalars['String']['output']>;
  /** Whether this person may buy a service, to show it before the purchase; null for a service that the catalogue does not have. */
  readonly purchaseCheck?: Maybe<PurchaseCheck>;
  /** Newest first. */
  readonly purchases?: Maybe<PurchaseConnection>;
  /** Newest first. */
  readonly tickets?: Maybe<TicketHistoryConnection>;
  /** Another address that was given for the record. It becomes `email` once the link is opened that was mailed to it. */
  readonly waitingEmail?: Maybe<Scalars['String']['output']>;
};


/** A person on record whom the municipality serves. */
export type ResidentAccessHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person on record whom the municipality serves. */
export type ResidentPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person on record whom the municipality serves. */
export type ResidentPurchaseCheckArgs = {
  serviceId: Scalars['ID']['input'];
};


/** A person on record whom the municipality serves. */
export type ResidentPurchasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person on record whom the municipality serves. */
export type ResidentTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of residents. */
export type ResidentConnection = {
  readonly __typename?: 'ResidentConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<ResidentEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many residents match among those that the principal may read one by one. Null for more than 100 people: each person who is counted is logged. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type ResidentEdge = {
  readonly __typename?: 'ResidentEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<Resident>;
};

/** Every given condition must hold. A condition on a field that the principal may not read for every row is refused. */
export type ResidentFilter = {
  /** In this range today. */
  readonly ageBand?: InputMaybe<AgeBand>;
  /** Exactly this date. */
  readonly birthDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Exactly this mail address, whatever the case. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The family name begins with this, whatever the case. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** The given name begins with this, whatever the case. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this city, town or village, whatever the case. */
  readonly locality?: InputMaybe<Scalars['String']['input']>;
  /** Exactly this number, E.164: `phone`, not `mobilePhone`. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** What residents are sorted by. */
export const ResidentOrder = {
  /** The oldest people first. */
  BIRTH_DATE: 'BIRTH_DATE',
  /** From A to Z. */
  FAMILY_NAME: 'FAMILY_NAME',
  /** From A to Z. */
  GIVEN_NAME: 'GIVEN_NAME',
  /** From A to Z. */
  LOCALITY: 'LOCALITY',
  /** A fixed order, which tells nothing about a person. */
  REGISTRATION: 'REGISTRATION'
} as const;

export type ResidentOrder = typeof ResidentOrder[keyof typeof ResidentOrder];
/** Which client goes on. */
export type ResumePartnerClientInput = {
  /** The `PartnerClient.id` of a suspended client. */
  readonly clientId: Scalars['ID']['input'];
};

/** Which mandate an officer ends. */
export type RevokeMandateInput = {
  /** The `Mandate.id` of a mandate that is not revoked yet. */
  readonly mandateId: Scalars['ID']['input'];
  /** Without a name: other officers read it in `revocationsToReview`. */
  readonly reason: Scalars['String']['input'];
};

/** What the principal is to the municipality. */
export const Role = {
  /** Nobody in particular: a client without a token. */
  ANONYMOUS: 'ANONYMOUS',
  /** A company that collects overdue debts. */
  COLLECTION_AGENCY: 'COLLECTION_AGENCY',
  /** A body that audits the municipality. */
  CONTROL_AGENCY: 'CONTROL_AGENCY',
  /** A company that verifies credit. */
  CREDIT_REPORTING_AGENCY: 'CREDIT_REPORTING_AGENCY',
  /** An employee who serves people at the counter or on the phone. */
  CUSTOMER_SERVICE: 'CUSTOMER_SERVICE',
  /** A police service, or another body that enforces the law. */
  LAW_ENFORCEMENT: 'LAW_ENFORCEMENT',
  /** A company that maintains the system. */
  MAINTENANCE_AGENT: 'MAINTENANCE_AGENT',
  /** An employee who answers requests, prepares lawful disclosures or reviews the access log. */
  PRIVACY_OFFICER: 'PRIVACY_OFFICER',
  /** A person on record who acts for themselves or for those in their care. */
  RESIDENT: 'RESIDENT',
  /** An employee who keeps the website safe. */
  SECURITY: 'SECURITY',
  /** An employee who administers which colleague has which role. */
  STAFF_ADMINISTRATOR: 'STAFF_ADMINISTRATOR',
  /** An employee of the helpdesk. */
  SUPPORT: 'SUPPORT'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** Which rows a root field can return. Rows outside are not counted, not paged over, and not distinguishable from rows that do not exist. */
export const RowScope = {
  /** Every row; its data subject can have any relationship that the role can have. */
  ALL: 'ALL',
  /** Those who asked the tickets that are assigned to the principal. */
  ASSIGNED_TICKET: 'ASSIGNED_TICKET',
  /** The principal and the minors in their care. */
  CARE: 'CARE',
  /** The resident being served, and the minors of the household. */
  ENCOUNTER: 'ENCOUNTER',
  /** The principal, the minors in their care, and the adults of the household. */
  FAMILY: 'FAMILY',
  /** Those whom the mandate in force covers. */
  MANDATE: 'MANDATE',
  /** Nothing personal: every row. */
  OPEN: 'OPEN',
  /** Those who filed the requests that the principal is answering. */
  OPEN_REQUEST: 'OPEN_REQUEST',
  /** Every row of a queue, as ALL. The rows do not tell who they are about, so entering the field alone makes no access entry. */
  QUEUE: 'QUEUE',
  /** The principal's own rows. */
  SELF: 'SELF'
} as const;

export type RowScope = typeof RowScope[keyof typeof RowScope];
/** The request whose sender a code proves. */
export type SendContactCodeInput = {
  /** The text of the request, of at most 4,000 characters; the code is for this text. */
  readonly body: Scalars['String']['input'];
  /** The mail address (RFC 5321) to which the code goes, of at most 254 characters. */
  readonly contactEmail: Scalars['String']['input'];
  /** QUESTION, COMMENT or COMPLAINT. */
  readonly kind: PrivacyRequestKind;
};

/** What is the same for every address. */
export type SendContactCodePayload = {
  readonly __typename?: 'SendContactCodePayload';
  /** Until when the code can be used. */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** Something that the recreation department offers: a pass, a course, a rental. */
export type Service = Node & {
  readonly __typename?: 'Service';
  /** What it includes. */
  readonly description: Scalars['String']['output'];
  /** What `purchase` takes. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** In whole years, always where an age band begins; null where there is none. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** As it is offered. */
  readonly name: Scalars['String']['output'];
  /** For one of it, in Canadian dollars. */
  readonly price: Scalars['Money']['output'];
  /** For a pass: how many days it is valid, with the day on which it is bought. Null for what is not a pass. */
  readonly validDays?: Maybe<Scalars['Int']['output']>;
};

/** A page of services. */
export type ServiceConnection = {
  readonly __typename?: 'ServiceConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<ServiceEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a page. */
export type ServiceEdge = {
  readonly __typename?: 'ServiceEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node: Service;
};

/** Whom an employee begins to serve. */
export type StartEncounterInput = {
  /** How the employee knows that it is this person. ANSWERS_MATCHED needs a `MATCH` of confirmIdentity for the same person in the last ten minutes, which serves one encounter. */
  readonly identifiedBy: IdentityEvidence;
  /** The `Resident.id` of a search result. */
  readonly residentId: Scalars['ID']['input'];
};

/** One promise of the statement. The policy names the clauses that it follows from. */
export type StatementClause = {
  readonly __typename?: 'StatementClause';
  /** The same in each version that has the clause. */
  readonly name: Scalars['String']['output'];
  /** In the language of the answer. */
  readonly text: Scalars['String']['output'];
};

/** Which client an officer suspends. */
export type SuspendPartnerClientInput = {
  /** The `PartnerClient.id` of a client that is in force. */
  readonly clientId: Scalars['ID']['input'];
  /** Without a name: other officers read it. */
  readonly reason: Scalars['String']['input'];
};

/** A question to the helpdesk. The queue shows number, topic, age and assignee; the rest needs the ticket's assignment. */
export type Ticket = Node & {
  readonly __typename?: 'Ticket';
  /** Who has taken it; null while it is not assigned. */
  readonly assignee?: Maybe<Employee>;
  /** Null while it is open. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What `Privacy-Case` and `@case` take. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The oldest first. */
  readonly messages?: Maybe<ReadonlyArray<TicketMessage>>;
  /** For people to quote: `T-` and eight digits, which say nothing about other tickets. A partner sees a number of its own. */
  readonly number: Scalars['String']['output'];
  /** When it was asked. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Who asked. */
  readonly requester?: Maybe<Resident>;
  /** Whether it is kept from the guardians of a minor who asked. */
  readonly sensitive?: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is closed. */
  readonly status: TicketStatus;
  /** The question in one line. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** What it is about. */
  readonly topic: TicketTopic;
  /** When the oldest message was sent that the resident who reads this has not marked as read; null where there is none. Each resident has an own mark, and employees have none: for them it is always null. */
  readonly unreadSince?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of tickets. */
export type TicketConnection = {
  readonly __typename?: 'TicketConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<TicketEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. Null for more than 100 people: each person who is counted is logged. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type TicketEdge = {
  readonly __typename?: 'TicketEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<Ticket>;
};

/** A resident's own support history. */
export type TicketHistoryConnection = {
  readonly __typename?: 'TicketHistoryConnection';
  /** The rows of this page. */
  readonly edges?: Maybe<ReadonlyArray<TicketHistoryEdge>>;
  /** Where this page begins and ends. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** How many rows all pages have together. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A row of a page. */
export type TicketHistoryEdge = {
  readonly __typename?: 'TicketHistoryEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor?: Maybe<Scalars['String']['output']>;
  /** What the row holds. */
  readonly node?: Maybe<Ticket>;
};

/** One message of a ticket. */
export type TicketMessage = {
  readonly __typename?: 'TicketMessage';
  /** The resident who asked, or an employee of the helpdesk. */
  readonly author?: Maybe<MessageAuthor>;
  /** What was written. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Whether an employee wrote it, also where the author is withheld. */
  readonly fromStaff?: Maybe<Scalars['Boolean']['output']>;
  /** The same in every answer. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** When it was sent. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/** By the instant at which it was opened. */
export const TicketOrder = {
  /** The youngest ticket first. */
  NEWEST: 'NEWEST',
  /** The ticket that waits longest first. */
  OLDEST: 'OLDEST'
} as const;

export type TicketOrder = typeof TicketOrder[keyof typeof TicketOrder];
/** The ticket after the change. */
export type TicketPayload = {
  readonly __typename?: 'TicketPayload';
  /** Null where the change was refused. */
  readonly ticket?: Maybe<Ticket>;
};

/** Whether the helpdesk is done with a ticket. */
export const TicketStatus = {
  /** Nobody can reply any more. */
  CLOSED: 'CLOSED',
  /** It awaits an answer or a closing. */
  OPEN: 'OPEN'
} as const;

export type TicketStatus = typeof TicketStatus[keyof typeof TicketStatus];
/** What a question to the helpdesk is about. */
export const TicketTopic = {
  /** Anything else. */
  OTHER: 'OTHER',
  /** Prices, bills and refunds. */
  PAYMENT: 'PAYMENT',
  /** Being put on record, or enrolling. */
  REGISTRATION: 'REGISTRATION',
  /** Accounts and passwords. */
  SIGNING_IN: 'SIGNING_IN',
  /** Pages that do not work. */
  WEBSITE: 'WEBSITE'
} as const;

export type TicketTopic = typeof TicketTopic[keyof typeof TicketTopic];
/** Whose claim is undone. */
export type UndoClaimInput = {
  /** The `Resident.id` of the resident whom the request is about. */
  readonly residentId: Scalars['ID']['input'];
};

/** What became of the claim. */
export type UndoClaimPayload = {
  readonly __typename?: 'UndoClaimPayload';
  /** Whether the account is disconnected; null where it was refused. */
  readonly isUndone?: Maybe<Scalars['Boolean']['output']>;
};

/** What is left out stays as it is; null removes it. */
export type UpdateContactInput = {
  /** The whole address, also where only a part of it changes. */
  readonly address?: InputMaybe<AddressInput>;
  /** A mail address (RFC 5321) of at most 254 characters. It is on record once the link is opened that is mailed to it, and is `waitingEmail` until then. Where there is none, one that an employee gives is on record at once. The old one is told. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as +17805550100. */
  readonly mobilePhone?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as +17805550100. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The `Resident.id`, as the caller knows it. */
  readonly residentId: Scalars['ID']['input'];
};

/** The resident after the change. */
export type UpdateContactPayload = {
  readonly __typename?: 'UpdateContactPayload';
  /** Null where the change was refused. */
  readonly resident?: Maybe<Resident>;
};

/**
 * A visit to the website. Nothing joins it to a person. Where the statistics suppress the count of its browser, platform or section, all
 * but its time is null, so that neither counting visits nor comparing their values gives a suppressed count.
 */
export type WebVisit = {
  readonly __typename?: 'WebVisit';
  /** Its name, without a version. */
  readonly browser?: Maybe<Scalars['String']['output']>;
  /** Null where nothing was downloaded, too. */
  readonly download?: Maybe<Scalars['String']['output']>;
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** IPv4 or IPv6. */
  readonly networkAddress?: Maybe<Scalars['String']['output']>;
  /** The operating system, without a version. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** The part of the website. */
  readonly section?: Maybe<Scalars['String']['output']>;
  /** To the hour. */
  readonly visitedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of visits to the website. */
export type WebVisitConnection = {
  readonly __typename?: 'WebVisitConnection';
  /** The rows of this page. */
  readonly edges: ReadonlyArray<WebVisitEdge>;
  /** Where this page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many rows all pages have together. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What visits are counted by. */
export const WebVisitDimension = {
  /** The name of the browser. */
  BROWSER: 'BROWSER',
  /** The operating system. */
  PLATFORM: 'PLATFORM',
  /** The part of the website. */
  SECTION: 'SECTION'
} as const;

export type WebVisitDimension = typeof WebVisitDimension[keyof typeof WebVisitDimension];
/** A row of a page. */
export type WebVisitEdge = {
  readonly __typename?: 'WebVisitEdge';
  /** The place of this row: a page can begin after it, or end before it. */
  readonly cursor: Scalars['String']['output'];
  /** What the row holds. */
  readonly node?: Maybe<WebVisit>;
};

/**
 * Counts below 11 are withheld, with the complements that would give them away. A visit with a value whose count is withheld counts
 * nowhere: it is in no other count either. There are no statistics where the values alone would give the counts away.
 */
export type WebVisitStatistic = {
  readonly __typename?: 'WebVisitStatistic';
  /** Tells it from the other items of a list. It differs for each reader and purpose, and nothing takes it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** A section, browser or platform. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Null where suppressed. */
  readonly visits?: Maybe<Scalars['Int']['output']>;
};

/** Which key of a client is believed no more. */
export type WithdrawPartnerClientKeyInput = {
  /** The `PartnerClient.id` of a client that is not ended. */
  readonly clientId: Scalars['ID']['input'];
  /** The id (`kid`) of the key. */
  readonly keyId: Scalars['String']['input'];
};

/** A request that is taken back. */
export type WithdrawRequestInput = {
  /** The `PrivacyRequest.id` of an own open request, or of one that the caller filed for a minor. */
  readonly requestId: Scalars['ID']['input'];
};

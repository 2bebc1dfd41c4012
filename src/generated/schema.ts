export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339, in UTC. */
  DateTime: { input: string; output: string; }
  /** A calendar date, RFC 3339 full-date. */
  LocalDate: { input: string; output: string; }
  /** An amount in Canadian dollars with two decimals, as a string: "-12.50". */
  Money: { input: string; output: string; }
};

/** The record of one operation's sensitive reads. */
export type AccessEntry = {
  readonly __typename?: 'AccessEntry';
  readonly at: Scalars['DateTime']['output'];
  readonly authority?: Maybe<Scalars['String']['output']>;
  /** The command, where no operation was asked. */
  readonly command?: Maybe<Scalars['String']['output']>;
  /** The employee who asked. */
  readonly employee?: Maybe<Employee>;
  /** What the command took out of the log: `number/ordinal` of an opening, `first-last` of entries. */
  readonly erases?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Stands for the entry. It differs for each reader and purpose, and is not the id in a receipt. */
  readonly id: Scalars['ID']['output'];
  /** The entry's place in the log; null for an officer who answers a request. */
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly outcome: AccessOutcome;
  /** The outside organisation, where a partner asked. */
  readonly partner?: Maybe<Partner>;
  readonly purpose?: Maybe<Purpose>;
  /** Null for a command that keeps the log, which is run in no role. */
  readonly role?: Maybe<Role>;
  readonly statementVersion: Scalars['String']['output'];
  readonly subjects?: Maybe<ReadonlyArray<AccessEntrySubject>>;
};

export type AccessEntryConnection = {
  readonly __typename?: 'AccessEntryConnection';
  readonly edges: ReadonlyArray<AccessEntryEdge>;
  /** Says that there can be reads which are not shown. It is the same whether or not there are any. */
  readonly notice: Scalars['String']['output'];
  /** A code for `notice`. */
  readonly noticeCode: AccessNotice;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AccessEntryEdge = {
  readonly __typename?: 'AccessEntryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<AccessEntry>;
};

/** What to look for among the access entries that the caller may read. An entry has all of it. */
export type AccessEntryFilter = {
  /** At this instant or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  readonly purpose?: InputMaybe<Purpose>;
  readonly role?: InputMaybe<Role>;
  /** Before this instant. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What one entry says about one data subject. */
export type AccessEntrySubject = {
  readonly __typename?: 'AccessEntrySubject';
  /** Stands for the person. It differs for each reader. */
  readonly pseudonym?: Maybe<Scalars['String']['output']>;
  readonly relationship?: Maybe<Relationship>;
  readonly released?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly withheld?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Who looked at a person. A read that the law keeps secret for a time is not in it until then; such reads can exist. */
export type AccessHistoryConnection = {
  readonly __typename?: 'AccessHistoryConnection';
  readonly coverage?: Maybe<AccessLogCoverage>;
  readonly edges?: Maybe<ReadonlyArray<AccessHistoryEdge>>;
  /** Says that there can be reads which are not shown. It is the same whether or not there are any. */
  readonly notice?: Maybe<Scalars['String']['output']>;
  /** A code for `notice`. */
  readonly noticeCode?: Maybe<AccessNotice>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type AccessHistoryEdge = {
  readonly __typename?: 'AccessHistoryEdge';
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<AccessHistoryEntry>;
};

/** One read about a person, as that person sees it. */
export type AccessHistoryEntry = {
  readonly __typename?: 'AccessHistoryEntry';
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  readonly authority?: Maybe<Scalars['String']['output']>;
  readonly by?: Maybe<AccessReader>;
  /** The same for all reads under one encounter, ticket, request or mandate, and another for each who asks; null where none made the need. */
  readonly case?: Maybe<Scalars['ID']['output']>;
  /** Codes for `fields`, in the same order. What the schema no longer has is only in `fields`, at their end. */
  readonly categories?: Maybe<ReadonlyArray<DataCategory>>;
  /** The `AccessEntry.id` of the entry, which can be about several people: what ACCESS_QUESTIONED takes. */
  readonly entryId?: Maybe<Scalars['ID']['output']>;
  /** What was released, in plain words. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly kind?: Maybe<AccessKind>;
  /** What made the read necessary; null where nothing did, or where the reader of this history may not know it. */
  readonly need?: Maybe<AccessNeed>;
  readonly purpose?: Maybe<Purpose>;
  /** The relationship of the reader to the person, from the view of the reader: a code for `why`, beside `purpose` and `need`. */
  readonly relationship?: Maybe<Relationship>;
  /** One sentence: the purpose of the read, how the reader was related to the person, and what opened and closed that need. */
  readonly why?: Maybe<Scalars['String']['output']>;
};

export const AccessKind = {
  /** The person was in a list or a search result, and the reader had no relationship to the person. */
  APPEARED_IN_SEARCH: 'APPEARED_IN_SEARCH',
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
  readonly kind?: Maybe<AccessNeedKind>;
  /** Of a mandate. */
  readonly mandateKind?: Maybe<MandateKind>;
  /** Of a ticket or request. */
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
};

export const AccessNeedKind = {
  ENCOUNTER: 'ENCOUNTER',
  MANDATE: 'MANDATE',
  REQUEST: 'REQUEST',
  TICKET: 'TICKET'
} as const;

export type AccessNeedKind = typeof AccessNeedKind[keyof typeof AccessNeedKind];
export const AccessNotice = {
  /** The list can leave out reads, and nothing in it tells whether it does. */
  READS_CAN_BE_LEFT_OUT: 'READS_CAN_BE_LEFT_OUT'
} as const;

export type AccessNotice = typeof AccessNotice[keyof typeof AccessNotice];
export const AccessOutcome = {
  ANSWERED: 'ANSWERED',
  FAILED: 'FAILED',
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
  readonly role?: Maybe<Role>;
};

/** The promise that the entry of an answer will be in the log, as `extensions.privacy.receipt` has it. */
export type AccessReceipt = {
  readonly __typename?: 'AccessReceipt';
  /** The entry's own id. */
  readonly entry: Scalars['ID']['output'];
  /** SHA-256, hex (RFC 6962). */
  readonly leafHash: Scalars['String']['output'];
  /** In seconds: from the promise's time until the entry is in the tree of a signed checkpoint. */
  readonly maximumMergeDelay: Scalars['Int']['output'];
  readonly promise: LogPromise;
};

/** What a resident owes or has paid ahead. */
export type Account = {
  readonly __typename?: 'Account';
  /** Below zero: owed to the municipality. */
  readonly balance?: Maybe<Scalars['Money']['output']>;
  /** Whether the municipality is having the resident's credit verified. */
  readonly creditCheckOpen?: Maybe<Scalars['Boolean']['output']>;
  /** The part that is past its due date. */
  readonly overdueAmount?: Maybe<Scalars['Money']['output']>;
  readonly overdueSince?: Maybe<Scalars['LocalDate']['output']>;
  readonly resident?: Maybe<Resident>;
};

export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  readonly edges: ReadonlyArray<AccountEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Account>;
};

/** Where a resident lives. Locality and province stand for the address where the rest is withheld. */
export type Address = {
  readonly __typename?: 'Address';
  readonly locality?: Maybe<Scalars['String']['output']>;
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  readonly province?: Maybe<Scalars['String']['output']>;
  readonly street?: Maybe<Scalars['String']['output']>;
};

export type AddressInput = {
  readonly locality: Scalars['String']['input'];
  readonly postalCode: Scalars['String']['input'];
  /** The two-letter code of a province or territory. */
  readonly province: Scalars['String']['input'];
  readonly street: Scalars['String']['input'];
};

/** A range of ages in years. */
export const AgeBand = {
  FROM_6_TO_12: 'FROM_6_TO_12',
  FROM_13_TO_17: 'FROM_13_TO_17',
  FROM_18_TO_29: 'FROM_18_TO_29',
  FROM_30_TO_44: 'FROM_30_TO_44',
  FROM_45_TO_64: 'FROM_45_TO_64',
  FROM_65: 'FROM_65',
  UNDER_6: 'UNDER_6'
} as const;

export type AgeBand = typeof AgeBand[keyof typeof AgeBand];
export type AnswerRequestInput = {
  readonly answer: Scalars['String']['input'];
  readonly requestId: Scalars['ID']['input'];
};

export type ApproveMandateInput = {
  readonly mandateId: Scalars['ID']['input'];
};

export type ApproveSealInput = {
  readonly mandateId: Scalars['ID']['input'];
};

export type AssignRequestInput = {
  /** The privacy officer who takes it; left out: the principal. */
  readonly employeeId?: InputMaybe<Scalars['ID']['input']>;
  readonly requestId: Scalars['ID']['input'];
};

export type AssignTicketInput = {
  /** The colleague who takes it; left out: the principal. */
  readonly employeeId?: InputMaybe<Scalars['ID']['input']>;
  readonly ticketId: Scalars['ID']['input'];
};

/** What a guardian may see of a minor beyond the ordinary. */
export const CareArea = {
  ADDRESS: 'ADDRESS',
  HOUSEHOLD: 'HOUSEHOLD',
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
export type ChangeEncounterPurposeInput = {
  readonly encounterId: Scalars['ID']['input'];
};

export type CloseTicketInput = {
  readonly ticketId: Scalars['ID']['input'];
};

/** What kind of personal information a coordinate holds. */
export const DataCategory = {
  ACCESS_HISTORY: 'ACCESS_HISTORY',
  ADDRESS: 'ADDRESS',
  AGE: 'AGE',
  BALANCE: 'BALANCE',
  BIRTH_DATE: 'BIRTH_DATE',
  BROWSING: 'BROWSING',
  CREDENTIAL: 'CREDENTIAL',
  CREDIT: 'CREDIT',
  DEVICE: 'DEVICE',
  EMAIL: 'EMAIL',
  EMAIL_HINT: 'EMAIL_HINT',
  EMPLOYEE_IDENTITY: 'EMPLOYEE_IDENTITY',
  EXISTENCE: 'EXISTENCE',
  HOUSEHOLD: 'HOUSEHOLD',
  INITIALS: 'INITIALS',
  LOCALITY: 'LOCALITY',
  NAME: 'NAME',
  NETWORK_ADDRESS: 'NETWORK_ADDRESS',
  OVERDUE: 'OVERDUE',
  PURCHASE: 'PURCHASE',
  SUPPORT_HISTORY: 'SUPPORT_HISTORY',
  TELEPHONE: 'TELEPHONE',
  TELEPHONE_HINT: 'TELEPHONE_HINT'
} as const;

export type DataCategory = typeof DataCategory[keyof typeof DataCategory];
/** Employees are data subjects too. */
export type Employee = {
  readonly __typename?: 'Employee';
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  readonly id?: Maybe<Scalars['ID']['output']>;
};

export type EmployeeConnection = {
  readonly __typename?: 'EmployeeConnection';
  readonly edges: ReadonlyArray<EmployeeEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type EmployeeEdge = {
  readonly __typename?: 'EmployeeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Employee>;
};

/** A resident being served, at the counter or on the phone. It ends by itself after 20 idle minutes. */
export type Encounter = {
  readonly __typename?: 'Encounter';
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The resident and the minors of the household. */
  readonly people?: Maybe<ReadonlyArray<Person>>;
  readonly purpose: Purpose;
  readonly resident?: Maybe<Resident>;
  readonly startedAt: Scalars['DateTime']['output'];
};

export type EncounterPayload = {
  readonly __typename?: 'EncounterPayload';
  readonly encounter?: Maybe<Encounter>;
};

export type EndEncounterInput = {
  readonly encounterId: Scalars['ID']['input'];
};

export type ExtendSealInput = {
  readonly mandateId: Scalars['ID']['input'];
  readonly sealedUntil: Scalars['DateTime']['input'];
};

export type FileRequestInput = {
  readonly body: Scalars['String']['input'];
  /** The code that sendContactCode mailed to contactEmail for this kind and body. A sender without an account must give it. */
  readonly contactCode?: InputMaybe<Scalars['String']['input']>;
  /** Where to answer a sender without an account, who must give it. */
  readonly contactEmail?: InputMaybe<Scalars['String']['input']>;
  /** For ACCESS_QUESTIONED, and for it alone: an access entry about oneself or a minor in one's care. */
  readonly entryId?: InputMaybe<Scalars['ID']['input']>;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  readonly kind: PrivacyRequestKind;
};

export type FileRequestPayload = {
  readonly __typename?: 'FileRequestPayload';
  readonly receipt?: Maybe<PrivacyRequestReceipt>;
};

/** The duty of a guardian for a minor. It ends by itself when the minor comes of age. */
export type Guardianship = {
  readonly __typename?: 'Guardianship';
  readonly areas?: Maybe<ReadonlyArray<CareArea>>;
  readonly minor?: Maybe<Resident>;
};

/** People who live together, as seen from one of them. Each member is a data subject of its own. */
export type Household = {
  readonly __typename?: 'Household';
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly members?: Maybe<ReadonlyArray<HouseholdMember>>;
};

/**
 * How a resident appears among those who live together. It has no identity of its own: the person's is `Resident.id`. What is read here
 * stays apart from what is read of the resident, because it leads to a home.
 */
export type HouseholdMember = Person & {
  readonly __typename?: 'HouseholdMember';
  readonly ageBand?: Maybe<AgeBand>;
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  readonly initials?: Maybe<Scalars['String']['output']>;
  /** The person's `Resident.id`. */
  readonly residentId?: Maybe<Scalars['ID']['output']>;
};

export type InclusionProof = {
  readonly __typename?: 'InclusionProof';
  /** SHA-256, hex (RFC 6962). */
  readonly leafHash: Scalars['String']['output'];
  /** The entry's place in the log. */
  readonly number: Scalars['String']['output'];
  /** C2SP tlog-proof: number, audit path and checkpoint. */
  readonly proof: Scalars['String']['output'];
};

/** A signed promise for a group of entries. */
export type LogPromise = {
  readonly __typename?: 'LogPromise';
  /** The entry's index in the group. */
  readonly index: Scalars['Int']['output'];
  /** The C2SP signed note. */
  readonly note: Scalars['String']['output'];
  /** The audit path in the group's tree: hashes in base64 (RFC 6962). */
  readonly proof: ReadonlyArray<Scalars['String']['output']>;
};

/** The legal authority under which a partner may see something. */
export type Mandate = Node & {
  readonly __typename?: 'Mandate';
  readonly approvals: Scalars['Int']['output'];
  readonly categories: ReadonlyArray<DataCategory>;
  readonly id: Scalars['ID']['output'];
  readonly issuer: Scalars['String']['output'];
  readonly kind: MandateKind;
  readonly partner: Partner;
  readonly purpose: Purpose;
  readonly reference: Scalars['String']['output'];
  readonly revocationReason?: Maybe<Scalars['String']['output']>;
  /** When and why an officer revoked it. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A first or later such date that awaits its two approvals. */
  readonly sealProposedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Until then, reads under it are not shown to their data subjects: the latest date that two officers have approved. */
  readonly sealedUntil?: Maybe<Scalars['DateTime']['output']>;
  readonly status: MandateStatus;
  /** The residents whom it names, each a data subject. */
  readonly subjects?: Maybe<ReadonlyArray<Resident>>;
  readonly validFrom: Scalars['DateTime']['output'];
  readonly validUntil: Scalars['DateTime']['output'];
};

/** The legal authority that a partner acts under. Each kind is for one partner role. */
export const MandateKind = {
  AUDIT_ENGAGEMENT: 'AUDIT_ENGAGEMENT',
  COURT_ORDER: 'COURT_ORDER',
  CREDIT_CHECK: 'CREDIT_CHECK',
  DEBT_ASSIGNMENT: 'DEBT_ASSIGNMENT',
  WORK_ORDER: 'WORK_ORDER'
} as const;

export type MandateKind = typeof MandateKind[keyof typeof MandateKind];
export type MandatePayload = {
  readonly __typename?: 'MandatePayload';
  readonly mandate?: Maybe<Mandate>;
};

export const MandateStatus = {
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  EXPIRED: 'EXPIRED',
  IN_FORCE: 'IN_FORCE',
  NOT_YET_VALID: 'NOT_YET_VALID',
  REVOKED: 'REVOKED'
} as const;

export type MandateStatus = typeof MandateStatus[keyof typeof MandateStatus];
export type MarkTicketSensitiveInput = {
  readonly ticketId: Scalars['ID']['input'];
};

export type MessageAuthor = Employee | Resident;

export type Mutation = {
  readonly __typename?: 'Mutation';
  readonly answerRequest?: Maybe<PrivacyRequestPayload>;
  readonly approveMandate?: Maybe<MandatePayload>;
  /** Approves the end that was proposed last. */
  readonly approveSeal?: Maybe<MandatePayload>;
  readonly assignRequest?: Maybe<PrivacyRequestPayload>;
  readonly assignTicket?: Maybe<TicketPayload>;
  /** Goes on with an open encounter for another purpose: the one that the operation declares. Each change has an access entry of its own. */
  readonly changeEncounterPurpose?: Maybe<EncounterPayload>;
  readonly closeTicket?: Maybe<TicketPayload>;
  readonly endEncounter?: Maybe<EncounterPayload>;
  /** Proposes a later end of a seal that is still in force. */
  readonly extendSeal?: Maybe<MandatePayload>;
  readonly fileRequest?: Maybe<FileRequestPayload>;
  /** Keeps it, and who read it, from the guardians of a minor who asked. */
  readonly markTicketSensitive?: Maybe<TicketPayload>;
  readonly openTicket?: Maybe<TicketPayload>;
  readonly purchase?: Maybe<PurchasePayload>;
  readonly recordMandate?: Maybe<MandatePayload>;
  /** Puts a person on record. The answer never tells whether a similar person is there already. */
  readonly registerResident?: Maybe<RegisterResidentPayload>;
  /** Goes on with a closed ticket. The employee who had it has it again. Only the resident who asked can do so: it opens what an assigned ticket shows. */
  readonly reopenTicket?: Maybe<TicketPayload>;
  readonly replyToTicket?: Maybe<TicketPayload>;
  readonly revokeMandate?: Maybe<MandatePayload>;
  /** Mails a code to the sender of a request who has no account. fileRequest takes it for the same request. The answer is the same for every address. */
  readonly sendContactCode?: Maybe<SendContactCodePayload>;
  /** Begins to serve a resident; an encounter that the employee left open ends. */
  readonly startEncounter?: Maybe<EncounterPayload>;
  readonly updateContact?: Maybe<UpdateContactPayload>;
};


export type MutationAnswerRequestArgs = {
  input: AnswerRequestInput;
};


export type MutationApproveMandateArgs = {
  input: ApproveMandateInput;
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


export type MutationChangeEncounterPurposeArgs = {
  input: ChangeEncounterPurposeInput;
};


export type MutationCloseTicketArgs = {
  input: CloseTicketInput;
};


export type MutationEndEncounterArgs = {
  input: EndEncounterInput;
};


export type MutationExtendSealArgs = {
  input: ExtendSealInput;
};


export type MutationFileRequestArgs = {
  input: FileRequestInput;
};


export type MutationMarkTicketSensitiveArgs = {
  input: MarkTicketSensitiveInput;
};


export type MutationOpenTicketArgs = {
  input: OpenTicketInput;
};


export type MutationPurchaseArgs = {
  input: PurchaseInput;
};


export type MutationRecordMandateArgs = {
  input: RecordMandateInput;
};


export type MutationRegisterResidentArgs = {
  input: RegisterResidentInput;
};


export type MutationReopenTicketArgs = {
  input: ReopenTicketInput;
};


export type MutationReplyToTicketArgs = {
  input: ReplyToTicketInput;
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


export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};

/**
 * An object that a root field finds by its id. Each type classifies its own id; `id` is null where it is withheld. An id does not say
 * what it is of, and a client must not read it.
 */
export type Node = {
  readonly id?: Maybe<Scalars['ID']['output']>;
};

export type OpenTicketInput = {
  readonly body: Scalars['String']['input'];
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it is kept from the guardians of a minor who asks. */
  readonly sensitive?: InputMaybe<Scalars['Boolean']['input']>;
  readonly subject: Scalars['String']['input'];
  readonly topic: TicketTopic;
};

/**
 * Where a page of a connection begins and ends. Cursors are sealed: only the principal who received one can use it. A field that
 * returns a connection takes `first` and `after`, or `last` and `before`, which its definition need not repeat: the first 20 rows where
 * neither `first` nor `last` is given, and at most 100. Both directions have the rows in the same order.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow. Towards the beginning (`last`), whether `before` was given: its row follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows precede. Towards the end, whether `after` was given: its row precedes. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** An organisation outside the municipality. */
export type Partner = {
  readonly __typename?: 'Partner';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly role: Role;
};

/** A person whom the recreation department serves. */
export type Person = {
  readonly ageBand?: Maybe<AgeBand>;
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  readonly initials?: Maybe<Scalars['String']['output']>;
};

/** A request to the privacy officer, with a number and a deadline. */
export type PrivacyRequest = Node & {
  readonly __typename?: 'PrivacyRequest';
  readonly answer?: Maybe<Scalars['String']['output']>;
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Where to answer a sender without an account. */
  readonly contactEmail?: Maybe<Scalars['String']['output']>;
  /** 30 business days for access; the same for the rest. */
  readonly dueOn: Scalars['LocalDate']['output'];
  readonly filedAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: PrivacyRequestKind;
  /** For people to quote: `R-` and eight digits, which say nothing about other requests. */
  readonly number: Scalars['String']['output'];
  /** The access entry that is questioned. */
  readonly questionedEntry?: Maybe<Scalars['ID']['output']>;
  readonly requester?: Maybe<Resident>;
  readonly status: PrivacyRequestStatus;
};

export type PrivacyRequestConnection = {
  readonly __typename?: 'PrivacyRequestConnection';
  readonly edges: ReadonlyArray<PrivacyRequestEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type PrivacyRequestEdge = {
  readonly __typename?: 'PrivacyRequestEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<PrivacyRequest>;
};

export const PrivacyRequestKind = {
  ACCESS: 'ACCESS',
  /** Questions one entry of the access log. */
  ACCESS_QUESTIONED: 'ACCESS_QUESTIONED',
  COMMENT: 'COMMENT',
  COMPLAINT: 'COMPLAINT',
  CORRECTION: 'CORRECTION',
  QUESTION: 'QUESTION'
} as const;

export type PrivacyRequestKind = typeof PrivacyRequestKind[keyof typeof PrivacyRequestKind];
export type PrivacyRequestPayload = {
  readonly __typename?: 'PrivacyRequestPayload';
  readonly request?: Maybe<PrivacyRequest>;
};

/** The receipt for a sender. It holds no personal information. */
export type PrivacyRequestReceipt = {
  readonly __typename?: 'PrivacyRequestReceipt';
  readonly dueOn: Scalars['LocalDate']['output'];
  readonly number: Scalars['String']['output'];
  /** The `PrivacyRequest.id`. */
  readonly requestId: Scalars['ID']['output'];
};

export const PrivacyRequestStatus = {
  ANSWERED: 'ANSWERED',
  OPEN: 'OPEN'
} as const;

export type PrivacyRequestStatus = typeof PrivacyRequestStatus[keyof typeof PrivacyRequestStatus];
/** The privacy statement as it stood from a date on. */
export type PrivacyStatement = {
  readonly __typename?: 'PrivacyStatement';
  readonly clauses: ReadonlyArray<StatementClause>;
  readonly effectiveFrom: Scalars['LocalDate']['output'];
  readonly text: Scalars['String']['output'];
  readonly version: Scalars['String']['output'];
};

export type Purchase = {
  readonly __typename?: 'Purchase';
  readonly amount?: Maybe<Scalars['Money']['output']>;
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly purchasedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly quantity?: Maybe<Scalars['Int']['output']>;
  readonly service?: Maybe<Service>;
};

export type PurchaseConnection = {
  readonly __typename?: 'PurchaseConnection';
  readonly edges?: Maybe<ReadonlyArray<PurchaseEdge>>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type PurchaseEdge = {
  readonly __typename?: 'PurchaseEdge';
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Purchase>;
};

export type PurchaseInput = {
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  readonly idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  readonly quantity?: InputMaybe<Scalars['Int']['input']>;
  readonly residentId: Scalars['ID']['input'];
  readonly serviceId: Scalars['ID']['input'];
};

export type PurchasePayload = {
  readonly __typename?: 'PurchasePayload';
  readonly purchase?: Maybe<Purchase>;
  readonly resident?: Maybe<Resident>;
};

/** Why the principal asks. */
export const Purpose = {
  ACCESS_REVIEW: 'ACCESS_REVIEW',
  AGE_VERIFICATION: 'AGE_VERIFICATION',
  CONTROL_AUDIT: 'CONTROL_AUDIT',
  CREDIT_VERIFICATION: 'CREDIT_VERIFICATION',
  CUSTOMER_SUPPORT: 'CUSTOMER_SUPPORT',
  DEBT_COLLECTION: 'DEBT_COLLECTION',
  LEGAL_DEMAND: 'LEGAL_DEMAND',
  MAINTENANCE: 'MAINTENANCE',
  MANDATE_ADMINISTRATION: 'MANDATE_ADMINISTRATION',
  PAYMENT: 'PAYMENT',
  RIGHTS_FULFILMENT: 'RIGHTS_FULFILMENT',
  SELF_SERVICE: 'SELF_SERVICE',
  SERVICE_PROVISION: 'SERVICE_PROVISION',
  WEBSITE_SECURITY: 'WEBSITE_SECURITY'
} as const;

export type Purpose = typeof Purpose[keyof typeof Purpose];
export type Query = {
  readonly __typename?: 'Query';
  /** Newest first, without the reads that are sealed towards the caller. */
  readonly accessEntries?: Maybe<AccessEntryConnection>;
  readonly accessLog?: Maybe<AccessLog>;
  /** The receipt of an answer that the caller got for this purpose, as long as its entry is in the log; null for any other id. */
  readonly accessReceipt?: Maybe<AccessReceipt>;
  readonly accounts?: Maybe<AccountConnection>;
  /** The employees who can take a case of the declared purpose: the principal and those with the same role, by name. */
  readonly colleagues?: Maybe<EmployeeConnection>;
  /** The encounter, ticket or request that the operation names as its case. */
  readonly currentCase?: Maybe<Case>;
  /** The access entries whose principal is outside the municipality, newest first. */
  readonly disclosures?: Maybe<AccessEntryConnection>;
  readonly mandate?: Maybe<Mandate>;
  /** The resident who asks. */
  readonly me?: Maybe<Resident>;
  /**
   * The object that has this id, of whatever type. It is found as by the root field of its type (`resident`, `ticket`, …): with the same
   * rows, decisions and log entries. An unknown id, and one that the principal may not find, give null. The type of the object cannot be
   * told from what is read, so every one of these root fields that is open to the principal is read.
   */
  readonly node?: Maybe<Node>;
  /** The encounter that the employee has open, for whichever purpose; null where there is none. It names the case and the purpose to go on with. */
  readonly openEncounter?: Maybe<Encounter>;
  /** The statement in force at an instant; left out: now. */
  readonly privacyStatement?: Maybe<PrivacyStatement>;
  /** One request among those of `requests`. */
  readonly request?: Maybe<PrivacyRequest>;
  readonly requests?: Maybe<PrivacyRequestConnection>;
  readonly resident?: Maybe<Resident>;
  readonly residents?: Maybe<ResidentConnection>;
  /** Mandates that another officer revoked in the last 30 days, the newest first: each officer reads why. */
  readonly revocationsToReview?: Maybe<ReadonlyArray<Mandate>>;
  /** Mandates whose seal ends within 30 days, or ended within the last 30, the earliest first. */
  readonly sealsToReview?: Maybe<ReadonlyArray<Mandate>>;
  /** One service of the catalogue. */
  readonly service?: Maybe<Service>;
  /** The catalogue, open to all callers. */
  readonly services?: Maybe<ServiceConnection>;
  readonly ticket?: Maybe<Ticket>;
  /** Every given condition must hold. */
  readonly tickets?: Maybe<TicketConnection>;
  readonly webVisitStatistics?: Maybe<ReadonlyArray<WebVisitStatistic>>;
  /** Newest first. */
  readonly webVisits?: Maybe<WebVisitConnection>;
};


export type QueryAccessEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
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
};


export type QueryMandateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPrivacyStatementArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<PrivacyRequestStatus>;
};


export type QueryResidentArgs = {
  id: Scalars['ID']['input'];
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

export type RecordMandateInput = {
  readonly categories: ReadonlyArray<DataCategory>;
  readonly issuer: Scalars['String']['input'];
  readonly kind: MandateKind;
  readonly partnerId: Scalars['ID']['input'];
  readonly reference: Scalars['String']['input'];
  /** Only for court orders: until then, reads under it are not shown to their data subjects. */
  readonly sealedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  readonly subjectIds: ReadonlyArray<Scalars['ID']['input']>;
  readonly validFrom: Scalars['DateTime']['input'];
  readonly validUntil: Scalars['DateTime']['input'];
};

export type RegisterResidentInput = {
  readonly address?: InputMaybe<AddressInput>;
  readonly birthDate: Scalars['LocalDate']['input'];
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly familyName: Scalars['String']['input'];
  readonly givenName: Scalars['String']['input'];
  readonly mobilePhone?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

export type RegisterResidentPayload = {
  readonly __typename?: 'RegisterResidentPayload';
  readonly resident?: Maybe<Resident>;
};

/** How a principal is related to a data subject now. */
export const Relationship = {
  ASSIGNED_TICKET: 'ASSIGNED_TICKET',
  ENCOUNTER: 'ENCOUNTER',
  GUARDIAN: 'GUARDIAN',
  HOUSEHOLD: 'HOUSEHOLD',
  MANDATE: 'MANDATE',
  NONE: 'NONE',
  OPEN_REQUEST: 'OPEN_REQUEST',
  SELF: 'SELF'
} as const;

export type Relationship = typeof Relationship[keyof typeof Relationship];
export type ReopenTicketInput = {
  readonly ticketId: Scalars['ID']['input'];
};

export type ReplyToTicketInput = {
  readonly body: Scalars['String']['input'];
  readonly ticketId: Scalars['ID']['input'];
};

export type Resident = Node & Person & {
  readonly __typename?: 'Resident';
  /** Every read about this person, newest first. */
  readonly accessHistory?: Maybe<AccessHistoryConnection>;
  /** Always there; what it holds is decided field by field. */
  readonly account?: Maybe<Account>;
  /** Always there; what it holds is decided field by field. */
  readonly address?: Maybe<Address>;
  readonly ageBand?: Maybe<AgeBand>;
  readonly birthDate?: Maybe<Scalars['LocalDate']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The first letter: a***@*** */
  readonly emailHint?: Maybe<Scalars['String']['output']>;
  readonly familyName?: Maybe<Scalars['String']['output']>;
  readonly givenName?: Maybe<Scalars['String']['output']>;
  /** The minors in this resident's care. */
  readonly guardianships?: Maybe<ReadonlyArray<Guardianship>>;
  readonly household?: Maybe<Household>;
  /** A partner sees its own pseudonym here, which no other partner can match. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly initials?: Maybe<Scalars['String']['output']>;
  readonly mobilePhone?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The last two digits: **42 */
  readonly phoneHint?: Maybe<Scalars['String']['output']>;
  /** Newest first. */
  readonly purchases?: Maybe<PurchaseConnection>;
  /** Newest first. */
  readonly tickets?: Maybe<TicketHistoryConnection>;
};


export type ResidentAccessHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ResidentPurchasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ResidentTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type ResidentConnection = {
  readonly __typename?: 'ResidentConnection';
  readonly edges: ReadonlyArray<ResidentEdge>;
  readonly pageInfo: PageInfo;
  /** How many residents match among those that the principal may read one by one. */
  readonly totalCount: Scalars['Int']['output'];
};

export type ResidentEdge = {
  readonly __typename?: 'ResidentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Resident>;
};

/** Every given condition must hold. A condition on a field that the principal may not read for every row is refused. */
export type ResidentFilter = {
  readonly ageBand?: InputMaybe<AgeBand>;
  readonly birthDate?: InputMaybe<Scalars['LocalDate']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The family name begins with this, whatever the case. */
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  /** The given name begins with this, whatever the case. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  readonly locality?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

export const ResidentOrder = {
  BIRTH_DATE: 'BIRTH_DATE',
  FAMILY_NAME: 'FAMILY_NAME',
  GIVEN_NAME: 'GIVEN_NAME',
  LOCALITY: 'LOCALITY',
  REGISTRATION: 'REGISTRATION'
} as const;

export type ResidentOrder = typeof ResidentOrder[keyof typeof ResidentOrder];
export type RevokeMandateInput = {
  readonly mandateId: Scalars['ID']['input'];
  /** Without a name: other officers read it in `revocationsToReview`. */
  readonly reason: Scalars['String']['input'];
};

/** What the principal is to the municipality. */
export const Role = {
  ANONYMOUS: 'ANONYMOUS',
  COLLECTION_AGENCY: 'COLLECTION_AGENCY',
  CONTROL_AGENCY: 'CONTROL_AGENCY',
  CREDIT_REPORTING_AGENCY: 'CREDIT_REPORTING_AGENCY',
  CUSTOMER_SERVICE: 'CUSTOMER_SERVICE',
  LAW_ENFORCEMENT: 'LAW_ENFORCEMENT',
  MAINTENANCE_AGENT: 'MAINTENANCE_AGENT',
  PRIVACY_OFFICER: 'PRIVACY_OFFICER',
  RESIDENT: 'RESIDENT',
  SECURITY: 'SECURITY',
  SUPPORT: 'SUPPORT'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** Which rows a root field can return. Rows outside are not counted, not paged over, and not distinguishable from rows that do not exist. */
export const RowScope = {
  /** Every row; its data subject can have any relationship that the role can have. */
  ALL: 'ALL',
  ASSIGNED_TICKET: 'ASSIGNED_TICKET',
  /** The principal and the minors in their care. */
  CARE: 'CARE',
  ENCOUNTER: 'ENCOUNTER',
  /** The principal, the minors in their care, and the adults of the household. */
  FAMILY: 'FAMILY',
  MANDATE: 'MANDATE',
  /** Nothing personal: every row. */
  OPEN: 'OPEN',
  OPEN_REQUEST: 'OPEN_REQUEST',
  /** Every row of a queue, as ALL. The rows do not tell who they are about, so entering the field alone makes no access entry. */
  QUEUE: 'QUEUE',
  SELF: 'SELF'
} as const;

export type RowScope = typeof RowScope[keyof typeof RowScope];
export type SendContactCodeInput = {
  readonly body: Scalars['String']['input'];
  readonly contactEmail: Scalars['String']['input'];
  readonly kind: PrivacyRequestKind;
};

export type SendContactCodePayload = {
  readonly __typename?: 'SendContactCodePayload';
  /** Until when the code can be used. */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** Something that the recreation department offers: a pass, a course, a rental. */
export type Service = Node & {
  readonly __typename?: 'Service';
  readonly description: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** In whole years, always where an age band begins; null where there is none. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  readonly name: Scalars['String']['output'];
  readonly price: Scalars['Money']['output'];
};

export type ServiceConnection = {
  readonly __typename?: 'ServiceConnection';
  readonly edges: ReadonlyArray<ServiceEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ServiceEdge = {
  readonly __typename?: 'ServiceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Service;
};

export type StartEncounterInput = {
  readonly residentId: Scalars['ID']['input'];
};

export type StatementClause = {
  readonly __typename?: 'StatementClause';
  /** The same in each version that has the clause. */
  readonly name: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
};

/** A question to the helpdesk. The queue shows number, topic, age and assignee; the rest needs the ticket's assignment. */
export type Ticket = Node & {
  readonly __typename?: 'Ticket';
  /** Null while it is not assigned. */
  readonly assignee?: Maybe<Employee>;
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly messages?: Maybe<ReadonlyArray<TicketMessage>>;
  /** For people to quote: `T-` and eight digits, which say nothing about other tickets. */
  readonly number: Scalars['String']['output'];
  readonly openedAt: Scalars['DateTime']['output'];
  readonly requester?: Maybe<Resident>;
  /** Whether it is kept from the guardians of a minor who asked. */
  readonly sensitive?: Maybe<Scalars['Boolean']['output']>;
  readonly status: TicketStatus;
  readonly subject?: Maybe<Scalars['String']['output']>;
  readonly topic: TicketTopic;
};

export type TicketConnection = {
  readonly __typename?: 'TicketConnection';
  readonly edges: ReadonlyArray<TicketEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type TicketEdge = {
  readonly __typename?: 'TicketEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Ticket>;
};

/** A resident's own support history. */
export type TicketHistoryConnection = {
  readonly __typename?: 'TicketHistoryConnection';
  readonly edges?: Maybe<ReadonlyArray<TicketHistoryEdge>>;
  readonly pageInfo?: Maybe<PageInfo>;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type TicketHistoryEdge = {
  readonly __typename?: 'TicketHistoryEdge';
  readonly cursor?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Ticket>;
};

export type TicketMessage = {
  readonly __typename?: 'TicketMessage';
  readonly author?: Maybe<MessageAuthor>;
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Whether an employee wrote it, also where the author is withheld. */
  readonly fromStaff?: Maybe<Scalars['Boolean']['output']>;
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/** By the instant at which it was opened. */
export const TicketOrder = {
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST'
} as const;

export type TicketOrder = typeof TicketOrder[keyof typeof TicketOrder];
export type TicketPayload = {
  readonly __typename?: 'TicketPayload';
  readonly ticket?: Maybe<Ticket>;
};

export const TicketStatus = {
  CLOSED: 'CLOSED',
  OPEN: 'OPEN'
} as const;

export type TicketStatus = typeof TicketStatus[keyof typeof TicketStatus];
export const TicketTopic = {
  OTHER: 'OTHER',
  PAYMENT: 'PAYMENT',
  REGISTRATION: 'REGISTRATION',
  SIGNING_IN: 'SIGNING_IN',
  WEBSITE: 'WEBSITE'
} as const;

export type TicketTopic = typeof TicketTopic[keyof typeof TicketTopic];
/** What is left out stays as it is; null removes it. */
export type UpdateContactInput = {
  readonly address?: InputMaybe<AddressInput>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly mobilePhone?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly residentId: Scalars['ID']['input'];
};

export type UpdateContactPayload = {
  readonly __typename?: 'UpdateContactPayload';
  readonly resident?: Maybe<Resident>;
};

/**
 * A visit to the web site. Nothing joins it to a person. Where the statistics suppress the count of a browser, platform or section, it
 * is null here, so that counting visits gives no suppressed count.
 */
export type WebVisit = {
  readonly __typename?: 'WebVisit';
  readonly browser?: Maybe<Scalars['String']['output']>;
  /** Null where nothing was downloaded, and where the section is null. */
  readonly download?: Maybe<Scalars['String']['output']>;
  readonly networkAddress?: Maybe<Scalars['String']['output']>;
  readonly platform?: Maybe<Scalars['String']['output']>;
  readonly section?: Maybe<Scalars['String']['output']>;
  /** To the hour. */
  readonly visitedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type WebVisitConnection = {
  readonly __typename?: 'WebVisitConnection';
  readonly edges: ReadonlyArray<WebVisitEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export const WebVisitDimension = {
  BROWSER: 'BROWSER',
  PLATFORM: 'PLATFORM',
  SECTION: 'SECTION'
} as const;

export type WebVisitDimension = typeof WebVisitDimension[keyof typeof WebVisitDimension];
export type WebVisitEdge = {
  readonly __typename?: 'WebVisitEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<WebVisit>;
};

/**
 * Counts below 11 are withheld, with the complements that would give them away. There are no statistics where the values alone would
 * give the counts away.
 */
export type WebVisitStatistic = {
  readonly __typename?: 'WebVisitStatistic';
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Null where suppressed. */
  readonly visits?: Maybe<Scalars['Int']['output']>;
};

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

/** What a list of reads cannot tell. */
export type AccessNotice =
  /** The list can leave out reads, and nothing in it tells whether it does. */
  | 'READS_CAN_BE_LEFT_OUT';

/** How an operation ended. */
export type AccessOutcome =
  /** An answer was released. */
  | 'ANSWERED'
  /** Nothing was released, because something broke. */
  | 'FAILED'
  /** Nothing was released, because the operation was refused. */
  | 'REFUSED';

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

/** The time that one count of a read budget is for. */
export type BudgetWindow =
  /** A day of the municipality. */
  | 'DAY'
  /** A clock hour. */
  | 'HOUR';

/** What a guardian may see of a minor beyond the ordinary. */
export type CareArea =
  /** Where the minor lives. */
  | 'ADDRESS'
  /** With whom the minor lives. */
  | 'HOUSEHOLD'
  /** What the minor asks the helpdesk. */
  | 'SUPPORT_HISTORY';

/** Who has taken a case. */
export type CaseAssignment =
  /** Somebody: the principal or a colleague. */
  | 'ASSIGNED'
  /** The principal. */
  | 'MINE'
  /** Nobody. */
  | 'UNASSIGNED';

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

/** Whether an employee may act in a role. */
export type EmployeeStatus =
  /** May act in each of the roles. */
  | 'ACTIVE'
  /** Has left, or the account is closed. */
  | 'ENDED'
  /** Has not accepted the invitation, and so not declared an own record as a resident: no role can be used. */
  | 'INVITED';

/** Under which rule something is erased from the access log before its retention ends. */
export type ErasureRule =
  /** A court ordered it. */
  | 'COURT_ORDER'
  /** The person asked for it and has the right to it. */
  | 'ERASURE_REQUEST'
  /** The law did not allow to record it. */
  | 'RECORDED_UNLAWFULLY';

/** How a clerk knew whom an encounter serves. */
export type IdentityEvidence =
  /** What the person said was compared by confirmIdentity, and it matched. */
  | 'ANSWERS_MATCHED'
  /** The clerk says that the person is known to them. It is counted. */
  | 'KNOWN_TO_ME'
  /** The person showed a card with a photo. */
  | 'PHOTO_CARD';

/** How many people on record have all of the given values. */
export type IdentityOutcome =
  /** One person. */
  | 'MATCH'
  /** Nobody, or nobody whom the employee may serve. The two cannot be told apart. */
  | 'NO_MATCH'
  /** More than one: ask for another value, or compare with a search result. */
  | 'SEVERAL';

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

/** Whether a mandate gives access now. */
export type MandateStatus =
  /** Recorded; others must still approve it. */
  | 'AWAITING_APPROVAL'
  /** Its validity is over. */
  | 'EXPIRED'
  /** It gives access. */
  | 'IN_FORCE'
  /** Approved, and valid from a later date on. */
  | 'NOT_YET_VALID'
  /** An officer ended it. */
  | 'REVOKED';

/** What another officer must approve before it changes a client. */
export type PartnerClientChangeKind =
  /** It has other keys. */
  | 'KEYS'
  /** It goes on after it was suspended. */
  | 'RESUMPTION';

/** Whether the client of a partner can obtain tokens. */
export type PartnerClientStatus =
  /** Recorded; another officer must still approve it. */
  | 'AWAITING_APPROVAL'
  /** An officer ended it, and its tokens with it. */
  | 'ENDED'
  /** It can obtain tokens, within the mandates of its partner. */
  | 'IN_FORCE'
  /** An officer stopped it, and its tokens with it, until two officers let it go on. */
  | 'SUSPENDED';

/** How somebody paid at the counter. Nothing of a payment card is kept. */
export type PaymentMethod =
  /** By debit or credit card, at the terminal. */
  | 'CARD'
  /** In cash. */
  | 'CASH';

/** A fact about a data subject, beyond the relationship, that a decision can depend on. */
export type PolicyCondition =
  /** The data subject or a member of the household is address-protected. */
  | 'ADDRESS_PROTECTED'
  /** The principal is an adult of the data subject’s household. */
  | 'ADULT_OF_THAT_HOUSEHOLD'
  /** The guardianship includes the address. */
  | 'CARE_INCLUDES_ADDRESS'
  /** The guardianship includes the household. */
  | 'CARE_INCLUDES_HOUSEHOLD'
  /** The guardianship includes the support history. */
  | 'CARE_INCLUDES_SUPPORT'
  /** The mandate names the category. */
  | 'CATEGORY_NAMED'
  /** The credit check is open. */
  | 'CREDIT_CHECK_OPEN'
  /** The debt is overdue and assigned to this agency. */
  | 'OVERDUE_AND_ASSIGNED';

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

/** The order of a list of requests. */
export type PrivacyRequestOrder =
  /** By the last day for the answer, the earliest first: of open requests, the overdue ones are the first. */
  | 'DUE'
  /** By the instant at which they were filed, the newest first. */
  | 'NEWEST';

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

/** What became of the mail that tells a sender without an account of the newest change. */
export type RequestTold =
  /** The mail server refuses the address. */
  | 'REFUSED'
  /** The mail server has taken it. */
  | 'TOLD'
  /** It waits for the mail server. */
  | 'WAITING';

/** What residents are sorted by. */
export type ResidentOrder =
  /** The oldest people first. */
  | 'BIRTH_DATE'
  /** From A to Z. */
  | 'FAMILY_NAME'
  /** From A to Z. */
  | 'GIVEN_NAME'
  /** From A to Z. */
  | 'LOCALITY'
  /** A fixed order, which tells nothing about a person. */
  | 'REGISTRATION';

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

/** Which rows a root field can return. Rows outside are not counted, not paged over, and not distinguishable from rows that do not exist. */
export type RowScope =
  /** Every row; its data subject can have any relationship that the role can have. */
  | 'ALL'
  /** Those who asked the tickets that are assigned to the principal. */
  | 'ASSIGNED_TICKET'
  /** The principal and the minors in their care. */
  | 'CARE'
  /** The resident being served, and the minors of the household. */
  | 'ENCOUNTER'
  /** The principal, the minors in their care, and the adults of the household. */
  | 'FAMILY'
  /** Those whom the mandate in force covers. */
  | 'MANDATE'
  /** Nothing personal: every row. */
  | 'OPEN'
  /** Those who filed the requests that the principal is answering. */
  | 'OPEN_REQUEST'
  /** Every row of a queue, as ALL. The rows do not tell who they are about, so entering the field alone makes no access entry. */
  | 'QUEUE'
  /** The principal's own rows. */
  | 'SELF';

/** By the instant at which it was opened. */
export type TicketOrder =
  /** The youngest ticket first. */
  | 'NEWEST'
  /** The ticket that waits longest first. */
  | 'OLDEST';

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

/** What visits are counted by. */
export type WebVisitDimension =
  /** The name of the browser. */
  | 'BROWSER'
  /** The operating system. */
  | 'PLATFORM'
  /** The part of the website. */
  | 'SECTION';

import { allCategories, categories } from '../policy/words/categories.ts';
import type { DataCategory } from '../shared/graphql/generated/schema.ts';
import { statements, type StatementSentences } from '../policy/statement/statements.ts';
import { englishPublicPages } from './english-public-pages.ts';
import type { Wording } from './wording.ts';

export const english: Omit<Wording, 'names'> = {
  reasons: {
    SELF_SERVICE: {
      SELF: 'The person looked at their own record',
      GUARDIAN: 'A guardian managed the affairs of the person, a minor in their care',
      HOUSEHOLD: 'An adult of the same household managed their own affairs and came across the person',
      NONE: 'Another resident managed their own affairs and came across the person',
    },
    SERVICE_PROVISION: {
      ENCOUNTER: 'Customer service was serving the person, or an adult of the person’s home, to provide a requested service',
      NONE: 'Customer service was searching for a person to serve, or began to serve one, to provide a requested service',
    },
    PAYMENT: {
      ENCOUNTER: 'Customer service was serving the person, or an adult of the person’s home, to take or explain a payment',
      NONE: 'Customer service began to serve a person, to take or explain a payment',
    },
    AGE_VERIFICATION: {
      ENCOUNTER: 'Customer service was serving the person, or an adult of the person’s home, to check an age',
      NONE: 'Customer service began to serve a person, to check an age',
    },
    CUSTOMER_SUPPORT: {
      ASSIGNED_TICKET: 'The helpdesk was working on the person’s question',
      NONE: 'The helpdesk was reading its list of questions, and one of them was the person’s',
    },
    RIGHTS_FULFILMENT: {
      OPEN_REQUEST: 'A privacy officer was answering the person’s request',
      NONE: 'A privacy officer was reading the list of requests, and one of them was the person’s',
    },
    ACCESS_REVIEW: {
      NONE: 'A privacy officer was reviewing who looked at what, and saw the person under a pseudonym',
    },
    MANDATE_ADMINISTRATION: {
      NONE: 'A privacy officer was preparing or checking a lawful disclosure',
    },
    WEBSITE_SECURITY: {
      NONE: 'A security officer was keeping the website safe and came across the person',
    },
    STAFF_ADMINISTRATION: {
      NONE: 'An administrator of the staff was administering which employee has which role',
    },
    MAINTENANCE: {
      MANDATE: 'A company was maintaining the system',
      NONE: 'A company was maintaining the system and came across the person without a work order about them',
    },
    CREDIT_VERIFICATION: {
      MANDATE: 'A credit reporting agency was verifying the person’s credit',
      NONE: 'A credit reporting agency was verifying another person’s credit and came across the person',
    },
    DEBT_COLLECTION: {
      MANDATE: 'A collection agency was collecting an overdue debt',
      NONE: 'A collection agency was collecting another person’s debt and came across the person',
    },
    LEGAL_DEMAND: {
      MANDATE: 'Law enforcement made a legal demand that names the person',
      NONE: 'Law enforcement made a legal demand about another person and came across the person',
    },
    CONTROL_AUDIT: {
      MANDATE: 'A control agency was auditing who looked at what, and saw the person under a pseudonym',
      NONE: 'A control agency was auditing us and came across the person',
    },
  },
  identityChecked: 'Customer service compared what somebody gave with the person’s record, to confirm who it was',
  claims: {
    ISSUED: 'Customer service handed out a code with which an account is connected with the person’s record',
    CONFIRMED: 'A second employee confirmed who the person is, so that an account can be connected with the record',
    CONTESTED: 'The person said at the counter that somebody else connected an account with the record',
    UNDONE: 'The privacy office disconnected an account from the person’s record',
  },
  erasures: {
    ERASURE_REQUEST: 'Entries erased from this history, because the person asked for it: {entries}',
    COURT_ORDER: 'Entries erased from this history, because a court ordered it: {entries}',
    RECORDED_UNLAWFULLY: 'Entries erased from this history, because the law did not allow to record them: {entries}',
  },
  accountActs: {
    'sign-in': 'The person signed in',
    'sign-in-failed': 'Somebody tried to sign in to the person’s account and did not know the password',
    'sign-out': 'The person signed out',
    'sign-out-elsewhere': 'The person ended a session in another browser',
    'end-oldest-session': 'The person signed in so often that the session that was unused for longest ended',
    'change-capacity': 'The person went on in another capacity, such as resident or employee',
    'keep-signed-in': 'The person chose to stay signed in',
    'stop-keeping-signed-in': 'The person chose not to stay signed in any more',
    'step-up': 'The person confirmed who they are',
    'step-up-failed': 'Somebody tried to confirm that they are the person, and failed',
    'register-account': 'The person registered an account',
    'change-password': 'The person changed their password',
    'reset-password': 'The person set a new password by a link in a mail',
    'reset-credentials':
      'The person set a new password with a link from a mail, and removed the passkeys and recovery codes of the account',
    'change-email': 'The person changed the mail address of their account',
    'add-passkey': 'The person added a passkey to their account',
    'add-first-passkey': 'The person added the first passkey to their account, which signed out other browsers and apps',
    'remove-passkey': 'The person removed a passkey from their account',
    'make-recovery-codes': 'The person made new recovery codes',
    'use-recovery-code': 'The person used a recovery code',
    'prove-contact': 'Somebody who reads the mailbox confirmed the contact address of the person’s record',
    'claim-record': 'An account was connected with the person’s record, by two codes. From then on, it acts as the person',
    'refuse-claim': 'The person’s account tried to connect with a record, and the code was refused',
    'contest-claim': 'Somebody said, by the link of a mail to the person, that an account was not connected with the record by the person',
    'accept-invitation': 'The person accepted an invitation to the staff with their account',
    'accept-invitation-without-record':
      'The person accepted an invitation to the staff with their account, and declared to have no record as a resident',
    'connect-own-record': 'The person connected their employment with their record as a resident',
    'invite-administrator': 'An operator invited the person as one of the first administrators of the staff',
    'refuse-invitation': 'The person’s account tried to accept an invitation to the staff, and the code was refused',
    'disable-account': 'The municipality disabled the person’s account',
    'enable-account': 'The municipality enabled the person’s account again',
    'end-sessions': 'The municipality ended all sessions of the person’s account',
    'remove-passkeys': 'The municipality removed all passkeys and recovery codes of the person’s account, and ended its sessions',
    'issue-token': 'The person let an app act for them',
    'renew-token': 'An app that acts for the person renewed its access',
    'refuse-token': 'An app asked for access to the person’s account and was refused',
    'revoke-token': 'An app that acted for the person gave its access back',
    'reuse-token': 'Somebody used a code or token of an app a second time, so the app lost its access to the person’s account',
    'refuse-introspection': 'Somebody asked what access an app has to the person’s account, and was refused',
  },
  purposeText: {
    use: 'Use this purpose for {purpose}, and for nothing else.',
    shown: 'Of that person you can be shown: {fields}.',
    shownOfSome: 'Of some people: {fields}.',
    promise: 'The privacy statement promises: {clauses}',
    recorded: 'Each use is recorded under your name before you are shown anything, and is reviewed.',
  },
  formerReason: 'The reason is no longer in use',
  needs: {
    ENCOUNTER: {
      open: 'in an encounter that began on {opened} and has not ended',
      closed: 'in an encounter that began on {opened} and ended on {closed}',
    },
    TICKET: {
      open: 'under ticket {reference}, which was opened on {opened} and is not closed',
      closed: 'under ticket {reference}, which was opened on {opened} and closed on {closed}',
    },
    REQUEST: {
      open: 'under request {reference}, which was filed on {opened} and is not answered',
      closed: 'under request {reference}, which was filed on {opened} and closed on {closed}',
    },
    MANDATE: {
      open: 'under {reference} in force from {opened}',
      closed: 'under {reference} in force from {opened} until {closed}',
    },
  },
  identified: {
    PHOTO_CARD: 'after the person had shown a card with a photo',
    ANSWERS_MATCHED: 'after what the person said had been compared with the record',
    KNOWN_TO_ME: 'after the employee had said that the person was known to them',
  },
  mandates: {
    WORK_ORDER: 'a work order',
    CREDIT_CHECK: 'an order to check credit',
    DEBT_ASSIGNMENT: 'an assignment of the debt',
    COURT_ORDER: 'a court order',
    AUDIT_ENGAGEMENT: 'an audit engagement',
  },
  formerMandate: 'an earlier mandate',
  fields: Object.fromEntries(allCategories.map((category) => [category, categories[category].label])) as Record<DataCategory, string>,
  formerField: 'something that is no longer kept',
  notices: {
    READS_CAN_BE_LEFT_OUT:
      'Where a court orders it, reads by law enforcement are not shown until a date that two officers have approved. What an officer looks up to prepare a disclosure is shown a day later. What a minor asks the helpdesk in confidence, and what a minor asks of the privacy officer, is not shown to guardians. So a list can leave out reads, and nothing in it tells whether it does.',
    USE_IS_RESTRICTED: 'Use this only for the stated purpose, and keep it strictly confidential.',
  },
  statements: Object.fromEntries(statements.map(({ version, clauses }) => [version, clauses])) as StatementSentences,
  publicPages: englishPublicPages,
  codeMail: {
    subject: 'Your code for a question to the privacy officer',
    text: 'Your code is {code}. It can be used once, within {minutes} minutes. If you ask again and get no other mail, give the same code.\n\nSomebody gave this address to ask us a question. If it was not you, ignore this mail: without the code nothing is filed.\n',
  },
  requestMails: {
    ANSWERED: {
      subject: 'Your message {number} is answered',
      text: 'A privacy officer has answered your message {number}. Read the answer here:\n\n{link}\n\nThe page asks for the code that you got together with the number. This mail holds nothing of the answer, so that nobody else can read it.\n\nIf the answer does not help, you can have the message opened again on the same page, within {days} days.\n',
    },
    REOPENED: {
      subject: 'Your message {number} is open again',
      text: 'A privacy officer has opened your message {number} again. You get a mail when there is another answer. See until when, and what was written:\n\n{link}\n\nThe page asks for the code that you got together with the number.\n',
    },
  },
};

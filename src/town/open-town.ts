import type { Opened, Opening } from '../engine/application.ts';
import { claimRules } from './policy/rules/claim-rules.ts';
import { contactRules } from './policy/rules/contact-rules.ts';
import { createAnonymousSenders } from './requests/senders/anonymous-senders.ts';
import { readRequestOutbox, sendRequestMails } from './requests/senders/send-request-mails.ts';
import { createWords } from './shared/create-words.ts';

/** Makes the parts that the resolvers of the municipality share, and the mails to senders without an account. */
export function openTown({
  markings,
  policy,
  database,
  mailer,
  disguise,
  limits,
  workMailDomains,
  hasAccounts,
  origin,
  now,
}: Opening): Opened {
  return {
    parts: {
      words: createWords(markings, policy),
      workMailDomains: mailer && workMailDomains,
      claimRules,
      contactRules: mailer && hasAccounts ? contactRules : undefined,
      anonymousSenders: createAnonymousSenders({ database, mailer, limits: limits.anonymousSenders, disguise }),
    },
    mails: mailer && {
      send: () => sendRequestMails({ database, mailer, now }, origin),
      waiting: () => readRequestOutbox(database, now()),
    },
  };
}

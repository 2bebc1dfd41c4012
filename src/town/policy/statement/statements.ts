import type { Statement } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Clause } from './clauses.ts';

const first = {
  authority:
    'We gather personal information under the Municipal Government Act. The Freedom of Information and Protection of Privacy Act protects it.',
  contact: 'Anybody may ask us a question about privacy, without an account. Each question gets a number and a day by which we answer.',
  identity: 'To serve you we may ask who you are: your name, your date of birth, how to reach you, and where you live.',
  willing: 'You decide what to give us. What a purchase or a service does not need is optional.',
  helpdesk:
    'When you write to the helpdesk we keep your name, telephone number, email address and the messages, so that we can help you sooner next time. Only the employee who works on your question reads them.',
  telemetry:
    'The website notes network address, browser, platform, hour, section and downloads of each visit to keep itself safe. Nothing joins that to you.',
  cookies: 'Cookies are optional. One remembers what you typed until you leave; staying signed in is a choice of its own.',
  access: 'An employee sees your information only while serving you, and only the part that the task needs.',
  passwords: 'Our databases are protected by passwords, and each part of our software may do only what it must.',
  sharing: 'We share information outside the municipality only where the law requires it, only for the reason stated, and in confidence.',
  agents: 'Companies that maintain our system see hints such as initials, never the real values, and only under a work order.',
  credit: 'A credit reporting agency sees your name, date of birth and address while we are verifying your credit.',
  collections: 'A collection agency sees your name, how to reach you and the overdue amount while a debt is overdue and assigned to it.',
  police:
    'Law enforcement sees what a subpoena, warrant or other binding order names about the people whom it names, once two of our officers have checked it.',
  control: 'A control agency that audits us sees who looked at what, with pseudonyms in place of people.',
  safeguards: 'We protect what we keep from loss, theft, copying and unauthorized access. A home that must stay secret stays secret.',
  changes: 'When this statement changes, the earlier versions stay readable, each with its dates.',
  rights:
    'You can see everything that we hold about you and who looked at it, ask us to correct it, complain, and comment. We answer a request for access within 30 business days.',
} satisfies Readonly<Partial<Record<Clause, string>>>;

const third = {
  ...first,
  authority:
    'We gather personal information under the Municipal Government Act. The Protection of Privacy Act protects it, and the Access to Information Act says how to ask for records.',
  contact:
    'Anybody may ask us a question about privacy, without an account. Each question gets a number and a day by which we answer. An email tells you that there is an answer, and a code that only you have opens it.',
  identity: `${first.identity} No employee alone can give your record to an account: it takes a code from the counter, and another one that is mailed to your own address or that a second employee confirms.`,
  access:
    'An employee sees your information only while serving you, and only the part that the task needs. The counter never sees your telephone number: if it were missing for some people only, it would show whose home must stay secret. You see how the employee knew that it was you.',
  changes:
    'When this statement changes, the earlier versions stay readable, each with its dates. If you have an account, we ask you once to read the new one; you see your information all the same.',
  rights: `${first.rights} Who looked is kept for seven years. Two of our officers must agree before what it says about you is erased earlier, and you see that it was.`,
} satisfies Readonly<Partial<Record<Clause, string>>>;

/** Every version, oldest first. */
export const statements = [
  { version: '1', effectiveFrom: '2020-01-01', clauses: first },
  {
    version: '2',
    effectiveFrom: '2025-06-11',
    clauses: {
      ...first,
      authority:
        'We gather personal information under the Municipal Government Act. The Protection of Privacy Act protects it, and the Access to Information Act says how to ask for records.',
    },
  },
  { version: '3', effectiveFrom: '2026-12-01', clauses: third },
] as const satisfies readonly Statement[];

/** The sentences of each version by clause, for translations. */
export type StatementSentences = {
  readonly [One in (typeof statements)[number] as One['version']]: Readonly<Record<keyof One['clauses'], string>>;
};

import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { PrivacyError } from '../errors.ts';
import { countOnce, limitersIn } from '../limiters.ts';
import type { Mail, Mailer } from '../mail/mail.ts';
import type { Database } from '../sql.ts';
import { codeMinutes, newContactCode, spendTry, storeContactCode, useContactCode } from './contact-codes.ts';

/** What an anonymous sender asks: a code proves the contact for this and nothing else. */
export interface Letter {
  readonly kind: string;
  readonly body: string;
  /** A mail address. */
  readonly contact: string;
}

/** What a sender without an account may do, at one network address. */
export interface AnonymousSender {
  /**
   * Mails a code for a letter to its contact. The answer, its time and the statements are the same for every contact.
   * @param mailWith makes the mail, in the language of the sender
   * @returns until when the code can be used
   * @throws PrivacyError ACCOUNT_REQUIRED, TOO_MANY_REQUESTS; MAIL_UNAVAILABLE or OVERLOADED, then no code is stored
   */
  sendCode(letter: Letter, mailWith: (code: string) => Omit<Mail, 'to'>): Promise<Date>;
  /**
   * Admits a letter whose contact is proven. The code is used up when the transaction is committed.
   * @throws PrivacyError ACCOUNT_REQUIRED, TOO_MANY_REQUESTS, CONTACT_NOT_PROVEN
   */
  admit(letter: Letter, code: string, transaction: Database): Promise<void>;
  /**
   * Admits a letter that was filed before, of a sender who proved to be the same. It counts as a try, because it leaves an access entry.
   * @throws PrivacyError ACCOUNT_REQUIRED, TOO_MANY_REQUESTS
   */
  admitRepeated(): Promise<void>;
  /**
   * Finds what a sender was given a code for. Only tries that find nothing count.
   * @returns undefined: the code is wrong
   * @throws PrivacyError ACCOUNT_REQUIRED, TOO_MANY_REQUESTS; whatever `look` does
   */
  find<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined>;
}

/** Anonymous senders by network address and time. */
export type AnonymousSenders = (address: string, now: Date) => AnonymousSender;

/** How much anonymous senders may ask for in an hour. */
export interface SenderLimits {
  /** Codes that one network address may have mailed, requests that it may try to file, and wrong codes of states that it may try. */
  readonly perAddress: number;
  /** Codes that all together may have mailed. Without a code, nobody files a request. */
  readonly inTotal: number;
}

interface Needs {
  /** Outside of any transaction: a try counts although the change that needed it is undone. */
  readonly database: Database;
  /** Undefined: no mails can be sent, so anonymous senders file nothing. */
  readonly mailer: Mailer | undefined;
  readonly limits: SenderLimits;
  /** Makes a keyed digest, so that neither contact, letter nor address is stored. */
  readonly disguise: (kind: string, text: string) => string;
}

const hour = 60 * 60;
/** The key of what all network addresses share. */
const everybody = 'all';
/** Mails to one contact in an hour, from all network addresses together. */
const mailsPerContact = 3;

/** Makes the anonymous senders of one instance. All instances share the counts. */
export function createAnonymousSenders({ database, mailer, limits, disguise }: Needs): AnonymousSenders {
  if (!mailer) return () => closed;
  const limiterOf = limitersIn(database, ['recreation', 'asked']);
  const limiter = (name: string, points: number): RateLimiterPostgres => limiterOf({ name, points, duration: hour });
  const codes = { perAddress: limiter('code', limits.perAddress), inTotal: limiter('codes', limits.inTotal) };
  const tries = limiter('try', limits.perAddress);
  const wrongCodes = limiter('look', limits.perAddress);
  const perContact = limiter('contact', mailsPerContact);

  const contactOf = ({ contact }: Letter): string => disguise('contact', contact.toLowerCase());
  const digestOf = ({ kind, body, contact }: Letter): string => disguise('letter', JSON.stringify([kind, body, contact.toLowerCase()]));

  return (address, now) => ({
    async sendCode(letter, mailWith) {
      // The address first: one address can't spend what all share.
      await take(codes.perAddress, disguise('address', address));
      await mailer.check();
      await take(codes.inTotal, everybody);
      const allowed = (await countOnce(perContact, contactOf(letter))) === undefined;
      // A contact that got too many mails gets no more, so it spends nothing of what all share. The same statements run.
      await codes.inTotal.reward(everybody, allowed ? 0 : 1);
      const code = newContactCode();
      await storeContactCode(database, allowed ? digestOf(letter) : disguise('letter', ''), code, now);
      if (allowed) mailer.send({ to: letter.contact, ...mailWith(code) });
      return new Date(now.getTime() + codeMinutes * 60_000);
    },
    admitRepeated: () => take(tries, disguise('address', address)),
    async find(look) {
      const key = disguise('address', address);
      await take(wrongCodes, key);
      const found = await look();
      if (found !== undefined) await wrongCodes.reward(key);
      return found;
    },
    async admit(letter, code, transaction) {
      await take(tries, disguise('address', address));
      const digest = digestOf(letter);
      const tried = await spendTry(database, digest, code, now);
      if (!(await useContactCode(transaction, digest, tried))) throw new PrivacyError('CONTACT_NOT_PROVEN');
    },
  });
}

const closed: AnonymousSender = {
  sendCode: () => Promise.reject(new PrivacyError('ACCOUNT_REQUIRED')),
  admit: () => Promise.reject(new PrivacyError('ACCOUNT_REQUIRED')),
  admitRepeated: () => Promise.reject(new PrivacyError('ACCOUNT_REQUIRED')),
  find: () => Promise.reject(new PrivacyError('ACCOUNT_REQUIRED')),
};

/** @throws PrivacyError TOO_MANY_REQUESTS if the limit is reached; whatever the database does */
async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  const retryAfter = await countOnce(limiter, key);
  if (retryAfter !== undefined) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter });
}

import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import {
  addressLimitersIn,
  countOnce,
  limitersIn,
  type AddressLimit,
  type AddressLimiter,
  type Limit,
} from '../../../platform/sql/limiters.ts';
import type { Mail, Mailer } from '../../../platform/mail/mail.ts';
import { normalizeEmail } from '../../../platform/mail/normalize-email.ts';
import { networksPerSite } from '../../../platform/network/network-address.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { codeMinutes, mailedHours, newContactCode, spendTry, storeContactCode, useContactCode } from './contact-codes.ts';

/** The request of an anonymous sender. A code proves the contact for this letter only. */
export interface Letter {
  readonly kind: string;
  readonly body: string;
  /** A mail address. */
  readonly contact: string;
}

/** The acts of a sender without an account, at one network address. */
export interface AnonymousSender {
  /**
   * Mails a code for a letter to its contact. The answer, its time and the statements are the same for every contact. A contact that got too
   * many mails gets no more: the letter then takes the code of its latest mail.
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
   * Admits a letter that the same proven sender filed before. It counts as a try, because it leaves an access entry.
   * @throws PrivacyError ACCOUNT_REQUIRED, TOO_MANY_REQUESTS
   */
  admitRepeated(): Promise<void>;
  /**
   * Finds the request for which a sender was given a code. Only tries that find nothing count.
   * @returns undefined: the code is wrong
   * @throws PrivacyError ACCOUNT_REQUIRED, TOO_MANY_REQUESTS; and the errors of `look`
   */
  find<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined>;
}

/** Anonymous senders by network address and time. */
export type AnonymousSenders = (address: string, now: Date) => AnonymousSender;

/** How much anonymous senders may ask for in an hour. */
export interface SenderLimits {
  /** Codes that one network address may have mailed, requests that it may try to file, and wrong codes of states that it may try. */
  readonly perAddress: number;
  /** Codes that all together may have mailed. Without a code, no request can be filed. */
  readonly inTotal: number;
}

interface Needs {
  /** Outside of any transaction: a try counts even if the change that needed it is rolled back. */
  readonly database: Database;
  /** Undefined: no mails can be sent, so anonymous senders file nothing. */
  readonly mailer: Mailer | undefined;
  readonly limits: SenderLimits;
  /** Makes a keyed digest, so that neither contact, letter nor address is stored. */
  readonly disguise: (kind: string, text: string) => string;
}

const hour = 60 * 60;
/** The key of the limit that all network addresses share. */
const sharedKey = 'all';
/** Mails to one contact, from all network addresses together. */
export const contactLimits = {
  hour: { name: 'contact', points: 3, duration: hour },
  day: { name: 'contact-day', points: 12, duration: mailedHours * hour },
} as const satisfies Record<string, Limit>;

/** Makes the anonymous senders of one instance. All instances share the counts. */
export function createAnonymousSenders({ database, mailer, limits, disguise }: Needs): AnonymousSenders {
  if (!mailer) return () => closed;
  const limiterOf = limitersIn(database, ['recreation', 'asked']);
  const addressLimiterOf = addressLimitersIn(database, ['recreation', 'asked'], disguise);
  const ofAddress = (name: string): AddressLimiter => {
    const { perAddress: points } = limits;
    return addressLimiterOf({ name, points, site: points * networksPerSite, duration: hour } satisfies AddressLimit);
  };
  const [codes, tries, wrongCodes] = [ofAddress('code'), ofAddress('try'), ofAddress('look')];
  const inTotal = limiterOf({ name: 'codes', points: limits.inTotal, duration: hour });
  const [perHour, perDay] = [limiterOf(contactLimits.hour), limiterOf(contactLimits.day)];

  const spelled = ({ contact }: Letter): string => normalizeEmail(contact) ?? contact;
  const contactOf = (letter: Letter): string => disguise('contact', spelled(letter));
  const digestOf = (letter: Letter): string => disguise('letter', JSON.stringify([letter.kind, letter.body, spelled(letter)]));
  /** The same statements run for every contact. */
  const countMail = async (contact: string): Promise<boolean> => {
    const [inHour, inDay] = [await countOnce(perHour, contact), await countOnce(perDay, contact)];
    const isMailed = inHour === undefined && inDay === undefined;
    // A refused mail does not spend one of the day.
    await perDay.reward(contact, isMailed ? 0 : 1);
    return isMailed;
  };

  return (address, now) => ({
    async sendCode(letter, mailWith) {
      // The address first: one address can't spend the limit that all share.
      await take(codes, address);
      await mailer.check();
      await takeOne(inTotal, sharedKey);
      const contact = contactOf(letter);
      const isMailed = await countMail(contact);
      // A letter without a mail spends nothing of the shared limit. The same statements run.
      await inTotal.reward(sharedKey, isMailed ? 0 : 1);
      const code = newContactCode();
      await storeContactCode(database, { letter: digestOf(letter), contact, isMailed }, code, now);
      if (isMailed) mailer.send({ to: letter.contact, ...mailWith(code) });
      return new Date(now.getTime() + codeMinutes * 60_000);
    },
    admitRepeated: () => take(tries, address),
    async find(look) {
      await take(wrongCodes, address);
      const found = await look();
      if (found !== undefined) await wrongCodes.giveBack(address);
      return found;
    },
    async admit(letter, code, transaction) {
      await take(tries, address);
      const digest = digestOf(letter);
      const tried = await spendTry(database, digest, code, now);
      const used = await useContactCode(transaction, digest, tried);
      if (!used) throw new PrivacyError('CONTACT_NOT_PROVEN');
      // Each request that is filed is one of those that all together may file.
      if (!used.isMailed) await takeOne(inTotal, sharedKey);
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
async function take(limiter: AddressLimiter, address: string): Promise<void> {
  refuseFor(await limiter.count(address));
}

/** @throws PrivacyError TOO_MANY_REQUESTS if the limit is reached; whatever the database does */
async function takeOne(limiter: RateLimiterPostgres, key: string): Promise<void> {
  refuseFor(await countOnce(limiter, key));
}

/** @param retryAfter seconds; undefined: it is allowed @throws PrivacyError TOO_MANY_REQUESTS */
function refuseFor(retryAfter: number | undefined): void {
  if (retryAfter !== undefined) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter });
}

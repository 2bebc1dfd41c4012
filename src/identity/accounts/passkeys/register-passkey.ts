import type { Language } from '../../../platform/language/languages.ts';
import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { findAccount, type Account } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import { storeMail } from '../mails/ask-for-mail.ts';
import { passwordAcr } from './assurance.ts';
import { endBefore } from '../ending/end-before.ts';
import { storeChallenge, useChallenge } from './challenges.ts';
import type { Journal } from '../journal/journal.ts';
import { lockAccount } from '../ending/lock-account.ts';
import { hasOpenedLink, useOpenedLinks, type AccountSession } from '../mails/opened-links.ts';
import { findPasskey, listPasskeys, type Passkey } from './passkey-rows.ts';

/** The dependencies of passkeys. */
export interface PasskeyNeeds {
  readonly database: AccountDatabase;
  readonly journal: Journal;
  readonly now: () => Date;
  /** The domain that passkeys are for (WebAuthn, RP ID), and its name for people. */
  readonly site: { readonly id: string; readonly name: string };
  /** The origins of the pages that ask for them. */
  readonly origins: readonly string[];
}

/** EdDSA, ES256 and RS256 (RFC 9053, RFC 8812): what authenticators have. */
const algorithms = [-8, -7, -257];

/** Characters of a passkey's name. */
const longestName = 60;
/** The most passkeys of an account. */
const mostPasskeys = 20;

/** The session of a person who adds a passkey. */
export interface AddingSession extends AccountSession {
  /** Of the sign-in. A password alone adds the first passkey and no other, after a link from the mailbox. */
  readonly acr: string;
}

/**
 * The options with which a browser creates a passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON).
 * @returns undefined if the account may not add one now
 */
export async function makeRegistrationOptions({ database, site, now }: PasskeyNeeds, session: AddingSession) {
  const found = await findAdding(database, session);
  const isProven = found && (found.passkeys.length > 0 || (await hasOpenedLink(database, 'PASSKEY', session, now())));
  if (!isProven) return undefined;
  const { accountId } = session;
  return generateRegistrationOptions({
    rpID: site.id,
    rpName: site.name,
    userID: userHandle(accountId),
    userName: found.account.email,
    challenge: await storeChallenge(database, 'REGISTER', accountId, now()),
    supportedAlgorithmIDs: [...algorithms],
    attestationType: 'none',
    excludeCredentials: found.passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
    // It is both factors: it needs a finger or a PIN, and signs in without a name.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/**
 * Adds the passkey that a browser made, and tells the owner. The first one of an account uses up a link that was mailed to the owner and
 * opened in this session: a person who has the password alone adds none. It ends what opened the account before it, but this session.
 * @param language of the mail to the owner
 * @returns whether it was added; not if the challenge, the origin or the domain is wrong, or no user was verified
 * @throws PrivacyError LOG_UNAVAILABLE: then it was not added
 */
export async function addPasskey(
  needs: PasskeyNeeds,
  session: AddingSession,
  response: RegistrationResponseJSON,
  name: string,
  language: Language,
): Promise<boolean> {
  const { database, journal, site, origins, now } = needs;
  const { accountId } = session;
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(database, challenge, 'REGISTER', accountId, now()),
    expectedOrigin: [...origins],
    expectedRPID: site.id,
    supportedAlgorithmIDs: [...algorithms],
    requireUserVerification: true,
  }).catch(() => undefined);
  const { credential, credentialBackedUp } = verified?.registrationInfo ?? {};
  if (!verified?.verified || !credential) return false;
  return database.transaction(async (transaction) => {
    await lockAccount(transaction, accountId);
    const found = await findAdding(transaction, session);
    if (!found) return false;
    const isFirst = found.passkeys.length === 0;
    if (isFirst && !(await useOpenedLinks(transaction, 'PASSKEY', session, now()))) return false;
    if (await findPasskey(transaction, credential.id)) return false;
    const told = { journal, now: now(), language };
    // It proves the mailbox: what was there before, such as recovery codes and other browsers, did not.
    if (isFirst) await endBefore(transaction, 'add-first-passkey', found.account, { ...told, keptSession: session.id });
    await sql`
      insert into identity.passkey (id, account_id, public_key, counter, transports, backed_up, name, created_at)
      values (${credential.id}, ${accountId}::uuid, ${Buffer.from(credential.publicKey)}, ${credential.counter},
        ${[...(credential.transports ?? [])]}::text[], ${credentialBackedUp === true}, ${name.trim().slice(0, longestName)}, ${now()})`.execute(
      transaction,
    );
    if (!isFirst) {
      await journal.own(transaction, 'add-passkey', found.account, now());
      await storeMail(transaction, 'PASSKEY_ADDED', found.account.email, language, now());
    }
    return true;
  });
}

/** The bytes by which an authenticator knows an account. */
export function userHandle(accountId: string): Buffer<ArrayBuffer> {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex');
}

/** @returns undefined if the session has ended, or may not add another passkey */
async function findAdding(
  database: Database,
  { id, accountId, acr }: AddingSession,
): Promise<{ readonly account: Account; readonly passkeys: readonly Passkey[] } | undefined> {
  const account = await findAccount(database, { session: id });
  if (account?.accountId !== accountId || account.isDisabled) return undefined;
  const passkeys = await listPasskeys(database, accountId);
  if (passkeys.length >= mostPasskeys || (passkeys.length > 0 && acr === passwordAcr)) return undefined;
  return { account, passkeys };
}

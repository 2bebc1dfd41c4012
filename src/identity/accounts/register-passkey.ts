import { generateRegistrationOptions, verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { sql } from '../../sql.ts';
import type { Language } from '../../wording/wordings.ts';
import { findAccount, type Account } from './account.ts';
import type { AccountDatabase } from './account-database.ts';
import { storeMail } from './ask-for-mail.ts';
import { passwordAcr, type Acr } from './assurance.ts';
import { storeChallenge, useChallenge } from './challenges.ts';
import { endGrants } from './end-grants.ts';
import type { Journal } from './journal.ts';
import { listPasskeys, type Passkey } from './passkey-rows.ts';

/** What passkeys need. */
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

/**
 * What a browser needs to make a passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON).
 * @param acr of the sign-in: a password alone adds the first passkey and no other
 * @returns undefined if the account may not add one now
 */
export async function makeRegistrationOptions(needs: PasskeyNeeds, accountId: string, acr: Acr) {
  const { database, site, now } = needs;
  const found = await mayAdd(needs, accountId, acr);
  if (!found) return undefined;
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
 * Adds the passkey that a browser made, and tells the owner.
 * @param language of the mail to the owner
 * @returns whether it was added; not if the challenge, the origin or the domain is wrong, or no user was verified
 * @throws PrivacyError LOG_UNAVAILABLE: then it was not added
 */
export async function addPasskey(
  needs: PasskeyNeeds,
  accountId: string,
  acr: Acr,
  response: RegistrationResponseJSON,
  name: string,
  language: Language,
): Promise<boolean> {
  const { database, journal, site, origins, now } = needs;
  const found = await mayAdd(needs, accountId, acr);
  if (!found) return false;
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
    const { rows } = await sql`
      insert into identity.passkey (id, account_id, public_key, counter, transports, backed_up, name, created_at)
      values (${credential.id}, ${accountId}::uuid, ${Buffer.from(credential.publicKey)}, ${credential.counter},
        ${[...(credential.transports ?? [])]}::text[], ${credentialBackedUp === true}, ${name.trim().slice(0, longestName)}, ${now()})
      on conflict (id) do nothing returning 1`.execute(transaction);
    if (rows.length === 0) return false;
    await journal.own(transaction, 'add-passkey', found.account, now());
    await storeMail(transaction, 'PASSKEY_ADDED', found.account.email, language, now());
    return true;
  });
}

/**
 * Removes a passkey of an account, ends every session and grant that it may have made, and tells the owner.
 * @param language of the mail to the owner
 * @returns the epoch of the account that begins; undefined: it has no such passkey
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function removePasskey(
  { database, journal, now }: PasskeyNeeds,
  accountId: string,
  id: string,
  language: Language,
): Promise<number | undefined> {
  return database.transaction(async (transaction) => {
    const account = await findAccount(transaction, { id: accountId });
    const { rows } = await sql`
      delete from identity.passkey where id = ${id} and account_id = ${accountId}::uuid returning 1`.execute(transaction);
    if (!account || rows.length === 0) return undefined;
    await endGrants(transaction, accountId);
    await journal.own(transaction, 'remove-passkey', account, now());
    await storeMail(transaction, 'PASSKEY_REMOVED', account.email, language, now());
    return (await findAccount(transaction, { id: accountId }))?.epoch;
  });
}

/** The bytes by which an authenticator knows an account. */
export function userHandle(accountId: string): Buffer<ArrayBuffer> {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex');
}

async function mayAdd(
  { database }: PasskeyNeeds,
  accountId: string,
  acr: Acr,
): Promise<{ readonly account: Account; readonly passkeys: readonly Passkey[] } | undefined> {
  const account = await findAccount(database, { id: accountId });
  if (!account || account.isDisabled) return undefined;
  const passkeys = await listPasskeys(database, accountId);
  if (passkeys.length >= mostPasskeys || (passkeys.length > 0 && acr === passwordAcr)) return undefined;
  return { account, passkeys };
}
